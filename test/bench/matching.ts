/** What finding matches costs: our own processor time, and round trips to Graph. */
import { createEffects } from '../../src/performing/effects';
import { createCalendars } from '../../src/graph/availability';
import { createGraph } from '../../src/graph/client';
import { createDirectory } from '../../src/graph/people';
import { findMatches, type MatchingQuestion } from '../../src/domain/matching';
import { createLog } from '../../src/log';
import { defaultPolicy } from '../../src/domain/policy';
import type { Pool, PoolEntry } from '../../src/ports/pool';
import type { Reminders } from '../../src/ports/reminders';
import type { PoolKeeping } from '../../src/pool-keeping';
import type { Meetings, Messenger } from '../../src/ports';
import { aFacilitator, askedAt } from '../builders';
import type { Microsoft365 } from '../sandbox/microsoft365/microsoft365';
import { COORDINATORS_GROUP, ORGANISER_ID } from '../sandbox/people';
import { type Compared, compare, effortOf } from './compare';
import { aLargeRequest, aQuestion, manyCandidates, PARTICIPANTS, WORKING_DAYS } from './pool-of-many';
import { figure, inRounds, type Row, type Section, withSpread } from './table';

const POOLS = [50, 500, 5_000];
/** For the pool of a large partnership. */
const AIM = { facilitators: 500, cpuMs: 10 };
/** Ten times the pool, no longer in the processor’s caches; were it to grow with the square, this would be 10. */
const LINEAR = 1.25;
const TURNS = { warmUpPairs: 60, rounds: 5, pairsPerRound: 4 };
/** One pass is too short for the clock. */
const PASSES = 50;
const POOL_ON_GRAPH = 500;
const ADDRESSES_A_CALL = 20;

export async function measureMatching(graph: Microsoft365): Promise<Section> {
  const cpu: Row[] = [];
  let before: { readonly pool: number; readonly eachBlock: number } | undefined;
  for (const facilitators of POOLS) {
    const question = aQuestion(facilitators);
    const { ours, bare, ratio } = await cpuOfMatching(question);
    const eachBlock = ours.cpuMs.median / busyBlocks(question);
    cpu.push({
      what: `matching ${facilitators} facilitators, CPU`,
      ours: withSpread(ours.cpuMs, 'ms'),
      bare: withSpread(bare.cpuMs, 'ms'),
      ...inRounds(ratio.cpuMs),
      ...(facilitators === AIM.facilitators && {
        aim: `≤ ${AIM.cpuMs} ms`,
        met: ours.cpuMs.median <= AIM.cpuMs,
      }),
    });
    if (before)
      cpu.push({
        what: `… per busy block, against ${before.pool}`,
        ours: `${figure(eachBlock * 1e6)} ns`,
        bare: `${figure(before.eachBlock * 1e6)} ns`,
        ratio: (eachBlock / before.eachBlock).toFixed(2),
        aim: `≤ ${LINEAR}`,
        met: eachBlock / before.eachBlock <= LINEAR,
      });
    before = { pool: facilitators, eachBlock };
  }
  return {
    rows: [...cpu, ...(await roundTrips(graph))],
    means:
      `${WORKING_DAYS} working days, ${PARTICIPANTS} participants, everybody with four entries a day; facilitators have up to 24 ` +
      'sessions of a year, and some joined, paused or left in it, so that fair share is in the figure. Bare: one plain pass ' +
      'over the same entries. Growth is linear while an entry costs what it does in the smaller pool; a large one no longer fits the caches, as bare shows. Round trips: all that Graph is ' +
      `asked to find matches, people’s diaries and names, against the fewest that ${ADDRESSES_A_CALL} addresses a call allow.`,
  };
}

function cpuOfMatching(question: MatchingQuestion): Promise<Compared<'cpuMs'>> {
  return compare<'cpuMs'>({
    ...TURNS,
    ours: () => effortOf(() => findMatches(question)),
    bare: async () => {
      const { cpuMs } = await effortOf(() => {
        for (let pass = 0; pass < PASSES; pass += 1) busyTime(question);
      });
      return { cpuMs: cpuMs / PASSES };
    },
  });
}

function busyBlocks({ candidates, participants }: MatchingQuestion): number {
  const everybody = [...participants, ...candidates.map((each) => each.availability)];
  return everybody.reduce((sum, each) => sum + (each.known ? each.busy.length : 0), 0);
}

function busyTime({ candidates, participants }: MatchingQuestion): number {
  let total = 0;
  for (const availability of [...participants, ...candidates.map((each) => each.availability)])
    if (availability.known) for (const { start, end } of availability.busy) total += end - start;
  return total;
}

/** The worker's own effect on the simulated Graph, which knows nobody of the pool of many but whom it is given. */
async function roundTrips({ url, tenant }: Microsoft365): Promise<Row[]> {
  const now = () => askedAt;
  const graph = createGraph({ url });
  const request = aLargeRequest();
  const many = manyCandidates(POOL_ON_GRAPH - 1);
  const able = { facilitator: aFacilitator(), reservations: [] };
  // Whoever has left is not asked for.
  const read = many.filter(({ facilitator }) => facilitator.leftOn === undefined).length + 1 + PARTICIPANTS;
  const once = Math.ceil(read / ADDRESSES_A_CALL);
  const named = 1;
  return [
    await row(`Graph round trips, ${POOL_ON_GRAPH} facilitators`, [...many, able], named + once),
    await row('… where nobody is able: once more, further ahead', many, named + once + once),
  ];

  async function row(what: string, members: readonly PoolEntry[], least: number): Promise<Row> {
    const effects = createEffects({
      directory: createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now }),
      calendars: createCalendars({ graph, organiser: ORGANISER_ID }),
      pool: { all: async () => members } as unknown as Pool,
      poolKeeping: {} as PoolKeeping,
      meetings: {} as Meetings,
      messenger: {} as Messenger,
      reminders: {} as Reminders,
      openRequests: { all: async () => [] },
      log: createLog({ to: { write: () => undefined } }),
      policy: defaultPolicy,
      now,
    });
    const from = tenant.calls.list().length;
    await effects.perform(request, { kind: 'find-matches', round: request.round }, 'effect-00000001');
    const calls = tenant.calls
      .list()
      .slice(from)
      .filter(({ inBatch }) => !inBatch);
    const schedules = calls.filter(({ path }) => path.endsWith('/getSchedule')).length;
    return {
      what,
      ours: `${calls.length} (${schedules} getSchedule)`,
      bare: `${least}`,
      aim: 'fewest',
      met: calls.length === least,
    };
  }
}
