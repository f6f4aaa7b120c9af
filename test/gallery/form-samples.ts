/** The two cards of the form, empty, filled, wrong and full. */
import { markToGoOn } from '../../src/domain/form';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { CardData } from '../../src/teams/card-data';
import { aboutProblems, draftFrom, type FormDraft, newDraft, problemsOf } from '../../src/domain/form-draft';
import { presentForm } from '../../src/teams/present/form';
import type { PeopleView } from '../../src/teams/present/form-part';
import { presentPeople } from '../../src/teams/present/form-people';
import { type Member, MOST_LISTED } from '../../src/teams/reaching/roster';
import { answers, aParticipantAnswer, aRequest, askedAt, participantAnswers } from '../builders';
import { practitioners } from '../sandbox/people';
import { A_SCHOOL, IN_HOLIDAYS, withHolidays } from '../school-holidays';
import { longParticipants, longText } from './long-ask';

const EMPTY = newDraft('nonce-nonce-nonce-nonce', false, askedAt, policy);
const OTHER_NEEDS = ['tasks', 'decision', 'information'];
/** As many as are ever listed, with names as long as they get. */
const MEMBERS: readonly Member[] = Array.from({ length: MOST_LISTED }, (_, n) => ({
  id: `9ac70000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  teamsId: `29:${n}`,
  name: n < 4 ? practitioners[n]!.name : longParticipants(MOST_LISTED)[n]!.name,
  mail: n < 4 ? practitioners[n]!.mail : longParticipants(MOST_LISTED)[n]!.mail,
}));
const SCHOOL_NURSE = { name: 'School nurse', mail: '', team: 'hl-sn' };

export const FORM = {
  sample: form(EMPTY),
  repeat: shown(presentForm(EMPTY, { canCopy: true }, askedAt, policy)),
  followUp: form(draftFrom(aRequest.held({ id: '7qf3k2m9' }), EMPTY, 'same')),
  filled: form(about({ phone: '01632 960123', colleague: 'sam.saffron@norfolk-sandbox.example' })),
  errors: form(about({ reason: longText(5_000), latest: '2026-11-01', days: [] }), true),
  identifiers: form(
    about({
      reason: 'We are worried about Jayden, aged 7.\nNHS number 999 100 2340.',
      place: 'in-person',
      venue: 'Flat 3, Sycamore House',
    }),
    true,
  ),
  betterDoor: form(about({ otherNeeds: ['tasks', 'decision'] }), true),
  returned: form(
    { ...about(), changes: { request: '7qf3k2m9zzzzzzzzzzzzzzzzzz', revision: 1 } },
    false,
    'Please add somebody of Health.\nThe school nurse would be a good start.',
  ),
  holidays: form(about({ locality: 'north' }), false, undefined, withHolidays),
  inHolidays: form(
    { ...about({ locality: 'west', ...IN_HOLIDAYS }), added: [...answers().participants, A_SCHOOL] },
    true,
    undefined,
    withHolidays,
  ),
  worst: form(longest(11), true, longText(policy.longestTextLength), withHolidays),
};

export const PEOPLE = {
  sample: people(EMPTY),
  filled: people({ ...about(), added: [...participantAnswers(2), SCHOOL_NURSE] }),
  errors: people(
    {
      ...about(),
      added: [SCHOOL_NURSE],
      rows: [aParticipantAnswer({ mail: 'not an address' }), aParticipantAnswer({ mail: '' })],
    },
    true,
  ),
  fromChat: people({ ...about(), chosen: { ids: [MEMBERS[1]!.id], team: '', strangers: 0 } }, true, {
    roster: { kind: 'listed', members: [...MEMBERS.slice(0, 4), { ...MEMBERS[1]!, id: 'twin' }] },
  }),
  fromTeam: people(about(), false, { roster: { kind: 'too-many' }, nobody: 2 }),
  full: people({ ...about(), added: participantAnswers(11) }),
  changing: people({ ...about(), changes: { request: '7qf3k2m9zzzzzzzzzzzzzzzzzz', revision: 1 } }),
  almostFull: people(longest(10), false, { roster: { kind: 'listed', members: MEMBERS } }),
  manyRows: people(
    { ...longest(6), rows: [0, 1, 2].map((n) => ({ ...longParticipants(9)[n + 6]!, team: 'cs-cp' })) },
    false,
    { roster: { kind: 'listed', members: MEMBERS } },
  ),
  worst: people(longest(11)),
};

function form(draft: FormDraft, check = false, note?: string, rules = policy): CardData['form'] {
  const problems = check ? aboutProblems(draft, askedAt, rules) : [];
  const view = { problems, ...(note !== undefined && { note }) };
  return shown(presentForm(draft, view, askedAt, rules));
}

function people(
  draft: FormDraft,
  check = false,
  view: Omit<PeopleView, 'problems'> = {},
): CardData['people'] {
  const problems = check ? problemsOf(draft, askedAt, policy) : [];
  return shown(presentPeople(draft, { ...view, problems }, askedAt, policy));
}

function shown<Data>(card: Data | undefined): Data {
  if (!card) throw new Error('Expected a form small enough to be shown, got none');
  return card;
}

/** Right in every field of the first card, with two people on the list. */
function about(over: Partial<FormDraft['answers']> = {}): FormDraft {
  const { participants, ...filled } = answers();
  return { ...EMPTY, answers: { ...filled, ...over }, added: participants };
}

/** The longest of everything, with what is asked about and answered. */
function longest(count: number): FormDraft {
  const draft = about({
    caseReference: longText(40),
    reason: longText(policy.longestTextLength),
    riskKnown: true,
    otherNeeds: OTHER_NEEDS,
    goesOn: markToGoOn({ otherNeeds: OTHER_NEEDS }),
    venue: longText(200),
    locality: 'west',
    schoolsAgree: true,
    arrangements: ['interpreter', 'bsl', 'captions', 'step-free'],
    phone: '+44 (0) 1632 960123 ext. 45678',
    colleague: longParticipants(1)[0]!.mail,
  });
  return { ...draft, added: longParticipants(count).map(({ name, mail, team }) => ({ name, mail, team })) };
}
