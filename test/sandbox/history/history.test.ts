import { factOf, type RequestFact } from '../../../src/domain/monitoring/facts';
import { monthAfter, monthAt, monthsBetween } from '../../../src/domain/monitoring/month';
import type { Block, Month, Monitoring } from '../../../src/domain/monitoring/monitoring';
import { evaluatedIn, type FrozenBlock, nextBlock, startAfter } from '../../../src/domain/monitoring/release';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { at } from '../../builders';
import { addToPool, sandboxPool } from '../pool';
import { startStorage, type StorageInProcess } from '../storage';
import { type History, HISTORY_MONTHS, inventHistory } from './history';
import { figuresIn, type KeepingOptions, keepHistory } from './keeping';
import type { PastRequest } from './past-request';

const NOW = at('2026-11-26T19:00');

function theHistory(seed?: number, now = NOW): History {
  return inventHistory({ now, pool: sandboxPool(now), policy, ...(seed !== undefined && { seed }) });
}

function factsOf({ requests }: History): RequestFact[] {
  return requests.map(({ request, history, said }) => factOf(request, history, said, policy));
}

/** The blocks as they would be released, without storage. */
function blocksOf(history: History, now = NOW): FrozenBlock[] {
  const facts = factsOf(history);
  const [first, last] = [monthAfter(monthAt(now), -HISTORY_MONTHS), monthAfter(monthAt(now), -1)];
  const blocks: FrozenBlock[] = [];
  for (;;) {
    const before = blocks.at(-1);
    const months = monthsBetween(before ? startAfter(before) : first, last);
    const sessions = months.map((month) => ({ month, sessions: evaluatedIn(month, facts) }));
    const block = nextBlock(sessions, before, now, policy);
    if (!block) return blocks;
    blocks.push(block);
  }
}

/** Months from the start of drift to the end of the block that shows it; undefined where none does. */
function monthsUntilSeen({ driftFrom }: History, blocks: readonly Block[]): number | undefined {
  const seen = blocks.find(({ signal, to }) => signal && to >= driftFrom);
  return seen && monthsBetween(driftFrom, seen.to).length;
}

function isFalseAlarm({ driftFrom }: History) {
  return ({ signal, to }: Block) => signal && to < driftFrom;
}

describe('The past of the sandbox', () => {
  it.each(['2026-11-26', '2026-12-04', '2027-02-10', '2027-04-20', '2027-06-30', '2027-09-15'])(
    'shows drift within five months of its start, and none before, when it is told on %s',
    (day) => {
      const now = at(`${day}T12:00`);
      const history = theHistory(undefined, now);
      const blocks = blocksOf(history, now);
      expect(blocks.filter(isFalseAlarm(history))).toEqual([]);
      expect(monthsUntilSeen(history, blocks)).toBeLessThanOrEqual(5);
    },
  );

  it('shows it as soon as the simulation says, whatever the seed', () => {
    const told = Array.from({ length: 40 }, (_, seed) => {
      const history = theHistory(seed);
      const blocks = blocksOf(history);
      return {
        months: monthsUntilSeen(history, blocks) ?? Infinity,
        inVain: blocks.some(isFalseAlarm(history)),
      };
    });
    const months = told.map((each) => each.months).sort((one, other) => one - other);
    // `npm run simulate:drift`, 60 % answering: a median of 4 months at ten a month, 6 at five; here about eight.
    expect(months[20]).toBeGreaterThanOrEqual(3);
    expect(months[20]).toBeLessThanOrEqual(6);
    // Sixteen quiet months at a tenth of an alarm a year are 13 % of pasts; chance gives twice that once in a hundred times.
    expect(told.filter(({ inVain }) => inVain).length).toBeLessThanOrEqual(10);
  });

  it('is the same in every run, and another with another seed', () => {
    expect(theHistory()).toEqual(theHistory());
    expect(theHistory(1).requests).not.toEqual(theHistory(2).requests);
  });

  it('holds nothing of a time to come, and nobody twice at once', () => {
    const { requests } = theHistory();
    expect(new Set(requests.map(({ request }) => request.id)).size).toBe(requests.length);
    for (const { request, history } of requests) {
      const times = history.map((each) => each.at);
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(times.at(-1)).toBeLessThanOrEqual(NOW);
      expect(times[0]).toBe(request.submittedAt);
    }
  });
});

