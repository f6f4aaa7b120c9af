/** The requester's own view: what was asked, how it stands, who has it now and what comes next. */
import { facilitatorMissing, isOnTheDay } from '../domain/facilitator-missing';
import { followUpOf } from '../domain/follow-up';
import type { NewDatesAnswers } from '../domain/form-dates';
import { teamsOf } from '../domain/ask';
import type { Instant } from '../domain/intervals';
import { isSamePerson, type PersonId, type Requester } from '../domain/people';
import type { Policy } from '../domain/policy';
import { type Closed, isOpen, referenceOf, type Request } from '../domain/request';
import { isStanding } from '../domain/rearranging';
import { isProposable } from '../domain/proposal';
import { isInvited } from '../domain/setback';
import { capitalised, type Choice } from '../wording/choice';
import type { Fact, Stated } from './stated';
import { actingFor, ASK_TEXTS } from '../wording/ask';
import { isolated, paragraphs } from '../wording/typed-text';
import { worseLine } from '../wording/safety';
import { closedOn } from '../wording/closed';
import { HANDED_TO_YOU, noteInWords } from '../wording/notes';
import { STANDING } from '../wording/rearranging';
import { toldInWords } from '../wording/on-the-day';
import { afterClosing, OUTCOMES, REQUESTER_STATES, TONES } from '../wording/states';
import { hearingInWords, waitForRequester } from '../wording/waiting';
import { isShortOfAgencies, ownAbsenceLines } from './absences';
import { agenciesInWords, agenciesOf } from './agencies';
import { type OtherDates, presentOtherDates } from './other-dates';
import { tooFewLines } from './outlook';
import {
  arrangementFacts,
  lengthFacts,
  localityFacts,
  otherNeedFacts,
  schoolFacts,
  toBeNamedFacts,
} from './asked-for';
import { placeInWords } from './place';
import { presentOwnPart } from './own-part';
import { ownProposalLines } from './proposal';
import { dayOf, daysInWords, momentInWords, slotInWords } from '../wording/when';

/** Everything the requester sees, and what they may do just now. */
export interface RequesterShown extends Stated {
  readonly safety: string;
  readonly canJoin: boolean;
  readonly joinUrl: string;
  /** On the day of the session. */
  readonly canSayMissing: boolean;
  readonly start: number;
  readonly canGiveDates: boolean;
  readonly dates: OtherDates;
  readonly hasActing: boolean;
  readonly acting: string;
  readonly canChange: boolean;
  readonly canMove: boolean;
  /** Which of its sessions was looked at. */
  readonly attempt: number;
  /** Other people, once it is arranged. */
  readonly canPropose: boolean;
  /** What the session needs besides, once the form cannot be changed any more. */
  readonly canAskArrangements: boolean;
  readonly arrangements: readonly Choice[];
  readonly canWithdraw: boolean;
  readonly withdrawing: string;
  readonly canAskAgain: boolean;
  readonly askAgain: string;
  readonly fromList: boolean;
}

export interface RequesterView {
  /** A sentence about what was just tried. */
  readonly notice?: string;
  /** Other dates as just typed, when they could not do. */
  readonly dates?: NewDatesAnswers;
  /** Opened from the list of requests, with a way back. */
  readonly fromList?: boolean;
  /** Who looks at it: the requester, unless a colleague acts for them. */
  readonly viewer?: PersonId;
  /** Absent where it makes no difference: what is of use on the day of the session is then not offered. */
  readonly now?: Instant;
}

export function presentForRequester(
  request: Request,
  policy: Policy,
  { notice = '', fromList = false, dates, viewer, now }: RequesterView = {},
): RequesterShown {
  const { requester } = request;
  const acting = viewer !== undefined && !isSamePerson(viewer, requester.id);
  const joinUrl = (request.state === 'booked' && request.event.joinUrl) || '';
  return {
    reference: referenceOf(request.id),
    request: request.id,
    hasNotice: notice !== '',
    notice,
    tone: needsYou(request, policy) ? 'warning' : TONES[request.state],
    state: stateForRequester(request),
    lines: [
      ...nextSteps(request),
      ...(isStanding(request) ? tooFewLines(request, policy) : []),
      ...ownAbsenceLines(request, policy),
      ...besides(request, policy),
    ].map((text) => ({ text })),
    // The card stays in the chat for ever.
    facts: isOpen(request) ? facts(request, policy, acting) : [],
    hasActing: acting && isOpen(request),
    acting: actingFor(isolated(requester.name)),
    safety: worseLine(policy),
    canJoin: joinUrl !== '',
    joinUrl,
    ...missingButton(request, now),
    canGiveDates: request.state === 'submitted',
    dates: presentOtherDates(request, policy, dates),
    canChange: request.state === 'submitted' || request.state === 'returned',
    canMove: request.state === 'booked' && !request.rearranging,
    attempt: request.attempt,
    canPropose: isProposable(request),
    ...arrangementChoices(request),
    canWithdraw: request.state !== 'closed' && request.state !== 'held',
    withdrawing: isStanding(request)
      ? 'If you withdraw it, the session is cancelled and everybody invited is told. This cannot be undone.'
      : 'If you withdraw it, the request is closed and nothing more is arranged. This cannot be undone.',
    canAskAgain: request.state === 'held' || request.state === 'closed',
    askAgain: followUpOf(request) ? 'Ask for a follow-up' : 'Ask again',
    fromList,
  };
}

