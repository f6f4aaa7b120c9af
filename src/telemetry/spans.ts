/** Spans as the program makes them, whoever keeps them. */
import type { LogFields } from '../log-fields';

/** `click`: something came in from outside; `call`: something goes out; `step`: what is done in between. */
export type SpanKind = 'click' | 'step' | 'call';

export interface SpanStart {
  readonly kind: SpanKind;
  /** From the code alone, never from what came in: words and spaces. */
  readonly name: string;
  readonly fields: LogFields;
  /** What it follows, in place of the span in hand. */
  readonly after?: Cause;
}

export interface Cause {
  /** W3C Trace Context's header, as it was kept. Absent: nothing is known of what it follows. */
  readonly traceparent?: string;
  /** Part of the same trace; otherwise a trace of its own, with a link to that one. */
  readonly sameTrace: boolean;
}

/** All but `span` are about the span in hand; where there is none, nothing happens. */
export interface Spans {
  /** What `work` throws goes on, and marks the span as failed. */
  span<T>(start: SpanStart, work: () => Promise<T>): Promise<T>;
  note(fields: LogFields): void;
  /** It did not do what it was to do. Nothing of the error but its kind is kept. */
  failed(error?: unknown): void;
  /** What is kept with work to be done later, so that it can be told what it follows; undefined when nothing is in hand. */
  traceparent(): string | undefined;
  /** A line of the log that was written meanwhile. */
  event(message: string, fields: LogFields): void;
}

/** Where nobody keeps spans. */
export const noSpans: Spans = {
  span: (_, work) => work(),
  note: () => undefined,
  failed: () => undefined,
  traceparent: () => undefined,
  event: () => undefined,
};
