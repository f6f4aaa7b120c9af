/** Agencies at the table, and what may be shown of a calendar year by agency and by locality. */
import { agencyName, ANOTHER_AGENCY } from '../../domain/agencies';
import { localityName } from '../../domain/localities';
import type { Instant } from '../../domain/intervals';
import { monthAt, yearOf } from '../../domain/monitoring/month';
import type { AtTheTable, YearlyCell, YearlyFigures } from '../../domain/monitoring/monitoring';
import type { Policy } from '../../domain/policy';
import { definitionOf, MEASURE_TITLES, tableWords } from '../../wording/monitoring';
import { cameTo, cellsShown, noYear, yearInWords } from '../../wording/monitoring-yearly';
import { percent } from '../../wording/monitoring-signals';
import type { Measure } from './measure';
import { fidelityShare, shareOf } from './released';

/** The latest year with figures about people is drawn; the table has them all. */
export function yearlyMeasures(years: readonly YearlyFigures[], policy: Policy): readonly Measure[] {
  const shown = newestFirst(years);
  return [cells('by-agency', shown, policy), cells('by-locality', shown, policy)];
}

/** Years, the latest first, of which the one it is now is not over. */
export function yearsAtTheTable(years: readonly YearlyFigures[], now: Instant): readonly TimeAtTheTable[] {
  const current = yearOf(monthAt(now));
  return newestFirst(years).map(({ year, ...came }) => ({
    ...came,
    name: String(year),
    when: yearInWords(year, year < current),
  }));
}

/** Who came in some time. */
export interface TimeAtTheTable extends AtTheTable {
  readonly name: string;
  /** As it stands in a sentence. */
  readonly when: string;
}

/** The first time is drawn; the table has them all. */
export function agenciesMeasure(times: readonly TimeAtTheTable[], heading: string, policy: Policy): Measure {
  const nameOf = (code: string) => agencyNamed(policy, code);
  const [drawn] = times;
  const rows = [...(drawn?.agencies ?? [])].sort((one, other) => other.sessions - one.sessions);
  return {
    id: 'agencies',
    title: MEASURE_TITLES.agencies,
    message: { verdict: 'none', text: drawn ? saidOf(drawn, rows, nameOf) : noYear },
    ...(rows.length > 0 && {
      chart: {
        kind: 'bars',
        labels: rows.map(({ code }) => nameOf(code)),
        values: rows.map(({ sessions }) => sessions),
      },
    }),
    table: {
      columns: [
        ...[heading, tableWords.agency, tableWords.sessions],
        ...[tableWords.ofRecorded, tableWords.ofHeld],
      ],
      rows: times.flatMap(({ name, agencies, recorded, held }) =>
        agencies.map(({ code, sessions }) => [
          ...[name, nameOf(code), String(sessions)],
          ...[String(recorded), String(held)],
        ]),
      ),
    },
    definition: definitionOf('agencies', policy),
  };
}

function saidOf(
  { when, held, recorded }: TimeAtTheTable,
  mostFirst: AtTheTable['agencies'],
  nameOf: (code: string) => string,
): string {
  const never = mostFirst.filter(({ code, sessions }) => sessions === 0 && code !== ANOTHER_AGENCY);
  const most = mostFirst.find(({ sessions }) => sessions > 0);
  return cameTo({
    ...{ when, held, recorded, never: never.map(({ code }) => nameOf(code)) },
    ...(most && { most: { name: nameOf(most.code), sessions: most.sessions } }),
  });
}

/** Years as they are shown. */
export function newestFirst(years: readonly YearlyFigures[]): readonly YearlyFigures[] {
  return [...years].sort((one, other) => other.year - one.year);
}

function cells(id: 'by-agency' | 'by-locality', years: readonly YearlyFigures[], policy: Policy): Measure {
  const isAgency = id === 'by-agency';
  const of = (figures: YearlyFigures) => (isAgency ? figures.byAgency : figures.byLocality);
  const nameOf = (code: string) =>
    isAgency ? agencyNamed(policy, code) : localityName(policy.localities, code);
  // A year is shown when it is over: until then, the one before it.
  const drawn = years.find((each) => of(each).some(({ released }) => released)) ?? years[0];
  const latest = drawn ? of(drawn) : [];
  const shown = latest.filter(({ released }) => released);
  return {
    id,
    title: MEASURE_TITLES[id],
    message: drawn
      ? { verdict: 'none', text: cellsShown(drawn.year, shown.length, latest.length) }
      : { verdict: 'too-few', text: noYear },
    ...(shown.length > 0 && {
      chart: {
        ...{ kind: 'intervals', over: 'list' },
        labels: latest.map(({ code }) => nameOf(code)),
        shares: latest.map(({ released }) => released && fidelityShare(released)),
      },
    }),
    table: {
      columns: [
        ...[tableWords.year, isAgency ? tableWords.agency : tableWords.locality],
        ...[tableWords.sessions, tableWords.answers, tableWords.fidelity, tableWords.drifted],
      ],
      rows: years.flatMap((figures) =>
        of(figures).map((cell) => [String(figures.year), ...cellRow(cell, nameOf)]),
      ),
    },
    definition: definitionOf(id, policy),
  };
}

function cellRow({ code, released }: YearlyCell<string>, nameOf: (code: string) => string): string[] {
  if (!released) return [nameOf(code), tableWords.held, '', '', ''];
  const { sessions, answers, fidelity, drifted } = released;
  const inShort = (share: typeof fidelity) => {
    const found = shareOf(share);
    return found
      ? `${percent(found.share)} (${found.count} of ${found.of}; ${percent(found.lower)} to ${percent(found.upper)})`
      : '';
  };
  return [nameOf(code), String(sessions), String(answers), inShort(fidelity), inShort(drifted)];
}

function agencyNamed({ agencies: listed }: Policy, code: string): string {
  return listed.find((each) => each.code === code)?.name ?? agencyName(listed, code);
}
