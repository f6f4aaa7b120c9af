import { setTimeout as wait } from 'node:timers/promises';
import { batchAnswer } from './batch';
import type { Fault } from './faults';
import type { Answer, GraphCall } from './graph-call';
import { GraphRefusal, errorBody } from './graph-refusal';
import type { Office } from './office';
import { findRoute, noSuchRoute, type FoundRoute } from './routes';

/** A request below `/v1.0`, before it is known what it asks for. */
export type Incoming = Omit<GraphCall, 'params' | 'fault'> & { readonly inBatch: boolean };

/** What becomes of a call: an answer, silence, or a broken connection. */
export type Outcome = { kind: 'answer'; answer: Answer } | { kind: 'silence' } | { kind: 'broken' };

/** Answers one Graph call: notes it, lets a waiting fault strike, keeps the mailbox's limit, does the work. */
export async function perform(incoming: Incoming, office: Office): Promise<Outcome> {
  const isBatch = incoming.path === '/$batch' && incoming.method === 'POST';
  const route = findRoute(incoming.method, incoming.path);
  const shown = shownPath(incoming);
  const fault = office.faults.strike(incoming.method, shown);
  const noted = office.calls.begin({
    at: office.now().toISOString(),
    method: incoming.method,
    path: shown,
    inBatch: incoming.inBatch,
    known: isBatch || route !== undefined,
    ...(fault ? { fault: fault.kind } : {}),
  });
  const work = () =>
    isBatch
      ? batchAnswer(incoming, { now: office.now, perform: (item) => perform(item, office) })
      : operate(incoming, route, fault, office);
  const outcome = await office.throttle
    .run(route?.mailbox, () => struck(fault, work, office))
    .catch((error: unknown): Outcome => ({ kind: 'answer', answer: refusalAnswer(error, office) }));
  if (outcome.kind === 'answer') noted.finish(outcome.answer.status);
  return outcome;
}

function operate(
  incoming: Incoming,
  route: FoundRoute | undefined,
  fault: Fault | undefined,
  office: Office,
): Promise<Answer> {
  if (!route) throw noSuchRoute(incoming.method, incoming.path);
  const call: GraphCall = { ...incoming, params: route.params, ...(fault ? { fault } : {}) };
  return Promise.resolve(route.operation(call, office));
}

/** Does the work as the fault lets it: before, after, late or never. */
async function struck(
  fault: Fault | undefined,
  work: () => Promise<Answer>,
  office: Office,
): Promise<Outcome> {
  const done = async (): Promise<Outcome> => ({ kind: 'answer', answer: await work() });
  switch (fault?.kind) {
    case 'status':
      return { kind: 'answer', answer: faultAnswer(fault, office) };
    case 'slow':
      await wait(fault.ms);
      return done();
    case 'never-answer':
      return { kind: 'silence' };
    case 'reset':
      return { kind: 'broken' };
    case 'commit-then-reset':
      await work();
      return { kind: 'broken' };
    case 'commit-then-status':
      await work();
      return { kind: 'answer', answer: faultAnswer(fault, office) };
    // These change what the operation does, which it sees for itself.
    case 'missing-join-link':
    case 'wrong-provider':
    case 'options-ignored':
    case 'options-refused':
    case 'over-quota':
    case undefined:
      return done();
  }
}

/** The code that usually comes with a status. */
const USUAL_CODE: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  429: 'ApplicationThrottled',
  500: 'ErrorInternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

function faultAnswer(fault: Extract<Fault, { status: number }>, office: Office): Answer {
  const code = fault.code ?? USUAL_CODE[fault.status] ?? 'UnknownError';
  const retryAfter = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  const message = fault.message ?? `The sandbox was told to answer ${fault.status}.`;
  return { status: fault.status, headers: retryAfter, body: errorBody(code, message, office.now()) };
}

/** A refusal is Graph's answer; anything else is a fault of the sandbox itself, and says so as a 500. */
function refusalAnswer(error: unknown, office: Office): Answer {
  if (error instanceof GraphRefusal) {
    return {
      status: error.status,
      headers: error.headers,
      body: errorBody(error.code, error.message, office.now()),
    };
  }
  const message = `Fault of the sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return { status: 500, body: errorBody('InternalServerError', message, office.now()) };
}

/** As a person would write it: version, decoded path, decoded query. */
function shownPath({ path, query }: Incoming): string {
  const options = [...query].map(([name, value]) => `${name}=${value}`).join('&');
  return `/v1.0${decodeURIComponent(path)}${options ? `?${options}` : ''}`;
}
