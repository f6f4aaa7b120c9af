/**
 * The request form: what was typed, checked rule by rule. Every door (card, page, API) sends its answers here, so that
 * the rules are the same everywhere. Limits are policy (domain.md).
 */
import { findAgency, findTeam, type TeamCode } from './agencies';
import {
  addDays,
  addWorkingDays,
  firstDayWithNotice,
  isLocalDate,
  localDate,
  openHours,
  slotsIn,
  TIMES_OF_DAY,
  type TimeOfDay,
  WEEKDAYS,
  type Weekday,
} from './calendar';
import { type FoundAt, type FreeTexts, identifierProblems, likelyMark } from './form-identifiers';
import type { Instant } from './intervals';
import type { Policy } from './policy';
import type { Ask, FamilyTold, Participant } from './request';

/** The form as typed; everything is text until it has been checked. */
export interface FormAnswers {
  readonly caseReference: string;
  readonly team: string;
  readonly reason: string;
  readonly familyTold: string;
  readonly riskKnown: boolean;
  readonly place: string;
  readonly venue: string;
  readonly participants: readonly ParticipantAnswer[];
  readonly earliest: string;
  readonly latest: string;
  readonly days: readonly string[];
  readonly times: readonly string[];
  /** "No, it is not" to the question about likely identifiers: their mark (see form-identifiers.ts), or ''. */
  readonly notNames: string;
}

export interface ParticipantAnswer {
  readonly name: string;
  readonly mail: string;
  readonly team: string;
}

export type FormField = Exclude<keyof FormAnswers, 'riskKnown' | 'notNames'>;

export const FORM_FAULTS = [
  'empty',
  'too-long',
  'not-listed',
  'not-a-date',
  'in-the-past',
  'reversed',
  'before-notice',
  'too-far-ahead',
  'no-working-time',
  'bad-mail',
  'twice',
  'too-few-people',
  'too-many-people',
  'one-agency',
  'identifier',
  'likely-identifier',
] as const;
export type FormFault = (typeof FORM_FAULTS)[number];

/** One thing to put right: the field, what is wrong, what is allowed, and for a list which entry (from 0). */
export interface FormProblem {
  readonly field: FormField;
  readonly fault: FormFault;
  readonly allowed?: string | number;
  readonly entry?: number;
  /** Of an identifier: what it is and where. */
  readonly found?: readonly FoundAt[];
}

export type CheckedForm =
  { readonly team: TeamCode; readonly ask: Ask } | { readonly problems: readonly FormProblem[] };

export const LIMITS = { caseReference: 40, name: 80, mail: 120, venue: 200 } as const;

/** Checks the whole form and names every problem at once. `now` decides what is past and how much notice is left. */
export function checkForm(answers: FormAnswers, now: Instant, policy: Policy): CheckedForm {
  const problems = [
    ...text('caseReference', answers.caseReference, LIMITS.caseReference),
    ...listed('team', answers.team, (code) => Boolean(findTeam(policy.agencies, code))),
    ...text('reason', answers.reason, policy.longestTextLength),
    ...listed('familyTold', answers.familyTold, isFamilyTold),
    ...listed('place', answers.place, (place) => place === 'online' || place === 'in-person'),
    ...(isEmpty(answers.venue) ? [] : text('venue', answers.venue, LIMITS.venue)),
    ...checkPeople(answers, policy),
    ...checkDates(answers, now, policy),
    ...identifierProblems(withinLimits(answers, policy), answers.notNames, yearOf(now)),
  ];
  return problems.length > 0 ? { problems } : { team: answers.team, ask: trimmed(answers) };
}

/** What "No, it is not" has to carry for these answers; '' when nothing in them is asked about. */
export function markToConfirm(
  answers: Omit<FormAnswers, 'participants'>,
  now: Instant,
  policy: Policy,
): string {
  return likelyMark(withinLimits(answers, policy), yearOf(now));
}

function yearOf(now: Instant): number {
  return Number(localDate(now).slice(0, 4));
}

/** Texts that are too long are refused for that; reading only the others keeps the work small. */
function withinLimits(
  { caseReference, reason, venue }: Omit<FormAnswers, 'participants'>,
  policy: Policy,
): FreeTexts {
  const within = (value: string, longest: number) => (value.trim().length > longest ? '' : value);
  return {
    caseReference: within(caseReference, LIMITS.caseReference),
    reason: within(reason, policy.longestTextLength),
    venue: within(venue, LIMITS.venue),
  };
}

function isFamilyTold(text: string): text is FamilyTold {
  return text === 'yes' || text === 'not-yet' || text === 'not-appropriate';
}

/** Nothing anybody could see: spaces, or marks without a shape of their own (zero-width, right-to-left). */
function isEmpty(value: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(value);
}

function text(field: FormField, value: string, longest: number): FormProblem[] {
  if (isEmpty(value)) return [{ field, fault: 'empty' }];
  return value.trim().length > longest ? [{ field, fault: 'too-long', allowed: longest }] : [];
}

function listed(field: FormField, value: string, isListed: (value: string) => boolean): FormProblem[] {
  if (isEmpty(value)) return [{ field, fault: 'empty' }];
  return isListed(value) ? [] : [{ field, fault: 'not-listed' }];
}

