/**
 * The coordination channel's card, and the coordinators' own view of it. Never the reason text (domain.md, harm 2); once
 * the request is closed, nobody's name and nothing of the case.
 */
import { teamLabel } from '../../domain/agencies';
import { schoolTakesPart, teamsOf } from '../../domain/ask';
import { facilitatorMissing } from '../../domain/facilitator-missing';
import { waitsInOutlook } from '../../domain/outlook';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import { type Match, OVERRULE_REASONS } from '../../domain/match';
import { isSameTime } from '../../domain/rearranging';
import { isOpen, referenceOf, type Request } from '../../domain/request';
import { canTryAgain, FACILITATOR_TROUBLES, needsHelp } from '../../domain/setback';
import { becauseId } from '../coordinating/because-id';
import type { CardData, Choice, Fact } from '../card-data';
import { isolated } from '../../wording/typed-text';
import {
  calendarsInWords,
  HOLIDAYS_NOT_SET,
  OVERRULED,
  reasonsInWords,
  REPLACE,
  removedInWords,
} from '../../wording/matching';
import { DECLINE_CHOICES } from '../../wording/declining';
import { STANDING } from '../../wording/rearranging';
import { COORDINATOR_STATES, OUTCOMES, type Tone, TONES } from '../../wording/states';
import { waitForCoordinators } from '../../wording/waiting';
import { agenciesInWords, agenciesOf } from '../../present/agencies';
import {
  arrangementFacts,
  lengthFacts,
  localityFacts,
  otherNeedFacts,
  schoolFacts,
  toBeNamedFacts,
} from '../../present/asked-for';
import { careButtons, needsCare, ownFacts } from './care';
import { cancelButton, notHeldButton } from '../../present/ending';
import { linesForCoordinators } from './coordination-lines';
import { answersFact, outlookButtons } from '../../present/outlook';
import { outsideFacts } from './outside';
import { isShortOfAgencies } from '../../present/absences';
import { openMatches, rearrangingButtons } from './rearranging';
import { FAMILY_TOLD, placeInWords } from '../../present/place';
import { pollButton, pollFacts } from './polling';
import { proposalButtons, hasProposal } from '../../present/proposal';
import { dayAndTime, daysInWords, slotInWords, startInShort } from '../../wording/when';

/** Who gets a view of their own instead of this card. */
export interface Refresh {
  /** Teams ids ("29:…"), at most 60; empty for none. */
  readonly userIds: readonly string[];
  /** Whether some coordinator cannot be reached that way and needs the button. */
  readonly button: boolean;
}

export interface CoordinationView {
  readonly refresh: Refresh;
  /** With the buttons to decide; only ever for one signed-in coordinator. */
  readonly coordinator: boolean;
  readonly notice?: string;
  /** The page of the tab that tells of everybody in the pool, and why; '' where there is no tab. */
  readonly poolPage?: string;
  /** In the coordinator's own chat, with a way back to the queue. */
  readonly fromQueue?: boolean;
  /** Known in a coordinator's own view. */
  readonly now?: Instant;
}

export function presentForCoordinators(
  request: Request,
  policy: Policy,
  { refresh, coordinator, notice = '', poolPage = '', fromQueue = false, now }: CoordinationView,
): CardData['coordination'] {
  const matches = openMatches(request)?.best ?? [];
  const { canApprove, ...buttons } = careButtons(request, coordinator);
  return {
    reference: referenceOf(request.id),
    request: request.id,
    attempt: request.attempt,
    hasRefresh: refresh.userIds.length > 0,
    refreshFor: refresh.userIds,
    hasNotice: notice !== '',
    notice,
    riskKnown: isOpen(request) && request.ask.riskKnown,
    tone: toneOf(request, policy),
    state: stateOf(request),
    lines: linesForCoordinators(request, coordinator, policy).map((text) => ({ text })),
    facts: isOpen(request)
      ? [
          ...facts(request, policy, coordinator),
          ...(coordinator
            ? [...answersFact(request, policy), ...pollFacts(request), ...ownFacts(request)]
            : []),
        ]
      : [],
    hasMatches: matches.length > 0,
    matchesHeading: matches.length === 1 ? 'One match' : `${matches.length} matches, best first`,
    matches: matches.map((match, n) => ({
      ...presentMatch(match, n, request, policy),
      approvable: canApprove && n === 0,
      overrules: canApprove && n > 0,
      approve: approveInShort(match, n, matches),
    })),
    footnotes: footnotes(request, policy).map((text) => ({ text })),
    canRead: coordinator,
    ...buttons,
    ...replaceButton(request, coordinator),
    ...rearrangingButtons(request, coordinator),
    ...outlookButtons(request, coordinator),
    ...proposalButtons(request, coordinator),
    ...pollButton(request, coordinator ? now : undefined),
    canTryAgain: coordinator && canTryAgain(request),
    ...cancelButton(request, coordinator),
    ...notHeldButton(request, coordinator, policy),
    hasPoolPage: coordinator && poolPage !== '' && request.state === 'submitted',
    poolPage,
    canAskForView: refresh.button && !coordinator,
    fromQueue,
    declineReasons: DECLINE_CHOICES,
  };
}

