import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from './graph-call';
import { perform } from './graph-endpoint';
import { errorBody } from './graph-refusal';
import { sendResponse, type HttpRequest } from './http-exchange';
import type { Office } from './office';
import { graphAddress, type GraphRecord, type Recorder } from './recorder';

const GRAPH_JSON =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Answers a request below `/v1.0` and records it. Silence keeps the connection open until the tenant stops. */
export async function answerGraph(
  request: HttpRequest,
  response: ServerResponse,
  { office, record }: { office: Office; record: Recorder },
): Promise<void> {
  const path = request.address.pathname.slice('/v1.0'.length);
  const body = readJson(request);
  const recorded: GraphRecord = {
    method: request.method,
    url: graphAddress(request.address.pathname + request.address.search),
    headers: request.headers,
    ...(request.text === '' ? {} : { body: body.ok ? body.value : request.text }),
  };
  if (!body.ok) {
    const refusal = errorBody(
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      office.now(),
    );
    return answer({ status: 400, body: refusal }, response, recorded, record);
  }
  const outcome = await perform(
    {
      method: request.method,
      path,
      query: request.address.searchParams,
      headers: request.headers,
      body: body.value,
      baseUrl: `${request.address.origin}/v1.0`,
      inBatch: false,
    },
    office,
  );
  if (outcome.kind === 'answer') return answer(outcome.answer, response, recorded, record);
  record(recorded);
  if (outcome.kind === 'broken') response.destroy();
}

function answer(
  { status, headers, body }: Answer,
  response: ServerResponse,
  recorded: GraphRecord,
  record: Recorder,
): void {
  const sent = {
    ...(body === undefined ? {} : { 'Content-Type': GRAPH_JSON }),
    'request-id': randomUUID(),
    ...headers,
  };
  record({ ...recorded, response: { status, headers: sent, ...(body === undefined ? {} : { body }) } });
  sendResponse(response, {
    status,
    headers: sent,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The body as JSON; `ok` is false when it is something else or does not say that it is JSON. */
function readJson(request: HttpRequest): { ok: true; value: unknown } | { ok: false } {
  if (request.text === '') return { ok: true, value: undefined };
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { ok: false };
  try {
    return { ok: true, value: JSON.parse(request.text) as unknown };
  } catch {
    return { ok: false }; // the caller answers with Graph's 400
  }
}
