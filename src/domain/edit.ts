/** A request as a coordinator completes it: dates, length, venue, arrangements, and who the people to be named are. */
import { type Arrangement, ARRANGEMENTS, type Ask, holidaysAvoided, minutesOf, teamsOf } from './ask';
import type { TimeOfDay, Weekday } from './calendar';
import { type FormAnswers, LIMITS, localityCodes, type ParticipantAnswer, yearOf } from './form';
import { checkDates, type NewDatesAnswers } from './form-dates';
import {
  type EditField,
  type FormProblem,
  isEmpty,
  listed,
  optionalChoices,
  optionalListed,
  optionalText,
} from './form-fields';
import { type FreeText, identifierProblems, likelyMark } from './form-identifiers';
import { checkPeople, sorted } from './form-people';
import type { Instant } from './intervals';
import { isMail, plainMail } from './mail-address';
import type { Contact, Requester, ToBeNamed } from './people';
import type { Policy } from './policy';

/** Everything as typed. */
export interface EditAnswers
  extends NewDatesAnswers, Pick<FormAnswers, 'place' | 'venue' | 'locality' | 'arrangements' | 'notNames'> {
  /** One of `lengthsOf`; '' leaves it as it is. */
  readonly minutes: string;
  /** For each of the people to be named, in their order: name and address; both empty leaves the place open. */
  readonly named: readonly NamingAnswer[];
  /** Invited, and no participants. Rows without name and address are left out. */
  readonly interpreters: readonly Contact[];
}

export interface NamingAnswer extends Contact {
  /** Nobody is needed there any more. */
  readonly dropped: boolean;
}

/** What may be agreed where a whole session is more than everybody can come to. */
const SHORTER_MINUTES = [75, 60, 45] as const;

/** How long a session can be made: as long as policy has it, shorter, or as long as it is already. */
export function lengthsOf(ask: Pick<Ask, 'minutes'>, policy: Policy): number[] {
  const shorter = SHORTER_MINUTES.filter((minutes) => minutes < policy.sessionMinutes);
  return [...new Set([policy.sessionMinutes, ...shorter, minutesOf(ask, policy)])];
}

type Checked = { readonly ask: Ask } | { readonly problems: readonly FormProblem<EditField>[] };

/** Checks the whole edit by the rules of the form. In `problems`, an entry of `named` counts from its first. */
export function checkEdit(
  requester: Pick<Requester, 'team'>,
  ask: Ask,
  answers: EditAnswers,
  now: Instant,
  policy: Policy,
): Checked {
  const others = ask.participants.map(({ name, mail, team, id }): ParticipantAnswer => ({
    name,
    mail,
    team,
    ...(id !== undefined && { id }),
  }));
  const people = [...others, ...peopleNamed(ask.toBeNamed ?? [], answers.named)];
  const interpreters = answers.interpreters.filter(({ name, mail }) => !isEmpty(name) || !isEmpty(mail));
  const next = edited(ask, answers, people, interpreters, policy);
  const fitting = {
    minutes: minutesOf(next, policy),
    avoided: holidaysAvoided(teamsOf(requester, next), next.schoolsAgree ?? false, policy),
  };
  const problems: FormProblem<EditField>[] = [
    ...checkDates(answers, fitting, now, policy),
    ...optionalListed('minutes', answers.minutes, lengthsOf(ask, policy).map(String)),
    ...listed('place', answers.place, (place) => place === 'online' || place === 'in-person'),
    ...optionalText('venue', answers.venue, LIMITS.venue),
    ...optionalListed('locality', answers.locality, localityCodes(policy)),
    ...optionalChoices('arrangements', answers.arrangements, ARRANGEMENTS),
    ...peopleProblems(ask, requester, people, answers, policy),
    ...answers.named.flatMap(checkNaming),
    ...interpreters.flatMap(checkInterpreter),
    ...identifierProblems(freeTexts(answers), answers.notNames, yearOf(now)),
  ];
  return problems.length > 0 ? { problems } : { ask: next };
}

/** What "No, it is not" has to carry for these answers; '' when nothing in them is asked about. */
export function editMark(answers: EditAnswers, now: Instant): string {
  return likelyMark(freeTexts(answers), yearOf(now));
}

