/** One Azurite for the tests of a file, and tables of its own for each test. */
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStorage, type Storage } from '../../src/azure/clients';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import { createOpenRequests } from '../../src/azure/open-requests';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { createWorkbench } from '../../src/azure/workbench-table';
import type { Request } from '../../src/domain/request';
import type { AuditEntry, Loaded, Requests, Save } from '../../src/ports';
import { askedAt } from '../builders';
import { startStorage, type StorageInProcess } from '../sandbox/storage';

export const HOUR_MS = 60 * 60_000;

let prefixes = 0;

/** Everything that stands on the tables, as main.ts puts it together. */
export function onTables(storage: Storage, now = () => Date.now()) {
  const index = createRequestIndex(storage.index);
  const requests = createRequests({ requests: storage.requests, index });
  return {
    storage,
    index,
    requests,
    openRequests: createOpenRequests({ requests, index }),
    workbench: createWorkbench({ requests: storage.requests, index, now }),
    pool: createFacilitatorTable({ facilitators: storage.facilitators, now }),
  };
}

/** Call it in a `describe` or at the top of a file. */
export function useEmbeddedStorage() {
  let running: StorageInProcess;
  let storage: Storage;
  beforeAll(async () => {
    running = await startStorage();
  });
  beforeEach(async () => {
    storage = freshStorage(running.connectionString);
    await storage.prepare();
  });
  afterAll(() => running.stop());
  return {
    get storage() {
      return storage;
    },
    get connectionString() {
      return running.connectionString;
    },
    /** The calls one action made. */
    async callsOf(action: () => Promise<unknown>): Promise<string[]> {
      const before = running.calls.length;
      await action();
      return running.calls.slice(before).map((call) => call.replace(/\/jags\d+/, '/'));
    },
  };
}

/** Waited for as long as it takes: how long people are kept waiting is asked in `clients.test`. */
export function freshStorage(connectionString: string): Storage {
  prefixes += 1;
  return createStorage({ connectionString, prefix: `jags${prefixes}`, patient: true });
}

export function auditEntry(over: Partial<AuditEntry> = {}): AuditEntry {
  return { at: askedAt, by: 'system', what: 'submit', ...over };
}

export function aSave(next: Request, over: Partial<Save> = {}): Save {
  return { next, effects: [], audit: auditEntry({ to: next.state }), ...over };
}

/** Saves a new request and reads it back. */
export async function saved(
  requests: Requests,
  next: Request,
  effects: Save['effects'] = [],
): Promise<Loaded> {
  await requests.enter(next.id, next.requester.id);
  if ((await requests.save(aSave(next, { effects }))) !== 'saved')
    throw new Error(`Expected ${next.id} to be new`);
  return loaded(requests, next.id);
}

export async function loaded(requests: Requests, id: string): Promise<Loaded> {
  const found = await requests.load(id);
  if (!found) throw new Error(`Expected request ${id} to be there`);
  return found;
}

export interface LossyLine {
  readonly connectionString: string;
  /** How many of the next transactions are carried out, but their answer is lost. */
  loseAnswers(count: number): void;
  close(): Promise<void>;
}

/** A connection to storage on which answers to transactions can get lost. */
export async function lossyLine(connectionString: string): Promise<LossyLine> {
  const target = /TableEndpoint=(http:\/\/[^/;]+)/.exec(connectionString)![1]!;
  let toLose = 0;
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const onward = forward(`${target}${url ?? ''}`, { method, headers }, (answer) => {
      if (toLose > 0 && url?.includes('$batch')) {
        toLose -= 1;
        answer.resume().on('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: connectionString.replace(target, `http://127.0.0.1:${port}`),
    loseAnswers(count) {
      toLose = count;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
