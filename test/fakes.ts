/**
 * Stand-ins for what is outside, each keeping state the way the real one does, so that a test can go through a whole
 * story. They share no code with the adapters; those are tested against the real thing.
 */
import { type KnownPerson, mayActFor, type PersonId } from '../src/domain/people';
import { createLog } from '../src/log';
import type { Instant } from '../src/domain/intervals';
import { laneOf, dueAt } from '../src/domain/lanes';
import { isOpen, type Request, type RequestId } from '../src/domain/request';
import {
  type AuditEntry,
  type Cards,
  type Conversations,
  type Directory,
  Fault,
  type Lease,
  type Loaded,
  type OpenRequests,
  type Requests,
  type SavedEffect,
  type ShownCard,
  type WakeUp,
  type WakeUps,
  type Workbench,
} from '../src/ports';

export interface Clock {
  readonly now: () => Instant;
  pass(ms: number): void;
}

/** Stands still until told. */
export function createClock(start: Instant): Clock {
  let at = start;
  return { now: () => at, pass: (ms) => void (at += ms) };
}

/** Pulled and plugged in again by a test; shared by all behind it. */
export interface Wire {
  cut: boolean;
  /** While set, nothing comes back before it does. */
  jam?: Promise<void>;
}

export async function overWire(wire: Wire): Promise<void> {
  await wire.jam;
  if (wire.cut) throw new Fault('Expected storage to answer, got no connection');
}

interface Row {
  loaded: Loaded;
  effects: SavedEffect[];
  leases: Lease[];
  readonly audit: AuditEntry[];
}

export interface MemoryStore extends Requests, Workbench {
  /** Every request as it is, in the order they were made. */
  all(): readonly Request[];
  effectsOf(id: RequestId): readonly SavedEffect[];
}

/** Requests with their effects, audit and leases: conditional writes, one transaction each. */
export function createMemoryStore(
  wire: Wire = { cut: false },
  cards: Pick<Cards, 'put'> = createMemoryCards(wire),
): MemoryStore {
  const rows = new Map<RequestId, Row>();
  const openIds = new Set<RequestId>();
  let versions = 0;
  const nextVersion = (): string => `v${(versions += 1)}`;

  return {
    async load(id) {
      await overWire(wire);
      return rows.get(id)?.loaded;
    },

    async enter(id) {
      await overWire(wire);
      openIds.add(id);
    },

    async save({ was, next, effects, audit, completes, shown, trace }) {
      await overWire(wire);
      const row = rows.get(next.id);
      if (was?.version !== row?.loaded.version || (completes && !renew(completes.lease))) return 'conflict';
      const sequence = row?.loaded.sequence ?? 0;
      const added = effects.map((effect, n): SavedEffect => {
        const due = dueAt(effect);
        const key = `effect-${String(sequence + n + 1).padStart(8, '0')}`;
        const saved = { key, lane: laneOf(effect), effect, tries: 0, savedAt: audit.at };
        return { ...saved, ...(trace && { trace }), ...(due !== undefined && { dueAt: due }) };
      });
      const kept = (row?.effects ?? []).filter(({ key }) => key !== completes?.effect.key);
      rows.set(next.id, {
        loaded: { request: next, version: nextVersion(), sequence: sequence + effects.length },
        effects: [...kept, ...added],
        leases: row?.leases ?? [],
        audit: [...(row?.audit ?? []), audit],
      });
      if (shown) await cards.put(next.id, shown.card, shown.where);
      return 'saved';
    },

    async audit(id, entry) {
      await overWire(wire);
      rows.get(id)?.audit.push(entry);
    },

    async history(id) {
      await overWire(wire);
      return rows.get(id)?.audit ?? [];
    },

    async ofPerson(id) {
      await overWire(wire);
      const own = [...rows.values()]
        .map(({ loaded }) => loaded.request)
        .filter((each) => mayActFor(each.requester, id));
      return own.sort((a, b) => b.submittedAt - a.submittedAt);
    },

    async work(id) {
      await overWire(wire);
      const row = rows.get(id);
      return row && { loaded: row.loaded, effects: [...row.effects], leases: [...row.leases] };
    },

    async claim(requestId, lane, owner, until, held) {
      await overWire(wire);
      const row = rows.get(requestId);
      const standing = row?.leases.find((lease) => lease.lane === lane);
      if (!row || standing?.version !== held?.version) return undefined;
      const lease: Lease = { requestId, lane, owner, until, version: nextVersion() };
      row.leases = [...row.leases.filter((each) => each !== standing), lease];
      return lease;
    },

    async release(lease) {
      await overWire(wire);
      const row = rows.get(lease.requestId);
      if (row) row.leases = row.leases.filter(({ version }) => version !== lease.version);
    },

    async complete(lease, ...effects) {
      await overWire(wire);
      const row = renew(lease);
      if (!row) return 'lost';
      row.effects = row.effects.filter((each) => !effects.some(({ key }) => each.key === key));
      return 'saved';
    },

    async postpone(lease, effect) {
      await overWire(wire);
      const row = renew(lease);
      if (!row) return 'lost';
      row.effects = row.effects.map((each) => (each.key === effect.key ? effect : each));
      return 'saved';
    },

    async open() {
      await overWire(wire);
      return [...openIds];
    },

    async settle(id) {
      await overWire(wire);
      const row = rows.get(id);
      if (row && !isOpen(row.loaded.request) && row.effects.length === 0) openIds.delete(id);
    },

    all: () => [...rows.values()].map(({ loaded }) => loaded.request),
    effectsOf: (id) => rows.get(id)?.effects ?? [],
  };

  /** A write under a lease renews it; undefined when the lease is lost. */
  function renew(lease: Lease): Row | undefined {
    const row = rows.get(lease.requestId);
    if (!row?.leases.some(({ version }) => version === lease.version)) return undefined;
    const renewed = { ...lease, version: nextVersion() };
    row.leases = row.leases.map((each) => (each.version === lease.version ? renewed : each));
    return row;
  }
}

