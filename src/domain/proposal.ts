/**
 * Other people for a session that is arranged: the requester proposes, a coordinator agrees. Until then it stays as it is.
 */
import { yearOf } from './form';
import type { ParticipantAnswer } from './form';
import { type FormProblem, isEmpty } from './form-fields';
import { identifierProblems, likelyMark } from './form-identifiers';
import { checkPeople, LONGEST_NAME, sorted } from './form-people';
import { dependence } from './independence';
import type { Instant } from './intervals';
import { lookedUp, type Peopled } from './directory';
import { plainMail } from './mail-address';
import { isSamePerson, type KnownPerson, type Participant, type Person, type Requester } from './people';
import { isStanding } from './rearranging';
import type { Policy } from './policy';
import type { Booked, Offered, Request, Uncovered } from './request';

/** Everybody who is to take part besides the requester. At most one stands; a newer one replaces it. */
export interface Proposal {
  readonly participants: readonly Participant[];
  /** Tells one proposal from another. */
  readonly at: Instant;
  readonly by: Person;
}

/** What came of the last one; shown to the requester. */
export interface ProposalAnswer {
  readonly agreed: boolean;
  readonly at: Instant;
}

/** As ticked and typed. */
export interface ProposalAnswers {
  /** Addresses of those who are to take part no longer. */
  readonly removed: readonly string[];
  readonly added: readonly ParticipantAnswer[];
  /** "No, it is not" to the question about likely identifiers: its mark, or ''. */
  readonly notNames: string;
}

/** `known`: whom of those added the directory knows. A coordinator's answer names the proposal they saw by its moment. */
export type ProposalCommand =
  | {
      readonly kind: 'propose-participants';
      readonly answers: ProposalAnswers;
      readonly known: readonly KnownPerson[];
    }
  | { readonly kind: 'agree-proposal'; readonly at: Instant }
  | { readonly kind: 'refuse-proposal'; readonly at: Instant };

export const PROPOSAL_REFUSALS = [
  'not-arranged',
  'wait-arranging',
  'nothing-proposed',
  'people-not-known',
  'people-do-not-fit',
  'facilitator-involved',
] as const;

/** A session whose people can be changed by proposal. */
export type Proposable = Offered | Booked | Uncovered;

export function isProposable(request: Request): request is Proposable {
  return request.state === 'offered' || request.state === 'booked' || request.state === 'uncovered';
}

/** The people as they would be, every problem named; entries count those added. */
export function checkProposal(
  { requester, ask }: Peopled,
  { removed, added, notNames }: ProposalAnswers,
  now: Instant,
  policy: Policy,
): { readonly kept: readonly Participant[] } | { readonly problems: readonly FormProblem[] } {
  const kept = ask.participants.filter(({ mail }) => !removed.includes(plainMail(mail)));
  const people = checkPeople({ participants: [...kept, ...added], team: requester.team }, policy);
  const problems = [
    ...people.flatMap((problem) => ofAdded(problem, kept.length)),
    ...added.flatMap(withoutAddress),
    ...identifierProblems(names(added), notNames, yearOf(now)),
  ];
  return problems.length > 0 ? { problems } : { kept };
}

/** What "No, it is not" has to carry for these answers; '' when nothing in them is asked about. */
export function proposalMark({ added }: Pick<ProposalAnswers, 'added'>, now: Instant): string {
  return likelyMark(names(added), yearOf(now));
}

/** Those kept and those added, each once; undefined when somebody chosen by id is not in the directory. */
export function proposed(
  { requester, ask }: Peopled,
  kept: readonly Participant[],
  added: readonly ParticipantAnswer[],
  known: readonly KnownPerson[],
): readonly Participant[] | undefined {
  const { toBeNamed: _none, ...rest } = ask;
  const { participants, picked } = sorted(added);
  const found = lookedUp<Peopled>({ requester, ask: { ...rest, participants, picked } }, known).ask;
  if (found.toBeNamed) return undefined;
  const isNew = (person: Participant): boolean => !kept.some((each) => isOne(each, person));
  return [...kept, ...found.participants.filter(isNew)];
}

/** Whoever has become the requester meanwhile takes part anyway. */
export function wantedBy({ requester }: Peopled, { participants }: Proposal): readonly Participant[] {
  return participants.filter((each) => !isRequester(each, requester));
}

/** Who would come and who would no longer; somebody of another team now is both. */
export function changeOf(
  { ask }: Peopled,
  wanted: readonly Participant[],
): { readonly added: readonly Participant[]; readonly removed: readonly Participant[] } {
  const without = (people: readonly Participant[], others: readonly Participant[]) =>
    people.filter((each) => !others.some((other) => isOne(each, other) && each.team === other.team));
  return { added: without(wanted, ask.participants), removed: without(ask.participants, wanted) };
}

/** Why a session with these people would be none: policy's numbers, and who facilitates it. */
export function misfit(
  request: Proposable,
  participants: readonly Participant[],
  policy: Policy,
): 'people-do-not-fit' | 'facilitator-involved' | undefined {
  const { requester, match, beside, state } = request;
  const problems = checkPeople({ participants, team: requester.team }, policy);
  if (problems.some(({ entry }) => entry === undefined)) return 'people-do-not-fit';
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  const facilitators = [
    // Whoever has dropped out is nobody's facilitator; whoever is asked in their place may become it.
    ...(state === 'uncovered' ? [] : [match.facilitator]),
    ...(chosen ? [chosen.match.facilitator] : []),
    ...(beside ? [beside.facilitator] : []),
  ];
  const isInvolved = facilitators.some((each) => dependence(each, { requester, participants }, policy));
  return isInvolved ? 'facilitator-involved' : undefined;
}

/** What is wrong with somebody who takes part already is nothing the requester can put right here. */
function ofAdded(problem: FormProblem, kept: number): FormProblem[] {
  if (problem.entry === undefined) return [problem];
  // Said of an address that is missing, whether it is a role or a name.
  if (problem.entry < kept || problem.fault === 'name-without-mail') return [];
  return [{ ...problem, entry: problem.entry - kept }];
}

/** A session that is arranged has nobody to be named later: they could not be invited. */
function withoutAddress({ id, name, mail }: ParticipantAnswer, entry: number): FormProblem[] {
  const isMissing = id === undefined && isEmpty(mail) && !isEmpty(name);
  return isMissing ? [{ field: 'participants', entry, fault: 'bad-mail' }] : [];
}

function names(added: readonly ParticipantAnswer[]) {
  return added
    .map(({ name }, entry) => ({
      field: 'participants' as const,
      entry,
      text: name,
      of: 'practitioner' as const,
    }))
    .filter(({ text }) => text.trim().length <= LONGEST_NAME);
}

function isOne(one: Participant, other: Participant): boolean {
  if (one.id !== undefined && other.id !== undefined && isSamePerson(one.id, other.id)) return true;
  return plainMail(one.mail) === plainMail(other.mail);
}

function isRequester({ id, mail }: Participant, requester: Requester): boolean {
  if (id !== undefined && isSamePerson(id, requester.id)) return true;
  return requester.mail !== undefined && plainMail(mail) === plainMail(requester.mail);
}
