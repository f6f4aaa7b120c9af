/** What answers in the bot's place while it is restored: nothing but that, and where to turn for a child at risk. */
import { createServer, type Server } from 'node:http';
import type { Policy } from '../domain/policy';
import { SECURITY_HEADERS } from '../http/security-headers';
import { BEING_RESTORED } from '../wording/held';
import { safetyLine } from '../wording/safety';

const AGAIN_AFTER_SECONDS = 600;

/** Reads nothing, keeps nothing, and is well as far as App Service can tell, so that it is not replaced meanwhile. */
export function createStandIn(policy: Policy): Server {
  const text = `${BEING_RESTORED}\n\n${safetyLine(policy)}\n`;
  return createServer((request, response) => {
    const isHealth = request.method === 'GET' && request.url === '/health/live';
    response.writeHead(isHealth ? 200 : 503, {
      ...SECURITY_HEADERS,
      'Content-Type': 'text/plain; charset=utf-8',
      ...(!isHealth && { 'Retry-After': AGAIN_AFTER_SECONDS }),
    });
    response.end(text);
  });
}
