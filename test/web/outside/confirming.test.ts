/** The page of somebody in whose name a form asked. */
import { aRequest } from '../../builders';
import { textOf } from '../tab-office';
import { inTheirName } from './every-act';
import { openPersonOffice, type PersonOffice } from './person-office';

describe('the page of a request in somebody’s name', () => {
  let office: PersonOffice;
  beforeEach(async () => void (office = await openPersonOffice()));
  afterEach(() => office.close());

  it('asks whoever was named by a form whether it was they, and takes their word once', async () => {
    await office.has(aRequest.submitted(inTheirName));
    const link = await office.linkFor('requester');
    const asked = textOf(await office.opens(link));
    expect(asked).toContain('Did you ask for this?');
    expect(asked).toContain('No, it was not me');
    // Mail scanners open links: nothing is said by that.
    expect((await office.current())?.requester.unconfirmed).toBe(true);
    const done = await office.posts(`${link}/confirm`);
    expect([done.status, done.headers.get('location')]).toEqual([303, `${link}?said=confirmed`]);
    const after = textOf(await office.opens(`${link}?said=confirmed`));
    expect(after).toContain('it was you who asked.');
    expect(after).not.toContain('Did you ask for this?');
    expect((await office.current())?.requester).not.toHaveProperty('unconfirmed');
    expect((await office.posts(`${link}/confirm`)).status).toBe(303);
  });
});
