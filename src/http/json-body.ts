/** What a route that takes JSON does first. */
import restify, { type RequestHandler } from 'restify';

/** Teams' largest activities are well below; a whole form with its texts is some 20 KB. */
export const MOST_BODY_BYTES = 256 * 1024;

/** Answered like restify's own errors: by its status. */
class NotTaken extends Error {
  constructor(readonly statusCode: number) {
    super(`Not taken: ${statusCode}`);
  }
}

/**
 * Lets only one media type through. Restify's reader unpacks gzip without a limit, and a broken archive ends the process: nothing packed is let through to
 * it. What says it is too large is not read at all.
 */
export function onlyPlain(wanted: string, mostBytes = MOST_BODY_BYTES): RequestHandler {
  return (request, _, next) => {
    const {
      'content-type': type = '',
      'content-encoding': packed = 'identity',
      'content-length': length,
    } = request.headers;
    if (type.split(';', 1)[0]?.trim().toLowerCase() !== wanted || packed !== 'identity')
      return next(new NotTaken(415));
    if (Number(length ?? 0) > mostBytes) return next(new NotTaken(413));
    return next();
  };
}

/** Leaves the parsed body in `request.body`; answers 415, 413 or 400 otherwise. */
export function readJson(mostBytes = MOST_BODY_BYTES): readonly RequestHandler[] {
  return [
    onlyPlain('application/json', mostBytes),
    ...restify.plugins.bodyParser({ maxBodySize: mostBytes, mapParams: false, rejectUnknown: true }),
  ];
}
