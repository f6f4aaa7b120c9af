/** What is refused although the link is right: codes, what they prove, and an evaluation that was given or is none. */
import { createHash } from 'node:crypto';
import { STATEMENTS } from '../../src/domain/evaluation';
import { MINUTE_MS } from '../../src/domain/intervals';
import { aRequest } from '../builders';
import { match } from '../web/outside/every-act';
import { common, scarlet } from '../web/outside/person-office';
import type { Knock, Row } from './door';
import { DAY_MS, idOf, link, mailed, type PersonDoor, post } from './person-door';

const offeredRequest = aRequest.offered({ ...common, match });
const hashOf = (text: string) => createHash('sha256').update(text).digest();
const filled = () => ({
  ...Object.fromEntries(STATEMENTS.map((each) => [each, '4'])),
  also: 'none',
  lesson: '',
});

/** Accepting, which a code goes before. */
async function accepting(
  at: PersonDoor,
  codeFor: (path: string, code: string) => Promise<string> | string = (_, code) => code,
): Promise<Knock> {
  await at.office.has(offeredRequest);
  const path = await link(at, 'facilitator');
  const code = await codeFor(path, await mailed(at, path));
  return post(`${path}/accept`, { attempt: '1', code });
}

type CodeFor = (at: PersonDoor, path: string, code: string) => Promise<string> | string;

const CODES: readonly (readonly [what: string, codeFor: CodeFor])[] = [
  ['a wrong code', (_at, _path, code) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')],
  ['an empty code', () => ''],
  ['a code of five digits', (_at, _path, code) => code.slice(1)],
  ['a code of seven digits', (_at, _path, code) => `${code}0`],
  ['a code of letters', () => 'abcdef'],
  ['a code of other digits', () => '١٢٣٤٥٦'],
  ['a negative code', (_at, _path, code) => `-${code.slice(1)}`],
  ['a code that a newer one replaced', async (at, path, code) => (await mailed(at, path), code)],
  [
    'a code that was used',
    async (at, path, code) => (await at.office.codes.enter(await idOf(at, path), code), code),
  ],
  ['a code of a quarter of an hour ago', (at, _path, code) => (at.office.clock.pass(15 * MINUTE_MS), code)],
  ['the right code after five wrong ones', afterFiveWrong],
  ['the code of another link of the same person', async (at) => mailed(at, await link(at, 'facilitating'))],
  ['the code of another person', async (at) => mailed(at, await link(at, 'requester'))],
];

async function afterFiveWrong(at: PersonDoor, path: string, code: string): Promise<string> {
  const wrong = code === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n += 1) await at.office.codes.enter(await idOf(at, path), wrong);
  return code;
}

/** A made-up proof is none: a code is mailed, and asked for. */
async function withProof(at: PersonDoor, proofFor: (at: PersonDoor, path: string) => Promise<string>) {
  await at.office.has(offeredRequest);
  const path = await link(at, 'facilitator');
  return post(`${path}/accept`, { attempt: '1', proof: await proofFor(at, path) });
}

async function proofOf(at: PersonDoor, path: string): Promise<string> {
  const entered = await at.office.codes.enter(await idOf(at, path), await mailed(at, path));
  if (entered.is !== 'right') throw new Error(`Expected the code to be right, got ${entered.is}`);
  return entered.proof;
}

const PROOFS: readonly (readonly [
  what: string,
  proofFor: (at: PersonDoor, path: string) => Promise<string>,
])[] = [
  ['a proof that was made up', async () => hashOf('proof').toString('hex')],
  ['the proof of another link', async (at) => proofOf(at, await link(at, 'requester'))],
  ['a proof of an hour ago', async (at, path) => oldProof(at, await proofOf(at, path))],
];

function oldProof({ office }: PersonDoor, proof: string): string {
  office.clock.pass(60 * MINUTE_MS);
  return proof;
}

async function evaluating(at: PersonDoor, mail: string): Promise<string> {
  const { evaluations, clock } = at.office;
  await evaluations.open({
    ...{ requestId: common.id, quarter: '2026-Q4', invited: 3 },
    closesAt: clock.now() + 10 * DAY_MS,
  });
  return (await evaluations.ticket(common.id, mail))!;
}

function evaluationRow(
  what: string,
  status: number,
  altered: (token: string, at: PersonDoor) => Promise<string> | string,
): Row<PersonDoor> {
  return {
    what,
    status,
    async wrong(at) {
      return post(`/evaluate/${await altered(await evaluating(at, scarlet.mail), at)}`, filled());
    },
    async right(at) {
      // After the end of one session, another's.
      const requestId = 'req0parity0000000000000002';
      const closesAt = at.office.clock.now() + 10 * DAY_MS;
      await at.office.evaluations.open({ requestId, quarter: '2026-Q4', invited: 3, closesAt });
      return post(`/evaluate/${(await at.office.evaluations.ticket(requestId, scarlet.mail))!}`, filled());
    },
  };
}

const EVALUATIONS: readonly Row<PersonDoor>[] = [
  evaluationRow(
    'an evaluation with a guess',
    404,
    () => `${common.id}.${hashOf('guess').toString('base64url')}`,
  ),
  evaluationRow('an evaluation of no session', 404, (token) => token.replace(common.id, 'no0session')),
  evaluationRow('an evaluation of a cut-off token', 404, (token) => token.slice(0, -1)),
  evaluationRow('an evaluation through a link to a request', 404, async (_, at) =>
    (await link(at, 'participant')).slice(3),
  ),
  evaluationRow(
    'an evaluation after its end',
    410,
    (token, { office }) => (office.clock.pass(11 * DAY_MS), token),
  ),
  evaluationRow('an evaluation sent twice', 409, async (token, { office }) => {
    await office.posts(`/evaluate/${token}`, filled());
    return token;
  }),
];

export const CODE_ROWS: readonly Row<PersonDoor>[] = [
  ...CODES.map(([what, codeFor]) => ({
    what,
    status: 422,
    wrong: (at: PersonDoor) => accepting(at, (path, code) => codeFor(at, path, code)),
    right: (at: PersonDoor) => accepting(at),
  })),
  ...PROOFS.map(([what, proofFor]) => ({
    what,
    status: 303,
    wrong: (at: PersonDoor) => withProof(at, proofFor),
    right: (at: PersonDoor) => withProof(at, proofOf),
  })),
  ...EVALUATIONS,
];
