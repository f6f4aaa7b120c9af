/**
 * What a coordinator enters about a facilitator, checked field by field. Every door (page, file) sends its answers here, so
 * that the rules are the same everywhere. Both days of training empty is no problem: that is a trainee, who may observe [SCH].
 */
import { findTeam } from './agencies';
import { addMonths, isLocalDate, localDate, type LocalDate } from './calendar';
import type { Facilitator } from './facilitator';
import type { FacilitatorAnswers, FacilitatorDraft, FacilitatorProblem } from './facilitator-form';
import { isEmpty } from './form-fields';
import type { Instant } from './intervals';
import { isMail, LONGEST_MAIL, plainMail } from './mail-address';
import type { Policy } from './policy';

/** Ours, not Norfolk's: wide enough for anybody, narrow enough to catch a slip of the keys. */
export const FACILITATOR_LIMITS = {
  name: 100,
  mail: LONGEST_MAIL,
  leastWeight: 0.25,
  mostWeight: 4,
  mostSessionsPerMonth: 31,
} as const;

export type CheckedFacilitator =
  { readonly draft: FacilitatorDraft } | { readonly problems: readonly FacilitatorProblem[] };

type Field = FacilitatorProblem['field'];

/**
 * Names every problem, in the order of the fields, or gives what can be saved. `others` are those who may not have the same
 * address: the pool without the facilitator in question, and the other rows of a file.
 */
export function checkFacilitator(
  answers: FacilitatorAnswers,
  others: readonly { readonly mail: string }[],
  now: Instant,
  policy: Policy,
): CheckedFacilitator {
  const typed = trimmed(answers);
  const today = localDate(now);
  const teams = (code: string) => findTeam(policy.agencies, code) !== undefined;
  const localities = (code: string) => policy.localities.some((each) => each.code === code);
  const problems = [
    ...checkName(typed.name),
    ...checkMail(typed.mail, others),
    ...(typed.team === '' ? [{ field: 'team', fault: 'empty' } as const] : []),
    ...checkListed('team', [typed.team], teams),
    ...checkPastDay('trainedOn', typed.trainedOn, today),
    ...checkTrainedUntil(typed),
    ...checkPastDay('refresherOn', typed.refresherOn, today),
    ...checkPastDay('supervisedOn', typed.supervisedOn, today),
    ...checkListed('localities', typed.localities, localities),
    ...checkWeight(typed.weight),
    ...checkSessionsPerMonth(typed.sessionsPerMonth),
    ...checkDay('joinedOn', typed.joinedOn),
    ...checkPastDay('facilitatedBefore', typed.facilitatedBefore, today),
    ...checkListed('accepts', [typed.accepts], (value) => value === 'asked' || value === 'automatically'),
    ...checkListed('excludedTeams', typed.excludedTeams, teams),
  ];
  return problems.length > 0 ? { problems } : { draft: draftOf(typed, policy) };
}

/** What a coordinator would enter to get the facilitator as they are. */
export function answersOf(facilitator: FacilitatorDraft): FacilitatorAnswers {
  const { weight, sessionsPerMonth } = facilitator;
  return {
    name: facilitator.name,
    mail: facilitator.mail,
    team: facilitator.team,
    trainedOn: facilitator.trainedOn ?? '',
    trainedUntil: facilitator.trainedUntil ?? '',
    refresherOn: facilitator.refresherOn ?? '',
    supervisedOn: facilitator.supervisedOn ?? '',
    localities: facilitator.localities ?? [],
    weight: weight === undefined ? '' : String(weight),
    sessionsPerMonth: sessionsPerMonth === undefined ? '' : String(sessionsPerMonth),
    joinedOn: facilitator.joinedOn ?? '',
    facilitatedBefore: facilitator.facilitatedBefore ?? '',
    accepts: facilitator.acceptsAutomatically ? 'automatically' : 'asked',
    excludedTeams: facilitator.excludedTeams ?? [],
  };
}

/** Without the spaces around what was typed, and with no entry of a list empty or twice. */
function trimmed(answers: FacilitatorAnswers): FacilitatorAnswers {
  const plain = (value: string) => (isEmpty(value) ? '' : value.trim());
  const list = (values: readonly string[]) => [...new Set(values.map(plain))].filter((value) => value !== '');
  return {
    name: plain(answers.name).replace(/\s+/g, ' '),
    mail: plainMail(plain(answers.mail)),
    team: plain(answers.team),
    trainedOn: plain(answers.trainedOn),
    trainedUntil: plain(answers.trainedUntil),
    refresherOn: plain(answers.refresherOn),
    supervisedOn: plain(answers.supervisedOn),
    localities: list(answers.localities),
    weight: plain(answers.weight),
    sessionsPerMonth: plain(answers.sessionsPerMonth),
    joinedOn: plain(answers.joinedOn),
    facilitatedBefore: plain(answers.facilitatedBefore),
    accepts: plain(answers.accepts),
    excludedTeams: list(answers.excludedTeams),
  };
}

