/** Whoever opened their page on a computer that others use leaves, and nobody opens it from its history. */
import { aRequest } from '../../builders';
import { textOf } from '../tab-office';
import { match } from './every-act';
import { common, openPersonOffice, type PersonOffice } from './person-office';

describe('a link that is ended by whoever holds it', () => {
  let office: PersonOffice;
  beforeEach(async () => {
    office = await openPersonOffice();
    await office.has(aRequest.booked({ ...common, match }));
  });
  afterEach(() => office.close());

  const ends = async (link: string) => office.posts(`${link}/end-link`);

  it.each(['requester', 'participant', 'facilitator', 'facilitating'] as const)(
    'opens nothing any more, nor do those mailed before it: %s',
    async (purpose) => {
      const [before, link] = [await office.linkFor(purpose), await office.linkFor(purpose)];
      expect(textOf(await office.opens(link))).toContain('Leave, and end this link');
      const said = await ends(link);
      expect([said.status, textOf(said)]).toEqual([
        200,
        expect.stringContaining('Nobody can open your page with it any more'),
      ]);
      for (const each of [before, link]) {
        expect((await office.opens(each)).status).toBe(404);
        expect((await ends(each)).status).toBe(404);
      }
      expect((await office.opens(await office.linkFor(purpose))).status).toBe(200);
    },
  );

  it('leaves those of others, and of the same person for something else, as they are', async () => {
    const others = await office.linkFor('participant');
    const own = await office.linkFor('facilitating');
    await ends(await office.linkFor('facilitator'));
    expect((await office.opens(others)).status).toBe(200);
    expect((await office.opens(own)).status).toBe(200);
    expect((await office.current())?.state).toBe('booked');
  });

  it('asks the browser to forget, and offers a new one to the same address', async () => {
    const link = await office.linkFor('requester');
    expect((await office.opens(link)).headers.get('clear-site-data')).toBeNull();
    const said = await ends(link);
    expect(said.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(said.headers.get('cache-control')).toBe('no-store');
    await office.posts(`${link}/new-link`);
    expect(office.errands.waiting.map(({ errand }) => errand.kind)).toEqual(['new-link']);
  });

  it('still opens where storage was out of reach, and says so', async () => {
    const link = await office.linkFor('requester');
    office.saving.cut = true;
    const said = await ends(link);
    expect([said.status, textOf(said)]).toEqual([503, expect.stringContaining('this was NOT saved')]);
    expect(said.headers.get('clear-site-data')).toBeNull();
    office.saving.cut = false;
    expect((await office.opens(link)).status).toBe(200);
  });

  it('is not ended for another site', async () => {
    const link = await office.linkFor('requester');
    const said = await office.posts(`${link}/end-link`, {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(said.status).toBe(403);
    expect((await office.opens(link)).status).toBe(200);
  });
});
