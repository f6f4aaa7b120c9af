/** The mail service is down, slow to tell what it did, or takes no mail for an address; the requester is no user of Teams. */
import { personIdFor } from '../../src/ids';
import { aRequest, aRequester, theCoordinator } from '../builders';
import { outsiders } from '../sandbox/people';
import { saved } from '../azure/embedded-storage';
import { HOURS, MINUTES, type Town, useTown } from './town';

const open = useTown();
const [hattie] = outsiders;
const BY = { id: personIdFor(hattie.mail), name: hattie.name, mail: hattie.mail };
const ID = 'ma1110000000000000000story';
const SEND = { method: 'POST', path: '/sendMail' } as const;

/** A request of hers that is returned and changed no more: what she is told is mailed. */
async function returned(town: Town): Promise<void> {
  const requester = aRequester({ ...BY, outside: true });
  await saved(town.requests, aRequest.submitted({ id: ID, requester }), []);
  const missing = { text: 'Please say which agencies should come.', notNames: '' };
  expect(await town.says(theCoordinator, ID, { kind: 'return', missing })).toBe('accepted');
  await town.settled();
}

const letters = (town: Town) => town.tenant.mail.lettersTo(hattie.mail);

describe('A letter to somebody without Teams', () => {
  it('is written once, with a link that opens her page', async () => {
    const town = await open();
    await returned(town);
    expect(letters(town)).toHaveLength(1);
    const [, token = ''] = /\/r\/([\w-]{43})/.exec(letters(town)[0]!.html) ?? [];
    expect(await town.links.find(token)).toMatchObject({
      state: 'valid',
      terms: { purpose: 'requester', requestId: ID, person: { id: BY.id } },
    });
  });

  it('waits while mail is down for an hour, and is then written once', async () => {
    const town = await open();
    town.tenant.faults.add({ kind: 'status', status: 503, times: 'always', ...SEND });
    await returned(town);
    for (let n = 0; n < 12; n += 1) await town.passes(5 * MINUTES);
    expect(letters(town)).toEqual([]);
    // The coordinators see it as it is meanwhile, without a trouble that would only go away by itself.
    expect(await town.state(ID)).not.toHaveProperty('troubles');
    town.tenant.faults.clear();
    await town.passes(HOURS);
    expect(letters(town)).toHaveLength(1);
  });

  it('is not written twice when it went out and nobody was told so', async () => {
    const town = await open();
    town.tenant.faults.add({ kind: 'commit-then-reset', times: 1, ...SEND });
    await returned(town);
    await town.passes(HOURS);
    expect(letters(town)).toHaveLength(1);
  });

  it('that comes to an address that can take none is told to the coordinators', async () => {
    const town = await open();
    town.tenant.faults.add({
      kind: 'status',
      status: 400,
      code: 'ErrorInvalidRecipients',
      times: 'always',
      ...SEND,
    });
    await returned(town);
    await town.passes(HOURS);
    expect(await town.state(ID)).toMatchObject({
      troubles: [{ kind: 'mail-returned', who: 'requester' }],
    });
  });
});
