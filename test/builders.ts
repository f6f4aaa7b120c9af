/**
 * One tree of builders for all tests. Each gives something whole and consistent; what a test is about, it says itself:
 * `aRequest.offered({ attempt: 2 })`. The story behind the defaults: Petra Practice asks on Tuesday 24 November 2026
 * at 10:00; with ten working days' notice the session is on Tuesday 8 December, 10:00 to 11:30, with Fay Facilitate.
 */
import type { Ask } from '../src/domain/ask';
import { instantAt } from '../src/domain/calendar';
import type { Facts } from '../src/domain/decisions/decision';
import type { EditAnswers } from '../src/domain/edit';
import type { Facilitator, Reservation } from '../src/domain/facilitator';
import type { FormAnswers, ParticipantAnswer } from '../src/domain/form';
import { type Instant, type Interval, MINUTE_MS } from '../src/domain/intervals';
import type { KnownPerson, Participant, Person, Requester } from '../src/domain/people';
import type { NoteAnswer } from '../src/domain/note';
import { defaultPolicy } from '../src/domain/policy';
import type { FacilitatorRef, Match, Matches } from '../src/domain/match';
import type { Request, SessionEvent, State } from '../src/domain/request';
import type { DatesAsked } from '../src/domain/waiting';
import { coordinators, facilitators, outsiders, practitioners } from './sandbox/people';

/** The instant of a London wall-clock time, `2026-12-08T10:00`. */
export function at(london: string): Instant {
  const [date, time] = london.split('T');
  if (!date || !time) throw new Error(`Expected a time such as 2026-12-08T10:00, got "${london}"`);
  return instantAt(date, time);
}

/** A slot of so many minutes from a London wall-clock time. */
export function aSlot(london: string, minutes = defaultPolicy.sessionMinutes): Interval {
  return { start: at(london), end: at(london) + minutes * MINUTE_MS };
}

/** Who a person is, as a sign-in tells it. */
function signedIn({ id, name }: Person): Person {
  return { id, name };
}

const [petra, sam] = practitioners;
const [hattie, percy, nora, vera] = outsiders;
const [fay, amber] = facilitators;

export const theRequester: Person = signedIn(petra);
export const theCoordinator: Person = signedIn(coordinators[0]);
export const anotherCoordinator: Person = signedIn(coordinators[1]);
export const theFacilitator: Person = signedIn(fay);
export const anotherFacilitator: Person = signedIn(amber);
/** Of the tenant, and takes part. */
export const theParticipant: Person = signedIn(sam);
/** Signed in, and nothing to do with the request. */
export const aStranger: Person = signedIn(practitioners[5]);

export const askedAt = at('2026-11-24T10:00');

export function facts(over: Partial<Facts> = {}): Facts {
  return { now: askedAt, policy: defaultPolicy, coordinator: false, ...over };
}

export function aRequester(over: Partial<Requester> = {}): Requester {
  return { ...theRequester, team: 'cs-fs', mail: petra.mail, ...over };
}

export function aParticipant(over: Partial<Participant> = {}): Participant {
  return { name: hattie.name, mail: hattie.mail, team: 'ed-pri', ...over };
}

/** When a session could be. */
const DATES = {
  earliest: '2026-12-08',
  latest: '2026-12-18',
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  times: ['morning', 'afternoon'],
} as const;

export function anAsk(over: Partial<Ask> = {}): Ask {
  return {
    caseReference: 'CASE-REF-4711',
    reason: 'We keep going round in circles and each of us carries it home.',
    familyTold: 'yes',
    riskKnown: false,
    place: { kind: 'online' },
    participants: [
      aParticipant(),
      aParticipant({ name: percy.name, mail: percy.mail, team: 'po-ch' }),
      aParticipant({ name: sam.name, mail: sam.mail, team: 'cs-eh', id: sam.id }),
    ],
    ...DATES,
    ...over,
  };
}

export function aParticipantAnswer(over: Partial<ParticipantAnswer> = {}): ParticipantAnswer {
  return { name: nora.name, mail: nora.mail, team: 'hl-sn', ...over };
}

export function aNote(over: Partial<NoteAnswer> = {}): NoteAnswer {
  return { text: 'Could a school take part?', notNames: '', ...over };
}

/** What a coordinator would send without changing anything of `anAsk`. */
export function anEdit(over: Partial<EditAnswers> = {}): EditAnswers {
  return {
    ...DATES,
    place: 'online',
    venue: '',
    locality: '',
    minutes: '',
    arrangements: [],
    named: [],
    interpreters: [],
    notNames: '',
    ...over,
  };
}

/** Somebody in the tenant who takes no part yet. */
export function aKnownPerson(over: Partial<KnownPerson> = {}): KnownPerson {
  const { id, name, mail } = practitioners[3];
  return { id, name, mail, ...over };
}

/** So many different people with different addresses, all of one team. */
export function participantAnswers(count: number, team = 'hl-sn'): ParticipantAnswer[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `Practitioner ${n + 1}`,
    mail: `practitioner.${n + 1}@health-sandbox.example`,
    team,
  }));
}

/** The form as typed: right in every field when it is sent at `askedAt`. */
export function answers(over: Partial<FormAnswers> = {}): FormAnswers {
  const { caseReference, reason, familyTold, riskKnown } = anAsk();
  return {
    caseReference,
    team: 'cs-fs',
    phone: '',
    colleague: '',
    reason,
    familyTold,
    riskKnown,
    otherNeeds: [],
    place: 'online',
    venue: '',
    locality: '',
    arrangements: [],
    participants: [
      aParticipantAnswer(),
      aParticipantAnswer({ name: vera.name, mail: vera.mail, team: 'vs-da' }),
    ],
    ...DATES,
    schoolsAgree: false,
    notNames: '',
    goesOn: '',
    ...over,
  };
}

