/**
 * What may leave the program in a line of the log or in telemetry: a list of what may pass, not of what may not. A field
 * that is not named here, or whose value does not look as it should, is left out.
 */
import { isWord, reportFault } from './fault-report';

type Field = (value: unknown) => unknown;

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** As teams/request-id.ts makes them. */
const REQUEST_ID = /^[0-9a-hjkmnp-tv-z]{26}$/;
/** W3C Trace Context's. */
const TRACE_ID = /^[\da-f]{32}$/;
const idOf =
  (form: RegExp): Field =>
  (value) =>
    typeof value === 'string' && form.test(value) ? value : undefined;
const word: Field = (value) => (isWord(value) ? value : undefined);
const words: Field = (value) => (Array.isArray(value) ? value.filter(isWord) : undefined);
const count: Field = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const flag: Field = (value) => (typeof value === 'boolean' ? value : undefined);
const fault: Field = (value) => reportFault(value);
/** Places in the program: the lines of a stack without the message it starts with. */
const frames: Field = (value) =>
  typeof value === 'string' ? value.split('\n').filter((line) => /^\s*at \S/.test(line)) : undefined;

/** Everything a line may hold: ids, kinds, states, counts and durations. Who did what is in the audit, not here. */
export const FIELDS = {
  requestId: idOf(REQUEST_ID),
  messageId: idOf(GUID),
  part: word,
  verb: word,
  code: word,
  command: word,
  effect: word,
  kind: word,
  lane: word,
  state: word,
  from: word,
  to: word,
  refused: word,
  outcome: word,
  operation: word,
  route: word,
  method: word,
  traceId: idOf(TRACE_ID),
  signal: word,
  signIn: word,
  waitingFor: words,
  attempt: count,
  round: count,
  tries: count,
  failed: count,
  rows: count,
  count,
  status: count,
  statusCode: count,
  dequeueCount: count,
  port: count,
  durationMs: count,
  waitMs: count,
  ageMs: count,
  effectsWaiting: count,
  effectsParked: count,
  effectsOldestSeconds: count,
  deliveriesWaiting: count,
  deliveriesParked: count,
  subscriptionMinutesLeft: count,
  backupAgeSeconds: count,
  errors: count,
  storageThrottled: count,
  commands: count,
  worker: flag,
  err: fault,
  fault,
  frames,
} as const satisfies Record<string, Field>;

export type LogFields = { readonly [Name in keyof typeof FIELDS]?: unknown };

/** What may pass. Left-out fields are counted only: even the name of a field can be somebody's address. */
export function allowed(given: unknown): Record<string, unknown> {
  const fields = given instanceof Error ? { err: given } : (given ?? {});
  const passed: Record<string, unknown> = {};
  let leftOut = 0;
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof typeof FIELDS] : undefined;
    const shown = value === undefined ? undefined : field?.(value);
    if (shown !== undefined) passed[name] = shown;
    else if (value !== undefined) leftOut += 1;
  }
  return leftOut > 0 ? { ...passed, leftOut } : passed;
}
