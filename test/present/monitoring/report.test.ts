import type { MeasureId } from '../../../src/domain/monitoring/measures';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { periodsIn } from '../../../src/present/monitoring/period';
import { type Report, reportOf } from '../../../src/present/monitoring/report';
import { someMonitoring, someMonths } from '../../some-monitoring';

const periods = periodsIn(someMonths);

function report(name: string): Report {
  const period = periods.find((each) => each.name === name)!;
  return reportOf(period, { monitoring: someMonitoring(), responses: [], policy });
}

const measureOf = ({ measures }: Report, id: MeasureId) => measures.find((each) => each.id === id)!;
const listed = (of: Report, id: MeasureId) =>
  measureOf(of, id).table.rows.reduce((sum, [, count]) => sum + Number(count), 0);

describe('a report', () => {
  it.each(periods.map(({ name }) => name))('lists as many reasons as it counts: %s', (name) => {
    const of = report(name);
    const counted = (id: string) => of.counts.find((each) => each.id === id)!.value;
    expect(listed(of, 'cancelled-why')).toBe(counted('cancelled'));
    expect(listed(of, 'unmatched-why')).toBe(counted('unmatched'));
  });

  it('says its own time beside reasons, whenever it is opened', () => {
    expect(measureOf(report('2025'), 'cancelled-why').message.text).toMatch(
      /^6 of 84 booked sessions, January to December 2025; /,
    );
    expect(measureOf(report('2026-Q3'), 'unmatched-why').message.text).toMatch(
      /^1 of 23 requests, July to September 2026; /,
    );
  });

  it('has the agencies of its months alone, and nothing of a time that had not gone all the way', () => {
    const { message, table } = measureOf(report('2026-Q3'), 'agencies');
    expect(table.rows[0]!.slice(0, 3)).toEqual(['2026-Q3', "Children's Services", '15']);
    expect(message.text).toContain('came to 15 of 15 recorded sessions in July to September 2026. ');
    expect(measureOf(report('2025'), 'agencies').message.text).toContain(' in 2025. ');
  });
});
