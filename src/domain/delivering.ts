/** How long and how often what others asked to hear of is tried, as pure rules: policy, no source gives any. */
import { type Instant, MINUTE_MS } from './intervals';

/** What one try met. Of the answer nothing is kept but its status. */
export type CallMet =
  /** Any 2xx. */
  | { readonly met: 'delivered' }
  /** 410: whoever asked says that nobody listens there any more. */
  | { readonly met: 'gone' }
  | {
      readonly met: 'failed';
      /** A word: `status-500`, `timeout`, `not-allowed`. */
      readonly problem: string;
      /** So long the other side asks to be left alone. */
      readonly retryAfterMs?: number;
    };

/** Not tried: whoever asked for it is no coordinator any more. */
export const OWNER_LEFT = 'owner-left';
/** Not tried: whether they are one cannot be seen just now, which is no "no". */
export const OWNER_UNREAD = 'owner-unread';
/** Until that is asked again. */
export const OWNER_UNREAD_WAIT_MS = MINUTE_MS;

/** What becomes of a delivery after a try. */
export type AfterTry =
  | { readonly now: 'delivered' }
  /** Nobody listens there: with the subscription, everything for it ends. */
  | { readonly now: 'ended' }
  | { readonly now: 'later'; readonly dueAt: Instant; readonly problem: string }
  /** A person has to look. */
  | { readonly now: 'parked'; readonly problem: string };

export interface Tried {
  /** Since when it is to be delivered, or since a coordinator asked that it be tried again. */
  readonly since: Instant;
  /** Failed tries, this one left out. */
  readonly tries: number;
}

export const DAY_MS = 24 * 60 * MINUTE_MS;
const FIRST_WAIT_MS = MINUTE_MS / 2;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
/** Whoever asks for more has no use for it any more. */
const LONGEST_ASKED_MS = 4 * 60 * MINUTE_MS;
/** One that waited behind another, or while we were down ourselves, has not been tried for a day. */
const FEWEST_TRIES = 3;

/** A flow that was deleted can answer so; so can one whose address is not known for a moment. */
const UNKNOWN_THERE = 'status-404';

/**
 * Growing waits for a day, the last try at its end; then it is parked, or the subscription is over where nobody was known
 * at the address even then.
 * @param chance from 0 up to 1, so that many that failed together do not come back together
 */
export function afterTry(met: CallMet, tried: Tried, now: Instant, chance: number): AfterTry {
  if (met.met === 'delivered') return { now: 'delivered' };
  if (met.met === 'gone') return { now: 'ended' };
  const { problem, retryAfterMs = 0 } = met;
  const end = tried.since + DAY_MS;
  const tries = tried.tries + 1;
  if (now >= end && tries >= FEWEST_TRIES)
    return problem === UNKNOWN_THERE ? { now: 'ended' } : { now: 'parked', problem };
  const dueAt = now + Math.max(waitAfter(tries, chance), Math.min(retryAfterMs, LONGEST_ASKED_MS));
  return { now: 'later', dueAt: now < end ? Math.min(dueAt, end) : dueAt, problem };
}

function waitAfter(tries: number, chance: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS) * (0.75 + chance / 2);
}

interface InLine {
  readonly announcement: { readonly id: string };
  readonly parkedAt?: Instant;
}

/**
 * In the order in which they came about, of one request and one subscription: the number of the effect is the end of the id,
 * with zeros before it. What is parked holds up nothing.
 */
export function inOrder<Each extends InLine>(deliveries: readonly Each[]): readonly Each[] {
  return deliveries
    .filter(({ parkedAt }) => parkedAt === undefined)
    .sort((one, other) => (one.announcement.id < other.announcement.id ? -1 : 1));
}

/** Each under its name, in the order they came in. */
export function groupedBy<Each>(
  all: readonly Each[],
  nameOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const name = nameOf(each);
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}

/** For those who look after it: what is on its way, and what waits for a person. */
export function countsOf(deliveries: readonly Pick<InLine, 'parkedAt'>[]): {
  readonly waiting: number;
  readonly parked: number;
} {
  const parked = deliveries.filter(({ parkedAt }) => parkedAt !== undefined).length;
  return { waiting: deliveries.length - parked, parked };
}
