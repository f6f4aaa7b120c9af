/** Two tabs, the back button, a page left open over night: what can no longer be done is answered with how it stands. */
import { aRequest } from '../../builders';
import { textOf } from '../tab-office';
import { match } from './every-act';
import { common, openPersonOffice, type PersonOffice, scarlet } from './person-office';

describe('a page that has grown old', () => {
  let office: PersonOffice;
  beforeEach(async () => void (office = await openPersonOffice()));
  afterEach(() => office.close());

  it.each([
    ['requester', 'withdraw', aRequest.held({ ...common, match })],
    ['requester', 'change', aRequest.approved({ ...common, match })],
    ['requester', 'new-dates', aRequest.booked({ ...common, match })],
    ['requester', 'propose-participants', aRequest.submitted(common)],
    ['requester', 'another-time', aRequest.booked({ ...common, match, rearranging: {} })],
    ['facilitator', 'cannot', aRequest.held({ ...common, match })],
    ['facilitator', 'not-held', aRequest.booked({ ...common, match })],
    ['participant', 'attend', aRequest.booked({ ...common, match, absent: [scarlet.mail] })],
    ['participant', 'ask-arrangements', aRequest.submitted(common)],
  ] as const)(
    'leads back from what there is nothing to do on any more: %s, %s',
    async (purpose, step, request) => {
      await office.has(request);
      const link = await office.linkFor(purpose);
      const page = await office.opens(`${link}/${step}`);
      expect([page.status, page.headers.get('location')]).toEqual([303, link]);
    },
  );

  it('mails no code for what can no longer be done', async () => {
    await office.has(aRequest.approved({ ...common, match }));
    const link = await office.linkFor('requester');
    const said = await office.posts(`${link}/change`);
    expect([said.status, textOf(said)]).toEqual([
      409,
      expect.stringContaining('It is being arranged already'),
    ]);
    expect(office.errands.waiting).toEqual([]);
  });

  it('answers a form that has grown old with how it stands now', async () => {
    await office.has(aRequest.booked({ ...common, match, attempt: 2 }));
    const participant = await office.linkFor('participant');
    const late = await office.posts(`${participant}/attend`, { attempt: '1', coming: 'false' });
    expect([late.status, textOf(late)]).toEqual([409, expect.stringContaining('changed meanwhile')]);
    const facilitator = await office.linkFor('facilitator');
    // Asked in the first attempt, and theirs in the second by now.
    expect(textOf(await office.opens(facilitator))).toContain('Booked: you facilitate this session');
    expect((await office.posts(`${facilitator}/cannot`, { attempt: '1' })).status).toBe(409);
    expect((await office.posts(`${facilitator}/cannot`, { attempt: '2' })).status).toBe(303);
    expect((await office.current())?.state).toBe('uncovered');
  });

  it('tells in plain words that a session has not begun, or was moved', async () => {
    await office.has(aRequest.booked({ ...common, match }));
    const link = await office.linkFor('participant');
    const early = await office.posts(`${link}/facilitator-missing`, { start: String(match.slot.start) });
    expect(textOf(early)).toContain('If the facilitator has not come by 10:05');
    const moved = await office.posts(`${link}/facilitator-missing`, { start: '1' });
    expect(textOf(moved)).toContain('This session has been moved');
  });

  it('mails a facilitator the link to their own page, three times an hour at most', async () => {
    await office.has(aRequest.booked({ ...common, match }));
    const link = await office.linkFor('facilitator');
    for (let n = 0; n < 4; n += 1)
      expect((await office.posts(`${link}/own-link`)).headers.get('location')).toBe(`${link}?said=own-link`);
    expect(office.errands.waiting.map(({ errand }) => errand.kind)).toEqual(
      Array.from({ length: 3 }, () => 'facilitating-link'),
    );
  });
});
