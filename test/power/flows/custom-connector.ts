/** A custom connector as the platform makes one of its description: operations become calls, by the description alone. */
import type { Connector } from './run';
import { type Json, NotSupported, textOf } from './functions';
import type { Answer } from './retrying';

interface Schema {
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema & { readonly 'x-ms-notification-url'?: boolean }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
}

export interface Description {
  readonly basePath: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

export interface CustomConnectorNeeds {
  readonly description: Description;
  /** Instead of the description's own https address. */
  readonly baseUrl: string;
  /** Of the connection: whoever made it. */
  readonly token: () => Promise<string>;
  /** Types that are taken for JSON besides its own: which they are, the platform does not promise. */
  readonly alsoJson?: RegExp;
}

export interface CustomConnector extends Connector {
  /** Starts a webhook trigger. Returns what is deleted to end it: what the API gave as Location. */
  subscribe(operationId: string, parameters: Record<string, Json>, callbackUrl: string): Promise<string>;
  /** @param location as subscribing gave it */
  unsubscribe(location: string): Promise<number>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export function createCustomConnector(needs: CustomConnectorNeeds): CustomConnector {
  const { description, baseUrl, token, alsoJson } = needs;

  return {
    call: (operationId, parameters) => send(operationId, parameters),

    async subscribe(operationId, parameters, callbackUrl) {
      const { operation } = operationOf(operationId);
      const body = operation.parameters?.find((each) => each.in === 'body');
      const [property] =
        Object.entries(resolved(body?.schema)?.properties ?? {}).find(
          ([, each]) => each['x-ms-notification-url'],
        ) ?? [];
      if (!body || property === undefined)
        throw new NotSupported(`Expected ${operationId} to take a callback address, got no such property`);
      const { statusCode, headers } = await send(operationId, {
        ...parameters,
        [`${body.name}/${property}`]: callbackUrl,
      });
      const location = headers['location'];
      // Without it the platform could never end the subscription (docs, "Create a webhook trigger").
      if (statusCode !== 201 || location === undefined)
        throw new Error(`Expected 201 with a Location, got ${statusCode} and ${location ?? 'none'}`);
      return location;
    },

    async unsubscribe(location) {
      const url = new URL(location, baseUrl);
      // The platform follows what it was given; on loopback that is another host than the API believes itself to be at.
      const here = new URL(baseUrl);
      const response = await fetch(new URL(url.pathname, here), {
        method: 'DELETE',
        headers: { authorization: `Bearer ${await token()}` },
      });
      return response.status;
    },
  };

  async function send(operationId: string, parameters: Record<string, Json>): Promise<Answer> {
    const { operation, method, path } = operationOf(operationId);
    const known = operation.parameters ?? [];
    refuseUnknown(operationId, known, parameters);
    const named = (place: Parameter['in']) =>
      known.filter((each) => each.in === place && Object.hasOwn(parameters, each.name));
    const text = (name: string) => textOf(parameters[name] ?? null);

    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(text(name)));
    const url = new URL(`${description.basePath}${filled}`, baseUrl);
    for (const { name } of named('query')) url.searchParams.set(name, text(name));
    const body = known.find((each) => each.in === 'body');
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: {
        authorization: `Bearer ${await token()}`,
        ...Object.fromEntries(named('header').map(({ name }) => [name, text(name)])),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(bodyFrom(body.name, parameters)) }),
    });
    return answerOf(response, alsoJson);
  }

  function operationOf(operationId: string): { operation: Operation; method: string; path: string } {
    for (const [path, item] of Object.entries(description.paths))
      for (const [method, each] of Object.entries(item))
        if (METHODS.includes(method) && (each as Operation).operationId === operationId)
          return { operation: each as Operation, method, path };
    throw new NotSupported(`Expected an operation of the connector, got ${operationId}`);
  }

  function refuseUnknown(
    operationId: string,
    known: readonly Parameter[],
    given: Record<string, Json>,
  ): void {
    const names = known.flatMap((each) => {
      if (each.in !== 'body') return [each.name];
      return Object.keys(resolved(each.schema)?.properties ?? {}).map((name) => `${each.name}/${name}`);
    });
    const strange = Object.keys(given).filter((name) => !names.includes(name));
    if (strange.length > 0)
      throw new NotSupported(`Expected parameters of ${operationId}, got ${strange.join(', ')}`);
    const missing = known.flatMap((each) => {
      if (each.in !== 'body') return each.required && !Object.hasOwn(given, each.name) ? [each.name] : [];
      const required = resolved(each.schema)?.required ?? [];
      return required.map((name) => `${each.name}/${name}`).filter((name) => !Object.hasOwn(given, name));
    });
    if (missing.length > 0)
      throw new NotSupported(`Expected ${operationId} to be given ${missing.join(', ')}`);
  }

  function resolved(schema: Schema | undefined): Schema | undefined {
    return schema?.$ref === undefined ? schema : description.definitions[schema.$ref.split('/').pop()!];
  }
}

/** The platform keeps a body's properties apart, as `body/reason`. */
function bodyFrom(name: string, parameters: Record<string, Json>): Record<string, Json> {
  const start = `${name}/`;
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([key]) => key.startsWith(start))
      .map(([key, value]) => [key.slice(start.length), value]),
  );
}

/**
 * JSON is JSON only by its very type; whatever else is kept with its type, as base64.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type
 */
async function answerOf(response: Response, alsoJson?: RegExp): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  const headers = Object.fromEntries(response.headers);
  const bytes = Buffer.from(await response.arrayBuffer());
  const statusCode = response.status;
  if (bytes.length === 0) return { statusCode, headers, body: null };
  if (/^application\/json\b/.test(type) || alsoJson?.test(type))
    return { statusCode, headers, body: JSON.parse(bytes.toString()) as Json };
  if (/^text\/plain\b/.test(type)) return { statusCode, headers, body: bytes.toString() };
  return { statusCode, headers, body: { '$content-type': type, $content: bytes.toString('base64') } };
}
