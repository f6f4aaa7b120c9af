/** The organiser's calendar as a person looks at it. */
import type { RequestId } from '../../src/domain/request';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import type { Town } from './town';

/** The events made for a request, by the property each carries; the oldest first. */
export function eventsOf({ outlook }: Pick<Town, 'outlook'>, id: RequestId): readonly StoredEvent[] {
  const isOf = ({ extendedProperties }: StoredEvent) =>
    extendedProperties.some(({ value }) => value.startsWith(`${id}-`));
  return outlook.tenant.events.list().filter(isOf);
}
