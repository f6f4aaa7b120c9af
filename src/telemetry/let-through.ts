/**
 * The last look at a span before it is sent: only names and attributes of our list go on, whoever set them. What a span's
 * own code lets through is the first; this one holds for packages too.
 */
import type { AzureMonitorOpenTelemetryOptions } from '@azure/monitor-opentelemetry';
import { isWord, withoutData } from '../fault-report';
import { allowed } from '../log-fields';

type SpanProcessor = NonNullable<AzureMonitorOpenTelemetryOptions['spanProcessors']>[number];
type ReadableSpan = Parameters<SpanProcessor['onEnd']>[0];
/** The span about to be sent is the program's own object, and nothing else reads it any more. */
type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const STANDARD: Readonly<Record<string, (value: unknown) => boolean>> = {
  'http.request.method': isWord,
  'http.response.status_code': Number.isInteger,
  // How many spans this one stands for, where an operator has chosen to keep only some.
  'microsoft.sample_rate': Number.isInteger,
};

export const letThrough: SpanProcessor = {
  onStart: () => undefined,
  onEnd(span) {
    const open = span as Writable<ReadableSpan>;
    if (!isNameOfOurs(span.name)) open.name = 'other';
    open.status = { code: span.status.code };
    clear(span.attributes);
    for (const event of span.events) {
      event.name = withoutData(event.name);
      clear(event.attributes ?? {});
    }
  },
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

function isNameOfOurs(name: string): boolean {
  return name.length <= 100 && name.split(' ').every(isWord);
}

function clear(attributes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const passes = Object.hasOwn(STANDARD, name) ? STANDARD[name]!(value) : passesAsField(name, value);
    if (!passes) delete attributes[name];
  }
}

function passesAsField(name: string, value: unknown): boolean {
  return typeof value !== 'object' && allowed({ [name]: value })[name] === value;
}
