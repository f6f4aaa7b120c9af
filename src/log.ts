/**
 * The log: JSON lines on standard output. It is written against a list of what may pass, not of what may not: a field
 * that is not named here, or whose value does not look as it should, is left out. So no careless `log.info({ request })`
 * can put a reason, a name, an address or a token into it (domain.md, harm 2).
 */
import { type DestinationStream, type Level, pino } from 'pino';
import { isWord, reportFault, withoutData } from './fault-report';

type Field = (value: unknown) => unknown;

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** As teams/request-id.ts makes them. */
const REQUEST_ID = /^[0-9a-hjkmnp-tv-z]{26}$/;
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
const FIELDS = {
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
  signal: word,
  signIn: word,
  waitingFor: words,
  attempt: count,
  round: count,
  tries: count,
  failed: count,
  count,
  status: count,
  statusCode: count,
  dequeueCount: count,
  port: count,
  durationMs: count,
  waitMs: count,
  ageMs: count,
  worker: flag,
  err: fault,
  fault,
  frames,
} as const satisfies Record<string, Field>;

export type LogFields = { readonly [Name in keyof typeof FIELDS]?: unknown };

export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** A log whose lines all hold these fields too. */
  child(fields: LogFields): Log;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number] & Level;

/** Writes to standard output unless told where. pino: it is fast, writes one JSON object a line, and loses none. */
export function createLog(options: { readonly level?: LogLevel; readonly to?: DestinationStream } = {}): Log {
  const { level = 'info', to = pino.destination({ dest: 1, sync: true }) } = options;
  const lines = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      // pino's own would fold causes into the message, after they have been cleared of data.
      serializers: { err: (report: unknown) => report },
      formatters: { level: (label) => ({ level: label }) },
    },
    to,
  );
  return wrap(lines);
}

function wrap(lines: Pick<pino.Logger, LogLevel | 'child'>): Log {
  const at = (level: LogLevel) => (fields: LogFields, message: string) =>
    lines[level](allowed(fields), withoutData(String(message)));
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => wrap(lines.child(allowed(fields))),
  };
}

/** What may pass. Left-out fields are counted only: even the name of a field can be somebody's address. */
function allowed(given: unknown): Record<string, unknown> {
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
