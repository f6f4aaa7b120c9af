/** A flow as its solution ships it: the definition, what its connections lead to, and the values it starts with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, textOf } from './functions';

export type Status = 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut';

export interface Action {
  readonly type: string;
  readonly runAfter?: Readonly<Record<string, readonly Status[]>>;
  readonly inputs?: Json;
  readonly expression?: Json;
  readonly actions?: Actions;
  readonly else?: { readonly actions: Actions };
  readonly runtimeConfiguration?: {
    readonly concurrency?: { readonly runs: number };
    readonly secureData?: { readonly properties: readonly string[] };
  };
  /** Of a trigger: one run for each of these. */
  readonly splitOn?: string;
}

export type Actions = Readonly<Record<string, Action>>;

/** What an action of a connector is given. */
export interface ConnectorInputs {
  readonly host: { readonly connectionName: string; readonly operationId: string };
  readonly parameters: Json;
  readonly retryPolicy?: RetryPolicy;
}

export interface RetryPolicy {
  readonly type: string;
  readonly count: number;
  /** ISO 8601 durations. */
  readonly interval: string;
  readonly maximumInterval?: string;
}

export interface FlowDefinition {
  readonly trigger: Action;
  readonly actions: Actions;
  /** The names of its parameters that are environment variables, by the variable's schema name, with its first value. */
  readonly variables: Readonly<Record<string, { readonly parameter: string; readonly first: string }>>;
  /** The connector behind each connection's name, as the platform calls it. */
  readonly connectors: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly properties: {
    readonly connectionReferences: Readonly<Record<string, { readonly api: { readonly name: string } }>>;
    readonly definition: {
      readonly parameters: Readonly<
        Record<string, { readonly defaultValue: Json; readonly metadata?: { readonly schemaName: string } }>
      >;
      readonly triggers: Actions;
      readonly actions: Actions;
    };
  };
}

/** The text of the one flow of a solution. @param folder as exported, or as it lies in the repository. */
export function workflowText(folder: string): string {
  const [file, ...more] = readdirSync(join(folder, 'Workflows'));
  if (file === undefined || more.length > 0)
    throw new Error(`Expected one flow in ${folder}, got ${file === undefined ? 'none' : more.length + 1}`);
  return readFileSync(join(folder, 'Workflows', file), 'utf8');
}

export function flowFrom(text: string): FlowDefinition {
  const { connectionReferences, definition } = (JSON.parse(text) as Workflow).properties;
  const [trigger] = Object.values(definition.triggers);
  if (!trigger) throw new Error('Expected a flow with a trigger, got none');
  const variables = Object.entries(definition.parameters).flatMap(
    ([parameter, { metadata, defaultValue }]) =>
      metadata ? [[metadata.schemaName, { parameter, first: textOf(defaultValue) }] as const] : [],
  );
  return {
    trigger,
    actions: definition.actions,
    variables: Object.fromEntries(variables),
    connectors: Object.fromEntries(
      Object.entries(connectionReferences).map(([name, { api }]) => [name, api.name]),
    ),
  };
}