function checkName(name: string): FacilitatorProblem[] {
  if (name === '') return [{ field: 'name', fault: 'empty' }];
  if (name.length > FACILITATOR_LIMITS.name)
    return [{ field: 'name', fault: 'too-long', allowed: String(FACILITATOR_LIMITS.name) }];
  return name.includes('\ufffd') ? [{ field: 'name', fault: 'garbled' }] : [];
}

function checkMail(mail: string, others: readonly { readonly mail: string }[]): FacilitatorProblem[] {
  if (mail === '') return [{ field: 'mail', fault: 'empty' }];
  if (mail.length > FACILITATOR_LIMITS.mail)
    return [{ field: 'mail', fault: 'too-long', allowed: String(FACILITATOR_LIMITS.mail) }];
  if (!isMail(mail)) return [{ field: 'mail', fault: 'bad-mail' }];
  return others.some((other) => plainMail(other.mail) === mail) ? [{ field: 'mail', fault: 'taken' }] : [];
}

/** One problem for each entry that no list knows. */
function checkListed(
  field: Field,
  values: readonly string[],
  isListed: (value: string) => boolean,
): FacilitatorProblem[] {
  return values
    .filter((value) => value !== '' && !isListed(value))
    .map((allowed) => ({ field, fault: 'not-in-list', allowed }));
}

function checkDay(field: Field, value: string): FacilitatorProblem[] {
  return value === '' || isLocalDate(value) ? [] : [{ field, fault: 'not-a-date' }];
}

function checkPastDay(field: Field, value: string, today: LocalDate): FacilitatorProblem[] {
  const problems = checkDay(field, value);
  if (problems.length > 0 || value <= today) return problems;
  return [{ field, fault: 'in-the-future', allowed: today }];
}

function checkTrainedUntil({ trainedOn, trainedUntil }: FacilitatorAnswers): FacilitatorProblem[] {
  const problems = checkDay('trainedUntil', trainedUntil);
  if (problems.length > 0 || trainedUntil === '' || !isLocalDate(trainedOn) || trainedUntil >= trainedOn)
    return problems;
  return [{ field: 'trainedUntil', fault: 'before-training', allowed: trainedOn }];
}

function checkWeight(typed: string): FacilitatorProblem[] {
  const { leastWeight, mostWeight } = FACILITATOR_LIMITS;
  return typed === '' ? [] : checkNumber('weight', decimal(typed), leastWeight, mostWeight);
}

function checkSessionsPerMonth(typed: string): FacilitatorProblem[] {
  if (typed === '') return [];
  const sessions = /^[+-]?\d+$/.test(typed) ? Number(typed) : NaN;
  return checkNumber('sessionsPerMonth', sessions, 0, FACILITATOR_LIMITS.mostSessionsPerMonth);
}

function checkNumber(field: Field, value: number, least: number, most: number): FacilitatorProblem[] {
  if (Number.isNaN(value)) return [{ field, fault: 'not-a-number' }];
  if (value < least) return [{ field, fault: 'too-small', allowed: String(least) }];
  return value > most ? [{ field, fault: 'too-large', allowed: String(most) }] : [];
}

/** With a point or, as a spreadsheet of another country writes it, a comma. */
function decimal(typed: string): number {
  return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(typed) ? Number(typed.replace(',', '.')) : NaN;
}

/** Only for answers that passed every check. */
function draftOf(typed: FacilitatorAnswers, policy: Policy): FacilitatorDraft {
  const { name, mail, team, trainedOn, trainedUntil, weight, sessionsPerMonth } = typed;
  const until =
    trainedUntil === '' && trainedOn !== '' ? addMonths(trainedOn, policy.trainingValidMonths) : trainedUntil;
  return {
    ...{ name, mail, team },
    ...unlessEmpty('trainedOn', trainedOn),
    ...unlessEmpty('trainedUntil', until),
    ...unlessEmpty('refresherOn', typed.refresherOn),
    ...unlessEmpty('supervisedOn', typed.supervisedOn),
    ...unlessEmpty('localities', typed.localities),
    ...(weight !== '' && { weight: decimal(weight) }),
    ...(sessionsPerMonth !== '' && { sessionsPerMonth: Number(sessionsPerMonth) }),
    ...unlessEmpty('joinedOn', typed.joinedOn),
    ...unlessEmpty('facilitatedBefore', typed.facilitatedBefore),
    ...(typed.accepts === 'automatically' && { acceptsAutomatically: true }),
    ...unlessEmpty('excludedTeams', typed.excludedTeams),
  };
}

function unlessEmpty<Name extends keyof Facilitator, Value extends string | readonly string[]>(
  name: Name,
  value: Value,
): { readonly [Key in Name]?: Value } {
  return value.length === 0 ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}
