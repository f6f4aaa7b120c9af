/** Pages for people: what reaches their handler, and how what it answers is sent. */
import type { Request, RequestHandler, Response } from 'restify';
import { authorizationOf } from './authorization';
import { isCrossSite } from './cross-site';

/** One page, as it is asked for. */
export interface PageAsked {
  /** The header, or empty. */
  readonly authorization: string;
  /** Asked for by the page's own script, which puts what it gets into the page that is there. */
  readonly byScript: boolean;
  /** The network address it comes from. */
  readonly from: string;
  /** A page of another site sent the browser here. */
  readonly isCrossSite: boolean;
  /** What the path's `:names` stand for. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was filled in; empty unless posted. */
  readonly form: URLSearchParams;
}

export interface PageReply {
  readonly status: number;
  readonly content: string | Buffer;
  /** With the media type, and in place of the server's own where they have the same name. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Page {
  /** For the log, in place of the path. */
  readonly name: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Of what is posted, where it is more than a form usually is. */
  readonly mostBytes?: number;
  readonly answer: (asked: PageAsked) => Promise<PageReply>;
}

/** What is shown in place of pages below these paths when the server itself says no: no such page, too large, a fault. */
export interface FaultPages {
  readonly under: readonly string[];
  readonly show: (status: number) => PageReply;
}

/** @param clientAddress where a request comes from */
export function answerPage(
  answer: Page['answer'],
  clientAddress: (request: Request) => string,
): RequestHandler {
  return async (request: Request, response: Response) => {
    const { 'hx-request': hx } = request.headers;
    const reply = await answer({
      authorization: authorizationOf(request),
      byScript: hx === 'true',
      from: clientAddress(request),
      isCrossSite: isCrossSite(request.headers),
      params: request.params as Record<string, string>,
      query: new URLSearchParams(String(request.getQuery() ?? '')),
      form: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
    });
    sendPage(response, reply);
  };
}

export function sendPage(response: Response, { status, content, headers }: PageReply): void {
  // Restify's own way of setting a header would add to the server's, not replace it.
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.sendRaw(status, content, { 'Content-Length': String(Buffer.byteLength(content)) });
}
