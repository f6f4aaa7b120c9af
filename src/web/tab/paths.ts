/** Where the pages of the tab are. */
import type { PersonId } from '../../domain/people';
import type { RequestId } from '../../domain/request';
import type { SubscriptionId } from '../../ports/subscriptions';

export const LIST = '/tab/facilitators';
export const REQUESTS = '/tab/requests';
export const CONNECTIONS = '/tab/connections';

export function facilitatorPath(id: PersonId, step = ''): string {
  return `${LIST}/${encodeURIComponent(id)}${step && `/${step}`}`;
}

export function requestPath(id: RequestId, step = ''): string {
  return `${REQUESTS}/${encodeURIComponent(id)}${step && `/${step}`}`;
}

export function connectionPath(id: SubscriptionId, step: string): string {
  return `${CONNECTIONS}/${encodeURIComponent(id)}/${step}`;
}
