/** What is promised whatever breaks, each with what breaks it: one sentence for each breach. */
import { MINUTE_MS, overlaps, type Instant } from '../../src/domain/intervals';
import { isStale } from '../../src/domain/lanes';
import { referenceOf, type RequestId } from '../../src/domain/request';
import type { AuditEntry } from '../../src/ports';
import { ATTENDING } from '../../src/wording/on-the-day';
import { REMINDER } from '../../src/teams/wording/reminders';
import { wrongInCalendar, wrongReservations } from '../model/at-rest';
import { COORDINATION } from '../sandbox/teams/conversations';
import type { Post } from './messages-sent';
import type { Kept, Seen } from './seen';

export type Check = (seen: Seen) => readonly string[] | Promise<readonly string[]>;

/** Clocks are wrong by up to a minute each way, and what was begun takes some time; on the clock of the town. */
const TOLERANCE_MS = 5 * MINUTE_MS;
/** Real: so long after a message was posted, whoever posted it may still be writing that down. */
const NOTED_WITHIN_MS = 1_500;
/** Longer than anything is tried again, shorter than anybody is reminded. */
const SAID_AGAIN_MS = 4 * 60 * MINUTE_MS;
/** Real: so long a call may have been in hand. */
const IN_HAND_MS = 5_000;

/** By what is promised. */
export const PROMISES: Readonly<Record<string, Check>> = {
  'no request is lost': ({ acknowledged, kept }) =>
    acknowledged
      .filter(({ kind, id }) => kind === 'submit' && !kept.some(({ request }) => request.id === id))
      .map(({ id, by }) => `${by} was told that ${id} was sent, and it is not there`),

  'what was acknowledged is kept': ({ acknowledged, kept }) =>
    acknowledged
      .filter(({ id, by, kind }) => {
        const history = kept.find(({ request }) => request.id === id)?.history;
        return history && !history.some((each) => each.what === kind && personOf(each) === by);
      })
      .map(({ id, by, kind }) => `${by} was told that ${kind} of ${id} is done, and no row says so`),

  'no state without its audit row': ({ kept }) => kept.flatMap(brokenHistory),

  'nothing is left to do': ({ kept, now }) => kept.flatMap((each) => leftUndone(each, now)),

  'no double booking': ({ pool }) =>
    pool.flatMap(({ facilitator, reservations }) => {
      const held = reservations.filter(({ state }) => state === 'held');
      return held.flatMap((one, n) =>
        held
          .slice(n + 1)
          .filter((other) => overlaps(one.slot, other.slot))
          .filter((other) => other.requestId !== one.requestId || other.inPlaceOf !== one.attempt)
          .map(
            (other) => `${facilitator.name} is booked for ${one.requestId} and ${other.requestId} at once`,
          ),
      );
    }),

  'no duplicate event or meeting': ({ kept, meetings }) =>
    kept.flatMap(({ request: { id }, events }) => {
      const urls = meetings.map(({ meeting }) => meeting.joinWebUrl);
      const joined = events.flatMap(({ online }) => (online?.joinUrl !== undefined ? [online.joinUrl] : []));
      const twice = joined.filter((url) => urls.filter((each) => each === url).length > 1);
      return [
        ...(events.length > 1 ? [`${id} has ${events.length} events`] : []),
        ...twice.map(() => `${id} has two meetings behind one link`),
      ];
    }),

  'the calendar says what is kept': ({ kept, now }) =>
    kept.flatMap(({ request, events }) => wrongInCalendar(request, events, now)),

  'reservations equal sessions': async ({ kept, pool, ids }) => {
    // Those of other seeds stand too.
    const own = pool.map(({ facilitator, reservations }) => ({
      facilitator,
      reservations: reservations.filter(({ requestId }) => ids.includes(requestId)),
    }));
    return wrongReservations({
      pool: { all: async () => own },
      table: { all: () => kept.map(({ request }) => request) },
    });
  },

  'messages are repeated only where the outcome was unknown': (seen) => repeated(seen),

  'reminders only for live sessions': ({ posts, kept }) =>
    posts.flatMap((post) => {
      const of = kept.find(({ request }) => isReminderOf(request.id, post));
      return of && !wasBooked(of.history, post.at)
        ? [`${of.request.id} was reminded of when it was not booked`]
        : [];
    }),

  'evaluations counted are those given': ({ kept, answered }) =>
    kept.flatMap(({ request: { id }, evaluations }) => {
      const given = [...answered.values()].filter((each) => each.id === id);
      const least = given.filter(({ counted }) => counted).length;
      const found = evaluations?.length ?? 0;
      return found < least || found > given.length
        ? [`${id} has ${found} evaluations, ${least} were acknowledged and ${given.length} sent`]
        : [];
    }),

  'each closed request is counted once': ({ kept, counted }) =>
    kept.flatMap(({ request: { id, state } }) => {
      const isCounted = counted.includes(id);
      if (state === 'closed' && !isCounted) return [`${id} has closed and is not counted`];
      return state !== 'closed' && isCounted ? [`${id} is counted and has not closed`] : [];
    }),
};

export async function breaches(seen: Seen): Promise<readonly string[]> {
  const found = await Promise.all(
    Object.entries(PROMISES).map(async ([promise, check]) =>
      (await check(seen)).map((breach) => `${promise}: ${breach}`),
    ),
  );
  return found.flat();
}

function personOf({ by }: AuditEntry): string | undefined {
  return typeof by === 'string' ? undefined : by.id;
}

