/** Erasing what is over, and what somebody has the right to have erased. */
import type { Instant } from '../domain/intervals';
import type { Request, RequestId } from '../domain/request';
import type { StoredRow, TableName } from './backups';
import type { ShownCard } from '../ports';

/** A row with when it was last written, by the service's own clock. */
export interface DatedRow extends StoredRow {
  readonly writtenAt: Instant;
}

/** Every row of a table as it is, some at a time. */
export interface DatedRows {
  read(table: TableName): AsyncIterable<readonly DatedRow[]>;
}

export interface WholeRequest {
  readonly request: Request;
  /** Wherever one was shown, or tried to be. */
  readonly cards: readonly ShownCard[];
  /** Whether something is still to be done for it that was not given up on. */
  readonly hasWork: boolean;
}

/** Every request there is, open or closed. */
export interface WholeRequests {
  all(): AsyncIterable<Request>;
  find(id: RequestId): Promise<WholeRequest | undefined>;
}

/** A request's cards, wherever they stand in Teams. */
export interface CardBlanking {
  /** Puts a line in place of the card that tells of nobody. `gone`: there is nothing there any more. */
  blank(card: ShownCard): Promise<'blank' | 'gone'>;
}

/** A session's event, long after the session. */
export interface EventRemoving {
  /** Removes every event of a request from the organiser's calendar for good, telling nobody; how many there were. */
  removeAll(requestId: RequestId, attempts: number): Promise<number>;
}

export interface RequestErasing {
  /**
   * Erases a closed request: cards, event, and everything that is kept of it, in backups of before too. `open` and `on-hold`: it
   * was left as it is. `left`: something is still to be done for it, or Teams or Outlook could not be reached, so it waits for
   * the next time. Repeating it is harmless.
   */
  eraseRequest(
    id: RequestId,
    why: 'retention' | 'asked-for',
  ): Promise<'erased' | 'open' | 'on-hold' | 'not-found' | 'left'>;
}
