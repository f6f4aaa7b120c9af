/**
 * The request form: what was typed, checked rule by rule. Every door (card, page, API) sends its answers here, so that
 * the rules are the same everywhere. Limits are policy (domain.md).
 */
import { findTeam } from './agencies';
import {
  type Arrangement,
  ARRANGEMENTS,
  type Ask,
  type FamilyTold,
  holidaysAvoided,
  minutesOf,
  OTHER_NEEDS,
  type OtherNeed,
} from './ask';
import { localDate, type TimeOfDay, type Weekday } from './calendar';
import { checkDates } from './form-dates';
import {
  type FormField,
  type FormProblem,
  isEmpty,
  listed,
  optionalChoices,
  optionalListed,
  optionalText,
  text,
} from './form-fields';
import { type FreeText, identifierProblems, likelyMark } from './form-identifiers';
import { checkPeople, knownAs, LONGEST_NAME, sorted } from './form-people';
import { namesSomebody } from './identifiers';
import type { Instant } from './intervals';
import { isMail, LONGEST_MAIL, plainMail } from './mail-address';
import type { PersonId, Requester } from './people';
import type { Policy } from './policy';

/** The form as typed; everything is text until it has been checked. */
export interface FormAnswers {
  readonly caseReference: string;
  readonly team: string;
  /** May be empty. */
  readonly phone: string;
  /** The e-mail address of a colleague who may act for the requester; may be empty. */
  readonly colleague: string;
  readonly reason: string;
  readonly familyTold: string;
  readonly riskKnown: boolean;
  readonly otherNeeds: readonly string[];
  readonly place: string;
  readonly venue: string;
  /** A code of the list; '' where it is not said. */
  readonly locality: string;
  readonly arrangements: readonly string[];
  readonly participants: readonly ParticipantAnswer[];
  readonly earliest: string;
  readonly latest: string;
  readonly days: readonly string[];
  readonly times: readonly string[];
  /** The schools that take part agree to a session in their holidays. */
  readonly schoolsAgree: boolean;
  /** "No, it is not" to the question about likely identifiers: their mark (see form-identifiers.ts), or ''. */
  readonly notNames: string;
  /** "Go on all the same" to the warning about other needs: their mark, or ''. */
  readonly goesOn: string;
}

/** Somebody who is to take part: from the directory (`id`), by name and address, or by role alone (see `knownAs`). */
export interface ParticipantAnswer {
  readonly name: string;
  readonly mail: string;
  readonly team: string;
  readonly id?: PersonId;
}

export type CheckedForm =
  | { readonly requester: Pick<Requester, 'team' | 'phone' | 'colleague'>; readonly ask: Ask }
  | { readonly problems: readonly FormProblem[] };

export const LIMITS = {
  caseReference: 40,
  name: LONGEST_NAME,
  mail: LONGEST_MAIL,
  phone: 30,
  venue: 200,
} as const;

/** What is not on the form and has to fit all the same: the length a coordinator agreed with the requester. */
export type Agreed = Pick<Ask, 'minutes'>;

/** Checks the whole form and names every problem at once. `now` decides what is past and how much notice is left. */
export function checkForm(
  answers: FormAnswers,
  now: Instant,
  policy: Policy,
  agreed: Agreed = {},
): CheckedForm {
  const teams = [answers, ...answers.participants].map(({ team }) => team);
  const avoided = holidaysAvoided(teams, answers.schoolsAgree, policy);
  const problems = [
    ...text('caseReference', answers.caseReference, LIMITS.caseReference),
    ...listed('team', answers.team, (code) => Boolean(findTeam(policy.agencies, code))),
    ...checkPhone(answers.phone),
    ...(isEmpty(answers.colleague) || isMail(answers.colleague)
      ? []
      : [{ field: 'colleague', fault: 'bad-mail' } as const]),
    ...text('reason', answers.reason, policy.longestTextLength),
    ...listed('familyTold', answers.familyTold, isFamilyTold),
    ...checkOtherNeeds(answers),
    ...listed('place', answers.place, (place) => place === 'online' || place === 'in-person'),
    ...optionalText('venue', answers.venue, LIMITS.venue),
    ...optionalListed('locality', answers.locality, localityCodes(policy)),
    ...optionalChoices('arrangements', answers.arrangements, ARRANGEMENTS),
    ...checkPeople(answers, policy),
    ...checkDates(answers, { minutes: minutesOf(agreed, policy), avoided }, now, policy),
    ...identifierProblems(freeTexts(answers, policy), answers.notNames, yearOf(now)),
  ];
  return problems.length > 0 ? { problems } : trimmed(answers);
}

