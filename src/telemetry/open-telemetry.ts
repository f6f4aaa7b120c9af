/** Spans and metrics in OpenTelemetry's words. The only file that knows its API, loaded only where they are kept. */
import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  type Meter,
  type ObservableGauge,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind as Kind,
  type SpanContext,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import { allowed, type LogFields } from '../log-fields';
import { type FaultReport, reportFault } from '../fault-report';
import type { Instruments } from './figures';
import { METRICS } from './metrics';
import type { Cause, SpanKind, Spans } from './spans';

const KINDS: Readonly<Record<SpanKind, Kind>> = {
  click: Kind.SERVER,
  step: Kind.INTERNAL,
  call: Kind.CLIENT,
};

export function createSpans(tracer: Tracer): Spans {
  return {
    span({ kind, name, fields, after }, work) {
      const { parent, links } = beginning(after);
      const options = { kind: KINDS[kind], attributes: attributesOf(fields), links };
      return tracer.startActiveSpan(name, options, parent, async (span) => {
        try {
          return await work();
        } catch (error) {
          markFailed(span, error);
          throw error;
        } finally {
          span.end();
        }
      });
    },

    note: (fields) => void trace.getActiveSpan()?.setAttributes(attributesOf(fields)),

    failed(error) {
      const span = trace.getActiveSpan();
      if (span) markFailed(span, error);
    },

    traceparent() {
      const inHand = trace.getActiveSpan()?.spanContext();
      if (!inHand || !isSpanContextValid(inHand)) return undefined;
      const { traceId, spanId, traceFlags } = inHand;
      return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
    },

    event: (message, fields) => void trace.getActiveSpan()?.addEvent(message, attributesOf(fields)),
  };
}

function markFailed(span: Span, error?: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  if (error !== undefined) span.setAttributes(attributesOf(kindOf(error)));
}

/** A trace begins with a click, or with what waited for its own moment; what a worker does belongs to what it was saved with. */
function beginning(after: Cause | undefined): { readonly parent: Context; readonly links: Link[] } {
  if (!after) return { parent: context.active(), links: [] };
  const cause = after.traceparent === undefined ? undefined : spanContextIn(after.traceparent);
  if (!cause) return { parent: ROOT_CONTEXT, links: [] };
  if (after.sameTrace) return { parent: trace.setSpanContext(ROOT_CONTEXT, cause), links: [] };
  return { parent: ROOT_CONTEXT, links: [{ context: cause }] };
}

/** Version 00 of https://www.w3.org/TR/trace-context/#traceparent-header */
function spanContextIn(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(traceparent) ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  const found: SpanContext = { traceId, spanId, traceFlags, isRemote: true };
  return isSpanContextValid(found) ? found : undefined;
}

/** Application Insights reads status and method by their standard names, and shows them in columns of its own. */
function attributesOf(fields: LogFields): Attributes {
  const {
    status,
    method,
    err,
    fault: _fault,
    frames: _frames,
    leftOut: _leftOut,
    ...plain
  } = allowed(fields);
  return {
    ...(err !== undefined && { code: (err as FaultReport).name }),
    ...(plain as Attributes),
    ...(status !== undefined && { 'http.response.status_code': status as number }),
    ...(method !== undefined && { 'http.request.method': method as string }),
  };
}

/** Messages quote, so only what kind of error it was. */
function kindOf(error: unknown): LogFields {
  const { name, code, status } = reportFault(error);
  return { code: typeof code === 'string' ? code : name, ...(status !== undefined && { status }) };
}

export function createInstruments(meter: Meter): Instruments {
  const made = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
  const described = (name: keyof typeof METRICS) => {
    const { unit, description } = METRICS[name];
    return { unit, description };
  };
  return {
    gauge(name, read) {
      const gauge: ObservableGauge = meter.createObservableGauge(name, described(name));
      gauge.addCallback((result) => {
        const value = read();
        if (value !== undefined) result.observe(value);
      });
    },
    count: (name, fields) =>
      once(name, () => meter.createCounter(name, described(name))).add(1, attributesOf(fields)),
    record: (name, value, fields) =>
      once(name, () => meter.createHistogram(name, described(name))).record(value, attributesOf(fields)),
  };
}
