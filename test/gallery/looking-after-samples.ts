/** The dialogs of coordinators who look after a request, and the card that opens them. */
import { checkEdit } from '../../src/domain/edit';
import { LONGEST_NOTE } from '../../src/domain/note';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { CardData } from '../../src/teams/card-data';
import { type EditCard, presentEdit } from '../../src/teams/present/edit';
import { type NoteCard, presentNote } from '../../src/teams/present/note';
import { presentTransfer, type TransferCard } from '../../src/teams/present/transfer';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForRequester } from '../../src/present/requester';
import { HANDING_OVER, RETURNING, WRITING } from '../../src/teams/wording/looking-after';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { checkNote } from '../../src/domain/note';
import {
  anAsk,
  anEdit,
  aNote,
  aParticipant,
  aRequest,
  aRequester,
  askedAt,
  theCoordinator,
} from '../builders';
import { practitioners } from '../sandbox/people';
import { IN_HOLIDAYS, withHolidays } from '../school-holidays';

const ID = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const [, sam, indigo] = practitioners;
const LONG_NAME = 'Featherstonehaugh-Cholmondeley '.repeat(3).slice(0, 80);
const LONG_MAIL = `${'a'.repeat(100)}@example.example.org`;
const LONG_NOTE = 'safeguarding '.repeat(50).slice(0, LONGEST_NOTE);

const toBeNamed = [
  { role: 'school nurse', team: 'hl-sn' },
  { role: 'head of year', team: 'ed-sec' },
];
const unnamed = aRequest.submitted({ id: ID, ask: anAsk({ toBeNamed }) });
const manyUnnamed = aRequest.submitted({
  id: ID,
  ask: anAsk({
    participants: [],
    toBeNamed: Array.from({ length: 12 }, (_, n) => ({
      role: LONG_NAME,
      team: n === 0 ? 'ed-other' : 'cs-cp',
    })),
    place: { kind: 'in-person', venue: 'v'.repeat(200) },
  }),
});

function note(verb: NoteCard['verb'], text: string): NoteCard {
  const answer = aNote({ text });
  const wording = verb === 'return' ? RETURNING : WRITING;
  const problems = text === '' ? [] : checkNote(answer, askedAt);
  return presentNote(ID, { verb, wording, answer, problems }, askedAt);
}

function edit(request: Request, over?: Parameters<typeof anEdit>[0], notice = '', rules = policy): EditCard {
  if (!over) return presentEdit(request, { notice }, askedAt, rules);
  const answers = anEdit(over);
  const checked = checkEdit(request.requester, request.ask, answers, askedAt, rules);
  const problems = 'problems' in checked ? checked.problems : [];
  return presentEdit(request, { answers, problems, notice }, askedAt, rules);
}

const family = aRequest.submitted({
  id: ID,
  requester: aRequester({ colleague: { mail: indigo.mail, id: indigo.id } }),
});
const everybodyKnown = aRequest.submitted({
  id: ID,
  requester: aRequester({ colleague: { mail: LONG_MAIL, id: indigo.id } }),
  ask: anAsk({
    participants: Array.from({ length: 11 }, (_, n) => aParticipant({ id: `id-${n}`, name: LONG_NAME })),
  }),
});

export const noteSamples = {
  sample: note('return', ''),
  writing: note('note', 'Thank you. I rang the school, and they would like to come.'),
  identified: note('return', 'Is this about Jayden, aged 7?\nHis NHS number is 999 100 2340.'),
  worst: presentNote(
    ID,
    {
      verb: 'return',
      wording: RETURNING,
      answer: aNote({ text: LONG_NOTE }),
      problems: [{ field: 'note', fault: 'too-long', allowed: LONGEST_NOTE }],
    },
    askedAt,
  ),
};

export const transferSamples: Record<'sample' | 'wrong' | 'worst', TransferCard> = {
  sample: presentTransfer(family, policy),
  wrong: presentTransfer(family, policy, HANDING_OVER.notLookedUp),
  worst: presentTransfer(everybodyKnown, policy, HANDING_OVER.notKnown),
};

const half = { name: LONG_NAME, mail: 'not an address', dropped: false };