/** What "No, it is not" has to carry for these answers; '' when nothing in them is asked about. */
export function markToConfirm(answers: FormAnswers, now: Instant, policy: Policy): string {
  return likelyMark(freeTexts(answers, policy), yearOf(now));
}

/** What "Go on all the same" has to carry for these answers; '' when they want nothing a JAGS is not for. */
export function markToGoOn({ otherNeeds }: Pick<FormAnswers, 'otherNeeds'>): string {
  return [...new Set(otherNeeds)].sort().join('+');
}

/** The calendar year an instant falls in: how old a date is depends on it. */
export function yearOf(now: Instant): number {
  return Number(localDate(now).slice(0, 4));
}

/** Texts that are too long are refused for that; reading only the others keeps the work small. */
function freeTexts(
  { caseReference, reason, venue, participants }: FormAnswers,
  policy: Policy,
): FreeText<FormField>[] {
  const texts: (FreeText<FormField> & { readonly longest: number })[] = [
    { field: 'caseReference', text: caseReference, longest: LIMITS.caseReference },
    { field: 'reason', text: reason, longest: policy.longestTextLength },
    { field: 'venue', text: venue, of: 'venue', longest: LIMITS.venue },
    ...participants.map((person, entry) => ({
      field: 'participants' as const,
      entry,
      text: person.name,
      longest: LIMITS.name,
      // A role is a text like any other; the name of a practitioner is what is asked for.
      ...((knownAs(person) !== 'to-be-named' || namesSomebody(person.name)) && {
        of: 'practitioner' as const,
      }),
    })),
  ];
  return texts
    .filter((each) => each.text.trim().length <= each.longest)
    .map(({ longest: _longest, ...free }) => free);
}

function isFamilyTold(value: string): value is FamilyTold {
  return value === 'yes' || value === 'not-yet' || value === 'not-appropriate';
}

/** A number to ring, with an extension if need be; whether it is anybody's only a call can tell. */
const PHONE = /^\+?[\d ()-]{7,20}(?: ?(?:ext|x)\.? ?\d{1,6})?$/i;

function checkPhone(phone: string): FormProblem[] {
  if (isEmpty(phone) || PHONE.test(phone.trim())) return [];
  return [{ field: 'phone', fault: 'bad-phone' }];
}

/** What a JAGS is not for [3.16] is warned about before sending; whoever wants to goes on. */
function checkOtherNeeds(answers: FormAnswers): FormProblem[] {
  const unlisted = optionalChoices('otherNeeds', answers.otherNeeds, OTHER_NEEDS);
  if (unlisted.length > 0 || answers.goesOn === markToGoOn(answers) || answers.otherNeeds.length === 0)
    return unlisted;
  return [{ field: 'otherNeeds', fault: 'better-door' }];
}

/** What a locality may be. */
export function localityCodes({ localities }: Policy): string[] {
  return localities.map(({ code }) => code);
}

/** The answers as an Ask; only for answers that passed every check. */
function trimmed(answers: FormAnswers): Extract<CheckedForm, { ask: unknown }> {
  const { team, familyTold, place, locality, schoolsAgree } = answers;
  const venue = answers.venue.trim();
  const phone = answers.phone.trim();
  const colleague = plainMail(answers.colleague);
  const { participants, picked, toBeNamed } = sorted(answers.participants);
  return {
    requester: { team, ...(phone && { phone }), ...(colleague && { colleague: { mail: colleague } }) },
    ask: {
      caseReference: answers.caseReference.trim(),
      reason: answers.reason.trim(),
      familyTold: familyTold as FamilyTold,
      riskKnown: answers.riskKnown,
      ...unlessEmpty('otherNeeds', answers.otherNeeds as readonly OtherNeed[]),
      place: place === 'online' ? { kind: 'online' } : { kind: 'in-person', ...(venue !== '' && { venue }) },
      ...unlessEmpty('arrangements', answers.arrangements as readonly Arrangement[]),
      participants,
      ...unlessEmpty('picked', picked),
      ...unlessEmpty('toBeNamed', toBeNamed),
      earliest: answers.earliest,
      latest: answers.latest,
      days: answers.days as Weekday[],
      times: answers.times as TimeOfDay[],
      ...(!isEmpty(locality) && { locality }),
      ...(schoolsAgree && { schoolsAgree }),
    },
  };
}

function unlessEmpty<Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): { readonly [Key in Name]?: readonly Item[] } {
  return items.length === 0 ? {} : ({ [name]: items } as { readonly [Key in Name]: readonly Item[] });
}
