/** The facilitator's view of an offer. Never the reason, never the case reference (domain.md, "Who sees what"). */
import { teamLabel } from '../domain/agencies';
import type { Instant, Interval } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import type { Policy } from '../domain/policy';
import { type Offered, type OpeningCheck, referenceOf, type Request } from '../domain/request';
import { askedOf, isStanding, type StandingSession } from '../domain/rearranging';
import { isInvited, type Setback } from '../domain/setback';
import type { Fact, Line, Stated } from './stated';
import { isolated } from '../wording/typed-text';
import { ASK_TEXTS } from '../wording/ask';
import { closedOn } from '../wording/closed';
import { reasonLines } from '../wording/ending';
import { STANDING } from '../wording/rearranging';
import { FACILITATOR_TEXTS as TEXTS, OPENING_CHECKS } from '../wording/sessions';
import type { Tone } from '../wording/states';
import { arrangementFacts, localityFacts, roleOf } from './asked-for';
import { type AfterwardsButtons, afterwardsButtons, type Offers, recordLines } from './afterwards';
import { type NotHeldButton, notHeldButton } from './ending';
import { placeInWords } from './place';
import { besideInWords } from '../wording/matching';
import { momentInWords, slotInWords } from '../wording/when';

/** Everything a facilitator sees of a session, and what they may do just now. */
export interface FacilitatorShown extends Stated, NotHeldButton, AfterwardsButtons {
  readonly attempt: number;
  readonly hasParticipants: boolean;
  readonly participantCount: number;
  readonly participants: readonly { readonly name: string; readonly team: string }[];
  readonly hasChecks: boolean;
  readonly checksTone: 'warning' | 'default';
  readonly checks: readonly Line[];
  readonly canAnswer: boolean;
  /** Booked, and still to come. */
  readonly canDropOut: boolean;
  readonly dropping: string;
  readonly canMove: boolean;
  readonly refusing: string;
  readonly canJoin: boolean;
  readonly joinUrl: string;
}

/** To whom, and for which attempt at arranging it, the card was shown. */
export interface Asked {
  readonly facilitator: PersonId;
  readonly attempt: number;
}

export interface FacilitatorView {
  /** What has just been answered. */
  readonly notice?: string;
  readonly offers?: Offers;
}

export function presentForFacilitator(
  request: Request,
  asked: Asked,
  policy: Policy,
  { notice = '', offers = {} }: FacilitatorView = {},
): FacilitatorShown {
  const theirs = ownSession(request, asked);
  return {
    reference: referenceOf(request.id),
    request: request.id,
    attempt: asked.attempt,
    hasNotice: notice !== '',
    notice,
    refusing: TEXTS.refusing,
    ...notHeldButton(request, isTheirs(request, asked), policy),
    ...afterwardsButtons(request, isTheirs(request, asked), offers),
    ...(theirs ? session(theirs, policy) : ended(request, asked)),
  };
}

/** Graph can set these for nobody: a warning on every card would soon be read by nobody. */
const ALWAYS_CHECKED: ReadonlySet<OpeningCheck> = new Set(['ai-notes']);

type Shown = Omit<
  FacilitatorShown,
  | 'reference'
  | 'request'
  | 'attempt'
  | 'hasNotice'
  | 'notice'
  | 'refusing'
  | keyof NotHeldButton
  | keyof AfterwardsButtons
>;

/** Whether what stands of the request is what they were asked for. */
function isTheirs(request: Request, { facilitator, attempt }: Asked): boolean {
  return 'match' in request && request.match.facilitator.id === facilitator && request.attempt === attempt;
}

/** A session as one facilitator sees it: asked whether they would, or booked with them. */
interface OwnSession {
  readonly request: Offered | StandingSession;
  readonly slot: Interval;
  /** While their answer is waited for. */
  readonly answerBy?: Instant;
}

/** The request as the facilitator's own session, as long as it is one. */
function ownSession(request: Request, asked: Asked): OwnSession | undefined {
  const offer = askedOf(request, asked.attempt);
  if (offer && offer.match.facilitator.id === asked.facilitator && request.state !== 'held')
    return { request: request as OwnSession['request'], slot: offer.match.slot, answerBy: offer.answerBy };
  if (request.state !== 'booked' || !isTheirs(request, asked)) return undefined;
  return { request, slot: request.match.slot };
}

