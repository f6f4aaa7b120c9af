/** What links are refused: those that are none, that came to an end, and what they are not for. */
import { createHash } from 'node:crypto';
import type { Purpose } from '../../src/ports/links';
import { aRequest } from '../builders';
import { EVERY_ACT, match } from '../web/outside/every-act';
import { common, hetty, type PersonOffice, scarlet } from '../web/outside/person-office';
import type { Knock, Row } from './door';
import { DAY_MS, type Form, link, mailed, type PersonDoor, post } from './person-door';

const { submitted } = aRequest;

async function withdrawing(at: PersonDoor): Promise<Knock> {
  await at.office.has(submitted(common));
  return post(`${await link(at, 'requester')}/withdraw`);
}

/** The requester's link with its token made into another. */
function tokenRow(what: string, altered: (token: string) => string, status = 404): Row<PersonDoor> {
  const wrong = async (at: PersonDoor) => {
    const { path } = await withdrawing(at);
    return post(`/r/${altered(path.split('/')[2]!)}/withdraw`);
  };
  return { what, status, wrong, right: withdrawing };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();

const TOKENS: readonly Row<PersonDoor>[] = [
  tokenRow('a guess', () => hashOf('guess').toString('base64url')),
  tokenRow('its last letter cut off', (token) => token.slice(0, -1)),
  tokenRow('its first letter cut off', (token) => token.slice(1)),
  tokenRow('a letter more', (token) => `${token}A`),
  tokenRow('another first letter', (token) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1)),
  tokenRow('another case', (token) => token.toLowerCase().replace('-', '_')),
  tokenRow('padding', (token) => `${token}=`),
  tokenRow('the other alphabet of base64', (token) => `${token.slice(0, -1)}+`),
  tokenRow('a space', (token) => `${token}%20`),
  tokenRow('an end of text', (token) => `${token}%00`),
  tokenRow('a line end', (token) => `${token}%0A`),
  tokenRow('an encoded slash', (token) => `${token}%2F`),
  tokenRow('a path out of it', (token) => `..%2F${token}`),
  tokenRow('the token twice', (token) => token + token),
  tokenRow('the hash that is stored', (token) => hashOf(token).toString('hex')),
  tokenRow('the hash, encoded as the token', (token) => hashOf(token).toString('base64url')),
  tokenRow('8 KB', () => 'A'.repeat(8_000)),
  tokenRow('every object', () => '__proto__'),
  tokenRow('every function', () => 'constructor'),
  tokenRow('a quote', () => encodeURIComponent("' or PartitionKey ne '")),
  tokenRow('a token of another alphabet', () => encodeURIComponent('ё'.repeat(43))),
];

/** A right token in a wrong moment. */
function momentRow(
  what: string,
  status: number,
  before: (at: PersonDoor, path: string) => Promise<unknown>,
  made: { readonly purpose: Purpose; readonly act: string; readonly form?: Form } = {
    ...{ purpose: 'requester', act: 'withdraw' },
  },
  right: Row<PersonDoor>['right'] = withdrawing,
): Row<PersonDoor> {
  const wrong = async (at: PersonDoor) => {
    await at.office.has(submitted(common));
    const path = await link(at, made.purpose);
    await before(at, path);
    return post(`${path}/${made.act}`, made.form);
  };
  return { what, status, wrong, right };
}

const attending = async (at: PersonDoor): Promise<Knock> => {
  const { request, form } = EVERY_ACT.attend;
  await at.office.has(request);
  return post(`${await link(at, 'participant')}/attend`, form);
};
const asParticipant = { purpose: 'participant', act: 'attend', form: EVERY_ACT.attend.form } as const;
const closed = aRequest.closed({
  ...common,
  outcome: { kind: 'cancelled', reason: 'circumstances' },
  attempt: 1,
});