/** The requester takes part and is counted: policy's least and most include them, and so do the agencies. */
function checkPeople({ participants, team }: FormAnswers, policy: Policy): FormProblem[] {
  const problems = participants.flatMap((person, entry) => checkPerson(person, entry, participants, policy));
  const people = participants.length + 1;
  if (people < policy.leastParticipants)
    problems.push({ field: 'participants', fault: 'too-few-people', allowed: policy.leastParticipants - 1 });
  if (people > policy.mostParticipants)
    problems.push({ field: 'participants', fault: 'too-many-people', allowed: policy.mostParticipants - 1 });
  const agencies = new Set(
    [team, ...participants.map((person) => person.team)].map(
      (code) => findAgency(policy.agencies, code)?.code,
    ),
  );
  agencies.delete(undefined);
  if (agencies.size < policy.leastAgencies)
    problems.push({ field: 'participants', fault: 'one-agency', allowed: policy.leastAgencies });
  return problems;
}

function checkPerson(
  { name, mail, team }: ParticipantAnswer,
  entry: number,
  all: readonly ParticipantAnswer[],
  policy: Policy,
): FormProblem[] {
  const problems: Pick<FormProblem, 'fault' | 'allowed'>[] = [];
  if ([name, mail, team].some(isEmpty)) problems.push({ fault: 'empty' });
  if (name.trim().length > LIMITS.name) problems.push({ fault: 'too-long', allowed: LIMITS.name });
  if (!isEmpty(mail) && !isMail(mail)) problems.push({ fault: 'bad-mail' });
  if (!isEmpty(team) && !findTeam(policy.agencies, team)) problems.push({ fault: 'not-listed' });
  if (isMail(mail) && all.slice(0, entry).some((earlier) => sameMail(earlier.mail, mail)))
    problems.push({ fault: 'twice' });
  return problems.map((problem) => ({ field: 'participants', entry, ...problem }));
}

function sameMail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const MAIL = new RegExp(
  `^(?=[^@]{1,64}@)${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+(?=[A-Za-z0-9-]*[A-Za-z])${LABEL}$`,
  'u',
);

/**
 * An address Outlook can invite: the dot-atom form of RFC 5321 (no quotes, no address literal, 64 characters before
 * the @) with a dotted domain. Whether it exists only mail can tell.
 */
export function isMail(value: string): boolean {
  const mail = value.trim();
  return mail.length <= LIMITS.mail && MAIL.test(mail);
}

function checkDates(answers: FormAnswers, now: Instant, policy: Policy): FormProblem[] {
  const { earliest, latest } = answers;
  const dates = [...date('earliest', earliest, now, policy), ...date('latest', latest, now, policy)];
  const problems = [
    ...(dates.length > 0 ? dates : order(earliest, latest, now, policy)),
    ...choices('days', answers.days, WEEKDAYS),
    ...choices('times', answers.times, TIMES_OF_DAY),
  ];
  if (problems.length > 0) return problems;
  const window = { earliest, latest, days: answers.days as Weekday[], times: answers.times as TimeOfDay[] };
  const slots = slotsIn(openHours(window, now, policy), policy.sessionMinutes, policy.slotStepMinutes);
  return slots.length > 0 ? [] : [{ field: 'days', fault: 'no-working-time' }];
}

function order(earliest: string, latest: string, now: Instant, policy: Policy): FormProblem[] {
  if (latest < earliest) return [{ field: 'latest', fault: 'reversed', allowed: earliest }];
  const first = firstDayWithNotice(now, policy);
  return latest < first ? [{ field: 'latest', fault: 'before-notice', allowed: first }] : [];
}

function date(field: 'earliest' | 'latest', value: string, now: Instant, policy: Policy): FormProblem[] {
  if (isEmpty(value)) return [{ field, fault: 'empty' }];
  if (!isLocalDate(value)) return [{ field, fault: 'not-a-date' }];
  const today = localDate(now);
  if (value < today) return [{ field, fault: 'in-the-past', allowed: today }];
  const furthest = addDays(today, policy.horizonDays);
  return value > furthest ? [{ field, fault: 'too-far-ahead', allowed: furthest }] : [];
}

function choices(field: FormField, values: readonly string[], allowed: readonly string[]): FormProblem[] {
  if (values.length === 0) return [{ field, fault: 'empty' }];
  return values.every((value) => allowed.includes(value)) ? [] : [{ field, fault: 'not-listed' }];
}

/** The answers as an Ask; only for answers that passed every check. */
function trimmed(answers: FormAnswers): Ask {
  const { familyTold, place } = answers;
  const venue = answers.venue.trim();
  return {
    caseReference: answers.caseReference.trim(),
    reason: answers.reason.trim(),
    familyTold: familyTold as FamilyTold,
    riskKnown: answers.riskKnown,
    place: place === 'online' ? { kind: 'online' } : { kind: 'in-person', ...(venue !== '' && { venue }) },
    participants: answers.participants.map(({ name, mail, team }): Participant => ({
      name: name.trim(),
      mail: mail.trim().toLowerCase(),
      team,
    })),
    earliest: answers.earliest,
    latest: answers.latest,
    days: answers.days as Weekday[],
    times: answers.times as TimeOfDay[],
  };
}

/** Dates a new form starts with: the first day with enough notice, and the target for a session after it. */
export function suggestedDates(now: Instant, policy: Policy): { earliest: string; latest: string } {
  const earliest = firstDayWithNotice(now, policy);
  const spare = Math.max(policy.sessionTargetDays - policy.noticeDays, 1);
  return { earliest, latest: addWorkingDays(earliest, spare, policy) };
}