function presentMatch(
  { id, facilitator, slot, reasons }: Match,
  n: number,
  request: Request,
  policy: Policy,
): Omit<CardData['coordination']['matches'][number], 'approvable' | 'overrules' | 'approve'> {
  return {
    request: request.id,
    match: id,
    becauseId: becauseId(id),
    becauseChoices: BECAUSE_CHOICES,
    rank: n + 1,
    name: isolated(facilitator.name),
    team: teamLabel(policy.agencies, facilitator.team),
    // Where only a facilitator is missing, another time is more than that: everybody is moved.
    when: movesEverybody(slot, request) ? `${STANDING.anotherTime} ${slotInWords(slot)}` : slotInWords(slot),
    reasons: reasonsInWords(reasons),
    approveInFull: `Approve ${isolated(facilitator.name)}, ${startInShort(slot.start)}`,
  };
}

function movesEverybody(slot: Match['slot'], request: Request): boolean {
  return request.state === 'uncovered' && !isSameTime(slot, request.match.slot);
}

const BECAUSE_CHOICES: readonly Choice[] = OVERRULE_REASONS.map((value) => ({
  title: OVERRULED[value],
  value,
}));

/** Where the pool says that the facilitator of an arranged session cannot be relied on any more. */
function replaceButton(
  request: Request,
  own: boolean,
): { readonly canReplace: boolean; readonly replaceInFull: string } {
  const kinds: readonly string[] = (request.troubles ?? []).map(({ kind }) => kind);
  const isNeeded = FACILITATOR_TROUBLES.some((each) => kinds.includes(each));
  return {
    canReplace: own && isNeeded && 'match' in request && request.state !== 'held',
    replaceInFull: request.state === 'booked' ? REPLACE.booked : REPLACE.arranged,
  };
}

/** As many characters as a button shows on a phone. */
const LONGEST_BUTTON = 35;

/** With the name where there is room for it, and the time where the name alone could mean two of the matches. */
function approveInShort({ facilitator, slot }: Match, n: number, matches: readonly Match[]): string {
  const alone = matches.filter((other) => other.facilitator.name === facilitator.name).length === 1;
  const named = `Approve ${isolated(facilitator.name)}${alone ? '' : `, ${dayAndTime(slot.start)}`}`;
  if (named.length <= LONGEST_BUTTON) return named;
  // Of one facilitator's times, the time is what tells them apart.
  const timed = `Approve ${dayAndTime(slot.start)}`;
  const isOnly = matches.filter((other) => other.slot.start === slot.start).length === 1;
  return isOnly && !alone ? timed : `Approve match ${n + 1}`;
}

function stateOf(request: Request): string {
  if (request.state === 'closed') return OUTCOMES[request.outcome.kind];
  if (request.state === 'uncovered' && request.rearranging.chosen) return STANDING.beingOffered;
  return request.state === 'submitted' ? waitForCoordinators(request) : COORDINATOR_STATES[request.state];
}

function toneOf(request: Request, policy: Policy): Tone {
  if (needsHelp(request) || facilitatorMissing(request) || waitsInOutlook(request)) return 'attention';
  if (request.troubles || (isOpen(request) && (needsCare(request) || hasProposal(request)))) return 'warning';
  if (isShortOfAgencies(request, policy)) return 'warning';
  if (request.state === 'booked' && request.rearranging) return 'warning';
  if (request.state !== 'submitted') return TONES[request.state];
  const { setback, raised, matches } = request;
  return setback || raised || matches?.possibleDuplicates ? 'warning' : TONES.submitted;
}

function facts(request: Request, policy: Policy, own: boolean): Fact[] {
  const { requester, ask, state } = request;
  const agencies = agenciesOf({ requester, ask }, policy);
  const asked = `${daysInWords(ask.earliest, ask.latest)}${someOf(ask.days.map(capitalised), 5)}${someOf(ask.times, 2)}`;
  return [
    {
      label: 'Asked for by',
      value: `${isolated(requester.name)}, ${teamLabel(policy.agencies, requester.team)}`,
    },
    ...outsideFacts(request, own, policy),
    {
      label: 'Who',
      value: `${teamsOf(requester, ask).length} people from ${agenciesInWords(agencies.length)}: ${agencies.join(', ')}`,
    },
    ...toBeNamedFacts(ask, policy, `${ask.toBeNamed?.length ?? 0} still to be named`),
    ...(state === 'submitted' || state === 'returned'
      ? [{ label: 'Dates', value: asked }, ...schoolFacts(ask), ...lengthFacts(ask)]
      : []),
    ...(ask.followUpOf ? [{ label: 'Follow-up of', value: referenceOf(ask.followUpOf.requestId) }] : []),
    { label: 'Where', value: placeInWords(ask.place) },
    ...localityFacts(ask, policy),
    ...arrangementFacts(ask),
    ...otherNeedFacts(ask, 'Also wanted'),
    { label: 'Family told', value: FAMILY_TOLD[ask.familyTold] },
  ];
}

/** Names the days or times only when they narrow the choice. */
function someOf(chosen: readonly string[], all: number): string {
  return chosen.length === all ? '' : `; ${chosen.join(', ')}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function footnotes(request: Request, policy: Policy): string[] {
  const matches = openMatches(request);
  if (!matches || matches.unreachable) return [];
  const removed = removedInWords(matches);
  const { requester, ask } = request;
  const isUnset = policy.schoolHolidays.length === 0 && !ask.schoolsAgree;
  return [
    calendarsInWords(matches),
    ...(isUnset && schoolTakesPart(teamsOf(requester, ask), policy) ? [HOLIDAYS_NOT_SET] : []),
    ...(matches.best.length === 0 && removed.length > 0 ? [`Not offered: ${removed.join(', ')}.`] : []),
  ];
}
