/** Puts a past into storage, in the rows the program itself keeps, and lets the program count it. */
import type { TransactionAction } from '@azure/data-tables';
import pLimit from 'p-limit';
import { createAllRequests } from '../../../src/azure/all-requests';
import { createStorage } from '../../../src/azure/clients';
import { answersRow } from '../../../src/azure/evaluation-rows';
import { createEvaluations } from '../../../src/azure/evaluation-table';
import { createFacilitatorTable } from '../../../src/azure/facilitator-table';
import { createFigureRows } from '../../../src/azure/figures-table';
import { countKey, monthKey } from '../../../src/azure/keys';
import { createOpenRequests } from '../../../src/azure/open-requests';
import { createRequestIndex } from '../../../src/azure/request-index';
import { auditRow, effectRow, newEffect, requestRow } from '../../../src/azure/request-rows';
import { createRequests } from '../../../src/azure/request-table';
import { commit, toData } from '../../../src/azure/rows';
import { createTally } from '../../../src/azure/tally-table';
import { createWorkbench } from '../../../src/azure/workbench-table';
import { quarterOf } from '../../../src/domain/evaluation';
import type { Instant } from '../../../src/domain/intervals';
import { monthAt } from '../../../src/domain/monitoring/month';
import type { Policy } from '../../../src/domain/policy';
import type { Closed, Held } from '../../../src/domain/request';
import { createFigures } from '../../../src/counting/figures';
import { rebuildFigures, type Rebuilt } from '../../../src/counting/rebuilding';
import type { Figures } from '../../../src/ports/figures';
import { createReleasing } from '../../../src/counting/releasing';
import type { DoorShown } from './doors';
import type { History } from './history';
import type { PastRequest } from './past-request';
import type { Said } from './said';

export interface KeepingOptions {
  readonly connectionString: string;
  readonly now: Instant;
  readonly policy: Policy;
  readonly prefix?: string;
}

/** Enough to keep Azurite busy, and not so many that it refuses. */
const AT_ONCE = 24;

/** @returns what was counted; undefined where that past is there already, and nothing was written. */
export async function keepHistory(history: History, options: KeepingOptions): Promise<Rebuilt | undefined> {
  const { policy, now } = options;
  const { storage, requests, rows, evaluations, releasing, pool } = tablesOf(options);
  await storage.prepare();
  if (await requests.load(history.requests[0]!.request.id)) return undefined;
  const limit = pLimit(AT_ONCE);
  await Promise.all(history.requests.map((past) => limit(() => keepOne(past))));
  await Promise.all(
    history.doors.map((shown) => limit(() => storage.tally.upsertEntity(tallied(shown), 'Replace'))),
  );
  await Promise.all(
    history.requests.map(({ reserved }) =>
      limit(async () => {
        if (!reserved) return;
        const answer = await pool.reserve(reserved.facilitator, reserved.reservation, policy);
        if (answer !== 'reserved')
          throw new Error(`Expected the time of every past session to be free, got ${answer}`);
      }),
    ),
  );
  return rebuildFigures(
    { requests, evaluations, rows, policy, releasing, allRequests: createAllRequests(storage) },
    now,
  );

  async function keepOne({ request, effects, history: happened, said }: PastRequest): Promise<void> {
    if (request.state !== 'closed') await requests.enter(request.id, request.requester.id);
    const rows = [
      requestRow(request, effects.length),
      ...effects.map((effect, n) => ({
        partitionKey: request.id,
        ...effectRow(newEffect(effect, n + 1, {})),
      })),
      ...happened.map((entry) => auditRow(request.id, entry)),
    ];
    await commit(
      storage.requests,
      rows.map((row): TransactionAction => ['create', row]),
    );
    if (!said) return;
    if (request.state === 'closed') await storage.evaluations.createEntity(answered(request, said));
    else if (request.state === 'held') await answer(request, said);
  }

  /** Still evaluated: the bot closes it when its time is over. Whoever has answered used a token of their own. */
  async function answer({ id, match, evaluating }: Held, { answers }: Said): Promise<void> {
    const { closesAt, invited } = evaluating!;
    await evaluations.open({ requestId: id, quarter: quarterIn(match.slot.start), invited, closesAt });
    for (const [n, each] of answers.entries()) {
      const token = await evaluations.ticket(id, `respondent.${n}@past-sandbox.example`);
      await evaluations.answer(token!, each);
    }
  }
}

/** The program's own figures of what is in storage. */
export function figuresIn(options: KeepingOptions): Figures {
  const { storage, requests, index, rows, evaluations, pool } = tablesOf(options);
  return createFigures({
    requests,
    evaluations,
    rows,
    policy: options.policy,
    openRequests: createOpenRequests({ requests, index }),
    pool,
    tally: createTally({ tally: storage.tally }),
  });
}

function tablesOf({ connectionString, now: at, policy, prefix = 'jags' }: KeepingOptions) {
  const storage = createStorage({ prefix, connectionString, patient: true });
  const now = () => at;
  const index = createRequestIndex(storage.index);
  const requests = createRequests({ requests: storage.requests, index });
  const rows = createFigureRows(storage);
  const workbench = createWorkbench({ requests: storage.requests, index, now });
  return {
    storage,
    index,
    requests,
    rows,
    evaluations: createEvaluations({ evaluations: storage.evaluations, now }),
    pool: createFacilitatorTable({ facilitators: storage.facilitators, now }),
    releasing: createReleasing({ workbench, requests, rows, policy }),
  };
}

/** As it is kept once it is closed: see `closeOnce` of the table. */
function answered({ id, session }: Closed, { answers, lessons }: Said) {
  const { slot, invited } = session!;
  return answersRow(id, { quarter: quarterIn(slot.start), invited, answers }, lessons);
}

/** As the program counts them, one at a time: see `createCounter`. */
function tallied({ month, door, count }: DoorShown) {
  const [kind, agency] = [`door-${door}`, 'cs'];
  const data = toData({ kind, agency, count }, 'a count');
  return { partitionKey: monthKey(month), rowKey: countKey(kind, agency), data };
}

function quarterIn(instant: Instant): string {
  return quarterOf(monthAt(instant));
}
