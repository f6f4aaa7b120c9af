/** Whom people turn to about the service itself. */
import type { Policy } from '../../../domain/policy';

const PARTNERSHIP = 'the coordinators of the Norfolk Safeguarding Children Partnership';

/** Goes on from "turn to". */
export function coordinatorsInWords({ onTheDayContact }: Policy): string {
  return onTheDayContact === '' ? PARTNERSHIP : `${PARTNERSHIP}: ${onTheDayContact}`;
}
