/** The whole bot as main.ts puts it together, in this process and without its web server and worker. */
import { createCards } from '../../src/azure/card-table';
import { createStorage } from '../../src/azure/clients';
import { createConversations } from '../../src/azure/conversation-table';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import { createOpenRequests } from '../../src/azure/open-requests';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { createTally } from '../../src/azure/tally-table';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { defaultPolicy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { createGraph } from '../../src/graph/client';
import { createDirectory } from '../../src/graph/people';
import { createLog } from '../../src/log';
import type { Requests } from '../../src/ports';
import { createPoolKeeping } from '../../src/pool-keeping';
import { createBot } from '../../src/teams/bot';
import { createAdapter } from '../../src/teams/sign-in';
import { createWorkflow } from '../../src/workflow';
import { askedAt } from '../builders';
import { COORDINATORS_GROUP } from '../sandbox/people';

export interface WholeBot {
  /** One activity, as the web server hands it over; what an invoke is answered with. Throws when it was not answered. */
  receive(activity: object): Promise<unknown>;
  /** A request that is already there, as a former decision left it. */
  put(request: Request): Promise<void>;
  readonly requests: Requests;
}

export interface WholeBotNeeds {
  readonly connectionString: string;
  readonly prefix: string;
  /** Address of Graph. */
  readonly graph: string;
}

export async function startWholeBot({
  connectionString,
  prefix,
  graph: url,
}: WholeBotNeeds): Promise<WholeBot> {
  const log = createLog({ to: { write: () => undefined } });
  const now = () => askedAt;
  const policy = defaultPolicy;
  const storage = createStorage({ connectionString, prefix });
  const graph = createGraph({ url });
  const index = createRequestIndex(storage.index);
  const requests = createRequests({ requests: storage.requests, index });
  const openRequests = createOpenRequests({ requests, index });
  const directory = createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now });
  const wakeUps = createWakeUps({ wakeUps: storage.wakeUps, log });
  const workflow = createWorkflow({ requests, wakeUps, directory, policy, now, log });
  const adapter = createAdapter({ signIn: { kind: 'anonymous' }, allowedTenants: [], log });
  const conversations = createConversations(storage);
  const cards = createCards(storage);
  const teams = { adapter, appId: '', conversations, directory, cards, policy, log };
  const tally = createTally(storage);
  const pool = createFacilitatorTable({ facilitators: storage.facilitators, now });
  const poolKeeping = createPoolKeeping({ pool, directory, lookAfter: async () => [], now });
  const bot = createBot({
    pool,
    poolKeeping,
    ...teams,
    workflow,
    requests,
    openRequests,
    tally,
    now,
  });
  await storage.prepare();
  await directory.coordinators();

  return {
    requests,
    async receive(body) {
      const reply = await adapter.receive({ authorization: '', body }, (turn) => bot.run(turn));
      if (reply.status !== 200) throw new Error(`Expected the bot to answer with 200, got ${reply.status}`);
      return reply.body;
    },
    async put(next) {
      const audit = { at: askedAt, by: next.requester, what: 'submit', to: next.state } as const;
      await requests.enter(next.id, next.requester.id);
      const saved = await requests.save({ next, effects: [], audit });
      if (saved !== 'saved') throw new Error(`Expected ${next.id} to be new`);
    },
  };
}
