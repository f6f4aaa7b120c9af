/** What a facilitator records, as it is sent. */
import type { SessionRecord } from '../src/domain/session-record';
import { aMatch } from './builders';

/** As its facilitator recorded a session that kept to the model. */
export function someRecord(over: Partial<SessionRecord> = {}): SessionRecord {
  const { start, end } = aMatch().slot;
  return {
    agencies: ['cs', 'ed'],
    start,
    end,
    also: 'none',
    agreement: { 'kept-reflective': 5, 'held-feelings': 4, 'apart-from-case': 5 },
    themes: [],
    concern: false,
    ...over,
  };
}
