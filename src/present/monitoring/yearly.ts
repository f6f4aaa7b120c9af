/** The measures of a calendar year: agencies at the table, and what may be shown by agency and by locality. */
import { agencyName } from '../../domain/agencies';
import { localityName } from '../../domain/localities';
import type { YearlyCell, YearlyFigures } from '../../domain/monitoring/monitoring';
import type { Policy } from '../../domain/policy';
import { definitionOf, MEASURE_TITLES, tableWords } from '../../wording/monitoring';
import { cellsShown, neverThere, noYear } from '../../wording/monitoring-yearly';
import { percent } from '../../wording/monitoring-signals';
import type { Measure } from './measure';
import { fidelityShare, shareOf } from './released';

/** The latest year is drawn; the table has them all. */
export function yearlyMeasures(years: readonly YearlyFigures[], policy: Policy): readonly Measure[] {
  const latestFirst = [...years].sort((one, other) => other.year - one.year);
  return [
    agencies(latestFirst, policy),
    cells('by-agency', latestFirst, policy),
    cells('by-locality', latestFirst, policy),
  ];
}

function agencies(years: readonly YearlyFigures[], policy: Policy): Measure {
  const nameOf = (code: string) => agencyNamed(policy, code);
  const latest = years[0];
  const rows = [...(latest?.agencies ?? [])].sort((one, other) => other.sessions - one.sessions);
  const absent = rows.filter(({ sessions }) => sessions === 0).map(({ code }) => nameOf(code));
  return {
    id: 'agencies',
    title: MEASURE_TITLES.agencies,
    message: { verdict: 'none', text: latest ? neverThere(latest.year, absent) : noYear },
    ...(rows.length > 0 && {
      chart: {
        kind: 'bars',
        labels: rows.map(({ code }) => nameOf(code)),
        values: rows.map(({ sessions }) => sessions),
      },
    }),
    table: {
      columns: [tableWords.year, tableWords.agency, tableWords.sessions],
      rows: years.flatMap(({ year, agencies: each }) =>
        each.map(({ code, sessions }) => [String(year), nameOf(code), String(sessions)]),
      ),
    },
    definition: definitionOf('agencies', policy),
  };
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
