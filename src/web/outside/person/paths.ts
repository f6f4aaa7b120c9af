/** Addresses below one link. */
import { PERSON } from '../paths';
import type { Said } from '../wording/said';

/** Of a route: every link's page of that name. */
export function ownRoute(further = ''): string {
  return below(':token', further);
}

export function ownPath(token: string, further = ''): string {
  return below(encodeURIComponent(token), further);
}

/** The page itself, with a sentence about what was just done. */
export function afterwards(token: string, said: Said): string {
  return `${ownPath(token)}?said=${said}`;
}

function below(token: string, further: string): string {
  return `${PERSON}/${token}${further === '' ? '' : `/${further}`}`;
}
