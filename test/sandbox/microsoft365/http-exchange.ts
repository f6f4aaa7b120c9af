import type { IncomingMessage, ServerResponse } from 'node:http';

/** One HTTP request, read to its end. */
export interface HttpRequest {
  readonly method: string;
  readonly address: URL;
  /** Lower-case names; repeated headers joined by commas. */
  readonly headers: Record<string, string>;
  readonly text: string;
}

/** Reads a request. `origin` is what its path is relative to. */
export async function readRequest(incoming: IncomingMessage, origin: string): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).map(
    ([name, value]) => [name, String(value ?? '')] as const,
  );
  return {
    method: incoming.method ?? 'GET',
    address: new URL(incoming.url ?? '/', origin),
    headers: Object.fromEntries(headers),
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

/** Sends a whole response; `body` as it is, `undefined` for none. */
export function sendResponse(
  response: ServerResponse,
  { status, headers, body }: { status: number; headers: Record<string, string>; body?: string },
): void {
  const length = status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(body ?? '')) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}