export function aFacilitatorRef(over: Partial<FacilitatorRef> = {}): FacilitatorRef {
  return { ...theFacilitator, mail: fay.mail, team: 'hl-mh', ...over };
}

export function aFacilitator(over: Partial<Facilitator> = {}): Facilitator {
  return { ...aFacilitatorRef(), trainedUntil: '2027-03-31', ...over };
}

export function aReservation(over: Partial<Reservation> = {}): Reservation {
  return {
    requestId: 'another-request',
    attempt: 1,
    slot: aSlot('2026-12-08T10:00'),
    state: 'held',
    ...over,
  };
}

export function aMatch(over: Partial<Match> = {}): Match {
  return {
    id: '1-1',
    facilitator: aFacilitatorRef(),
    slot: aSlot('2026-12-08T10:00'),
    reasons: [
      { kind: 'free' },
      { kind: 'trained-until', until: '2027-03-31' },
      { kind: 'agency', another: true },
      { kind: 'fair-share', sessions: 1, share: 1.4, months: 12 },
    ],
    ...over,
  };
}

export function someMatches(over: Partial<Matches> = {}): Matches {
  const second = aFacilitatorRef({ ...anotherFacilitator, mail: amber.mail, team: 'vs-fa' });
  return {
    round: 1,
    foundAt: askedAt + MINUTE_MS,
    best: [aMatch(), aMatch({ id: '1-2', facilitator: second, slot: aSlot('2026-12-09T14:00') })],
    calendars: { seen: 2, asked: 4 },
    removed: { 'same-team': 1, 'calendar-unknown': 2 },
    ...over,
  };
}

export function aSessionEvent(over: Partial<SessionEvent> = {}): SessionEvent {
  return {
    id: 'event-1',
    iCalUId: 'ical-1',
    joinUrl: 'https://teams.microsoft.example/l/meetup-join/1',
    ...over,
  };
}

/** Asked a day after the request came in, because no time fits. */
export function someDatesAsked(over: Partial<DatesAsked> = {}): DatesAsked {
  return { at: at('2026-11-25T09:00'), answerBy: at('2026-12-09T17:00'), why: 'no-time', ...over };
}

function common() {
  return {
    id: '5e550000-0000-4000-8000-000000000001',
    requester: aRequester(),
    ask: anAsk(),
    submittedAt: askedAt,
    answerDueAt: at('2026-11-26T17:00'),
    round: 1,
    attempt: 0,
    passed: [],
  };
}

function arranged() {
  return { ...common(), attempt: 1, match: aMatch(), approvedBy: theCoordinator };
}

function withEvent() {
  return { ...arranged(), event: aSessionEvent(), openingChecks: [] };
}

/** A request in one of its states. */
type In<S extends State> = Extract<Request, { readonly state: S }>;

/** A request in each of its states. */
export const aRequest = {
  /** With two matches to choose from; see `searching` for one without. */
  submitted: (over: Partial<In<'submitted'>> = {}): In<'submitted'> => ({
    ...common(),
    state: 'submitted',
    matches: someMatches(),
    ...over,
  }),
  /** In<'submitted'>, while matches are still being looked for. */
  searching(over: Partial<Omit<In<'submitted'>, 'matches'>> = {}): In<'submitted'> {
    return { ...common(), state: 'submitted', ...over };
  },
  returned: (over: Partial<In<'returned'>> = {}): In<'returned'> => ({
    ...common(),
    state: 'returned',
    missing: 'Please add a second agency.',
    returnedBy: theCoordinator,
    ...over,
  }),
  /** Its event has been made and is being secured; other stages by `stage`. */
  approved: (over: Partial<In<'approved'>> = {}): In<'approved'> => ({
    ...arranged(),
    state: 'approved',
    stage: { at: 'securing', event: aSessionEvent() },
    ...over,
  }),
  offered: (over: Partial<In<'offered'>> = {}): In<'offered'> => ({
    ...withEvent(),
    state: 'offered',
    answerBy: at('2026-11-26T17:00'),
    ...over,
  }),
  booked: (over: Partial<In<'booked'>> = {}): In<'booked'> => ({
    ...withEvent(),
    state: 'booked',
    bookedAt: at('2026-11-25T09:00'),
    ...over,
  }),
  uncovered: (over: Partial<In<'uncovered'>> = {}): In<'uncovered'> => ({
    ...withEvent(),
    state: 'uncovered',
    uncoveredAt: at('2026-12-01T09:00'),
    rearranging: {},
    ...over,
  }),
  held: (over: Partial<In<'held'>> = {}): In<'held'> => ({
    ...withEvent(),
    state: 'held',
    evaluating: { closesAt: at('2026-12-22T17:00'), invited: 4, agencies: ['cs', 'ed', 'po'] },
    ...over,
  }),
  closed: (over: Partial<In<'closed'>> = {}): In<'closed'> => ({
    ...common(),
    state: 'closed',
    outcome: { kind: 'withdrawn' },
    closedAt: at('2026-11-25T12:00'),
    ...over,
  }),
} satisfies Record<Request['state'] | 'searching', (over?: never) => Request>;
