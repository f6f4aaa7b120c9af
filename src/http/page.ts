/** Pages for people: what reaches their handler, and how what it answers is sent. */
import type { Request, RequestHandler, Response } from 'restify';

/** One page, as it is asked for. */
export interface PageAsked {
  /** The header, or empty. */
  readonly authorization: string;
  /** Asked for by the page's own script, which puts what it gets into the page that is there. */
  readonly byScript: boolean;
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

export function answerPage(answer: Page['answer']): RequestHandler {
  return async (request: Request, response: Response) => {
    const { authorization = '', 'hx-request': hx } = request.headers;
    const { status, content, headers } = await answer({
      authorization,
      byScript: hx === 'true',
      params: request.params as Record<string, string>,
      query: new URLSearchParams(String(request.getQuery() ?? '')),
      form: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
    });
    // Restify's own way of setting a header would add to the server's, not replace it.
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.sendRaw(status, content, { 'Content-Length': String(Buffer.byteLength(content)) });
  };
}
