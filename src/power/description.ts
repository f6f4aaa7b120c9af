/** The API's one description, as the connector has it: what each operation takes and answers. */
import document from '../../infra/power-platform/connector/apiDefinition.swagger.json';

export const ROLES = ['Requests.Submit', 'Requests.Read', 'Monitoring.Read', 'Events.Subscribe'] as const;
export type ApiRole = (typeof ROLES)[number];

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly required?: boolean;
  /** Of a body. */
  readonly schema?: object;
  readonly [keyword: string]: unknown;
}

export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'delete';
  /** As described, below the base path: `/requests/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** One of them is enough. */
  readonly roles: readonly ApiRole[];
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly security: readonly { readonly entra: readonly ApiRole[] }[];
}

const METHODS = ['get', 'post', 'delete'] as const;

export const BASE_PATH = document.basePath;

export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const described = (item as { readonly [Method in (typeof METHODS)[number]]?: unknown })[method];
    if (described === undefined) return [];
    const { operationId: id, parameters = [], security } = described as Described;
    return [{ id, method, path, parameters, roles: security.flatMap(({ entra }) => entra) }];
  }),
);

/** The operation of that name. Throws where the description has none. */
export function operationOf(id: string): Operation {
  const found = OPERATIONS.find((each) => each.id === id);
  if (!found) throw new Error(`Expected the description to have ${id}, got none of that name`);
  return found;
}

export const DESCRIPTION: object = document;
export const { definitions: DEFINITIONS } = document;