/**
 * From nothing to how it stands, without a gap. Clocks are wrong, so rows may lie in another order than they were written: each
 * state has to be entered as often as it was left, and once more if it is the one it is in.
 */
function brokenHistory({ request: { id, state }, history }: Kept): string[] {
  const changes = history.filter(({ from, to }) => to !== undefined && from !== to);
  const begun = changes.filter(({ from }) => from === undefined).length;
  const states = new Set(changes.flatMap(({ from, to }) => [from, to]).concat(state));
  states.delete(undefined);
  const unbalanced = [...states].filter((each) => {
    const entered = changes.filter(({ to }) => to === each).length;
    const left = changes.filter(({ from }) => from === each).length;
    return entered - left !== (each === state ? 1 : 0);
  });
  return [
    ...(begun === 1 ? [] : [`${id} began ${begun} times`]),
    ...(unbalanced.length > 0
      ? [`${id} is ${state}, and a row is missing around ${unbalanced.join(', ')}`]
      : []),
    ...(changes.some(({ from }) => from === 'closed') ? [`${id} was opened again`] : []),
  ];
}

function leftUndone({ request, effects }: Kept, now: Instant): string[] {
  const left = effects.filter(
    ({ effect, dueAt = 0, retryAt = 0, parked }) =>
      parked !== undefined || isStale(effect, request) || Math.max(dueAt, retryAt) + TOLERANCE_MS <= now,
  );
  return [
    ...left.map(({ effect }) => `${request.id} (${request.state}) has ${effect.kind} still to do`),
    ...(request.state === 'approved' ? [`${request.id} is still being arranged`] : []),
  ];
}

/** The coordinators' card of a request has one place in their channel; in a chat nothing is said twice in the same words. */
function repeated({ posts, ids, kept, upsets }: Seen): string[] {
  const delivered = new Map<string, Post[]>();
  for (const post of posts.filter((each) => each.delivered)) {
    const about = ids.filter((id) => isAbout(id, post));
    if (about.length !== 1) continue;
    const isCard = post.conversation === COORDINATION.id && isCardOf(about[0]!, post);
    const key = `${about[0]!} ${post.conversation} ${isCard ? 'the card' : post.content}`;
    delivered.set(key, [...(delivered.get(key) ?? []), post]);
  }
  return [...delivered].flatMap(([key, [first, ...more]]) => {
    const id = key.split(' ')[0]!;
    const occasions = key.endsWith('the card')
      ? 1
      : occasionsOf(kept.find(({ request }) => request.id === id));
    let before = first!;
    const wrong = more.filter((post) => {
      const isKnown = isForTheSame(before, post) && !isUnknown(before, post, id, upsets);
      before = post;
      return isKnown;
    });
    if (wrong.length < occasions) return [];
    const times = [first!, ...more].map(
      ({ askedAt, doneAt, known }) =>
        `${askedAt - first!.askedAt} to ${doneAt - first!.askedAt} ms${known ? '' : ' (unknown)'}`,
    );
    return [`${key.slice(0, 160)} was posted ${times.length} times: ${times.join(', ')}`];
  });
}

/** The card of that request itself: the digest names requests too, and is posted each morning. */
function isCardOf(id: RequestId, { content }: Post): boolean {
  return content.startsWith('[') && content.includes(`"fallbackText":"JAGS request ${referenceOf(id)}`);
}

function isAbout(id: RequestId, { content }: Post): boolean {
  return content.includes(id) || content.includes(referenceOf(id));
}

/** How often what somebody is told of in the same words can have come about: as often as any change came about. */
function occasionsOf(of: Kept | undefined): number {
  const counts = new Map<string, number>();
  for (const { what, from, to } of of?.history ?? []) {
    const change = `${what} ${String(from)} ${String(to)}`;
    if (to !== undefined) counts.set(change, (counts.get(change) ?? 0) + 1);
  }
  return Math.max(1, ...counts.values());
}

/** The same words some days later are said for another reason: a reminder. A card is to be posted once and for all. */
function isForTheSame(one: Post, other: Post): boolean {
  return one.content.startsWith('[') || other.at - one.at < SAID_AGAIN_MS;
}

/** Its answer was lost, or whoever posted it could not write down that it had. */
function isUnknown(
  { askedAt, doneAt, known }: Post,
  next: Post,
  id: RequestId,
  { struck, kills, leasesLost }: Seen['upsets'],
): boolean {
  const isSoonAfter = (at: number) => at >= askedAt && at <= doneAt + NOTED_WITHIN_MS;
  return (
    !known ||
    kills.some(({ at }) => isSoonAfter(at)) ||
    leasesLost.some((at) => at >= askedAt - IN_HAND_MS && at <= doneAt + NOTED_WITHIN_MS) ||
    struck.some(({ at, text }) => at >= askedAt && at <= next.askedAt && text.includes(id))
  );
}

function isReminderOf(id: RequestId, { content, delivered }: Post): boolean {
  return (
    delivered &&
    [REMINDER.title, ATTENDING.title].some((title) => content.includes(`${title} ${referenceOf(id)}`))
  );
}

/** At that moment, or just before or after it. */
function wasBooked(history: readonly AuditEntry[], at: Instant): boolean {
  const changes = history.filter(({ from, to }) => to !== undefined && from !== to);
  const entered = changes.filter(({ to }) => to === 'booked').map((each) => each.at);
  const left = changes.filter(({ from }) => from === 'booked').map((each) => each.at);
  return entered.some((since, n) => since - TOLERANCE_MS <= at && at <= (left[n] ?? Infinity) + TOLERANCE_MS);
}
