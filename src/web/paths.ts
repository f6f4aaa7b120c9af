/** Where the pages of the tab are. */
import type { PersonId } from '../domain/people';

export const LIST = '/tab/facilitators';

export function facilitatorPath(id: PersonId, step = ''): string {
  return `${LIST}/${encodeURIComponent(id)}${step && `/${step}`}`;
}
