/** What Graph's refusals and silences become: one kind of Fault, which says whether and when trying again can help. */
import type { GraphError } from '@microsoft/microsoft-graph-client';
import { Fault } from '../ports';

/** A fault of a Graph call. `status` is absent when there was no answer at all. */
export class GraphFault extends Fault {
  constructor(
    message: string,
    detail: Fault['detail'],
    readonly answer: { readonly status?: number; readonly code?: string; readonly passing: boolean },
  ) {
    super(message, detail);
  }
}

/** Statuses that pass by themselves: a read may simply be repeated. */
const PASSING: readonly number[] = [429, 500, 502, 503, 504];
/** Refusals that another try may overcome all the same: a fresh token, another writer's conflict, a lock. */
const NOT_FINAL: readonly number[] = [401, 408, 409, 412, 423, 425, 429];
/** How a request ends that got no answer: our own time-out, or the connection. */
const NO_ANSWER: readonly string[] = ['TimeoutError', 'AbortError', 'TypeError'];

/** The fault for a status of 400 or above. Addresses in Graph's message are masked: faults end in the log. */
export function refusal(what: string, status: number, body: unknown, retryAfter?: string | null): GraphFault {
  const { code = 'no code', message = '' } = errorIn(body);
  const retryAfterMs = milliseconds(retryAfter);
  return new GraphFault(
    `Expected Graph to do ${what}, got ${status} ${code}: ${withoutAddresses(message)}`,
    {
      permanent: status >= 400 && status < 500 && !NOT_FINAL.includes(status),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
    { status, code, passing: PASSING.includes(status) },
  );
}

/** The fault for a call without an answer; whether a write was done is then unknown. */
export function noAnswer(what: string, error: unknown): GraphFault {
  const name = (error as GraphError).code ?? (error as Error).name;
  const message = withoutAddresses((error as Error).message);
  return new GraphFault(
    `Expected Graph to answer ${what}, got ${name}: ${message}`,
    {},
    { passing: NO_ANSWER.includes(name) },
  );
}

/** Seconds (Graph sends decimals too) or an HTTP date, as milliseconds from now. */
function milliseconds(retryAfter: string | null | undefined): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, Math.ceil(ms));
}

function errorIn(body: unknown): { readonly code?: string; readonly message?: string } {
  return (body as { error?: { code?: string; message?: string } } | undefined)?.error ?? {};
}

/** What is longer is no message for people, and searching it for addresses takes time with the square of its length. */
const LONGEST_SAID = 2_000;

function withoutAddresses(text: string): string {
  return text.slice(0, LONGEST_SAID).replace(/[^\s'"<>(,;:]+@[^\s'"<>),;:]+/g, '…@…');
}

/** The answer, or undefined when what was asked about is not there any more. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GraphFault && error.answer.status === 404) return undefined;
    throw error;
  }
}