type EditKind = 'sample' | 'named' | 'wrong' | 'inHolidays' | 'meanwhile' | 'worst';
export const editSamples: Record<EditKind, EditCard> = {
  sample: edit(aRequest.submitted({ id: ID })),
  named: edit(unnamed),
  wrong: edit(unnamed, {
    earliest: '2026-11-02',
    place: 'in-person',
    venue: 'Flat 3, Sycamore House',
    named: [
      { name: 'Nora Navy', mail: '', dropped: false },
      { name: '', mail: '', dropped: true },
    ],
    interpreters: [{ name: 'Ivo Indigo', mail: 'ivo' }],
  }),
  inHolidays: edit(
    aRequest.submitted({ id: ID }),
    { ...IN_HOLIDAYS, minutes: '60', locality: 'norwich' },
    '',
    withHolidays,
  ),
  meanwhile: edit(unnamed, undefined, REFUSALS['changed-meanwhile']),
  worst: edit(
    manyUnnamed,
    {
      earliest: '2026-11-02',
      latest: '2026-11-01',
      days: [],
      times: [],
      place: 'in-person',
      venue: 'Flat 3, Sycamore House, NHS number 999 100 2340',
      named: Array.from({ length: 11 }, () => half),
      interpreters: [half, half].map(({ name, mail }) => ({ name, mail })),
      minutes: 'long',
      locality: 'atlantis',
    },
    REFUSALS['changed-meanwhile'],
    withHolidays,
  ),
};

const gone = aRequest.submitted({
  id: ID,
  requester: aRequester({ gone: true, colleague: { mail: indigo.mail, id: indigo.id } }),
  ask: anAsk({
    participants: [aParticipant(), aParticipant({ ...sam, team: 'cs-eh', gone: true })],
    arrangements: ['bsl', 'step-free'],
    interpreters: [{ name: 'Ivo Indigo', mail: 'ivo@interpreters.example' }],
  }),
  note: { text: 'I rang the school, and they would like to come.', by: theCoordinator, at: askedAt },
});

/** Everything at once that a coordinator's own view can have to tell. */
const mostCare = aRequest.submitted({
  id: ID,
  requester: aRequester({ name: LONG_NAME, gone: true, colleague: { mail: LONG_MAIL } }),
  ask: anAsk({
    riskKnown: true,
    place: { kind: 'in-person', venue: 'safeguarding '.repeat(15) },
    participants: Array.from({ length: 6 }, (_, n) =>
      aParticipant({ id: `id-${n}`, name: LONG_NAME, gone: true }),
    ),
    toBeNamed: Array.from({ length: 5 }, () => ({ role: LONG_NAME, team: 'cs-cp' })),
    arrangements: ['interpreter', 'bsl', 'captions', 'step-free'],
    interpreters: [1, 2].map(() => ({ name: LONG_NAME, mail: LONG_MAIL })),
  }),
  troubles: [{ kind: 'not-removed', attempt: 1 }],
  setback: { why: 'could-not-arrange', facilitator: LONG_NAME },
  note: { text: LONG_NOTE, by: theCoordinator, at: askedAt },
});

function coordination(request: Request, coordinator: boolean): CardData['coordination'] {
  return presentForCoordinators(request, policy, { refresh: { userIds: [], button: false }, coordinator });
}

/** More of the coordinators' card. */
export const caredFor = {
  toBeNamed: coordination(unnamed, true),
  toBeNamedInChannel: coordination(unnamed, false),
  gone: coordination(gone, true),
  goneInChannel: coordination(gone, false),
  mostCare: coordination(mostCare, true),
  returned: coordination(aRequest.returned({ id: ID }), true),
  closed: coordination(aRequest.closed({ id: ID }), false),
  closedWithTrouble: coordination(
    aRequest.closed({ id: ID, troubles: [{ kind: 'not-removed', attempt: 1 }] }),
    false,
  ),
};

/** More of the requester's card. */
export const lookedAfter = {
  returned: presentForRequester(aRequest.returned({ id: ID }), policy),
  noted: presentForRequester({ ...gone, requester: aRequester() }, policy),
  handedOver: presentForRequester(
    aRequest.submitted({ id: ID, requester: aRequester({ handedOver: true }) }),
    policy,
  ),
};
