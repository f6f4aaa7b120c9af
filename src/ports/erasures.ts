/**
 * What was erased, so that it stays erased when an earlier backup is restored. Recorded first, then deleted: a crash in between
 * leaves something to erase, which whoever wanted it erased finds again.
 */
import type { Instant } from '../domain/intervals';
import type { TableName } from './backups';

/** A partition; one row of it; or of that row one column, or a field in the JSON of one: `data.ask.reason`. */
export type Erasure = {
  readonly table: TableName;
  readonly partitionKey: string;
  /** As a code: "retention". */
  readonly why: string;
} & (
  | { readonly rowKey?: undefined; readonly property?: undefined }
  | { readonly rowKey: string; readonly property?: string }
);

/** Somebody, wherever they are named: by their ids in small letters and their addresses as `plainMail` has them. */
export interface ErasedPerson {
  readonly keys: readonly string[];
  /** Where they stay for now: partitions, or rows of one. */
  readonly spared: readonly {
    readonly table: TableName;
    readonly partitionKey: string;
    readonly rowKey?: string;
  }[];
  /** As a code. */
  readonly why: string;
}

export interface Erasures {
  /** When it resolves, all of it is on the list and gone. Repeating it is harmless. */
  erase(what: readonly Erasure[]): Promise<void>;
  /** Puts somebody on the list, so that no backup brings them back; whoever calls it then makes them nobody in the rows there are. */
  forget(person: ErasedPerson): Promise<void>;
}

/** As it is kept: keys may be ids of people, so they are hashes, and nobody is named. See backup/hashes.ts. */
export type RecordedErasure = RowErasure | PersonForgotten;

export interface RowErasure {
  readonly table: TableName;
  readonly hash: string;
  readonly property?: string;
  readonly at: Instant;
  readonly why: string;
}

export interface PersonForgotten {
  /** Of an id or an address; each of somebody's by itself. */
  readonly person: string;
  /** Hashes of the keys of what was left as it was. */
  readonly spared: readonly string[];
  readonly at: Instant;
  readonly why: string;
}

/** Append only, in a table and beside the backups too, so that it outlives either. */
export interface ErasureList {
  /** In both, or it throws. */
  record(erasures: readonly RecordedErasure[]): Promise<void>;
  /** What either has of that time on. */
  since(from: Instant): Promise<readonly RecordedErasure[]>;
}
