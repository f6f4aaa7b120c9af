/** The coordinators' queue, a page at a time. Neither the reason nor the requester's case reference is in it. */
import { agencyName } from '../../domain/agencies';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import {
  ageInDays,
  isOverdue,
  type OpenRequest,
  QUEUE_AGES,
  QUEUE_STATES,
  type QueueAge,
  type QueueFilter,
  queueOf,
  type QueueState,
} from '../../domain/queue';
import { referenceOf, type Request } from '../../domain/request';
import { needsHelp } from '../../domain/setback';
import type { Held } from '../../ports/operations';
import { heldInWords } from '../../wording/held';
import type { Choice, Line } from '../card-data';
import { isolated } from '../../wording/typed-text';
import {
  ageInWords,
  dueInWords,
  QUEUE_AGES_IN_WORDS,
  QUEUE_STATES_IN_WORDS,
  QUEUE_TEXTS,
  queueSummary,
} from '../wording/queue';
import { COORDINATOR_STATES } from '../../wording/states';

/** As many as a phone shows without tiring. */
const PAGE = 8;

export interface QueueCard {
  /** Empty unless everything that goes outward is held. */
  readonly held: readonly Line[];
  readonly summary: string;
  readonly state: QueueState;
  readonly states: readonly Choice[];
  readonly age: QueueAge;
  readonly ages: readonly Choice[];
  readonly items: readonly QueueItem[];
  readonly hasNext: boolean;
  readonly nextFrom: number;
  readonly hasFirst: boolean;
}

interface QueueItem {
  readonly request: string;
  readonly reference: string;
  readonly state: string;
  readonly askedBy: string;
  readonly age: string;
  readonly due: string;
  readonly dueColor: 'attention' | 'default';
  readonly alerts: readonly Line[];
}

export interface QueueView extends QueueFilter {
  /** Which of those that fit is the first shown, from 0. */
  readonly from: number;
}

export function presentQueue(
  open: readonly Request[],
  { state, age, from }: QueueView,
  now: Instant,
  policy: Policy,
  held?: Held,
): QueueCard {
  const fitting = queueOf(open, { state, age }, now, policy);
  const shown = fitting.slice(from, from + PAGE);
  return {
    held: held ? [{ text: heldInWords(held.takenAt) }] : [],
    summary: queueSummary(fitting.length, open.length, from, shown.length),
    state,
    states: QUEUE_STATES.map((value) => ({ value, title: QUEUE_STATES_IN_WORDS[value] })),
    age,
    ages: QUEUE_AGES.map((value) => ({ value, title: QUEUE_AGES_IN_WORDS[value] })),
    items: shown.map((request) => presentItem(request, now, policy)),
    hasNext: from + PAGE < fitting.length,
    nextFrom: from + PAGE,
    hasFirst: from > 0,
  };
}

function presentItem(request: OpenRequest, now: Instant, policy: Policy): QueueItem {
  const { id, requester, ask, state } = request;
  const overdue = isOverdue(request, now);
  const agency = agencyName(policy.agencies, requester.team);
  return {
    request: id,
    reference: referenceOf(id),
    state: COORDINATOR_STATES[state],
    askedBy: `${isolated(requester.name)}, ${agency}`,
    age: ageInWords(ageInDays(request, now, policy)),
    due: dueInWords(request, overdue),
    dueColor: overdue ? 'attention' : 'default',
    alerts: [
      ...(ask.riskKnown ? [{ text: QUEUE_TEXTS.riskKnown }] : []),
      ...(needsHelp(request) ? [{ text: QUEUE_TEXTS.needsHelp }] : []),
    ],
  };
}
