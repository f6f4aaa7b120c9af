/** How Graph makes sure that an address wants to be notified. */
import type { RequestHandler } from 'restify';

/** Graph's are below 200 characters. */
const LONGEST_TOKEN = 1_024;

/**
 * Answers with the token, as plain text and nothing else, so that no browser ever takes it for a page. Everything without
 * one goes on. https://learn.microsoft.com/graph/change-notifications-delivery-webhooks#notificationurl-validation
 */
export const answerHandshake: RequestHandler = (request, response, next) => {
  const token = new URLSearchParams(String(request.getQuery() ?? '')).get('validationToken');
  if (token === null) return next();
  if (token.length > LONGEST_TOKEN) response.send(400);
  else
    response.sendRaw(200, token, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(token)),
    });
  return next(false);
};
