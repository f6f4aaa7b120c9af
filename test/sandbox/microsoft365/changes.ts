import type { Office } from './office';
import type { StoredEvent } from './state';

export type ChangeType = 'created' | 'updated' | 'deleted';

/** Whatever changes an event ends here: delta and the subscribers learn of it, whoever did it. */
export function noteChange(event: StoredEvent, type: ChangeType, { store, notices }: Office): void {
  const { state } = store;
  state.lastChange += 1;
  event.change = state.lastChange;
  const { id, immutableId, organiserId, change, start, end } = event;
  if (type === 'deleted') state.removed.push({ id, immutableId, organiserId, change, start, end });
  store.save();
  notices.changed(event, type);
}
