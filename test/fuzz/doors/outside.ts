/** The pages of people without Teams: asking for a link, the form, each person's own page, the evaluation. */
import { STATEMENTS } from '../../../src/domain/evaluation';
import { defaultPolicy } from '../../../src/domain/policy';
import { requestIdFor } from '../../../src/ids';
import { aMatch, aRequest } from '../../builders';
import { wholeForm } from '../../web/outside/outside-office';
import { asFacilitator, common, hetty, openPersonOffice } from '../../web/outside/person-office';
import type { Door, OpenDoor } from '../door';
import { faultsIn } from '../logged';
import { oddIn, wrongWithRequests } from '../stored';
import { askPage, pageGrammar, type PageInput } from './pages';

/** Stand for the tokens there are when the door is open. */
const TOKENS = [
  '$requester',
  '$participant',
  '$facilitator',
  '$facilitating',
  '$ask',
  '$evaluate',
  '$shared',
];
const PROOFS = ['$proof-requester', '$proof-facilitator'];

const ACTS = [
  ...[
    'withdraw',
    'confirm',
    'change',
    'new-dates',
    'another-time',
    'propose-participants',
    'facilitator-missing',
  ],
  ...['attend', 'ask-arrangements', 'answer-poll', 'accept', 'cannot', 'not-held', 'record-session'],
  ...[
    'show-evaluation',
    'talk-over',
    'pause',
    'end-pause',
    'declare',
    'own-link',
    'end-link',
    'code',
    'new-link',
  ],
];
const AGREEMENT = ['1', '2', '3', '4', '5'];

const form: Readonly<Record<string, string | readonly string[]>> = wholeForm();
const formFields = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  ...formFields,
  ...{
    step: ['about', 'when', 'who', 'check'],
    go: ['next', 'back', 'send', 'add', 'remove'],
    risk: ['yes', 'no'],
  },
  ...{
    mail: ['hetty.headteacher@school.example.org'],
    code: ['123456'],
    proof: PROOFS,
    for: ['ask', 'again'],
  },
  ...{
    reason: ['ill', 'We go round in circles.', 'too-few'],
    attempt: ['1'],
    at: ['1'],
    start: ['0'],
    starts: ['0'],
  },
  ...{ arrangements: ['bsl', 'captions'], came: ['cs', 'hl'], seat: ['x'.repeat(43)], coming: ['yes', 'no'] },
  ...Object.fromEntries(
    [...STATEMENTS, 'kept-reflective', 'held-feelings', 'apart-from-case'].map((each) => [each, AGREEMENT]),
  ),
  ...{
    also: ['tasks'],
    themes: ['drift'],
    concern: [],
    lesson: ['We listened.'],
    began: ['10:00'],
    ended: ['11:30'],
  },
  ...{
    knowsFamily: ['true'],
    until: ['2027-01-04'],
    notNames: [],
    removed: ['scarlet.sepia@health.example.org'],
  },
  ...{ monday: ['keep', 'none'], leaveFrom: ['2027-01-04'], leaveUntil: ['2027-02-01'], asksSchools: ['on'] },
};

const PARAMS = { token: TOKENS, step: ACTS, act: ACTS, file: ['outside.css', '../../package.json'] };

const whole = sent('request-form-sent', '$ask', form);
const recorded: readonly PageInput[] = [
  ...Array.from({ length: 100 }, () => whole),
  ...['about', 'when', 'who', 'check'].flatMap((step) =>
    ['next', 'back', 'send', 'add'].map((go) => sent('request-form-sent', '$ask', { ...form, step, go })),
  ),
  sent('request-start', '', { risk: 'no', mail: 'hetty.headteacher@school.example.org' }),
  sent('request-link', '', { risk: 'no', mail: 'hetty.headteacher@school.example.org' }),
  ...TOKENS.flatMap((token) => [
    ...PROOFS.flatMap((proof) =>
      ACTS.map((act) => sent('person-act', token, { ...form, proof, reason: 'ill', attempt: '1' }, act)),
    ),
    sent('evaluation-answer', token, { 'safe-to-think': '5', 'carrying-more': '1', lesson: 'We listened.' }),
  ]),
];

function sent(
  page: string,
  token: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  act = '',
): PageInput {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  );
  return { page, params: { token, act, step: act }, query: [], form: pairs, byScript: false };
}

export const outside: Door = {
  name: 'pages outside Teams',
  share: 120,
  freshAfter: 4_000,
  grammar: pageGrammar(PARAMS, FIELDS),
  recorded,
  open,
};

const LINKS_TO_FORMS = 500;

async function open(): Promise<OpenDoor> {
  const office = await openPersonOffice({
    policy: { asksFromOneAddress: 1e9, asksInAll: 1e9, asksForOneMail: 1e9 },
  });
  const offered = aRequest.offered({ ...common, match: aMatch({ facilitator: asFacilitator }) });
  await office.has(offered);
  const { id } = offered;
  await office.evaluations.open({
    requestId: id,
    quarter: '2026-Q4',
    invited: 5,
    closesAt: office.clock.now() + 1e9,
  });
  const tokens: Record<string, string> = {
    $evaluate: (await office.evaluations.ticket(id, 'scarlet.sepia@health.example.org'))!,
    $shared: (await office.evaluations.shared(id))!,
  };
  for (const purpose of ['requester', 'participant', 'facilitator', 'facilitating'] as const) {
    const token = (await office.linkFor(purpose)).split('/').at(-1)!;
    const link = (await office.links.find(token))!.id;
    const entered = await office.codes.enter(link, await office.codes.mint(link));
    tokens[`$${purpose}`] = token;
    if (entered.is === 'right') tokens[`$proof-${purpose}`] = entered.proof;
  }

  // Each form that is sent is another's.
  const asks: string[] = [];
  for (let n = 0; n < LINKS_TO_FORMS; n += 1)
    asks.push(
      (await office.linkFor('ask', { requestId: requestIdFor(hetty.id, `form ${n}`) })).split('/').at(-1)!,
    );
  let asked = 0;

  return {
    async give(input) {
      tokens['$ask'] = asks[(asked += 1) % asks.length]!;
      office.log.lines.length = 0;
      const wrong = await askPage(office.pages, input, '', (text) =>
        Object.hasOwn(tokens, text) ? tokens[text]! : text,
      );
      const faults = faultsIn(office.log.lines);
      return faults.length > 0 ? faults.join('; ') : wrong;
    },
    stored: async () => [
      ...(await wrongWithRequests(office.store, office.clock.now(), defaultPolicy)),
      ...oddIn([...office.evaluations.sessions.values()].map(({ evaluations }) => evaluations)),
      ...oddIn(office.links.all().map(({ terms }) => terms)),
      ...oddIn(await office.pool.all()),
    ],
    kept: () => office.store.all().length,
    close: () => office.close(),
  };
}
