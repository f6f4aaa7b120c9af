/** What a request says of who sends it. */
import type { IncomingMessage } from 'node:http';

/**
 * The `Authorization` header. Empty where there is none, and where there are several: Node would take the first and a proxy
 * may have looked at the last, so that none of them counts.
 */
export function authorizationOf({ headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): string {
  const [only = '', ...others] = headersDistinct['authorization'] ?? [];
  return others.length === 0 ? only : '';
}
