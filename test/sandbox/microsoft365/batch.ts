import { z } from 'zod';
import { readBody } from './body-schema';
import type { Answer } from './graph-call';
import type { Incoming, Outcome } from './graph-endpoint';
import { GraphRefusal, errorBody } from './graph-refusal';

const MOST_REQUESTS = 20;
const JSON_TYPE = 'application/json';

const batchRequest = z
  .object({
    requests: z
      .array(
        z
          .object({
            id: z.string().min(1),
            method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
            url: z.string().min(1),
            headers: z.record(z.string()).default({}),
            body: z.unknown().optional(),
            dependsOn: z.array(z.string()).default([]),
          })
          .strict(),
      )
      .min(1),
  })
  .strict();

type Item = z.output<typeof batchRequest>['requests'][number];
/** What answers an item as it would answer the same call outside a batch. */
export interface Performer {
  perform(incoming: Incoming): Promise<Outcome>;
  readonly now: () => Date;
}

interface ItemAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/**
 * POST /$batch: every item at once, except those that depend on others. The whole is 200, whatever becomes of
 * the items: each has its own status. https://learn.microsoft.com/graph/json-batching
 */
export async function batchAnswer(incoming: Incoming, tenant: Performer): Promise<Answer> {
  const { requests } = readBody(batchRequest, incoming.body, 'batch');
  refuseMalformed(requests);
  const underWay = new Map<string, Promise<ItemAnswer>>();
  for (const item of requests)
    underWay.set(item.id.toLowerCase(), itemAnswer(item, underWay, incoming, tenant));
  return { status: 200, body: { responses: await Promise.all(underWay.values()) } };
}

/** An item may depend only on items written before it, so that nothing waits in a circle. */
function refuseMalformed(requests: readonly Item[]): void {
  if (requests.length > MOST_REQUESTS) {
    throw new GraphRefusal(
      400,
      'BadRequest',
      `Number of batch request steps exceeds the maximum value of ${MOST_REQUESTS}.`,
    );
  }
  const seen = new Set<string>();
  for (const { id, dependsOn, url, body, headers } of requests) {
    const unknown = dependsOn.find((other) => !seen.has(other.toLowerCase()));
    if (unknown)
      throw new GraphRefusal(
        400,
        'BadRequest',
        `Request '${id}' depends on '${unknown}', which does not come before it.`,
      );
    if (seen.has(id.toLowerCase()))
      throw new GraphRefusal(400, 'BadRequest', `Request id '${id}' is not unique.`);
    if (/^https?:/i.test(url))
      throw new GraphRefusal(400, 'BadRequest', `The url of request '${id}' must be relative.`);
    if (body !== undefined && !lowerCased(headers)['content-type']) {
      throw new GraphRefusal(
        400,
        'BadRequest',
        `Request '${id}' has a body and needs a Content-Type header.`,
      );
    }
    seen.add(id.toLowerCase());
  }
}

async function itemAnswer(
  item: Item,
  underWay: ReadonlyMap<string, Promise<ItemAnswer>>,
  batch: Incoming,
  tenant: Performer,
): Promise<ItemAnswer> {
  const before = await Promise.all(item.dependsOn.flatMap((id) => underWay.get(id.toLowerCase()) ?? []));
  if (before.some((other) => other.status >= 400)) {
    return failed(item, 424, 'FailedDependency', 'A request that this one depends on failed.', tenant.now());
  }
  const address = new URL(item.url.replace(/^\/?/, '/'), 'http://batch.invalid');
  const outcome = await tenant.perform({
    method: item.method,
    path: address.pathname,
    query: address.searchParams,
    headers: lowerCased(item.headers),
    body: item.body,
    baseUrl: batch.baseUrl,
    inBatch: true,
  });
  // Inside a batch nobody sees a broken connection; the gateway reports that it heard nothing.
  if (outcome.kind !== 'answer')
    return failed(item, 504, 'GatewayTimeout', 'The service did not answer.', tenant.now());
  const { status, headers = {}, body } = outcome.answer;
  return {
    id: item.id,
    status,
    headers: { 'Content-Type': JSON_TYPE, ...headers },
    ...(body === undefined ? {} : { body }),
  };
}

function failed(item: Item, status: number, code: string, message: string, now: Date): ItemAnswer {
  return {
    id: item.id,
    status,
    headers: { 'Content-Type': JSON_TYPE },
    body: errorBody(code, message, now),
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
