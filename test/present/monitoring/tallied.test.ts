import type { MeasureId } from '../../../src/domain/monitoring/measures';
import type { Monitoring } from '../../../src/domain/monitoring/monitoring';
import { defaultPolicy } from '../../../src/domain/policy';
import { measuresOf } from '../../../src/present/monitoring/measures';
import { noMonitoring, someMonitoring, someTallies } from '../../some-monitoring';

function measure(id: MeasureId, monitoring: Monitoring = someMonitoring()) {
  return measuresOf(monitoring, defaultPolicy).find((each) => each.id === id)!;
}

const says = (id: MeasureId, monitoring?: Monitoring) => measure(id, monitoring).message.text;

/** The last month alone, with what it is made of changed. */
function oneMonth(over: Partial<Monitoring['tallies'][number]>) {
  const last = someTallies().at(-1)!;
  return someMonitoring({ tallies: [{ ...last, ...over }] });
}

const ended = someTallies().at(-1)!.ended;

describe('reasons', () => {
  it('are of the last twelve months, and say of how many', () => {
    expect(says('unmatched-why')).toBe(
      '6 of 111 requests, November 2025 to October 2026; most often: Nobody was free in these dates (4).',
    );
    expect(says('declined')).toMatch(/^2 of 111 requests, November 2025 to October 2026; all for one: /);
    expect(says('cancelled-why')).toMatch(/^9 of 92 booked sessions, November 2025 to October 2026; most/);
    expect(says('not-held-why')).toBe('None of 92 booked sessions, November 2025 to October 2026.');
  });

  it('are no part of requests where somebody was shown a door who asked for nothing', () => {
    expect(says('redirected')).toMatch(/^26, beside 111 requests, November 2025 to October 2026; most/);
  });

  it('are no part of requests that were made earlier', () => {
    const monitoring = oneMonth({ requests: 1, ended: { ...ended, declined: { 'not-enough-agencies': 2 } } });
    expect(says('declined', monitoring)).toMatch(/^2, beside 1 request, October 2026; all for one/);
  });

  it('are none before the first month is over', () => {
    expect(says('declined', noMonitoring())).toBe('None in this time.');
  });

  it('are called by name, and codes nothing is known of by themselves', () => {
    const monitoring = oneMonth({
      ended: { ...ended, redirected: { tafs: 2 }, unmatched: { 'no-longer-known': 1 } },
    });
    expect(measure('redirected', monitoring).table.rows).toEqual([
      ['TAFS, for the team around the family', '2'],
    ]);
    expect(measure('unmatched-why', monitoring).table.rows).toEqual([['no-longer-known', '1']]);
  });
});

describe('agencies at the table', () => {
  const [year] = someMonitoring().years.filter((each) => each.year === 2026);
  const withYear = (over: Partial<NonNullable<typeof year>>) =>
    someMonitoring({ years: [{ ...year!, ...over }] });

  it('say of how many recorded sessions, and who never came: whoever is not in the list is nobody in particular', () => {
    expect(year).toMatchObject({ held: 72, recorded: 69 });
    expect(says('agencies')).toBe(
      "Children's Services came to 69 of 69 recorded sessions in 2026, as far as it has gone. " +
        '69 of 72 sessions held were recorded; who came to the others is not known. ' +
        'Came to no recorded session: Voluntary sector, Probation.',
    );
  });

  it('say of a year that is over just that', () => {
    const over = { ...withYear({ year: 2025 }) };
    expect(says('agencies', over)).toContain('recorded sessions in 2025. ');
  });

  it('say so where every agency came and every session was recorded', () => {
    const agencies = year!.agencies.map((each) => ({ ...each, sessions: each.code === 'ot' ? 0 : 1 }));
    expect(says('agencies', withYear({ agencies, held: 1, recorded: 1 }))).toBe(
      "Children's Services came to 1 of 1 recorded session in 2026, as far as it has gone. " +
        'Every session held was recorded. Every agency came to at least one recorded session.',
    );
  });

  it('say nothing of who came where nobody recorded it', () => {
    expect(says('agencies', withYear({ recorded: 0, agencies: [] }))).toBe(
      'Nobody recorded who came in 2026, as far as it has gone: 72 sessions held, none of them recorded.',
    );
    expect(says('agencies', withYear({ held: 0, recorded: 0 }))).toBe(
      'No session was held in 2026, as far as it has gone.',
    );
  });

  it('have both denominators in the table', () => {
    const { columns, rows } = measure('agencies').table;
    expect(columns).toEqual(['Year', 'Agency', 'Sessions', 'Of recorded sessions', 'Of sessions held']);
    expect(rows[0]).toEqual(['2026', "Children's Services", '69', '69', '72']);
  });
});
