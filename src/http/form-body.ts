/** What a route that takes a form does first. */
import restify, { type RequestHandler } from 'restify';
import { MOST_BODY_BYTES, onlyPlain } from './json-body';

/** Leaves the body as it was sent in `request.body`; answers 415 or 413 otherwise. */
export const readForm: readonly RequestHandler[] = [
  onlyPlain('application/x-www-form-urlencoded'),
  ...[restify.plugins.bodyReader({ maxBodySize: MOST_BODY_BYTES })].flat(),
];
