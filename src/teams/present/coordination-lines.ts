/** How a request stands, in lines for its coordinators: what needs a person first. */
import { facilitatorMissing } from '../../domain/facilitator-missing';
import { type Beside, type Match } from '../../domain/match';
import type { Policy } from '../../domain/policy';
import { type Closed, isOpen, referenceOf, type Request, type Submitted } from '../../domain/request';
import { isStanding } from '../../domain/rearranging';
import { isInvited, needsHelp } from '../../domain/setback';
import {
  besideInWords,
  duplicateInWords,
  moreDuplicatesInWords,
  relaxationsInWords,
  setbackInWords,
} from '../../wording/matching';
import { momentInWords, slotInWords } from '../../wording/when';
import { isolated } from '../../wording/typed-text';
import { afterClosingForCoordinators, closedOn } from '../../wording/closed';
import { reasonLines } from '../../wording/ending';
import { STANDING } from '../../wording/rearranging';
import { missingInWords } from '../../wording/on-the-day';
import { dueInWords } from '../../wording/waiting';
import { troublesInWords } from '../wording/troubles';
import { careLines } from './care';
import { absenceLines } from '../../present/absences';
import { outlookLines } from '../../present/outlook';
import { pollLines } from './polling';
import { rearrangingLines } from './rearranging';
import { proposalLines } from '../../present/proposal';

/** What needs a person comes first, once however often it was met; then how it stands. */
export function linesForCoordinators(request: Request, own: boolean, policy: Policy): string[] {
  const missing = facilitatorMissing(request);
  return [
    ...(missing ? [missingInWords(referenceOf(request.id), missing.at)] : []),
    ...troublesInWords(request.troubles ?? [], own),
    ...(isOpen(request) ? careLines(request, own) : []),
    ...(isStanding(request) ? outlookLines(request, own, policy) : []),
    ...absenceLines(request, own, policy),
    ...proposalLines(request, own, policy),
    ...standing(request),
  ];
}

function standing(request: Request): string[] {
  switch (request.state) {
    case 'submitted':
      return waiting(request);
    case 'returned':
      return [`${isolated(request.returnedBy.name)} asked for changes.`];
    case 'approved':
      return [
        `Arranging with ${inSlot(request.match)}. Approved by ${isolated(request.approvedBy.name)}.`,
        ...alongside(request.beside),
      ];
    case 'offered':
      return [
        `Offered to ${inSlot(request.match)}, until ${momentInWords(request.answerBy)}. Approved by ${isolated(request.approvedBy.name)}.`,
        ...alongside(request.beside),
      ];
    case 'booked':
      return [
        `With ${inSlot(request.match)}.${isInvited(request) ? ' The participants are invited.' : ''}`,
        ...alongside(request.beside),
        ...rearrangingLines(request),
      ];
    case 'uncovered':
      return [
        `${slotInWords(request.match.slot)}. ${STANDING.others}`,
        ...alongside(request.beside),
        ...rearrangingLines(request),
      ];
    case 'held':
      return [`With ${inSlot(request.match)}.`];
    case 'closed':
      return [closedOn(request), ...reasonLines(request.outcome), ...left(request)];
  }
}

/** Not that there is nothing left to do, where what there is has just been said. */
function left(request: Closed): string[] {
  return needsHelp(request) && request.outcome.kind !== 'declined'
    ? []
    : [afterClosingForCoordinators(request)];
}

function waiting(request: Submitted): string[] {
  const { matches, setback } = request;
  const found = !matches
    ? 'Looking for matches. This takes a moment.'
    : matches.unreachable
      ? 'The calendars could not be reached, so no matches were found. Please look again later.'
      : matches.best.length === 0
        ? 'No match was found in these dates.'
        : undefined;
  return [
    ...duplicates(matches),
    ...(setback ? [setbackInWords({ ...setback, facilitator: isolated(setback.facilitator) })] : []),
    ...(found ? [found] : []),
    ...(matches && relaxationsInWords(matches) !== '' ? [relaxationsInWords(matches)] : []),
    ...pollLines(request),
    ...dueInWords(request),
  ];
}

/** More would push the matches out of sight. */
const MOST_DUPLICATES = 3;

function duplicates(matches: Submitted['matches']): string[] {
  const found = matches?.possibleDuplicates ?? [];
  const more = found.length - MOST_DUPLICATES;
  return [
    ...found
      .slice(0, MOST_DUPLICATES)
      .map(({ requestId, people }) => duplicateInWords(referenceOf(requestId), people)),
    ...(more > 0 ? [moreDuplicatesInWords(more)] : []),
  ];
}

function alongside(beside: Beside | undefined): string[] {
  return beside ? [`Along with them: ${besideInWords(isolated(beside.facilitator.name), beside.as)}.`] : [];
}

function inSlot({ facilitator, slot }: Match): string {
  return `${isolated(facilitator.name)}, ${slotInWords(slot)}`;
}
