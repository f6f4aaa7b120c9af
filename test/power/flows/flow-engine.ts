/**
 * A stand-in for Power Automate: turns the flows on as they are shipped, subscribes for them, receives, runs, and
 * unsubscribes when they are turned off. What it does not know it refuses, so that no flow passes by luck.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { CustomConnector } from './custom-connector';
import type { ConnectorInputs, FlowDefinition } from './definition';
import { evaluated, type Surroundings } from './evaluate';
import { type Json, NotSupported } from './functions';
import { type Connector, type Run, runFlow, type RunNeeds } from './run';
import { isFailure, type Waiting } from './retrying';

export interface FlowNeeds {
  /** Values of environment variables, by their schema names; the others are as the solution has them. */
  readonly variables: Readonly<Record<string, string>>;
  /** By the connectors' names, such as `shared_office365`. */
  readonly connectors: Readonly<Record<string, Connector>>;
  readonly wait?: Waiting;
}

export interface FlowThatIsOn {
  readonly runs: readonly Run[];
  /** What the trigger's own service sends it: of Forms, the ids of new responses. */
  trigger(body: Json): Promise<void>;
  /** Once everything that has come in has run. Rejects where the definition asks for what the engine does not know. */
  idle(): Promise<void>;
  /** Unsubscribes and hears nothing more. */
  turnOff(): Promise<void>;
}

export interface WebhookNeeds extends FlowNeeds {
  /** The one its trigger belongs to. */
  readonly events: CustomConnector;
  /** Where the API can reach this process: `http://127.0.0.1`, to which a free port is added. */
  readonly callbackBase?: string;
}

/** Turns on a flow whose trigger is one of Microsoft's connectors, which is asked for it. */
export async function turnOn(definition: FlowDefinition, needs: FlowNeeds): Promise<FlowThatIsOn> {
  const runNeeds = runNeedsOf(definition, needs);
  const { host, given } = triggerOf(definition, runNeeds);
  const asked = await runNeeds.connectors[host.connectionName]!.call(host.operationId, given);
  if (isFailure(asked.statusCode)) throw new Error(`Expected the trigger to be set, got ${asked.statusCode}`);
  const runs: Run[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    runs,
    trigger(body) {
      const each = splitOf(definition, body, runNeeds).map(async (one) => {
        runs.push(await runFlow(definition, { body: one }, runNeeds));
      });
      last = Promise.all([last, ...each]);
      return Promise.all(each).then(() => undefined);
    },
    idle: async () => void (await last),
    turnOff: async () => void (await last),
  };
}

/** Turns on a flow whose trigger is the custom connector's: a callback address is made, and told to the API. */
export async function turnOnWebhook(definition: FlowDefinition, needs: WebhookNeeds): Promise<FlowThatIsOn> {
  const { trigger } = definition;
  if (trigger.runtimeConfiguration?.concurrency?.runs !== 1)
    throw new NotSupported('Expected a trigger that lets one run at a time, got one of more');
  const runNeeds = runNeedsOf(definition, needs);
  const runs: Run[] = [];
  let last: Promise<void> = Promise.resolve();
  const receive = (body: Json): Promise<void> => {
    last = last.then(async () => void runs.push(await runFlow(definition, { body }, runNeeds)));
    // Whoever waits for `idle` hears of it.
    last.catch(() => undefined);
    return last;
  };
  const path = `/workflows/${randomUUID()}`;
  const server = await callbackServer(path, (body) => void receive(body));
  const { port } = server.address() as AddressInfo;
  const { host, given } = triggerOf(definition, runNeeds);
  const callbackUrl = `${needs.callbackBase ?? 'http://127.0.0.1'}:${port}${path}?sig=invented`;
  const location = await needs.events.subscribe(host.operationId, given, callbackUrl);
  return {
    runs,
    trigger: receive,
    idle: () => last,
    async turnOff() {
      const status = await needs.events.unsubscribe(location);
      await new Promise((resolve) => server.close(resolve));
      await last;
      if (status !== 204) throw new Error(`Expected 204 to the end of a subscription, got ${status}`);
    },
  };
}

/** Answers 202 at once, as the platform does; what the run comes to is not the caller's business. */
async function callbackServer(path: string, receive: (body: Json) => void): Promise<Server> {
  const server = createServer((request: IncomingMessage, response) => {
    void buffer(request).then((bytes) => {
      const isOurs = request.method === 'POST' && request.url === `${path}?sig=invented`;
      // Not chained: restify, loaded in the same process, makes every writeHead return nothing.
      response.writeHead(isOurs ? 202 : 401);
      response.end();
      if (isOurs) receive(JSON.parse(bytes.toString()) as Json);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** What the trigger asks its connector for. */
function triggerOf({ trigger }: FlowDefinition, needs: RunNeeds) {
  if (trigger.type !== 'OpenApiConnectionWebhook')
    throw new NotSupported(`Expected a webhook's trigger, got ${trigger.type}`);
  const { host, parameters } = trigger.inputs as unknown as ConnectorInputs;
  return { host, given: evaluated(parameters, beforeAnyAction(needs)) as Record<string, Json> };
}

function splitOf(definition: FlowDefinition, body: Json, needs: RunNeeds): readonly Json[] {
  const { splitOn } = definition.trigger;
  if (splitOn === undefined) return [body];
  const parts = evaluated(splitOn, { ...beforeAnyAction(needs), trigger: { body } });
  if (!Array.isArray(parts)) throw new Error('Expected an array to make runs of');
  return parts;
}

function beforeAnyAction({ parameters }: RunNeeds): Surroundings {
  return {
    trigger: null,
    outputs: (action) => {
      throw new NotSupported(`Expected a trigger that needs no action, got one that needs ${action}`);
    },
    parameter: (name) => {
      const value = parameters[name];
      if (value === undefined) throw new NotSupported(`Expected a parameter of the flow, got ${name}`);
      return value;
    },
  };
}

function runNeedsOf({ variables, connectors }: FlowDefinition, needs: FlowNeeds): RunNeeds {
  const strange = Object.keys(needs.variables).filter((name) => !Object.hasOwn(variables, name));
  if (strange.length > 0) throw new Error(`Expected variables of the flow, got ${strange.join(', ')}`);
  const parameters = Object.entries(variables).map(
    ([schemaName, { parameter, first }]) => [parameter, needs.variables[schemaName] ?? first] as const,
  );
  const connections = Object.entries(connectors).map(([connection, name]) => {
    const connector = needs.connectors[name];
    if (!connector) throw new Error(`Expected a connection to ${name}, got none`);
    return [connection, connector] as const;
  });
  return {
    parameters: Object.fromEntries(parameters),
    connectors: Object.fromEntries(connections),
    // Hours of waiting are not what is tested.
    wait: needs.wait ?? (() => Promise.resolve()),
  };
}
