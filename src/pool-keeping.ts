/**
 * Keeps the pool: adds and changes facilitators, each change with who made it, and looks at once which arranged sessions it
 * touches. What is missed here (a crash between the two) the pool's watch finds.
 */
import { randomUUID } from 'node:crypto';
import { addDays, type DaySpan, localDate, type LocalDate } from './domain/calendar';
import type { Declared } from './domain/declared';
import type { Facilitator } from './domain/facilitator';
import type { FacilitatorDraft } from './domain/facilitator-form';
import type { Instant } from './domain/intervals';
import type { Person, PersonId } from './domain/people';
import type { Actor, Request, RequestId } from './domain/request';
import { type Directory, Fault } from './ports';
import type { LoadedFacilitator, Pool } from './ports/pool';

/** Saved, with the arranged sessions it touches; or not. */
export type Kept =
  | { readonly saved: true; readonly facilitator: Facilitator; readonly touched: readonly Request[] }
  | {
      readonly saved: false;
      /** `conflict`: changed by somebody else meanwhile. `taken`: somebody of the pool has that address. */
      readonly why: 'conflict' | 'not-found' | 'taken';
    };

export interface PoolKeeping {
  /** Somebody in the tenant by their Entra id, anybody else by the address with an id of our own. */
  add(draft: FacilitatorDraft, by: Person): Promise<Kept>;
  /** Everything that is entered, as it is now; `was` is what the coordinator was looking at. */
  change(was: LoadedFacilitator, draft: FacilitatorDraft, by: Person): Promise<Kept>;
  /** Takes no session up to and including that day; undefined ends the pause. */
  pause(id: PersonId, until: LocalDate | undefined, by: Person): Promise<Kept>;
  /** From that day no longer in the pool; undefined takes somebody back. */
  leave(id: PersonId, on: LocalDate | undefined, by: Person): Promise<Kept>;
  /** Undefined: their calendar is read again. */
  declare(id: PersonId, declared: Declared | undefined, by: Person): Promise<Kept>;
  /** Whether they know the family of a request: settled by telephone, and no reason asked. */
  knowsFamily(id: PersonId, request: RequestId, knows: boolean, by: Actor): Promise<Kept>;
}

export interface PoolKeepingNeeds {
  readonly pool: Pick<Pool, 'all' | 'find' | 'save'>;
  readonly directory: Pick<Directory, 'known'>;
  /** Tells the coordinators of every arranged session that the facilitator can no longer be relied on for. */
  readonly lookAfter: (facilitator: Facilitator) => Promise<readonly Request[]>;
  readonly now: () => Instant;
}

/** What arranged sessions rely on: to look through them for anything else would be for nothing. */
const RELIED_ON: readonly string[] = ['pauses', 'leftOn', 'trainedUntil'] satisfies (keyof Facilitator)[];

/** Two coordinators at once get a turn each well before this. */
const MOST_TRIES = 10;

export function createPoolKeeping({ pool, directory, lookAfter, now }: PoolKeepingNeeds): PoolKeeping {
  return {
    async add(draft, by) {
      if (await isTaken(draft.mail)) return { saved: false, why: 'taken' };
      const [known] = await directory.known({ mails: [draft.mail], ids: [] });
      const facilitator: Facilitator = known
        ? { ...draft, id: known.id, mail: known.mail }
        : { ...draft, id: randomUUID(), outside: true };
      return keep(facilitator, by, undefined);
    },

    async change(was, draft, by) {
      const { facilitator } = was;
      if (draft.mail.toLowerCase() !== facilitator.mail.toLowerCase() && (await isTaken(draft.mail)))
        return { saved: false, why: 'taken' };
      const { id, outside, pauses, leftOn, knownFamilies, declared } = facilitator;
      const next: Facilitator = {
        ...draft,
        id,
        ...(outside && { outside }),
        ...(pauses && { pauses }),
        ...(leftOn !== undefined && { leftOn }),
        ...(knownFamilies && { knownFamilies }),
        ...(declared && { declared }),
      };
      return keep(next, by, was);
    },

    pause: (id, until, by) => update(id, by, (facilitator) => paused(facilitator, until, localDate(now()))),

    leave: (id, on, by) =>
      update(id, by, ({ leftOn: _leftOn, ...facilitator }) =>
        on === undefined ? facilitator : { ...facilitator, leftOn: on },
      ),

    declare: (id, declared, by) =>
      update(id, by, ({ declared: _declared, ...facilitator }) =>
        declared ? { ...facilitator, declared } : facilitator,
      ),

    knowsFamily: (id, request, knows, by) =>
      update(id, by, ({ knownFamilies = [], ...facilitator }) => {
        const others = knownFamilies.filter((each) => each !== request);
        const next = knows ? [...others, request] : others;
        return next.length > 0 ? { ...facilitator, knownFamilies: next } : facilitator;
      }),
  };

  async function isTaken(mail: string): Promise<boolean> {
    const wanted = mail.toLowerCase();
    return (await pool.all()).some(({ facilitator }) => facilitator.mail.toLowerCase() === wanted);
  }

  /** One field at a time: made again on what somebody else saved meanwhile. */
  async function update(
    id: PersonId,
    by: Actor,
    make: (facilitator: Facilitator) => Facilitator,
  ): Promise<Kept> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const was = await pool.find(id);
      if (!was) return { saved: false, why: 'not-found' };
      const kept = await keep(make(was.facilitator), by, was);
      if (kept.saved || kept.why !== 'conflict') return kept;
    }
    throw new Fault(
      `Expected facilitator ${id} to be changed within ${MOST_TRIES} tries, got a conflict every time`,
    );
  }

  async function keep(
    facilitator: Facilitator,
    by: Actor,
    was: LoadedFacilitator | undefined,
  ): Promise<Kept> {
    const changed = changedFields(was?.facilitator, facilitator);
    if (was && changed.length === 0) return { saved: true, facilitator, touched: [] };
    const saved = await pool.save(facilitator, { at: now(), by, changed }, was?.version);
    if (saved === 'conflict') return { saved: false, why: was ? 'conflict' : 'taken' };
    const isReliedOn = was !== undefined && changed.some((field) => RELIED_ON.includes(field));
    return { saved: true, facilitator, touched: isReliedOn ? await lookAfter(facilitator) : [] };
  }
}

/** Pauses begin today and replace each other; what has gone by of one is kept, because it counts for what is fair. */
function paused(
  { pauses = [], ...facilitator }: Facilitator,
  until: LocalDate | undefined,
  today: LocalDate,
): Facilitator {
  const gone = pauses.flatMap(({ from, until: last }): DaySpan[] => {
    if (last < today) return [{ from, until: last }];
    return from < today ? [{ from, until: addDays(today, -1) }] : [];
  });
  const next = until === undefined ? gone : [...gone, { from: today, until }];
  return next.length > 0 ? { ...facilitator, pauses: next } : facilitator;
}

/** The fields two versions of a facilitator differ in; nothing of what they hold. */
function changedFields(before: Facilitator | undefined, after: Facilitator): readonly string[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]) as Set<keyof Facilitator>;
  return [...fields].filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after[field]));
}
