/** Where the pages of the tab are. */
import type { PersonId } from '../../domain/people';
import type { RequestId } from '../../domain/request';

export const LIST = '/tab/facilitators';
export const REQUESTS = '/tab/requests';

export function facilitatorPath(id: PersonId, step = ''): string {
  return `${LIST}/${encodeURIComponent(id)}${step && `/${step}`}`;
}

export function requestPath(id: RequestId, step = ''): string {
  return `${REQUESTS}/${encodeURIComponent(id)}${step && `/${step}`}`;
}