/** The open ones of a store, as coordinators list them. */
export function createMemoryOpenRequests(
  store: Pick<MemoryStore, 'all'>,
  wire: Wire = { cut: false },
): OpenRequests {
  return {
    async all() {
      await overWire(wire);
      const open = store.all().filter(isOpen);
      return open.sort((a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1));
    },
  };
}

/** Hidden while being worked on; shows up again when asked to, and never by itself. */
export function createMemoryWakeUps(
  wire: Wire = { cut: false },
): WakeUps & { readonly waiting: RequestId[] } {
  const waiting: RequestId[] = [];
  return {
    waiting,
    async send(id) {
      await overWire(wire);
      waiting.push(id);
    },
    async receive(most) {
      await overWire(wire);
      return waiting.splice(0, most).map((requestId): WakeUp => ({
        requestId,
        done: async () => undefined,
        again: async () => void waiting.push(requestId),
      }));
    },
  };
}

export function createMemoryCards(wire: Wire = { cut: false }): Cards {
  const shown = new Map<string, ShownCard>();
  const key = (id: RequestId, card: string): string => `${id}/${card}`;
  return {
    async find(id, card) {
      await overWire(wire);
      return shown.get(key(id, card));
    },
    async put(id, card, where) {
      await overWire(wire);
      shown.set(key(id, card), where);
    },
  };
}

/** `writes` counts, because references are kept on every message and should seldom be written. */
export function createMemoryConversations(
  wire: Wire = { cut: false },
): Conversations & { readonly writes: () => number } {
  const people = new Map<PersonId, string>();
  let chosen: string | undefined;
  let writes = 0;
  return {
    writes: () => writes,
    async ofPerson(id) {
      await overWire(wire);
      return people.get(id);
    },
    async keepPerson(id, reference) {
      await overWire(wire);
      writes += 1;
      people.set(id, reference);
    },
    forgetPerson: async (id, reference) => void (people.get(id) === reference && people.delete(id)),
    async channel() {
      await overWire(wire);
      return chosen;
    },
    async keepChannel(reference) {
      await overWire(wire);
      writes += 1;
      chosen = reference;
    },
  };
}

/** The tenant's people and who of them coordinates; `coordinators` may be changed while a test runs. */
export function createMemoryDirectory(given: {
  readonly people?: readonly KnownPerson[];
  readonly coordinators: Set<PersonId>;
  readonly quality?: ReadonlySet<PersonId>;
  readonly governance?: ReadonlySet<PersonId>;
  /** To the names and addresses; whose the coordinators are is known nearer by. */
  readonly wire?: Wire;
}): Directory {
  const { people = [], coordinators, wire = { cut: false } } = given;
  return {
    isCoordinator: async (id) => coordinators.has(id),
    isQuality: async (id) => given.quality?.has(id) ?? false,
    isGovernance: async (id) => given.governance?.has(id) ?? false,
    coordinators: async () => new Set(coordinators),
    async known({ mails, ids }) {
      await overWire(wire);
      return people.filter(({ id, mail }) => ids.includes(id) || mails.includes(mail));
    },
  };
}

export type LogLine = Readonly<Record<string, unknown>> & Readonly<Record<'level' | 'message', string>>;

/** The log as it is written, for tests that look for what must not be in it. */
export function createMemoryLog() {
  const lines: LogLine[] = [];
  const to = { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) };
  return { ...createLog({ to }), lines };
}
