/** Histories as they usually are, empty, and longer than Teams takes. */
import { MINUTE_MS } from '../../src/domain/intervals';
import type { AuditEntry } from '../../src/ports';
import { type HistoryCard, presentHistory } from '../../src/teams/present/history';
import { askedAt, aStranger, theCoordinator, theRequester } from '../builders';

const ID = '7qf3k2m9zzzzzzzzzzzzzzzzzz';

const usual: AuditEntry[] = (
  [
    { by: theRequester, what: 'submit', to: 'submitted' },
    { by: 'system', what: 'matches-found', from: 'submitted', to: 'submitted' },
    { by: aStranger, what: 'reason', from: 'submitted', refused: 'coordinators-only' },
    { by: theCoordinator, what: 'look-again', from: 'submitted', to: 'submitted', note: 'Please widen.' },
    { by: theCoordinator, what: 'approve', from: 'submitted', to: 'approved' },
    { by: 'system', what: 'reserved', from: 'approved', to: 'approved' },
    { by: 'system', what: 'event-created', from: 'approved', to: 'approved' },
    { by: 'system', what: 'meeting-secured', from: 'approved', to: 'offered' },
    { by: 'system', what: 'answered', from: 'offered', to: 'booked' },
    { by: theCoordinator, what: 'cancel', from: 'booked', to: 'closed', reason: 'other-meeting' },
  ] as const
).map((entry, n) => ({ ...entry, at: askedAt + n * 47 * MINUTE_MS }));

/** Other people's names, notes and changed fields as long as they can be. */
export function historySamples(longText: (length: number) => string) {
  const long: AuditEntry[] = Array.from({ length: 500 }, (_, n) => ({
    at: askedAt + n * MINUTE_MS,
    by: { id: 'somebody', name: 'Bartholomew Featherstonehaugh-Cholmondeley' },
    what: 'withdraw',
    from: 'submitted',
    via: 'api',
    ...(n % 3 === 0
      ? { to: 'closed', note: longText(600), changed: ['participants', 'reason', 'latest'] }
      : { refused: 'requester-only' }),
  }));
  return {
    sample: presentHistory(ID, usual),
    none: presentHistory(ID, []),
    worst: presentHistory(ID, long),
  } satisfies Record<string, HistoryCard>;
}
