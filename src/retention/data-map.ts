/**
 * The data map: every kind of row there is, what it can hold of people, who sees it, and how long it stays. The one place to
 * decide it in: the clock erases by it, the certificate is held against it, the paper for the data protection officer
 * (infra/dpia.md) is written from it, and what leaves the process may hold no more than it says.
 */
import type { Facilitator } from '../domain/facilitator';
import { SHARE_LOOKED_BACK_DAYS } from '../domain/retention';
import type { StoredRow, TableName } from '../ports/backups';
import {
  contentOf,
  earliestOf,
  type Judgement,
  stays,
  withFacilitator,
  withRequest,
  writtenAgo,
} from './kinds-of-rows';
import {
  accountedFor,
  facilitatorOver,
  LINK_KEPT_DAYS,
  linkOver,
  requestOfCall,
  reservationOver,
  type StoredDelivery,
  type StoredFact,
  type StoredLink,
  type StoredNote,
} from './when-over';

/** What there is to know of people and cases, as codes: see CONTENTS in places.ts for the words. */
export const CONTENT_CODES = [
  'reason',
  'case-reference',
  'requester',
  'colleague',
  'participants',
  'interpreters',
  'venue',
  'arrangements',
  'notes',
  'facilitator',
  'pool',
  'coordinator',
  'answers',
  'lessons',
  'record',
  'responses',
] as const;
export type Content = (typeof CONTENT_CODES)[number];

export interface KindOfRow {
  readonly table: TableName;
  /** Names it: "request", "audit". */
  readonly kind: string;
  /** Whether a row of that table is of this kind; the first that says so. */
  readonly is: (row: StoredRow) => boolean;
  /** None: no person can be found in it. */
  readonly holds: readonly Content[];
  /** Whether this row does hold anybody; by default it does where its kind can. */
  readonly names?: (row: StoredRow) => boolean;
  readonly over: Judgement;
}

const begins =
  (prefix: string) =>
  ({ rowKey }: StoredRow): boolean =>
    rowKey.startsWith(prefix);
const inPartition =
  (partition: string) =>
  ({ partitionKey }: StoredRow): boolean =>
    partitionKey === partition;
const any = (): boolean => true;

const ofPartition = ({ partitionKey }: StoredRow) => partitionKey;
const ofRow = ({ rowKey }: StoredRow) => rowKey;
const forKeptDays = writtenAgo(({ policy }) => policy.keptDays);

/** Everything a requester and a coordinator write down. */
const ASKED: readonly Content[] = [
  'reason',
  'case-reference',
  'requester',
  'colleague',
  'participants',
  'interpreters',
  'venue',
  'arrangements',
  'notes',
  'facilitator',
  'coordinator',
  'record',
];

function of(
  table: TableName,
  kind: string,
  is: KindOfRow['is'],
  rest: Pick<KindOfRow, 'holds' | 'over'> & Pick<Partial<KindOfRow>, 'names'>,
): KindOfRow {
  return { table, kind, is, ...rest };
}

/** What is done once on a day is not asked about again after some weeks. */
const CLAIMED_DAYS = 60;

