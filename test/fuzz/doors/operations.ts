/** Every operation of the API, as its description says and as it does not. */
import fc from 'fast-check';
import type { ApiRoute } from '../../../src/http/api';
import { definitions, described, exampleBody } from '../../power/described';
import { openApi, REQUEST_ID } from '../api-in-memory';
import type { Door, Input, OpenDoor } from '../door';
import { edgeNumber, hostileJson, hostileText, mostly } from '../grammar';
import { faultsIn } from '../logged';

interface Called {
  /** Its number. */
  readonly operation: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly key?: string;
  readonly body?: unknown;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
}

/** A value as a schema describes it, as a rule; with any of its parts wrong, missing or too many. */
function asDescribed(schema: Schema, deep = 0): fc.Arbitrary<unknown> {
  const right = rightOf(schema, deep);
  return fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: hostileJson });
}

function rightOf(schema: Schema, deep: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const named = (definitions as unknown as Readonly<Record<string, Schema>>)[
      schema.$ref.replace('#/definitions/', '')
    ]!;
    return deep > 6 ? fc.constant(null) : rightOf(named, deep + 1);
  }
  if (schema.enum) return mostly(schema.enum);
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(
      ([name, field]) => [name, asDescribed(field, deep + 1)] as const,
    );
    return fc.record(Object.fromEntries(fields), {
      requiredKeys: deep === 0 ? [] : [...(schema.required ?? [])],
    });
  }
  if (schema.items) return fc.array(asDescribed(schema.items, deep + 1), { maxLength: 4 });
  if (schema.type === 'integer' || schema.type === 'number') return edgeNumber;
  if (schema.type === 'boolean') return fc.boolean();
  return schema.example === undefined ? hostileText : mostly([schema.example]);
}

const pair = fc.tuple(
  fc.oneof(
    fc.constantFrom('from', 'until', 'state', 'cursor', 'top', 'since', 'measure', '__proto__'),
    hostileText,
  ),
  mostly(['2026-01-01', '2026-01-01T00:00:00Z', '50', 'booked']).map(String),
);

const grammar: fc.Arbitrary<Called> = fc.nat(described.length - 1).chain((operation) => {
  const body = described[operation]!.parameters.find((each) => each.in === 'body')?.schema;
  return fc.record(
    {
      operation: fc.constant(operation),
      params: fc.record({ id: mostly([REQUEST_ID, 'nobody']).map(String) }),
      query: fc.array(pair, { maxLength: 4 }),
      key: mostly(['key-0001-0001', 'key-0002']).map(String),
      body: body ? asDescribed(body) : hostileJson,
    },
    { requiredKeys: ['operation', 'params', 'query'] },
  );
});

const recorded: readonly Called[] = described.map((operation, n) => ({
  ...{ operation: n, params: { id: REQUEST_ID }, key: `key-recorded-${n}` },
  query: operation.parameters
    .filter((each) => each.in === 'query')
    .map((each) => [each.name, each['x-example'] ?? ''] as const),
  body: exampleBody(operation),
}));

export const operations: Door = {
  name: 'operations of the API',
  share: 50,
  freshAfter: 4_000,
  grammar,
  recorded: [
    ...recorded,
    ...recorded.filter(({ body }) => body !== undefined).flatMap((each) => [each, each, each]),
  ],
  open,
};

async function open(): Promise<OpenDoor> {
  const { log, routes, authorization, stored, kept, close } = await openApi();
  let calls = 0;

  return {
    async give(input) {
      log.lines.length = 0;
      const read = readInput(input);
      // A key that was used is that of what it was used for: two in three are new.
      const isAgain = (calls += 1) % 3 === 0;
      const called = read.key === undefined || isAgain ? read : { ...read, key: `${read.key}-${calls}` };
      const route = routes[called.operation % described.length]!;
      // The path holds nothing but what the server has taken from it.
      const hasId = route.path.includes(':id');
      const reply = await route.answer(
        callOf({ ...called, params: hasId ? called.params : {} }, authorization),
      );
      const faults = faultsIn(log.lines);
      return reply.status >= 500 || faults.length > 0
        ? `${route.name}: ${reply.status} ${faults.join('; ')}`
        : wrongHeader(reply.headers ?? {});
    },
    stored,
    kept,
    close,
  };
}

function callOf(
  { params, query, key, body }: Called,
  authorization: string,
): Parameters<ApiRoute['answer']>[0] {
  return {
    ...{ authorization, from: '192.0.2.7', params },
    ...(key !== undefined && { idempotencyKey: key }),
    query: new URLSearchParams(query.map(([name, value]) => [name, value])),
    body: async () => ({
      json: body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown),
    }),
  };
}

function wrongHeader(headers: Readonly<Record<string, string>>): string | undefined {
  const broken = Object.entries(headers).find(([, value]) => /[\r\n\0]|[^\t\x20-\xff]/.test(value));
  return broken && `a header breaks: ${broken.join(': ')}`;
}

/** What was changed may be of any kind; over the web all but the body is text. */
function readInput(input: Input): Called {
  const given = (typeof input === 'object' && input !== null ? input : {}) as Partial<
    Record<keyof Called, unknown>
  >;
  const text = (value: unknown): string =>
    typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const { operation, params, query, key, body } = given;
  const id = typeof params === 'object' && params !== null ? (params as { id?: unknown }).id : params;
  return {
    operation: typeof operation === 'number' && Number.isSafeInteger(operation) ? Math.abs(operation) : 0,
    params: { id: text(id).replace(/\p{Cs}/gu, '\ufffd') },
    query: Array.isArray(query)
      ? query.map((each) => (Array.isArray(each) ? [text(each[0]), text(each[1])] : [text(each), '']))
      : [],
    ...(key !== undefined && { key: text(key) }),
    ...(body !== undefined && { body }),
  };
}
