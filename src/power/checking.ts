/** Checks what comes in against the description. What is not described is refused, so that a slip of the pen is seen. */
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { DEFINITIONS, type Operation, type Parameter } from './description';
import type { FieldError } from './problems';
import { FIELD_WORDS } from './wording';

export interface Checking {
  /** What is wrong with path, query and headers; `path`: nothing can be there. */
  call(given: GivenParameters): readonly FieldError[] | 'path';
  /** What is wrong with the body. */
  body(json: unknown): readonly FieldError[];
  readonly takesBody: boolean;
}

export interface GivenParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By the names of the description. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const ROOT = 'api';
/** More would help nobody. */
const MOST_ERRORS = 20;

/** A description's own words beside those of JSON Schema are passed over. */
function createAjv(): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  return ajv.addSchema({ $id: ROOT, definitions: DEFINITIONS });
}

const ajv = createAjv();

export function createChecking({ parameters }: Operation): Checking {
  const of = (where: Parameter['in']) => parameters.filter((each) => each.in === where);
  const [body] = of('body');
  const checks = {
    path: compiled(of('path')),
    query: compiled(of('query')),
    header: compiled(of('header')),
    body: body?.schema && ajv.compile(withRoot(body.schema)),
  };
  return {
    takesBody: body !== undefined,
    call({ path, query, headers }) {
      if (!checks.path(path)) return 'path';
      const named = of('header').flatMap(({ name }) => {
        const value = headers[name];
        return value === undefined ? [] : [[name, value] as const];
      });
      const twice = [...new Set(query.keys())].filter((name) => query.getAll(name).length > 1);
      return [
        ...twice.map((field) => ({ field: shortened(field), detail: FIELD_WORDS.twice })),
        ...errorsOf(checks.query, Object.fromEntries(query)),
        ...errorsOf(checks.header, Object.fromEntries(named)),
      ];
    },
    body(json) {
      if (json === undefined) return [{ field: 'body', detail: FIELD_WORDS.missing }];
      return checks.body ? errorsOf(checks.body, json) : [];
    },
  };
}

/** Parameters of one place, as one object. */
function compiled(parameters: readonly Parameter[]): ValidateFunction {
  return ajv.compile({
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, in: _in, required: _required, ...schema }) => [name, schema]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  });
}

function withRoot(schema: object): object {
  const { $ref } = schema as { readonly $ref?: string };
  return $ref === undefined ? schema : { $ref: `${ROOT}${$ref}` };
}

function errorsOf(check: ValidateFunction, value: unknown): readonly FieldError[] {
  if (check(value)) return [];
  return (check.errors ?? []).slice(0, MOST_ERRORS).map(fieldError);
}

function fieldError({ instancePath, keyword, params }: ErrorObject): FieldError {
  const at = instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  const { missingProperty, additionalProperty, allowedValues, limit, type } = params as Readonly<
    Record<string, string>
  > & { readonly allowedValues: readonly unknown[]; readonly limit: number };
  const within = (name: string) => (at === '' ? name : `${at}.${name}`);
  switch (keyword) {
    case 'required':
      return { field: within(missingProperty!), detail: FIELD_WORDS.missing };
    case 'additionalProperties':
      return { field: within(shortened(additionalProperty!)), detail: FIELD_WORDS.unknown };
    case 'type':
      return { field: at || 'body', detail: FIELD_WORDS.type(type!) };
    case 'enum':
      return { field: at, detail: FIELD_WORDS.choose(allowedValues) };
    case 'maxLength':
      return { field: at, detail: FIELD_WORDS.most(limit) };
    case 'minLength':
      return { field: at, detail: FIELD_WORDS.fewest(limit) };
    case 'maxItems':
      return { field: at, detail: FIELD_WORDS.mostItems(limit) };
    case 'minItems':
      return { field: at, detail: FIELD_WORDS.fewestItems(limit) };
    default:
      return { field: at || 'body', detail: FIELD_WORDS.form };
  }
}

/** A name the caller made up is repeated only as far as it looks like one. */
function shortened(name: string): string {
  return /^[\w-]{1,40}$/.test(name) ? name : 'a name that is none';
}
