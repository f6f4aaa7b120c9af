/** Operations for programs: what reaches their handler, and how what it answers is sent. JSON in and out. */
import type { Request, RequestHandler, Response } from 'restify';
import { type ReadBody, readApiBody } from './api-body';

/** One call, as it came. */
export interface ApiCall {
  /** The header, or empty. */
  readonly authorization: string;
  /** The network address it comes from. */
  readonly from: string;
  /** The key a caller gives what must not be done twice; undefined where they give none. */
  readonly idempotencyKey?: string;
  /** What the path's `:names` stand for. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Reads what was posted, whatever it is: not before it is known who posts it. Once only. */
  readonly body: () => Promise<ReadBody>;
}

export interface ApiReply {
  readonly status: number;
  /** Sent as JSON; as a problem (RFC 9457) where the status says that something was wrong. Absent: nothing is sent. */
  readonly body?: unknown;
  /** Sent as it is, in place of a body. */
  readonly text?: { readonly type: string; readonly content: string };
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

/** A whole request with its texts is some 20 KB. */
const MOST_BYTES = 64 * 1024;

/** @param clientAddress where a request comes from */
export function apiHandlers(
  { mostBytes = MOST_BYTES, answer }: ApiRoute,
  clientAddress: (request: Request) => string,
): readonly RequestHandler[] {
  const handle = async (request: Request, response: Response): Promise<void> => {
    const { authorization = '', 'idempotency-key': key } = request.headers;
    sendApi(
      response,
      await answer({
        authorization,
        from: clientAddress(request),
        ...(key !== undefined && { idempotencyKey: String(key) }),
        params: request.params as Record<string, string>,
        query: new URLSearchParams(String(request.getQuery() ?? '')),
        body: () => readApiBody(request, mostBytes),
      }),
    );
  };
  return [handle];
}

function sendApi(response: Response, reply: ApiReply): void {
  const { status, body, text, headers = {} } = reply;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined && !text) return void response.send(status);
  const { type, content } = apiContent(reply);
  response.setHeader('Content-Type', type);
  response.sendRaw(status, content, { 'Content-Length': String(Buffer.byteLength(content)) });
}

/** What is sent, with its media type. */
export function apiContent({ status, body, text }: ApiReply): {
  readonly type: string;
  readonly content: string;
} {
  if (text) return text;
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return { type, content: JSON.stringify(body) };
}
