/** The one event the doctor makes, shared by the checks that stand on it, and taken away whatever came of them. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Instant, type Interval, MINUTE_MS } from '../domain/intervals';
import type { TrialEvents } from '../graph/trial-event';
import type { Rereads } from './ground';

export interface Trial {
  /** Removes what a former run had to leave; how many that were. */
  clear(): Promise<number>;
  make(): Promise<void>;
  /** The link of the event made; undefined when Teams gives it none. Throws when none was made. */
  joinUrl(): Promise<string | undefined>;
  /** Removes the event, also one whose making nobody heard the end of; how many are left, which is none unless it failed. */
  remove(): Promise<number>;
}

export interface TrialNeeds {
  readonly events: TrialEvents;
  readonly rereads: Rereads;
  readonly now: () => Instant;
}

/** Beyond every window that is looked at for sessions or for free time. */
const AHEAD_MS = 2 * 365 * 24 * 60 * MINUTE_MS;
const LENGTH_MS = 30 * MINUTE_MS;

export function createTrial({ events, rereads, now }: TrialNeeds): Trial {
  let made: { readonly id: string; joinUrl?: string | undefined } | undefined;

  return {
    async clear() {
      const left = await events.find();
      for (const id of left) await events.remove(id);
      return left.length;
    },

    async make() {
      made = await events.make(slotFrom(now()));
    },

    async joinUrl() {
      if (!made) throw new Error('Expected an event to have been made, got none');
      for (let reads = 0; !made.joinUrl && reads < rereads.times; reads += 1) {
        await wait(rereads.waitMs);
        made = (await events.read(made.id)) ?? made;
      }
      return made.joinUrl;
    },

    async remove() {
      if (made) await events.remove(made.id);
      for (const id of await events.find()) await events.remove(id);
      return (await events.find()).length;
    },
  };
}

/** On a full hour. */
function slotFrom(now: Instant): Interval {
  const hour = 60 * MINUTE_MS;
  const start = Math.ceil((now + AHEAD_MS) / hour) * hour;
  return { start, end: start + LENGTH_MS };
}