describe('The past of the sandbox, kept', () => {
  let storage: StorageInProcess;
  let options: KeepingOptions;
  let monitoring: Monitoring;
  const history = theHistory();

  beforeAll(async () => {
    storage = await startStorage();
    options = { connectionString: storage.connectionString, now: NOW, policy };
    await addToPool(storage.connectionString, sandboxPool(NOW));
    await keepHistory(history, options);
    monitoring = await figuresIn(options).monitoring(NOW);
  });
  afterAll(() => storage.stop());

  it('fills the 24 months that are shown, with what was made up', () => {
    const [first, last] = ['2024-11', '2026-10'];
    expect(monitoring.months).toEqual(monthsBetween(first, last));
    const sums = (id: string) =>
      monitoring.series.find((each) => each.id === id)!.points.map(({ value }) => value);
    const perMonth = (count: (month: Month) => number) => monitoring.months.map(count);
    const number = (of: (past: PastRequest) => Month | undefined) =>
      perMonth((month) => history.requests.filter((past) => of(past) === month).length);
    expect(sums('requests')).toEqual(number(({ request }) => monthAt(request.submittedAt)));
    expect(sums('held')).toEqual(
      number(({ said, reserved }) =>
        said && reserved ? monthAt(reserved.reservation.slot.start) : undefined,
      ),
    );
    expect(sums('cancelled')).toEqual(number(({ request }) => endedIn(request, 'cancelled')));
    expect(sums('unmatched')).toEqual(number(({ request }) => endedIn(request, 'silent')));
  });

  it('shows the sums of what was said, in blocks that keep the release rule', () => {
    const { blocks, heldBack } = monitoring.released;
    expect(heldBack).toEqual([]);
    const said = (of: Block, count: (past: PastRequest) => number) =>
      history.requests
        .filter(({ reserved }) => {
          const month = reserved && monthAt(reserved.reservation.slot.start);
          return month !== undefined && of.from <= month && month <= of.to;
        })
        .reduce((sum, past) => sum + count(past), 0);
    for (const block of blocks) {
      expect(block.sessions).toBe(said(block, () => 1));
      expect(block.answers).toBe(said(block, (past) => past.said!.answers.length));
      expect(block.drift.count).toBe(
        said(block, (past) => past.said!.answers.filter(({ also }) => typeof also !== 'string').length),
      );
      expect(block.lessons.length).toBe(said(block, (past) => past.said!.lessons.length));
      expect(block.answers).toBeGreaterThanOrEqual(policy.releaseAnswers);
    }
    expect(history.driftFrom).toBe('2026-03');
    expect(blocks.filter(({ signal }) => signal).map(({ to }) => to)).toEqual(['2026-06', '2026-10']);
  });

  it('knows the pool, and the agencies that never come', () => {
    const { used, inForce, load } = monitoring.now.pool;
    expect(used).toBe(inForce);
    expect(load.length).toBeGreaterThan(0);
    const year = monitoring.years.find((each) => each.year === 2025)!;
    expect(year.agencies.find(({ code }) => code === 'pr')?.sessions).toBe(0);
    expect(year.agencies.find(({ code }) => code === 'ed')?.sessions).toBeGreaterThan(40);
  });

  it('leaves open what is not over: to be evaluated, arranged or looked at', () => {
    const open = history.requests.filter(({ request }) => request.state !== 'closed');
    expect(open.map(({ request }) => request.state)).toEqual(expect.arrayContaining(['held', 'approved']));
    for (const { effects } of open) expect(effects).toHaveLength(1);
    expect(monitoring.now.waiting).toBe(open.filter(({ request }) => request.state !== 'held').length);
  });

  it('is not put there again', async () => {
    const before = await figuresIn(options).monitoring(NOW);
    expect(await keepHistory(history, options)).toBeUndefined();
    expect(await figuresIn(options).monitoring(NOW)).toEqual(before);
  });
});

function endedIn(request: PastRequest['request'], kind: string): Month | undefined {
  return request.state === 'closed' && request.outcome.kind === kind ? monthAt(request.closedAt) : undefined;
}
