/** The log, with its errors counted by part, and with the trace a line belongs to. */
import type { LogFields } from '../log-fields';
import type { Log } from '../log';
import type { Telemetry } from './telemetry';

export function watchedLog(log: Log, telemetry: Telemetry, part?: unknown): Log {
  return {
    debug: (fields, message) => log.debug(inTrace(fields), message),
    info: (fields, message) => log.info(inTrace(fields), message),
    warn(fields, message) {
      telemetry.event(message, { part, ...fields });
      log.warn(inTrace(fields), message);
    },
    error(fields, message) {
      telemetry.count('jags.errors', { part });
      telemetry.event(message, { part, ...fields });
      log.error(inTrace(fields), message);
    },
    child: (fields) => watchedLog(log.child(fields), telemetry, fields.part ?? part),
  };

  function inTrace(fields: LogFields): LogFields {
    const [, traceId] = telemetry.traceparent()?.split('-') ?? [];
    return traceId === undefined ? fields : { traceId, ...fields };
  }
}
