/** One run of a flow: actions in the order of their runAfter, each with its status and its outputs. */
import type { Action, Actions, ConnectorInputs, FlowDefinition, Status } from './definition';
import { evaluated, type Surroundings, valueOf } from './evaluate';
import { parse } from './expression';
import { FUNCTIONS, type Json, NotSupported } from './functions';
import { type Answer, isFailure, triedAgain, type Waiting } from './retrying';

export interface Connector {
  /** Throws for an operation or a parameter it does not have: the flow is wrong then, and not the call. */
  call(operationId: string, parameters: Record<string, Json>): Promise<Answer>;
}

export interface RunNeeds {
  /** By the name of the connection in the flow. */
  readonly connectors: Readonly<Record<string, Connector>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly wait: Waiting;
}

export interface Run {
  readonly status: Status;
  /** What became of each action that came to its turn, those within others too. */
  readonly actions: ReadonlyMap<string, Ended>;
}

export interface Ended {
  readonly status: Status;
  readonly outputs: Json;
  /** Why it failed. */
  readonly fault?: string;
}

/** Runs all actions. @param trigger the trigger's outputs, `{ body }`. */
export async function runFlow(definition: FlowDefinition, trigger: Json, needs: RunNeeds): Promise<Run> {
  const ended = new Map<string, Ended>();
  const around: Surroundings = {
    trigger,
    outputs(action) {
      const found = ended.get(action);
      if (!found) throw new NotSupported(`Expected ${action} to have ended, got no such action yet`);
      return found.outputs;
    },
    parameter(name) {
      const value = needs.parameters[name];
      if (value === undefined) throw new NotSupported(`Expected a parameter of the flow, got ${name}`);
      return value;
    },
  };
  const status = await runAll(definition.actions);
  return { status, actions: ended };

  /** Each as soon as all it runs after have ended; the status of the whole is that of those nothing runs after. */
  async function runAll(actions: Actions): Promise<Status> {
    const left = new Map(Object.entries(actions));
    while (left.size > 0) {
      const next = [...left].find(([, { runAfter = {} }]) =>
        Object.keys(runAfter).every((before) => !left.has(before)),
      );
      if (!next) throw new NotSupported(`Expected an order to run in, got ${[...left.keys()].join(', ')}`);
      const [name, action] = next;
      ended.set(name, await runInTurn(action));
      left.delete(name);
    }
    return statusOf(actions, (name) => ended.get(name)!.status);
  }

  async function runInTurn(action: Action): Promise<Ended> {
    const mayRun = Object.entries(action.runAfter ?? {}).every(([before, states]) =>
      states.includes(ended.get(before)!.status),
    );
    if (!mayRun) {
      skipWithin(action);
      return { status: 'Skipped', outputs: null };
    }
    try {
      return await runAction(action);
    } catch (error) {
      if (error instanceof NotSupported) throw error;
      skipWithin(action);
      return { status: 'Failed', outputs: null, fault: (error as Error).message };
    }
  }

  function skipWithin({ actions = {}, else: other }: Action): void {
    for (const [name, action] of [...Object.entries(actions), ...Object.entries(other?.actions ?? {})]) {
      skipWithin(action);
      if (!ended.has(name)) ended.set(name, { status: 'Skipped', outputs: null });
    }
  }

  async function runAction(action: Action): Promise<Ended> {
    const inputs = action.inputs ?? null;
    switch (action.type) {
      case 'Compose':
        return { status: 'Succeeded', outputs: evaluated(inputs, around) };
      case 'Select':
        return mapped(inputs as { from: Json; select: Json });
      case 'Query':
        return filtered(inputs as { from: Json; where: string });
      case 'If':
        return branch(action);
      case 'OpenApiConnection':
        return callConnector(inputs as unknown as ConnectorInputs);
      default:
        throw new NotSupported(`Expected an action this engine knows, got ${action.type}`);
    }
  }

  function mapped({ from, select }: { from: Json; select: Json }): Ended {
    const body = listOf(evaluated(from, around)).map((item) => evaluated(select, { ...around, item }));
    return { status: 'Succeeded', outputs: { body } };
  }

  function filtered({ from, where }: { from: Json; where: string }): Ended {
    const wanted = parse(where.slice(1));
    const body = listOf(evaluated(from, around)).filter(
      (item) => valueOf(wanted, { ...around, item }) === true,
    );
    return { status: 'Succeeded', outputs: { body } };
  }

  async function branch({ expression = null, actions = {}, else: other }: Action): Promise<Ended> {
    const holds = isTrue(expression, around);
    const otherwise = other?.actions ?? {};
    skipWithin({ type: 'If', actions: holds ? otherwise : actions });
    return { status: await runAll(holds ? actions : otherwise), outputs: null };
  }

  async function callConnector({ host, parameters, retryPolicy }: ConnectorInputs): Promise<Ended> {
    const connector = needs.connectors[host.connectionName];
    if (!connector) throw new NotSupported(`Expected a connection, got none called ${host.connectionName}`);
    const given = evaluated(parameters, around) as Record<string, Json>;
    const answer = await triedAgain(() => connector.call(host.operationId, given), retryPolicy, needs.wait);
    if (answer === undefined) return { status: 'Failed', outputs: null, fault: 'no answer' };
    const { statusCode, body } = answer;
    const outputs = { statusCode, body };
    if (!isFailure(statusCode)) return { status: 'Succeeded', outputs };
    return { status: 'Failed', outputs, fault: `status ${statusCode}` };
  }
}

function listOf(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Error('Expected an array to go through');
  return value;
}

/** A condition as the designer writes it: `{ and: [{ equals: ['@…', 'x'] }] }`. */
function isTrue(expression: Json, around: Surroundings): boolean {
  const [name, args] = Object.entries(expression as Record<string, Json[]>)[0]!;
  if (name === 'and') return args.every((each) => isTrue(each, around));
  if (name === 'or') return args.some((each) => isTrue(each, around));
  const compared = FUNCTIONS[name];
  if (!compared) throw new NotSupported(`Expected a comparison this engine knows, got ${name}`);
  return compared.apply(...args.map((each) => evaluated(each, around))) === true;
}

/**
 * Of the actions nothing runs after. One that was skipped counts as what it was to run after, so that a handler of failures
 * that had nothing to do spoils nothing.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-exception-handling
 */
function statusOf(actions: Actions, of: (name: string) => Status): Status {
  const isLast = (name: string) =>
    !Object.values(actions).some(({ runAfter = {} }) => Object.hasOwn(runAfter, name));
  const outcome = (name: string): Status => {
    const before = Object.keys(actions[name]!.runAfter ?? {});
    if (of(name) !== 'Skipped' || before.length === 0) return of(name);
    return before.map(outcome).find((status) => status !== 'Succeeded') ?? 'Succeeded';
  };
  const statuses = Object.keys(actions).filter(isLast).map(outcome);
  return statuses.find((status) => status !== 'Succeeded') ?? 'Succeeded';
}