const MOMENTS: readonly Row<PersonDoor>[] = [
  momentRow('a link that has ended', 404, async ({ office }) => office.clock.pass(61 * DAY_MS)),
  momentRow('a link that was revoked', 404, ({ office }) => revoke(office, 'requester', hetty.id)),
  momentRow('a link of a closed request', 410, ({ office }) => office.has(closed)),
  momentRow('a link of a request that was handed over', 404, ({ office }) =>
    office.has(submitted({ ...common, requester: { ...common.requester, ...scarlet } })),
  ),
  momentRow('a link of a request that is gone', 404, async () => undefined, {
    ...{ purpose: 'ask', act: 'withdraw' },
  }),
  momentRow(
    'a link of somebody taken off the list',
    404,
    ({ office }) =>
      office.has(aRequest.booked({ ...common, match, ask: { ...common.ask, participants: [] } })),
    asParticipant,
    attending,
  ),
  momentRow(
    'a participant’s link that was revoked',
    404,
    ({ office }) => revoke(office, 'participant', scarlet.id),
    asParticipant,
    attending,
  ),
];

async function revoke({ links }: PersonOffice, purpose: Purpose, id: string): Promise<void> {
  await links.revoke({ purpose, requestId: common.id, person: { id } });
}

/** What a link is not for does not exist for it; who it is for does the same beside it. */
function purposeRow(purpose: Purpose, act: keyof typeof EVERY_ACT, by: Purpose): Row<PersonDoor> {
  const { request, form, now } = EVERY_ACT[act];
  const as = (holder: Purpose) => async (at: PersonDoor) => {
    await at.office.has(request);
    if (now !== undefined) at.office.clock.pass(now - at.office.clock.now());
    const path = await link(at, holder);
    const code = act === 'accept' && holder === by ? await mailed(at, path) : undefined;
    return post(`${path}/${act}`, { ...form, ...(code !== undefined && { code }) });
  };
  return { what: `${act} through the link of: ${purpose}`, status: 404, wrong: as(purpose), right: as(by) };
}

const PURPOSES: readonly Row<PersonDoor>[] = [
  purposeRow('participant', 'withdraw', 'requester'),
  purposeRow('facilitator', 'withdraw', 'requester'),
  purposeRow('facilitating', 'withdraw', 'requester'),
  purposeRow('participant', 'confirm', 'requester'),
  purposeRow('facilitator', 'confirm', 'requester'),
  purposeRow('participant', 'new-dates', 'requester'),
  purposeRow('facilitator', 'propose-participants', 'requester'),
  purposeRow('participant', 'propose-participants', 'requester'),
  purposeRow('participant', 'another-time', 'requester'),
  purposeRow('requester', 'attend', 'participant'),
  purposeRow('facilitator', 'attend', 'participant'),
  purposeRow('facilitator', 'answer-poll', 'participant'),
  purposeRow('facilitator', 'facilitator-missing', 'participant'),
  purposeRow('facilitator', 'ask-arrangements', 'participant'),
  purposeRow('requester', 'accept', 'facilitator'),
  purposeRow('participant', 'accept', 'facilitator'),
  purposeRow('facilitating', 'accept', 'facilitator'),
  purposeRow('requester', 'cannot', 'facilitator'),
  purposeRow('participant', 'not-held', 'facilitator'),
  purposeRow('requester', 'record-session', 'facilitator'),
  purposeRow('participant', 'record-session', 'facilitator'),
  purposeRow('facilitator', 'pause', 'facilitating'),
  purposeRow('requester', 'pause', 'facilitating'),
  purposeRow('participant', 'declare', 'facilitating'),
];

const CROSS_SITE: readonly (readonly [what: string, headers: Knock['headers']])[] = [
  ['a form of another site', [['Sec-Fetch-Site', 'cross-site']]],
  ['a form of a neighbouring site', [['Sec-Fetch-Site', 'same-site']]],
  ['a form of another origin', [['Origin', 'https://evil.example.org']]],
];

export const LINK_ROWS: readonly Row<PersonDoor>[] = [
  ...TOKENS,
  ...MOMENTS,
  ...PURPOSES,
  ...CROSS_SITE.map(([what, headers]) => ({
    what,
    status: 403,
    wrong: async (at: PersonDoor) => ({
      ...(await withdrawing(at)),
      headers: [['Content-Type', 'application/x-www-form-urlencoded'] as const, ...headers],
    }),
    right: withdrawing,
  })),
];
