/** Operations for programs: what reaches their handler, and how what it answers is sent. JSON in and out. */
import type { Request, RequestHandler, Response } from 'restify';
import { readJson } from './json-body';

/** One call, as it came. */
export interface ApiCall {
  /** The header, or empty. */
  readonly authorization: string;
  /** The network address it comes from. */
  readonly from: string;
  /** The key a caller gives what must not be done twice; empty where they give none. */
  readonly idempotencyKey: string;
  /** What the path's `:names` stand for. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed body, whatever it is; undefined unless posted. */
  readonly body: unknown;
}

export interface ApiReply {
  readonly status: number;
  /** Sent as JSON; as a problem (RFC 9457) where the status says that something was wrong. Absent: nothing is sent. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiRoute {
  /** For the log, in place of the path. */
  readonly name: string;
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  /** Of what is posted. */
  readonly mostBytes?: number;
  readonly answer: (call: ApiCall) => Promise<ApiReply>;
}

/** What is answered below these paths when the server itself says no: no such path, too large, a fault. */
export interface ApiFaults {
  readonly under: readonly string[];
  readonly answer: (status: number) => ApiReply;
}

/** @param clientAddress where a request comes from */
export function apiHandlers(
  { method, mostBytes, answer }: ApiRoute,
  clientAddress: (request: Request) => string,
): readonly RequestHandler[] {
  const handle = async (request: Request, response: Response): Promise<void> => {
    const { authorization = '', 'idempotency-key': key = '' } = request.headers;
    sendApi(
      response,
      await answer({
        authorization,
        from: clientAddress(request),
        idempotencyKey: String(key),
        params: request.params as Record<string, string>,
        query: new URLSearchParams(String(request.getQuery() ?? '')),
        body: method === 'post' ? (request.body as unknown) : undefined,
      }),
    );
  };
  return [...(method === 'post' ? readJson(mostBytes) : []), handle];
}

export function sendApi(response: Response, { status, body, headers = {} }: ApiReply): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) return void response.send(status);
  const content = JSON.stringify(body);
  response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
  response.sendRaw(status, content, { 'Content-Length': String(Buffer.byteLength(content)) });
}
