/**
 * A legal hold: what somebody may still have to account for is not erased, however old it is, until the hold is lifted. Which
 * ones there must be is for the organisation to say; that erasing stops for them is not left to anybody's memory.
 */
import { instantAt, addDays, type LocalDate } from './calendar';
import type { Instant, Interval } from './intervals';
import type { Person } from './people';
import type { RequestId } from './request';

export interface LegalHold {
  readonly id: string;
  /** What is held: one request, or everything of some days, both included, London time. */
  readonly of:
    | { readonly kind: 'request'; readonly requestId: RequestId }
    | { readonly kind: 'period'; readonly from: LocalDate; readonly until: LocalDate };
  /** In a line: which inquiry or claim it is for, without naming anybody. */
  readonly why: string;
  readonly setBy: Person;
  readonly setAt: Instant;
}

/** What a hold may be about: the request something is of, where it is of one, and the time it is from. */
export interface Holdable {
  readonly requestId?: RequestId | undefined;
  /** Half open; a moment has the same start and end. */
  readonly over: Interval;
}

/** Whether one of the holds keeps it from being erased. A period holds whatever lies in it, if only in part. */
export function isOnHold(holds: readonly Pick<LegalHold, 'of'>[], { requestId, over }: Holdable): boolean {
  return holds.some(({ of }) => {
    if (of.kind === 'request') return of.requestId === requestId;
    const from = instantAt(of.from, '00:00');
    const end = instantAt(addDays(of.until, 1), '00:00');
    return over.start < end && from <= over.end;
  });
}