function session({ request, slot, answerBy }: OwnSession, policy: Policy): Shown {
  const { ask, requester, event, openingChecks, beside } = request;
  const offered = answerBy !== undefined;
  const isWanted = request.state === 'booked' && request.rearranging !== undefined;
  const people = [
    ...[requester, ...ask.participants].map(({ name, team }) => ({ name: isolated(name), team })),
    ...(ask.toBeNamed ?? []).map((each) => ({
      name: `${ASK_TEXTS.toBeNamed} ${roleOf(each)}`,
      team: each.team,
    })),
  ];
  return {
    tone: offered ? 'accent' : isInvited(request) ? 'good' : 'warning',
    state: offered ? TEXTS.offered : TEXTS.booked,
    lines: offered
      ? [{ text: `Please answer by ${momentInWords(answerBy)}.` }, { text: TEXTS.offeredLine }]
      : [
          ...(isWanted ? [{ text: STANDING.wanted }] : []),
          { text: isInvited(request) ? TEXTS.invited : TEXTS.notInvited },
          { text: TEXTS.bookedLine },
        ],
    facts: [
      { label: 'When', value: `${slotInWords(slot)} (London time)` },
      { label: 'Where', value: placeInWords(ask.place) },
      ...localityFacts(ask, policy),
      { label: 'Asked for by', value: isolated(requester.name) },
      ...(beside
        ? [{ label: 'With you', value: besideInWords(isolated(beside.facilitator.name), beside.as) }]
        : []),
      ...arrangementFacts(ask),
    ] satisfies Fact[],
    hasParticipants: true,
    participantCount: people.length,
    participants: people.map(({ name, team }) => ({ name, team: teamLabel(policy.agencies, team) })),
    hasChecks: openingChecks.length > 0,
    checksTone: openingChecks.some((check) => !ALWAYS_CHECKED.has(check)) ? 'warning' : 'default',
    checks: openingChecks.map((check) => ({ text: OPENING_CHECKS[check] })),
    canAnswer: offered,
    canDropOut: !offered,
    dropping: isWanted ? STANDING.dropOut : `${STANDING.dropOut} ${STANDING.orAnotherTime}`,
    canMove: !offered && !isWanted,
    // Beside Accept it could be taken for a yes.
    canJoin: !offered && event.joinUrl !== undefined,
    joinUrl: event.joinUrl ?? '',
  };
}

/** Held, or no longer theirs: plain, and without the people. */
function ended(request: Request, asked: Asked): Shown {
  const { tone, state, lines } = ending(request, asked);
  return {
    tone,
    state,
    lines: [...lines, ...(request.state === 'closed' ? [closedOn(request)] : [])].map((text) => ({ text })),
    facts: [],
    hasParticipants: false,
    participantCount: 0,
    participants: [],
    hasChecks: false,
    checksTone: 'default',
    checks: [],
    canAnswer: false,
    canDropOut: false,
    dropping: '',
    canMove: false,
    canJoin: false,
    joinUrl: '',
  };
}

function ending(
  request: Request,
  asked: Asked,
): { readonly tone: Tone; readonly state: string; readonly lines: readonly string[] } {
  const { attempt } = asked;
  const own = isTheirs(request, asked);
  if (own && request.state === 'held')
    return { tone: 'good', state: TEXTS.held, lines: recordLines(request) };
  if (isStanding(request)) return onceTheirs(request, asked);
  // A closed request keeps the last attempt's number, not whose it was: the card for it went to one facilitator only.
  if (request.state === 'closed' && request.attempt === attempt) {
    const { outcome } = request;
    if (outcome.kind === 'completed') return { tone: 'emphasis', state: TEXTS.held, lines: [] };
    if (outcome.kind === 'cancelled')
      return {
        tone: 'emphasis',
        state: TEXTS.cancelled,
        lines: [...reasonLines(outcome), TEXTS.nothingToDo],
      };
    if (outcome.kind === 'not-held')
      return { tone: 'emphasis', state: TEXTS.notHeld, lines: [...reasonLines(outcome), TEXTS.notCounted] };
  }
  return request.state === 'submitted' && request.attempt === attempt
    ? cameBack(request.setback)
    : NOT_NEEDED;
}

/** Of a session that stands without them: they dropped out of it, could not take it, or it has moved to a newer card. */
function onceTheirs(request: StandingSession, asked: Asked): ReturnType<typeof ending> {
  const { match, attempt, rearranging } = request;
  if (request.state === 'booked' && match.facilitator.id === asked.facilitator && asked.attempt < attempt)
    return { tone: 'emphasis', state: STANDING.moved, lines: STANDING.movedLines };
  // What came of somebody asked in their place since is nothing that they said.
  if (isTheirs(request, asked))
    return request.passed.includes(asked.facilitator)
      ? CANNOT
      : { tone: 'emphasis', state: TEXTS.uncovered, lines: [TEXTS.asksSomebodyElse] };
  if (asked.attempt === request.tried) return cameBack(rearranging?.setback);
  // It is needed, and somebody else has it.
  return request.passed.includes(asked.facilitator) ? NOT_THEIRS : NOT_NEEDED;
}

const CANNOT = { tone: 'emphasis', state: TEXTS.cannot, lines: [TEXTS.asksSomebodyElse] } as const;
const NOT_THEIRS = { tone: 'emphasis', state: TEXTS.uncovered, lines: [TEXTS.nothingToDo] } as const;
const NOT_NEEDED = { tone: 'emphasis', state: TEXTS.notNeeded, lines: [TEXTS.nothingToDo] } as const;

function cameBack(setback: Setback | undefined): ReturnType<typeof ending> {
  if (setback?.why === 'facilitator-cannot' || setback?.why === 'knows-family') return CANNOT;
  if (setback?.why === 'no-answer')
    return { tone: 'emphasis', state: TEXTS.missed, lines: [TEXTS.asksSomebodyElse] };
  return NOT_NEEDED;
}
