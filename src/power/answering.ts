/** What every operation does first, in this order: so that what is refused costs as little as it can. */
import type { ApiCall, ApiReply, ApiRoute } from '../http/api';
import type { Caller, Callers } from './callers';
import { createChecking } from './checking';
import { type ApiRole, BASE_PATH, type Operation, operationOf } from './description';
import { faultProblem, problem } from './problems';
import type { Throttle } from './throttling';
import { missingRole } from './wording';

/** A call that is as described, of somebody who may make it. */
export interface Asked {
  readonly caller: Caller;
  /** Those of the operation's roles that the caller has; at least one. */
  readonly granted: readonly ApiRole[];
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty where the operation has none. */
  readonly key: string;
  readonly body: unknown;
}

export interface Answering {
  readonly operation: string;
  /** What goes before the description, where it is about more than the form of the body. */
  readonly first?: (body: unknown) => ApiReply | undefined;
  readonly answer: (asked: Asked) => Promise<ApiReply>;
}

export interface AnsweringNeeds {
  readonly callers: Callers;
  readonly throttles: { readonly ofAddress: Throttle; readonly ofCaller: Throttle };
  /** Where somebody without a token can get one. */
  readonly authorizationUri: string;
}

const KEY_HEADER = 'Idempotency-Key';

export function createRoute(needs: AnsweringNeeds, { operation: id, first, answer }: Answering): ApiRoute {
  const operation = operationOf(id);
  const checking = createChecking(operation);
  return {
    name: routeName(id),
    method: operation.method,
    path: routePath(operation),
    // What is sent where nothing is taken is too large whatever it is.
    ...(!checking.takesBody && { mostBytes: 0 }),
    async answer(call) {
      // 1. Whoever floods us is stopped before a signature is worked out.
      const wait = await needs.throttles.ofAddress.take(call.from);
      if (wait !== undefined) return tooMany(wait);
      // 2. Who it is, and whether they may.
      const allowed = await allow(needs, operation, call);
      if ('status' in allowed) return allowed;
      // 3. Whether it is as described. Nothing of the body is read of strangers.
      const headers = { [KEY_HEADER]: call.idempotencyKey };
      const described = operation.parameters.some(({ name }) => name === KEY_HEADER);
      const wrong = checking.call({
        path: call.params,
        query: call.query,
        headers: described ? headers : {},
      });
      if (wrong === 'path') return problem('not-found');
      if (wrong.length > 0) return problem('bad-call', { errors: wrong });
      const read = operation.method === 'post' ? await call.body() : { json: undefined };
      if ('refused' in read) return faultProblem(read.refused);
      const refused = first?.(read.json);
      if (refused) return refused;
      const errors = checking.takesBody ? checking.body(read.json) : [];
      if (errors.length > 0) return problem('bad-call', { errors });
      // 4. What it is about.
      const { params, query, idempotencyKey: key = '' } = call;
      return answer({ ...allowed, params, query, key, body: read.json });
    },
  };
}

async function allow(
  { callers, throttles, authorizationUri }: AnsweringNeeds,
  { roles }: Operation,
  { authorization }: ApiCall,
): Promise<ApiReply | Pick<Asked, 'caller' | 'granted'>> {
  const known = await callers.who(authorization);
  if ('refused' in known) {
    if (known.refused === 'unavailable') return problem('unavailable');
    return problem('token', {
      headers: { 'WWW-Authenticate': `Bearer authorization_uri=${authorizationUri}` },
    });
  }
  const { caller } = known;
  const wait = await throttles.ofCaller.take(caller.key);
  if (wait !== undefined) return tooMany(wait);
  const granted = await callers.granted(caller, roles);
  if (granted.length === 0)
    return problem('role', { detail: missingRole(roles, caller.person !== undefined) });
  return { caller, granted };
}

function tooMany(seconds: number): ApiReply {
  return problem('too-many', { headers: { 'Retry-After': String(seconds) } });
}

/** SubmitRequest → api-submit-request. */
function routeName(id: string): string {
  return `api${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `/requests/{id}` → `/api/v1/requests/:id`. */
function routePath({ path }: Operation): string {
  return `${BASE_PATH}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}
