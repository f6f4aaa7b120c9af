import { MEASURES, type MeasureId } from '../../../src/domain/monitoring/measures';
import type { Block, Monitoring } from '../../../src/domain/monitoring/monitoring';
import { proportion } from '../../../src/domain/monitoring/proportion';
import { rollingOf } from '../../../src/domain/monitoring/rolling';
import { defaultPolicy } from '../../../src/domain/policy';
import { OWN_STATEMENTS } from '../../../src/domain/session-record';
import { noneRecorded } from '../../../src/wording/monitoring-released';
import { OWN_STATEMENT_TEXTS } from '../../../src/wording/session-record';
import { measuresOf } from '../../../src/present/monitoring/measures';
import { noMonitoring, someBlocks, someMonitoring, somePeople } from '../../some-monitoring';

function measure(id: MeasureId, monitoring: Monitoring = someMonitoring()) {
  return measuresOf(monitoring, defaultPolicy).find((each) => each.id === id)!;
}

function withBlocks(blocks: readonly Block[]): Monitoring {
  const { released } = someMonitoring();
  const { rolling: _all, ...rest } = released;
  const rolling = rollingOf(blocks);
  return someMonitoring({ released: { ...rest, blocks, ...(rolling && { rolling }) } });
}

describe('every measure', () => {
  it.each([
    ['of two years', someMonitoring()],
    ['of nothing yet', noMonitoring()],
  ])('is there, with what it means: %s', (_what, monitoring) => {
    const measures = measuresOf(monitoring, defaultPolicy);
    expect(measures.map(({ id }) => id)).toEqual(MEASURES);
    for (const { title, message, definition } of measures) {
      expect(title).not.toBe('');
      expect(definition.length).toBeGreaterThan(0);
      expect(message.text).not.toMatch(/NaN|undefined|Infinity/);
      expect(message.text).toMatch(/[.:]$/);
    }
  });

  it('has no more to say and nothing to draw before the first month is over', () => {
    for (const { message, chart, table } of measuresOf(noMonitoring(), defaultPolicy)) {
      expect(chart).toBeUndefined();
      expect(table.rows).toEqual([]);
      expect(['too-few', 'none']).toContain(message.verdict);
    }
  });
});

describe('drift', () => {
  const quiet = someBlocks().slice(0, 9);

  it('is a signal at the block that reaches the limit', () => {
    const { verdict, text } = measure('drift-chart', withBlocks(someBlocks().slice(0, 11))).message;
    expect(verdict).toBe('worse');
    expect(text).toMatch(/^by the end of July 2026 more sessions had drifted than chance explains/);
  });

  it('is no noise yet while the sessions of a signal are among the latest', () => {
    const { verdict, text } = measure('drift-chart').message;
    expect(verdict).toBe('worse');
    expect(text).toContain(
      'by the end of July 2026 more sessions had drifted than chance explains. The sum began again at 0',
    );
  });

  it('is noise below the limit, with the share of the latest sessions and how sure it is', () => {
    const { verdict, text } = measure('drift-chart', withBlocks(quiet)).message;
    expect(verdict).toBe('noise');
    expect(text).toMatch(/from December 2025 to March 2026, 12% \(3 of 26; 95% interval 4 to 29%\) drifted/);
  });

  it('cannot be told of fewer than 20 sessions', () => {
    const { verdict, text } = measure('drift-chart', withBlocks(quiet.slice(0, 1))).message;
    expect(verdict).toBe('too-few');
    expect(text).toContain('fewer than 20 sessions');
  });

  it('is drawn with the limit of each block', () => {
    expect(measure('drift-chart').chart).toMatchObject({ kind: 'sequential', signals: { length: 12 } });
  });
});