export const DATA_MAP: readonly KindOfRow[] = [
  of('requests', 'request', named('request'), { holds: ASKED, over: withRequest(ofPartition) }),
  of('requests', 'audit', begins('audit-'), {
    holds: ['requester', 'colleague', 'participants', 'facilitator', 'coordinator'],
    over: withRequest(ofPartition),
  }),
  of('requests', 'effect', begins('effect-'), {
    holds: ['requester', 'participants', 'facilitator', 'venue', 'interpreters'],
    over: withRequest(ofPartition),
  }),
  of('requests', 'card', begins('card-'), {
    holds: ['requester', 'participants', 'facilitator', 'coordinator'],
    over: withRequest(ofPartition),
  }),
  of('requests', 'lease', begins('lease-'), { holds: [], over: withRequest(ofPartition) }),

  of('index', 'open', inPartition('open'), { holds: [], over: withRequest(ofRow) }),
  of('index', 'person', any, { holds: ['requester', 'colleague'], over: withRequest(ofRow) }),

  of('facilitators', 'profile', named('profile'), {
    holds: ['facilitator', 'pool'],
    over: withFacilitator(),
  }),
  of('facilitators', 'reservation', begins('reservation-'), {
    holds: ['facilitator'],
    over: withFacilitator(reservationOver),
  }),
  of('facilitators', 'audit', begins('audit-'), {
    holds: ['facilitator', 'coordinator'],
    over: withFacilitator(forKeptDays),
  }),
  of('facilitators', 'notice', begins('notice-'), {
    holds: ['facilitator'],
    over: withFacilitator(writtenAgo(() => SHARE_LOOKED_BACK_DAYS)),
  }),
  // Its version is what counts; of somebody who is not in the pool it guards nothing once their reservations are over.
  of('facilitators', 'ledger', named('ledger'), {
    holds: ['facilitator'],
    over: withFacilitator((row, known) =>
      known.pool.has(row.partitionKey) ? undefined : writtenAgo(() => SHARE_LOOKED_BACK_DAYS)(row, known),
    ),
  }),

  of('conversations', 'channel', inPartition('channel'), { holds: [], over: stays }),
  of('conversations', 'calendar', inPartition('calendar'), { holds: [], over: stays }),
  of('conversations', 'claim', inPartition('claim'), {
    holds: ['requester', 'participants', 'facilitator'],
    over: writtenAgo(() => CLAIMED_DAYS),
  }),
  of('conversations', 'person', inPartition('person'), {
    holds: ['requester', 'participants', 'facilitator', 'coordinator'],
    // Of the pool there must be a way to write to them; everybody else shows up again by writing.
    over: (row, known) => {
      const person = known.pool.get(row.rowKey);
      return person && person.over === undefined ? undefined : forKeptDays(row, known);
    },
  }),

  of('tally', 'count', any, { holds: [], over: stays }),
  of('limits', 'count', any, { holds: [], over: writtenAgo(() => 1) }),

  of('links', 'link', named('link'), {
    holds: ['requester', 'participants', 'facilitator'],
    over: earliestOf(
      linkOver,
      withRequest((row) => contentOf<StoredLink>(row)?.terms.requestId),
    ),
  }),
  // Of a person and a purpose it is a hash; needed for as long as a link that it ended could otherwise be of use.
  of('links', 'epoch', named('epoch'), {
    holds: [],
    over: writtenAgo(({ policy }) => Math.max(policy.keptDays, policy.pageLinkDays) + LINK_KEPT_DAYS),
  }),
  of('links', 'code', any, { holds: [], over: writtenAgo(() => LINK_KEPT_DAYS) }),

  of('evaluations', 'answers', named('answers'), {
    holds: ['answers', 'lessons'],
    names: () => false,
    over: stays,
  }),
  of('evaluations', 'tickets', any, { holds: ['participants', 'requester'], over: withRequest(ofPartition) }),

  of('facts', 'fact', partitionBegins('facts-'), {
    holds: ['facilitator', 'lessons'],
    names: (row) => contentOf<StoredFact>(row)?.session?.facilitator !== undefined,
    over: (row, known) => {
      if (contentOf<StoredFact>(row)?.session?.facilitator === undefined) return undefined;
      return facilitatorOver(['data.session.facilitator'])(row, known);
    },
  }),
  of('facts', 'own', partitionBegins('own-'), { holds: ['facilitator'], over: facilitatorOver('row') }),
  of('figures', 'figure', any, { holds: ['lessons'], names: () => false, over: stays }),
  of('responses', 'response', any, { holds: ['responses'], names: () => false, over: stays }),

  of('calls', 'call', any, { holds: [], over: withRequest(requestOfCall) }),
  of('subscriptions', 'subscription', any, { holds: [], over: stays }),
  of('deliveries', 'delivery', any, {
    holds: [],
    over: withRequest((row) => contentOf<StoredDelivery>(row)?.announcement?.requestId),
  }),

  of('governance', 'hold', inPartition('hold'), { holds: ['coordinator'], over: stays }),
  of('governance', 'note', any, {
    holds: ['coordinator'],
    names: (row) => contentOf<StoredNote>(row)?.by !== 'system',
    over: accountedFor('row'),
  }),
  of('erasures', 'erasure', any, { holds: [], over: stays }),
  of('operations', 'hold', inPartition('hold'), { holds: [], over: stays }),
  of('operations', 'instance', inPartition('instance'), { holds: [], over: writtenAgo(() => 1) }),
  of('operations', 'note', any, {
    holds: ['coordinator'],
    names: (row) => contentOf<StoredNote>(row)?.by !== undefined,
    over: accountedFor(['data.by']),
  }),
];

/** The kind of a row; undefined for one that nobody has thought of, which the certificate does not let pass. */
export function kindOf(table: TableName, row: StoredRow): KindOfRow | undefined {
  return DATA_MAP.find((each) => each.table === table && each.is(row));
}

/** Whether anybody can be found in it. */
export function namesSomebody(kind: KindOfRow, row: StoredRow): boolean {
  return kind.holds.length > 0 && (kind.names?.(row) ?? true);
}

/** When a facilitator's profile says that they are to be erased, which takes more than the row: see `knownOf`. */
export function facilitatorOf(row: StoredRow): Pick<Facilitator, 'leftOn'> | undefined {
  return row.rowKey === 'profile' ? contentOf<Facilitator>(row) : undefined;
}

function named(rowKey: string) {
  return (row: StoredRow): boolean => row.rowKey === rowKey;
}

function partitionBegins(prefix: string) {
  return (row: StoredRow): boolean => row.partitionKey.startsWith(prefix);
}
