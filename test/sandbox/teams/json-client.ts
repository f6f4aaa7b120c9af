/** Sends JSON without keeping the connection: the other side may be stopped and started at the same address. */
export function sendJson(url: string, method: 'POST' | 'PUT', body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  return fetch(url, { method, headers, body: JSON.stringify(body) });
}