describe('a share of the latest months', () => {
  /** As many agree with six statements of each answer, in the latest blocks as before. */
  function agreeing(before: number, latest: number): Monitoring {
    const blocks = someBlocks();
    const from = rollingOf(blocks)!.from;
    return withBlocks(
      blocks.map((block) => {
        const of = block.answers * 6;
        const share = block.from >= from ? latest : before;
        return { ...block, fidelity: { count: Math.round(share * of), of } };
      }),
    );
  }

  it('is a signal when it and what was before cannot both be chance', () => {
    const { verdict, text } = measure('fidelity', agreeing(0.9, 0.5)).message;
    expect(verdict).toBe('worse');
    expect(text).toMatch(
      /^50% \(.*\) in .* 2026, and 90% \(.*\) before: chance hardly explains the difference\.$/,
    );
    expect(measure('fidelity', agreeing(0.5, 0.9)).message.verdict).toBe('better');
  });

  it('is as sure as of so many people, and not of so many ticks', () => {
    // Of six ticks each, this would be a signal; of so many people, chance may be all there is to it.
    const monitoring = agreeing(0.8, 0.7);
    const { rolling } = monitoring.released;
    const { count, of } = rolling!.fidelity;
    const sure = proportion(count, of)!;
    expect(sure.upper).toBeLessThan(0.79);
    expect(measure('fidelity', monitoring).message.verdict).toBe('noise');
  });

  it('of what drifts is never a signal itself: the drift chart says which is', () => {
    for (const id of ['drifted', 'drift'] as const) {
      const { verdict, text } = measure(id).message;
      expect(verdict).toBe('none');
      expect(text).toMatch(/before\. Whether that is a signal, “Drift, added up” says\.$/);
    }
  });

  it('is noise when it may be', () => {
    expect(measure('response').message.verdict).toBe('noise');
  });

  it('has nothing to be held against the first time', () => {
    expect(measure('fidelity', withBlocks(someBlocks().slice(0, 1))).message).toMatchObject({
      verdict: 'too-few',
    });
  });

  it('never stands without its denominator and interval', () => {
    for (const id of ['drifted', 'drift', 'fidelity', 'carrying-more', 'response'] as const)
      for (const [, count, of, share, interval] of measure(id).table.rows) {
        expect(Number(count)).toBeLessThanOrEqual(Number(of));
        expect(share).toMatch(/^\d+%$/);
        expect(interval).toMatch(/^\d+ to \d+%$/);
      }
  });

  it('is a gap where there is nothing it is of', () => {
    const [first] = someBlocks();
    const nobody = { ...somePeople(3, 0), drifted: { count: 0, of: 0 } };
    const { table, chart } = measure('drifted', withBlocks([{ ...first!, ...nobody }]));
    expect(table.rows).toEqual([['November to December 2024', '', '', 'too few to show', '']]);
    expect(chart).toBeUndefined();
  });
});

describe('what facilitators say', () => {
  it('is of sessions recorded, with the concerns and the early ends below their own statements', () => {
    const { message, table, chart, definition } = measure('recorded');
    expect(table.rows.map(([label]) => label)).toEqual([
      ...OWN_STATEMENTS.map((each) => OWN_STATEMENT_TEXTS[each]),
      'A safeguarding concern arose, and went by the usual route',
      'Ended more than 15 minutes early',
    ]);
    // The latest blocks with 20 assessable sessions: 13 and 9 of them, all but two of each recorded.
    expect(table.rows.map((row) => row.slice(1, 4))).toEqual([
      ['16', '18', '89%'],
      ['13', '18', '72%'],
      ['18', '18', '100%'],
      ['2', '18', '11%'],
      ['3', '18', '17%'],
    ]);
    expect(chart).toMatchObject({ kind: 'intervals', over: 'list', shares: { length: 5 } });
    expect(message.text).toMatch(/^Least agreed with: “I could hold what people felt/);
    expect(definition[0]).toMatch(/^Of sessions recorded:/);
    expect(definition[1]).toContain('by at least 3 facilitators');
  });

  it('of blocks released before it was counted is nothing, and says so', () => {
    const before = someBlocks().map(({ recorded: _since, ...block }) => block);
    const { message, table, chart } = measure('recorded', withBlocks(before));
    expect(message).toEqual({ verdict: 'too-few', text: noneRecorded });
    expect([table.rows, chart]).toEqual([[], undefined]);
  });

  it('is of the blocks alone that have it', () => {
    const [last, ...earlier] = someBlocks().reverse();
    const { recorded: _since, ...before } = last!;
    const { rows } = measure('recorded', withBlocks([...earlier.reverse(), before])).table;
    expect(rows.map(([, , of]) => of)).toEqual(['11', '11', '11', '11', '11']);
  });
});

describe('figures of a year', () => {
  it('say of a cell that may not be shown only that', () => {
    const rows = measure('by-agency').table.rows.filter(([year]) => year === '2026');
    expect(rows).toHaveLength(defaultPolicy.agencies.length);
    expect(rows[3]).toEqual(['2026', 'Police', 'too few to show', '', '', '']);
    expect(rows[0]![4]).toMatch(/^\d+% \(\d+ of \d+; \d+% to \d+%\)$/);
  });
});
