/**
 * The program with everything it talks to in memory, on a clock that a test moves: the real workflow, lanes, effects, Graph
 * adapters, messenger and calendar watch; the simulated tenant; stores that keep what they are given. Workers are processes
 * that can be killed.
 */
import { createAppointing } from '../../src/appointing';
import { createFactKeeping } from '../../src/counting/fact-keeping';
import { createCalendarNews } from '../../src/watching/calendar-news';
import { createCalendarSweep } from '../../src/watching/calendar-sweep';
import { LANES } from '../../src/domain/lanes';
import { MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import type { Command, Effect, Request } from '../../src/domain/request';
import { createEffects } from '../../src/performing/effects';
import { createCalendars } from '../../src/graph/availability';
import { createCalendarChanges } from '../../src/graph/calendar-changes';
import type { Graph } from '../../src/graph/client';
import { createMeetings } from '../../src/graph/meetings';
import { createLaneRunner } from '../../src/performing/lane-runner';
import { createMatchFinding } from '../../src/performing/match-finding';
import { createPoolKeeping } from '../../src/pool-keeping';
import type { Save } from '../../src/ports';
import { createSessionLooking } from '../../src/watching/session-looking';
import { createAskingEvaluation } from '../../src/teams/reaching/asking-evaluation';
import { createMessenger } from '../../src/teams/reaching/messenger';
import { createPolling } from '../../src/teams/reaching/polling';
import { createReminders } from '../../src/teams/reaching/reminding';
import { createWorkflow, type Handled } from '../../src/workflow';
import { askedAt } from '../builders';
import {
  createClock,
  createMemoryCards,
  createMemoryConversations,
  createMemoryDirectory,
  createMemoryOpenRequests,
  createMemoryStore,
  createMemoryWakeUps,
} from '../fakes';
import { createMemoryEvaluations } from '../memory/evaluations';
import { createMemoryFigures } from '../memory/figures';
import { createMemoryPool } from '../memory/pool';
import { coordinators, everybody, ORGANISER_ID } from '../sandbox/people';
import { FACILITATORS, WITH_AUTOMATIC } from './cast';
import { openDiary } from './diary';
import { createLife, type Life } from './life';
import { openOutlook } from './outlook';
import { openTeams, type Task } from './teams';
import { createMemoryCalendarQueue, createMemoryRow } from './watch-memory';

export type Town = ReturnType<typeof buildTown>;

/** What differs from town to town. */
export interface Kind {
  readonly reoffer: Policy['reoffer'];
  /** One of the facilitators need not be asked. */
  readonly automatic: boolean;
}

const CHANNEL = 'coordination';
const LEASE_MS = 240_000;

const chatOf = (id: string): string => `chat-${id}`;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const lived = (life: Life | undefined) => ({
  by: <T extends object>(port: T): T => life?.lived(port) ?? port,
});

export function buildTown({ reoffer, automatic }: Kind) {
  const policy: Policy = { ...defaultPolicy, sessionsPerMonth: 3, reoffer };
  const clock = createClock(askedAt);
  const { now } = clock;
  const cards = createMemoryCards();
  const table = createMemoryStore({ cut: false }, cards);
  const pool = createMemoryPool({ cut: false }, automatic ? WITH_AUTOMATIC : FACILITATORS);
  const teams = openTeams();
  const diary = openDiary({ table, now });
  const outlook = openOutlook(
    () => new Date(now()),
    (event) => diary.eventChanged(event),
  );
  const directory = createMemoryDirectory({
    people: everybody,
    coordinators: new Set(coordinators.map(({ id }) => id)),
  });
  const openRequests = createMemoryOpenRequests(table);
  const wakeUps = createMemoryWakeUps();
  const conversations = createMemoryConversations();
  const evaluations = createMemoryEvaluations(clock);
  const figures = createMemoryFigures();
  const queue = createMemoryCalendarQueue();
  const row = createMemoryRow();
  const store = {
    ...table,
    async save(save: Save) {
      // Each an object of its own, as they are read from a table: by it, what is written for it is known.
      const saved = await table.save({ ...save, effects: save.effects.map((effect) => ({ ...effect })) });
      if (saved === 'saved') diary.saved(save);
      return saved;
    },
  };
  const front = aProcess();
  const sweep = createCalendarSweep({
    changes: createCalendarChanges({ graph: outlook.graph as Graph, organiser: ORGANISER_ID }),
    row,
    queue,
    policy,
    now,
    log: quiet,
  });
  const workNews = createCalendarNews({
    queue,
    openRequests,
    looking: createSessionLooking({ meetings: front.meetings, workflow: front.workflow, policy }),
    sweep,
    log: quiet,
  });
  const matchFinding = createMatchFinding({
    directory,
    pool,
    calendars: createCalendars({ graph: outlook.graph as Graph, organiser: ORGANISER_ID }),
    policy,
    now,
  });
  let workers = 0;

  /** Everything of one process: what it calls, it calls as long as it lives. */
  function aProcess(life?: Life, taskNow?: () => Task | undefined) {
    const { by } = lived(life);
    const reach = { adapter: by(teams.adapter(taskNow)), appId: '', conversations };
    const ownTable = by(store);
    const graph = by(outlook.graph) as Graph;
    const ownPool = by(pool);
    const meetings = createMeetings({ graph, organiser: ORGANISER_ID, rereads: { times: 0, waitMs: 0 } });
    const workflow = createWorkflow({ requests: ownTable, wakeUps, directory, policy, now, log: quiet });
    const effects = createEffects({
      directory,
      pool: ownPool,
      poolKeeping: createPoolKeeping({ pool: ownPool, directory, lookAfter: async () => [], now }),
      calendars: createCalendars({ graph, organiser: ORGANISER_ID }),
      meetings,
      messenger: createMessenger({ ...reach, cards: by(cards), directory, policy, now, log: quiet }),
      reminders: createReminders({ ...reach, cards: by(cards), policy, now }),
      polling: createPolling({ ...reach, cards: by(cards), now }),
      evaluations: by(evaluations),
      askingEvaluation: createAskingEvaluation({
        ...reach,
        cards: by(cards),
        evaluations: by(evaluations),
        policy,
        now,
      }),
      facts: createFactKeeping({
        requests: ownTable,
        evaluations: by(evaluations),
        rows: by(figures),
        policy,
      }),
      openRequests,
      log: quiet,
      policy,
      now,
    });
    return { workflow, meetings, effects, workbench: ownTable };
  }

  /** Works everything that is due, until nothing is or it is killed. */
  async function work(life: Life = createLife()): Promise<void> {
    const owner = `worker-${(workers += 1)}`;
    const lanes = (await table.open()).flatMap((id) =>
      LANES.map((lane) => ({ id, lane, run: aLane(life, owner) })),
    );
    const stopping = new AbortController().signal;
    await Promise.race([
      Promise.all(lanes.map(({ id, lane, run }) => run.lane(id, lane, stopping))),
      life.died,
    ]);
    // Nobody knows any more what became of what it was at.
    if (life.dead()) teams.unknown.push(...lanes.flatMap(({ run }) => run.task() ?? []));
  }

  /** A lane has a messenger of its own, by which it is known what it writes for. */
  function aLane(life: Life, owner: string) {
    let task: Task | undefined;
    const { workflow, effects, workbench } = aProcess(life, () => task);
    const perform = (request: Request, effect: Effect, key: string) => {
      task = { requestId: request.id, effect };
      diary.begun(request, effect);
      return effects.perform(request, effect, key);
    };
    const lane = createLaneRunner({
      workbench,
      workflow,
      effects: { ...effects, perform },
      owner,
      now,
      log: quiet,
      leaseMs: LEASE_MS,
    });
    return { lane, task: () => task };
  }

  return {
    policy,
    clock,
    table,
    pool,
    teams,
    outlook,
    diary,
    cards,
    evaluations,
    figures,
    conversations,
    directory,
    queue,
    sweep,
    workNews,
    work,
    life: createLife,
    /** What a person does, at once. */
    handle: (command: Command): Promise<Handled> => front.workflow.handle(command),
    appointing: createAppointing({ matchFinding, workflow: front.workflow }),
    requests: (): readonly Request[] => table.all(),
    /** Everybody has opened the app, and the channel has been chosen. */
    async open(): Promise<void> {
      const at = (id: string) =>
        JSON.stringify({
          serviceUrl: 'http://teams.example',
          channelId: 'msteams',
          bot: { id: 'bot' },
          conversation: { id },
        });
      for (const { id } of everybody) await conversations.keepPerson(id, at(chatOf(id)));
      await conversations.keepChannel(at(CHANNEL));
    },
    pass: (minutes: number): void => clock.pass(minutes * MINUTE_MS),
  };
}
