/** Spans and metrics in OpenTelemetry's words, kept in memory. */
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { createFigures } from '../../src/telemetry/figures';
import { letThrough } from '../../src/telemetry/let-through';
import { METRICS } from '../../src/telemetry/metrics';
import { createInstruments, createSpans } from '../../src/telemetry/open-telemetry';

const MARK = 'Marked Name';
const CLICK = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const traceparent = `00-${CLICK.traceId}-${CLICK.spanId}-01`;

function keep() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    spanProcessors: [letThrough, new SimpleSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('test');
  return { tracer, spans: createSpans(tracer), kept: () => exporter.getFinishedSpans() };
}

const aStep = { kind: 'step', name: 'effect reserve', fields: { kind: 'reserve' } } as const;

describe('a span', () => {
  it('goes on with the trace its effect was saved in', async () => {
    const { spans, kept } = keep();
    await spans.span({ ...aStep, after: { traceparent, sameTrace: true } }, async () => undefined);
    const [span] = kept();
    expect(span!.spanContext().traceId).toBe(CLICK.traceId);
    expect(span!.parentSpanContext?.spanId).toBe(CLICK.spanId);
    expect(span!.links).toEqual([]);
  });

  it('begins a trace of its own, with a link, for what waited for its own moment', async () => {
    const { spans, kept } = keep();
    await spans.span({ ...aStep, after: { traceparent, sameTrace: false } }, async () => undefined);
    const [span] = kept();
    expect(span!.spanContext().traceId).not.toBe(CLICK.traceId);
    expect(span!.parentSpanContext).toBeUndefined();
    expect(span!.links).toMatchObject([{ context: CLICK }]);
  });

  it.each([
    undefined,
    '',
    'Marked',
    `01-${CLICK.traceId}-${CLICK.spanId}-01`,
    `00-${'0'.repeat(32)}-${CLICK.spanId}-01`,
  ])('begins a trace of its own where a row says %p of what it follows', async (kept) => {
    const { spans, kept: ended } = keep();
    const after = { sameTrace: true, ...(kept !== undefined && { traceparent: kept }) };
    await spans.span({ ...aStep, after }, async () => undefined);
    expect(ended()[0]!.parentSpanContext).toBeUndefined();
    expect(ended()[0]!.links).toEqual([]);
  });

  it('that fails says what kind of error it was, and nothing of its message', async () => {
    const { spans, kept } = keep();
    const failing = spans.span(aStep, async () => {
      throw Object.assign(new TypeError(MARK), { code: 'ECONNRESET', body: MARK });
    });
    await expect(failing).rejects.toThrow(MARK);
    const [{ status, attributes, events }] = kept() as [ReturnType<typeof kept>[number]];
    expect({ status, attributes, events }).toEqual({
      status: { code: 2 },
      attributes: { kind: 'reserve', code: 'ECONNRESET' },
      events: [],
    });
  });
});

describe('what is let through', () => {
  it('is on the list, whoever set it', () => {
    const { tracer, kept } = keep();
    const span = tracer.startSpan(`GET /r/${MARK}`, {
      attributes: {
        'url.full': 'https://jags.example/r/marked',
        'http.response.status_code': 404,
        'http.request.method': 'GET',
        'client.address': '192.0.2.1',
        'http.route': '/r/:token',
        kind: MARK,
        leftOut: MARK,
        state: 'booked',
        tries: 3,
      },
    });
    span.addEvent(`it said "${MARK}" at /r/marked`, { part: 'worker', reason: MARK });
    span.recordException(new Error(MARK));
    span.setStatus({ code: 2, message: MARK });
    span.end();
    const [{ name, attributes, events, status }] = kept() as [ReturnType<typeof kept>[number]];
    expect({ name, attributes, status }).toEqual({
      name: 'other',
      attributes: {
        'http.response.status_code': 404,
        'http.request.method': 'GET',
        state: 'booked',
        tries: 3,
      },
      status: { code: 2 },
    });
    expect(events.map((event) => [event.name, event.attributes])).toEqual([
      ['it said "…" at /…', { part: 'worker' }],
      ['exception', {}],
    ]);
  });
});

it('makes every metric as it is listed, gauges by what they are last told to ask', async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 1 << 30 });
  const meter = new MeterProvider({ readers: [reader] }).getMeter('test');
  const figures = createFigures(createInstruments(meter));
  for (const [name, { kind }] of Object.entries(METRICS)) {
    if (kind === 'gauge') figures.gauge(name as 'jags.effects.waiting', 1);
    else if (kind === 'counter') figures.count(name as 'jags.errors', { part: 'worker' });
    else figures.record(name as 'jags.effect.duration_ms', 12, { kind: 'reserve', outcome: 'done' });
  }
  figures.observe('jags.effects.parked', () => 7);
  figures.observe('jags.backup.age_seconds', () => undefined);
  figures.count('jags.errors', { part: 'worker' });
  figures.count('jags.errors', { part: MARK });
  await reader.forceFlush();
  const metrics = exporter
    .getMetrics()
    .flatMap((each) => each.scopeMetrics.flatMap((scope) => scope.metrics));
  const values = Object.fromEntries(
    metrics.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      dataPoints.map(({ value, attributes }) => [typeof value === 'object' ? value.sum : value, attributes]),
    ]),
  );
  expect(values).toEqual({
    'jags.effects.waiting': [[1, {}]],
    'jags.effects.parked': [[7, {}]],
    'jags.effects.oldest_seconds': [[1, {}]],
    'jags.deliveries.waiting': [[1, {}]],
    'jags.deliveries.parked': [[1, {}]],
    'jags.subscription.minutes_left': [[1, {}]],
    'jags.errors': [
      [2, { part: 'worker' }],
      [1, {}],
    ],
    'jags.storage.throttled': [[1, { part: 'worker' }]],
    'jags.commands': [[1, { part: 'worker' }]],
    'jags.effect.duration_ms': [[12, { kind: 'reserve', outcome: 'done' }]],
  });
  expect(metrics.map(({ descriptor: { name, unit } }) => [name, unit])).toContainEqual([
    'jags.effect.duration_ms',
    'ms',
  ]);
});
