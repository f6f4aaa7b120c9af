/** What is kept about one person or one case, for whoever answers for information governance: found, shown, exported, erased. */
import type { Instant } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import type { RequestId, State } from '../domain/request';
import type { TableName } from './backups';

/** Somebody by everything they are known by: ids in small letters, addresses as `plainMail` has them. */
export interface Identity {
  readonly ids: readonly PersonId[];
  readonly mails: readonly string[];
}

/** As what somebody is named in a row. */
export const PARTS_PLAYED = [
  'requester',
  'colleague',
  'participant',
  'interpreter',
  'facilitator',
  'considered',
  'acted',
  'pool',
  'link',
  'conversation',
  'counted',
  'accounted',
  'mentioned',
] as const;
export type PartPlayed = (typeof PARTS_PLAYED)[number];

export interface FoundPerson extends Identity {
  /** An id or an address that opens what is kept about them. */
  readonly key: string;
  /** Each spelling that is kept. */
  readonly names: readonly string[];
  /** In how many rows as what. */
  readonly parts: Partial<Record<PartPlayed, number>>;
}

export interface FoundRequest {
  readonly id: RequestId;
  readonly caseReference: string;
  readonly state: State;
  readonly submittedAt: Instant;
  /** Of one that is closed. */
  readonly closedAt?: Instant;
  /** It may not be erased at the moment. */
  readonly isOnHold: boolean;
}

export interface Found {
  readonly people: readonly FoundPerson[];
  readonly requests: readonly FoundRequest[];
  /** More were found than are shown. */
  readonly more: number;
}

/** What is kept of a row about whoever was asked for, as the JSON it is: all of it, or by its path each part that is about them. */
export interface KeptRow {
  readonly table: TableName;
  /** As the data map names it. */
  readonly kind: string;
  readonly requestId?: RequestId;
  readonly parts: readonly PartPlayed[];
  readonly content: Readonly<Record<string, unknown>>;
}

export interface KeptPerson {
  readonly person: FoundPerson;
  readonly rows: readonly KeptRow[];
  /** How many other people are named in them. */
  readonly others: number;
}

export interface KeptCase {
  readonly requests: readonly FoundRequest[];
  readonly rows: readonly KeptRow[];
}

export interface PersonRecords {
  /** A part of a name, whatever its accents and capitals; a whole address or id, a case reference, or that of a request. */
  search(text: string): Promise<Found>;
  /** By an id or an address. `whole`: with other people as they are, for whoever decides; `own`: without them, to be handed over. */
  ofPerson(key: string, as: 'whole' | 'own'): Promise<KeptPerson | undefined>;
  ofCase(caseReference: string): Promise<KeptCase | undefined>;
}

/** Why a row about somebody stays. */
export const SPARED_BECAUSE = ['open', 'on-hold', 'in-pool', 'accounted'] as const;
export type SparedBecause = (typeof SPARED_BECAUSE)[number];

/** What erasing somebody comes to: rows that go, rows in which they become nobody, and what stays with why. */
export interface PersonErasure {
  readonly person: FoundPerson;
  readonly removed: number;
  readonly replaced: number;
  readonly spared: Partial<Record<SparedBecause, number>>;
  /** Requests that must be over first. */
  readonly open: readonly RequestId[];
  readonly onHold: readonly RequestId[];
}

export interface PersonErasing {
  /** What would become of it now; undefined for somebody nothing is kept about. */
  plan(key: string): Promise<PersonErasure | undefined>;
  /** Repeating it is harmless. Stays so when an earlier backup is restored. */
  erase(key: string): Promise<PersonErasure | undefined>;
}
