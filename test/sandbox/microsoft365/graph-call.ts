import type { Fault } from './faults';

/** One Graph request, already read: what a handler needs and nothing of HTTP's machinery. */
export interface GraphCall {
  readonly method: string;
  /** Below the version, for example `/users/…/events`; still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Root of the next page's address, for example `http://127.0.0.1:4000/v1.0`. */
  readonly baseUrl: string;
  /** What the route's `{names}` stood for, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** A fault that changes what the handler does, rather than whether it is reached. */
  readonly fault?: Fault;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent for an empty body. */
  readonly body?: unknown;
}

/** Where the metadata of a v1.0 entity lives; every Graph answer carries it. */
export const METADATA = 'https://graph.microsoft.com/v1.0/$metadata';

/** A named part of the path. A missing one is a mistake in the routes, not in the request. */
export function param(call: GraphCall, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`Expected the route of ${call.path} to name {${name}}.`);
  return value;
}
