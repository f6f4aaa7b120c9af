/** What a route that takes a form does first. */
import restify, { type RequestHandler } from 'restify';
import { MOST_BODY_BYTES, onlyPlain } from './json-body';

/** Leaves the body as it was sent in `request.body`; answers 415 or 413 otherwise. */
export function readForm(mostBytes = MOST_BODY_BYTES): readonly RequestHandler[] {
  return [
    onlyPlain('application/x-www-form-urlencoded', mostBytes),
    ...[restify.plugins.bodyReader({ maxBodySize: mostBytes })].flat(),
  ];
}
