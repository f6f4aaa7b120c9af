/** The coordinators' queue in words. */
import type { OpenRequest, QueueAge, QueueState } from '../../domain/queue';
import { isInvited } from '../../domain/setback';
import { isolated } from '../../wording/typed-text';
import { dayOf, momentInWords, slotInWords } from '../../wording/when';

export const QUEUE_STATES_IN_WORDS: Record<QueueState, string> = {
  all: 'All',
  waiting: 'Waiting for a decision',
  requester: 'With the requester',
  arranging: 'Being arranged',
  booked: 'Booked',
  uncovered: 'Needs another facilitator',
  held: 'Has taken place',
};

export const QUEUE_AGES_IN_WORDS: Record<QueueAge, string> = {
  all: 'Any age',
  overdue: 'Overdue',
  'over-5': 'Older than 5 working days',
  'over-10': 'Older than 10 working days',
  'over-20': 'Older than 20 working days',
};

export const QUEUE_TEXTS = {
  empty: 'Nothing is open.',
  noneFits: 'No open request fits this choice.',
  noFurther: 'There are no further requests.',
  riskKnown: 'A child is at immediate risk; CADS, the social worker or the police already know.',
  needsHelp: 'Needs your help: please open it.',
} as const;

export function ageInWords(days: number): string {
  if (days === 0) return 'asked today';
  return days === 1 ? '1 working day old' : `${days} working days old`;
}

/** What is waited for, and until when. */
export function dueInWords(request: OpenRequest, overdue: boolean): string {
  const late = overdue ? 'Overdue: ' : '';
  switch (request.state) {
    case 'submitted':
      return `${late}${overdue ? 'first' : 'First'} answer due by ${dayOf(request.answerDueAt)}.`;
    case 'returned':
      return 'The requester has been asked for changes.';
    case 'approved':
      return 'A facilitator and a time are being arranged.';
    case 'offered':
      return `${late}${isolated(request.match.facilitator.name)} ${overdue ? 'was to answer' : 'answers'} by ${momentInWords(request.answerBy)}.`;
    case 'booked':
      return `${slotInWords(request.match.slot)}.${isInvited(request) ? '' : ' The participants are NOT invited.'}`;
    case 'uncovered':
      return `${late}${overdue ? 'another' : 'Another'} facilitator is needed for ${slotInWords(request.match.slot)}.`;
    case 'held':
      return `Took place on ${dayOf(request.match.slot.start)}.`;
  }
}

/** "1 to 8 of 23, oldest first." */
export function queueSummary(total: number, open: number, from: number, shown: number): string {
  if (open === 0) return QUEUE_TEXTS.empty;
  if (total === 0) return QUEUE_TEXTS.noneFits;
  if (shown === 0) return QUEUE_TEXTS.noFurther;
  const of = total === open ? `${total} open` : `${total} that fit, of ${open} open`;
  if (shown === total) return `${of}, oldest first.`;
  return `${from + 1} to ${from + shown} of ${of}, oldest first.`;
}
