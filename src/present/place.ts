/** Where a session is, and how the family question was answered, in words. */
import type { FamilyTold, Place } from '../domain/ask';
import type { Policy } from '../domain/policy';
import type { Choice } from '../wording/choice';
import { isolated } from '../wording/typed-text';
import { NO_LOCALITY } from '../wording/form';

/** What "Not said" sends in place of a code: some clients take a choice without a value for none at all. */
export const NOT_SAID = '-';

export function placeInWords(place: Place): string {
  if (place.kind === 'online') return 'online, in Teams';
  return place.venue ? `in person: ${isolated(place.venue)}` : 'in person, venue still open';
}

/** The list to choose a locality from, and what is chosen in it. */
export function localityChoice(
  chosen: string,
  { localities }: Policy,
): { readonly locality: string; readonly localities: readonly Choice[] } {
  const listed = localities.map(({ code, name }) => ({ title: name, value: code }));
  return {
    locality: chosen === '' ? NOT_SAID : chosen,
    localities: [{ title: NO_LOCALITY, value: NOT_SAID }, ...listed],
  };
}

export const FAMILY_TOLD: Record<FamilyTold, string> = {
  yes: 'yes',
  'not-yet': 'not yet',
  'not-appropriate': 'not appropriate',
};
