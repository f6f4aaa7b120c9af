/** What the API's description says, read by itself: it is held against the server, and shares no code with it. */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import document from '../../infra/power-platform/connector/apiDefinition.swagger.json';

export const ALL_ROLES = ['Requests.Submit', 'Requests.Read', 'Monitoring.Read', 'Events.Subscribe'] as const;

export interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly required?: boolean;
  readonly schema?: { readonly $ref: string };
  readonly 'x-example'?: string;
}

export interface DescribedResponse {
  readonly schema?: object;
  readonly 'x-schema'?: object;
  readonly examples?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly DescribedParameter[];
  readonly responses: Readonly<Record<string, DescribedResponse>>;
  readonly security: readonly { readonly entra: readonly string[] }[];
}

export const described: readonly DescribedOperation[] = Object.entries(document.paths).flatMap(
  ([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'post', 'delete', 'put', 'patch'].includes(method))
      .map(([method, operation]) => ({
        parameters: [],
        ...(operation as object),
        ...{ method: method.toUpperCase(), path },
      })) as unknown as DescribedOperation[],
);

export const definitions = document.definitions as unknown as Readonly<
  Record<string, { readonly example?: Readonly<Record<string, unknown>>; readonly properties: object }>
>;

export function operation(id: string): DescribedOperation {
  const found = described.find((each) => each.operationId === id);
  if (!found) throw new Error(`Expected the description to have ${id}`);
  return found;
}

/** The example of what is posted; undefined where nothing is. */
export function exampleBody({ parameters }: DescribedOperation): Record<string, unknown> | undefined {
  const ref = parameters.find((each) => each.in === 'body')?.schema?.$ref;
  return ref === undefined
    ? undefined
    : structuredClone({ ...definitions[ref.replace('#/definitions/', '')]!.example });
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'doc', definitions: document.definitions });

/** What is wrong with an answer, by the description; empty when nothing is. */
export function wrongWith(
  { operationId, responses }: Pick<DescribedOperation, 'operationId' | 'responses'>,
  { status, body, text }: { readonly status: number; readonly body: unknown; readonly text: string },
): readonly string[] {
  const response = responses[String(status)];
  if (!response) return [`${operationId} is not described to answer ${status}`];
  const schema = response.schema ?? response['x-schema'];
  if (!schema) return text === '' ? [] : [`${operationId} ${status} is described to be empty`];
  if ((schema as { readonly type?: string }).type === 'string') return [];
  const check = ajv.compile({ $ref: `doc${(schema as { readonly $ref: string }).$ref}` });
  return check(body)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
