/**
 * The log: JSON lines on standard output. It is written against a list of what may pass (log-fields.ts), not of
 * what may not. So no careless `log.info({ request })`
 * can put a reason, a name, an address or a token into it (domain.md, harm 2).
 */
import { type DestinationStream, type Level, pino } from 'pino';
import { withoutData } from './fault-report';
import { allowed, type LogFields } from './log-fields';

export type { LogFields };

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