function arrangementChoices(request: Request): Pick<RequesterShown, 'canAskArrangements' | 'arrangements'> {
  const { arrangements } = presentOwnPart(request, request.requester, request.submittedAt);
  const isFormOpen = request.state === 'submitted' || request.state === 'returned';
  return {
    canAskArrangements: !isFormOpen && arrangements.length > 0,
    arrangements: arrangements.map(capitalised),
  };
}

function missingButton(
  request: Request,
  now: Instant | undefined,
): Pick<RequesterShown, 'canSayMissing' | 'start'> {
  const match = request.state === 'booked' || request.state === 'uncovered' ? request.match : undefined;
  const canSayMissing = match !== undefined && now !== undefined && isOnTheDay(match, now);
  return { canSayMissing, start: match?.slot.start ?? 0 };
}

/** Something is asked of the requester, or they should know of it. */
function needsYou(request: Request, policy: Policy): boolean {
  if (isShortOfAgencies(request, policy)) return true;
  if (!isInvited(request) || facilitatorMissing(request)) return true;
  if (isStanding(request) && request.outlook?.tooFew !== undefined) return true;
  return request.state === 'submitted' && request.datesAsked !== undefined;
}

/** The state in a few words, also for the list of requests. */
export function stateForRequester(request: Request): string {
  if (request.state === 'closed') return closedInWords(request);
  return request.state === 'submitted' ? waitForRequester(request) : REQUESTER_STATES[request.state];
}

function closedInWords({ outcome }: Closed): string {
  return outcome.kind === 'withdrawn' ? 'Withdrawn' : OUTCOMES[outcome.kind];
}

/** Who has it now and what comes next; the first sentence alone is enough in a list. */
export function nextSteps(request: Request): string[] {
  switch (request.state) {
    case 'submitted':
      return hearingInWords(request);
    case 'returned':
      return ['A coordinator has sent it back to you:', ...paragraphs(request.missing).map(isolated)];
    case 'approved':
      return ['A coordinator has approved it. A facilitator and a time are being arranged.'];
    case 'offered':
      return [
        `${isolated(request.match.facilitator.name)} has been asked to facilitate and answers by ${momentInWords(request.answerBy)}.`,
        `Planned for ${slotInWords(request.match.slot)}. You will be told when it is booked.`,
      ];
    case 'booked':
      return [
        `${slotInWords(request.match.slot)}.`,
        isInvited(request)
          ? 'Everybody you named is sent an invitation.'
          : 'Those you named could not be invited yet. The coordinators have been told. Please tell the others the day and time yourself for now.',
        ...(request.rearranging ? [STANDING.wanted] : []),
      ];
    case 'uncovered':
      return [
        'The facilitator had to drop out. A coordinator is looking for another, for the same time if possible.',
        `Please keep ${slotInWords(request.match.slot)}: the others stay invited.`,
        ...(request.rearranging.askedBy ? [STANDING.wantedToo] : []),
      ];
    case 'held':
      return ['Thank you for thinking together.'];
    case 'closed':
      return [...afterClosing(request), closedOn(request)];
  }
}

/** What else they should know, as long as there is something to do about it. */
function besides(request: Request, policy: Policy): string[] {
  if (!isOpen(request)) return [];
  const { requester, note } = request;
  const isMissed = facilitatorMissing(request) !== undefined;
  return [
    ...(isMissed ? [toldInWords(isolated(policy.onTheDayContact))] : []),
    ...ownProposalLines(request),
    ...(requester.handedOver ? [HANDED_TO_YOU] : []),
    ...(note ? paragraphs(noteInWords(note.at, note.text)).map(isolated) : []),
  ];
}

function facts(request: Request, policy: Policy, acting: boolean): Fact[] {
  const { requester, ask } = request;
  const others = teamsOf(requester, ask).length - 1;
  const facilitated = request.state === 'booked' || request.state === 'held';
  return [
    ...(facilitated ? [{ label: 'Facilitator', value: isolated(request.match.facilitator.name) }] : []),
    { label: 'Your reference', value: isolated(ask.caseReference) },
    { label: 'Where', value: placeInWords(ask.place) },
    ...localityFacts(ask, policy),
    ...(request.state === 'submitted'
      ? [
          { label: 'Dates', value: daysInWords(ask.earliest, ask.latest) },
          ...schoolFacts(ask),
          ...lengthFacts(ask),
        ]
      : []),
    {
      label: 'Who',
      value: `${acting ? isolated(requester.name) : 'you'} and ${others} others, ${agenciesInWords(agenciesOf(request, policy).length)}`,
    },
    ...toBeNamedFacts(ask, policy, 'Still to be named'),
    ...arrangementFacts(ask),
    ...otherNeedFacts(ask, 'Also asked for'),
    ...(requester.phone
      ? [{ label: 'Number to ring', value: `${isolated(requester.phone)} ${ASK_TEXTS.onlyCoordinators}` }]
      : []),
    ...(acting ? [] : colleagueFacts(requester)),
    { label: 'Asked on', value: dayOf(request.submittedAt) },
  ];
}

function colleagueFacts({ colleague, mail, gone }: Requester): Fact[] {
  if (!colleague) return [];
  // The directory is asked about both at once.
  const isKnown = colleague.id !== undefined || (mail === undefined && !gone);
  const value = `${isolated(colleague.mail)}${isKnown ? '' : ` ${ASK_TEXTS.cannotAct}`}`;
  return [{ label: 'May act for you', value }];
}
