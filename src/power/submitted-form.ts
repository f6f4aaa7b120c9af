/** A submission as it is described, as the answers of the form: who asks, and what. */
import { type FormAnswers, LIMITS, markToConfirm, markToGoOn, yearOf } from '../domain/form';
import { type FormProblem, isEmpty } from '../domain/form-fields';
import { identifierProblems } from '../domain/form-identifiers';
import { isMail, plainMail } from '../domain/mail-address';
import type { Instant } from '../domain/intervals';
import type { Person } from '../domain/people';
import type { Policy } from '../domain/policy';
import { personIdFor } from '../ids';
import { typable } from '../wording/typed-text';
import type { FieldError, ProblemMore } from './problems';
import { formError, REQUESTER_WORDS } from './wording';

/** As the description lets it in. */
export interface NewRequest {
  readonly childAtImmediateRisk: 'no' | 'reported';
  readonly requesterName?: string;
  readonly requesterMail?: string;
  readonly team: string;
  readonly phone?: string;
  readonly colleague?: string;
  readonly caseReference: string;
  readonly reason: string;
  readonly familyTold: string;
  readonly otherNeeds?: readonly string[];
  readonly place: string;
  readonly venue?: string;
  readonly locality?: string;
  readonly arrangements?: readonly string[];
  readonly participants: readonly { readonly name: string; readonly mail?: string; readonly team: string }[];
  readonly earliest: string;
  readonly latest: string;
  readonly days: readonly string[];
  readonly times: readonly string[];
  readonly schoolsAgree?: boolean;
  readonly notNames?: string;
  readonly goesOn?: string;
}

/** `unconfirmed`: in the name of somebody who is not there to say so. */
export interface Asking {
  readonly by: Person;
  readonly unconfirmed: boolean;
}

/**
 * Whoever is named, or else whoever is signed in. A person who is signed in and asks in a name asks for somebody else,
 * though it may be theirs: a flow runs as whoever made it.
 */
export function askingIn(
  { requesterName, requesterMail }: NewRequest,
  signedIn: Person | undefined,
  now: Instant,
): Asking | readonly FieldError[] {
  if (requesterName === undefined && requesterMail === undefined) {
    if (signedIn) return { by: signedIn, unconfirmed: false };
    return [{ field: 'requesterMail', detail: REQUESTER_WORDS.needed }];
  }
  if (requesterName === undefined || requesterMail === undefined) {
    const field = requesterName === undefined ? 'requesterName' : 'requesterMail';
    return [{ field, detail: REQUESTER_WORDS.together }];
  }
  const name = oneLine(requesterName);
  const mail = plainMail(requesterMail);
  const wrong = [
    ...(isName(name, now) ? [] : [{ field: 'requesterName', detail: REQUESTER_WORDS.name }]),
    ...(isMail(mail) ? [] : [{ field: 'requesterMail', detail: REQUESTER_WORDS.mail }]),
  ];
  return wrong.length > 0 ? wrong : { by: { id: personIdFor(mail), name, mail }, unconfirmed: true };
}

/** A practitioner's name is none that has to go; anything else that identifies somebody has. */
function isName(name: string, now: Instant): boolean {
  if (isEmpty(name) || name.length > LIMITS.name) return false;
  const own = { field: 'requesterName', text: name, of: 'practitioner' } as const;
  return identifierProblems([own], '', yearOf(now)).every(({ fault }) => fault !== 'identifier');
}

export function answersIn(body: NewRequest): FormAnswers {
  return {
    caseReference: oneLine(body.caseReference),
    team: body.team,
    phone: oneLine(body.phone ?? ''),
    colleague: oneLine(body.colleague ?? ''),
    reason: typable(body.reason),
    familyTold: body.familyTold,
    riskKnown: body.childAtImmediateRisk === 'reported',
    otherNeeds: [...new Set(body.otherNeeds ?? [])],
    place: body.place,
    venue: oneLine(body.venue ?? ''),
    locality: body.locality ?? '',
    arrangements: [...new Set(body.arrangements ?? [])],
    participants: body.participants.map(({ name, mail = '', team }) => ({
      name: oneLine(name),
      mail: oneLine(mail),
      team,
    })),
    earliest: body.earliest,
    latest: body.latest,
    days: [...new Set(body.days)],
    times: [...new Set(body.times)],
    schoolsAgree: body.schoolsAgree ?? false,
    notNames: body.notNames ?? '',
    goesOn: body.goesOn ?? '',
  };
}

/** What fields of one line take in chat and on pages too: what cannot be typed goes, and no line ends. */
function oneLine(text: string): string {
  return typable(text)
    .replaceAll(/[\n\u2028\u2029]+/g, ' ')
    .trim();
}

/** What has to change, with the marks that answer what is only asked. */
export function formProblem(
  problems: readonly FormProblem[],
  answers: FormAnswers,
  { now, policy }: { readonly now: Instant; readonly policy: Policy },
): ProblemMore {
  const asks = (fault: FormProblem['fault']) => problems.some((each) => each.fault === fault);
  const marks = {
    ...(asks('likely-identifier') && { notNames: markToConfirm(answers, now, policy) }),
    ...(asks('better-door') && { goesOn: markToGoOn(answers) }),
  };
  const errors = problems.map((problem) => ({
    field: problem.entry === undefined ? problem.field : `${problem.field}[${problem.entry}]`,
    detail: formError(problem),
  }));
  return { errors, ...(Object.keys(marks).length > 0 && { marks }) };
}
