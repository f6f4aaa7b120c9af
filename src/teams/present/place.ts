/** Where a session is, and how the family question was answered, in words. */
import type { FamilyTold, Place } from '../../domain/ask';
import { isolated } from '../typed-text';

export function placeInWords(place: Place): string {
  if (place.kind === 'online') return 'online, in Teams';
  return place.venue ? `in person: ${isolated(place.venue)}` : 'in person, venue still open';
}

export const FAMILY_TOLD: Record<FamilyTold, string> = {
  yes: 'yes',
  'not-yet': 'not yet',
  'not-appropriate': 'not appropriate',
};