/** The people to be named as the form would have them: by name where one is given now, else by role as before. */
function peopleNamed(toBeNamed: readonly ToBeNamed[], named: readonly NamingAnswer[]): ParticipantAnswer[] {
  return toBeNamed.flatMap(({ role = '', team }, n) => {
    const { name = '', mail = '', dropped = false } = named[n] ?? {};
    if (dropped) return [];
    return [isEmpty(name) && isEmpty(mail) ? { name: role, mail: '', team } : { name, mail, team }];
  });
}

/** Those about the people who were there before are nothing a coordinator can mend here, and stand as they are. */
function peopleProblems(
  ask: Ask,
  { team }: Pick<Requester, 'team'>,
  people: readonly ParticipantAnswer[],
  { named }: EditAnswers,
  policy: Policy,
): FormProblem<EditField>[] {
  const kept = (ask.toBeNamed ?? []).map((_, n) => n).filter((n) => !named[n]?.dropped);
  return checkPeople({ participants: people, team }, policy).flatMap((problem): FormProblem<EditField>[] => {
    if (problem.entry === undefined) return [problem];
    const { entry: _entry, ...rest } = problem;
    const row = kept[problem.entry - ask.participants.length];
    const isTyped = row !== undefined && !isEmpty(named[row]?.mail ?? '');
    return isTyped ? [{ ...rest, field: 'named', entry: row }] : [];
  });
}

/** A name without an address could not be invited. */
function checkNaming({ name, mail, dropped }: NamingAnswer, entry: number): FormProblem<EditField>[] {
  if (dropped || isEmpty(name) || !isEmpty(mail)) return [];
  return [{ field: 'named', entry, fault: 'bad-mail' }];
}

function checkInterpreter({ name, mail }: Contact, entry: number): FormProblem<EditField>[] {
  const faults: Pick<FormProblem, 'fault' | 'allowed'>[] = [
    ...(isEmpty(name) ? [{ fault: 'empty' } as const] : []),
    ...(name.trim().length > LIMITS.name ? [{ fault: 'too-long', allowed: LIMITS.name } as const] : []),
    ...(isMail(mail) ? [] : [{ fault: 'bad-mail' } as const]),
  ];
  return faults.map((fault) => ({ field: 'interpreters', entry, ...fault }));
}

function freeTexts({ venue, named, interpreters }: EditAnswers): FreeText<EditField>[] {
  const names = (field: 'named' | 'interpreters', people: readonly Contact[]) =>
    people.map(({ name }, entry) => ({ field, entry, text: name, of: 'practitioner' as const }));
  const texts: FreeText<EditField>[] = [
    { field: 'venue', text: venue, of: 'venue' },
    ...names('named', named),
    ...names('interpreters', interpreters),
  ];
  return texts.filter(({ text: typed }) => typed.trim().length <= LIMITS.venue);
}

/** The ask as it would be; to be kept only when the answers passed their checks. */
function edited(
  before: Ask,
  answers: EditAnswers,
  people: readonly ParticipantAnswer[],
  interpreters: readonly Contact[],
  policy: Policy,
): Ask {
  const { arrangements: _a, interpreters: _i, toBeNamed: _t, locality: _l, ...rest } = before;
  const { minutes: agreedMinutes, schoolsAgree: agreed = false, ...ask } = rest;
  const { locality, schoolsAgree = agreed } = answers;
  const venue = answers.venue.trim();
  const { participants, toBeNamed } = sorted(people);
  const minutes = lengthsOf(before, policy).find((each) => String(each) === answers.minutes) ?? agreedMinutes;
  return {
    ...ask,
    place:
      answers.place === 'online' ? { kind: 'online' } : { kind: 'in-person', ...(venue !== '' && { venue }) },
    ...(answers.arrangements.length > 0 && { arrangements: answers.arrangements as readonly Arrangement[] }),
    participants,
    ...(toBeNamed.length > 0 && { toBeNamed }),
    ...(interpreters.length > 0 && {
      interpreters: interpreters.map(({ name, mail }) => ({ name: name.trim(), mail: plainMail(mail) })),
    }),
    earliest: answers.earliest,
    latest: answers.latest,
    days: answers.days as Weekday[],
    times: answers.times as TimeOfDay[],
    ...(!isEmpty(locality) && { locality }),
    ...(schoolsAgree && { schoolsAgree }),
    ...(minutes !== undefined && minutes !== policy.sessionMinutes && { minutes }),
  };
}
