/** The report for the partnership: a page that is printed as a few sheets of A4. */
import type { MeasureId } from '../../../domain/monitoring/measures';
import type { Policy } from '../../../domain/policy';
import type { Period } from '../../../present/monitoring/period';
import type { PeopleShares, Report, SaidAndDone } from '../../../present/monitoring/report';
import { MEASURE_TITLES } from '../../../wording/monitoring';
import {
  intervalInWords,
  monthsInWords,
  percent,
  spansInWords,
  valueInWords,
} from '../../../wording/monitoring-signals';
import { dateInWords } from '../../../wording/when';
import type { Draw } from '../../charts/drawing';
import type { Shown } from '../page';
import { reportWords } from '../wording/report';
import { Figures, MeasurePart } from './measure-part';
import { MONITORING, reportPath } from './paths';

type Given = { readonly periods: readonly Period[] } & (
  { readonly report?: never } | { readonly report: Report; readonly draw: Draw; readonly policy: Policy }
);

export function reportPage(given: Given): Shown {
  const { periods, report } = given;
  const title = report ? reportWords.title(report.period) : reportWords.none;
  return {
    title,
    section: 'monitoring',
    ...(!report && periods.length > 0 && { status: 404 }),
    content: (
      <>
        <Choice periods={periods} current={report?.period.name} />
        {report ? (
          <Sheets report={report} draw={given.draw} policy={given.policy} />
        ) : (
          <>
            <h1 tabindex={-1}>{title}</h1>
            <p>{reportWords.noneText}</p>
          </>
        )}
      </>
    ),
  };
}

/** Not printed. */
function Choice(props: { readonly periods: readonly Period[]; readonly current: string | undefined }) {
  const { periods, current } = props;
  return (
    <div class="on-screen">
      <p>
        <a class="button" href={MONITORING}>
          {reportWords.back}
        </a>
      </p>
      <nav class="views" aria-label={reportWords.choose}>
        <ul>
          {periods.map((period) => (
            <li key={period.name}>
              <a href={reportPath(period)} aria-current={period.name === current ? 'page' : undefined}>
                {period.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {current !== undefined && (
        <p>
          <button type="button" class="primary" data-print="">
            {reportWords.print}
          </button>
        </p>
      )}
    </div>
  );
}

interface SheetProps {
  readonly report: Report;
  readonly draw: Draw;
  readonly policy: Policy;
}

function Sheets({ report, draw, policy }: SheetProps) {
  const charts = (...ids: readonly MeasureId[]) =>
    report.measures
      .filter(({ id, chart }) => ids.includes(id) && chart)
      .map((measure) => <MeasurePart key={measure.id} measure={measure} draw={draw} paper />);
  return (
    <div class="report">
      <section class="sheet new" aria-labelledby="report-title">
        <p class="quiet">{reportWords.of}</p>
        <h1 id="report-title" tabindex={-1}>
          {reportWords.title(report.period)}
        </h1>
        <h2>{reportWords.whatIsIt}</h2>
        <p>{reportWords.jags}</p>
        <p>{policy.sessionPurpose}</p>
        <h2>{reportWords.inNumbers}</h2>
        <Numbers report={report} />
        {charts('requests')}
      </section>
      <section class="sheet new" aria-labelledby="report-true">
        <h2 id="report-true">{reportWords.true}</h2>
        {report.people ? <People people={report.people} /> : <p>{reportWords.noPeople}</p>}
        <Held report={report} policy={policy} />
        {charts('drift-chart', 'fidelity')}
      </section>
      <section class="sheet" aria-labelledby="report-not-met">
        <h2 id="report-not-met">{reportWords.notMet}</h2>
        <p>{reportWords.notMetLead(report.period)}</p>
        <Reasons report={report} />
        {charts('days-to-session')}
      </section>
      <section class="sheet" aria-labelledby="report-agencies">
        <h2 id="report-agencies">{reportWords.agencies}</h2>
        <p>{reportWords.agenciesLead(report.period)}</p>
        {charts('agencies')}
      </section>
      <section class="sheet" aria-labelledby="report-said">
        <h2 id="report-said">{reportWords.said}</h2>
        <p>{reportWords.saidLead}</p>
        <Said themes={report.themes} />
      </section>
      <section class="sheet new" aria-labelledby="report-definitions">
        <h2 id="report-definitions">{reportWords.definitions}</h2>
        <Definitions report={report} />
      </section>
    </div>
  );
}

function Numbers({ report: { counts } }: { readonly report: Report }) {
  return (
    <dl class="numbers">
      {counts.map(({ id, unit, value }) => (
        <div key={id}>
          <dt>{MEASURE_TITLES[id]}</dt>
          <dd>{value === undefined ? reportWords.noValue : valueInWords(value, unit)}</dd>
        </div>
      ))}
    </dl>
  );
}

function People({ people }: { readonly people: PeopleShares }) {
  const [measure, share, of, interval] = reportWords.peopleColumns;
  return (
    <>
      <p>{reportWords.peopleLead(monthsInWords(people.from, people.to), people.sessions, people.answers)}</p>
      <table aria-labelledby="report-true">
        <thead>
          <tr>
            {[measure, share, of, interval].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(people.shares).map(([id, found]) => (
            <tr key={id}>
              <th scope="row">{MEASURE_TITLES[id as keyof PeopleShares['shares']]}</th>
              <td>{found ? percent(found.share) : reportWords.noValue}</td>
              <td>
                {found && `${found.count} of ${found.of}`}
                {id === 'drifted' && <Unassessed people={people} />}
              </td>
              <td>{found && intervalInWords(found)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A share of the sessions that could be assessed says nothing of how many could not. */
function Unassessed({ people: { sessions, shares } }: { readonly people: PeopleShares }) {
  const count = sessions - (shares.drifted?.of ?? 0);
  return count > 0 ? <span class="quiet"> {reportWords.unassessed(count, sessions)}</span> : null;
}

function Held({ report: { heldBack }, policy }: Pick<SheetProps, 'report' | 'policy'>) {
  return (
    <p>
      {heldBack.length === 0 ? reportWords.nothingHeld : reportWords.held(spansInWords(heldBack))}{' '}
      {reportWords.rule(policy)}
    </p>
  );
}

function Reasons({ report: { measures } }: { readonly report: Report }) {
  const shown: readonly MeasureId[] = [
    'unmatched-why',
    'declined',
    'redirected',
    'cancelled-why',
    'not-held-why',
  ];
  return (
    <div class="side-by-side">
      {shown.map((id) => {
        const measure = measures.find((each) => each.id === id);
        return measure ? (
          <div key={id}>
            <h3 id={`${id}-heading`}>{measure.title}</h3>
            <p>{measure.message.text}</p>
            {measure.table.rows.length > 0 && <Figures measure={measure} />}
          </div>
        ) : null;
      })}
    </div>
  );
}

function Said({ themes }: { readonly themes: readonly SaidAndDone[] }) {
  if (themes.length === 0) return <p>{reportWords.nothingSaid}</p>;
  const [said, count, done] = reportWords.saidColumns;
  return (
    <table aria-labelledby="report-said">
      <thead>
        <tr>
          <th scope="col">{said}</th>
          <th scope="col">{count}</th>
          <th scope="col">{done}</th>
        </tr>
      </thead>
      <tbody>
        {themes.map(({ theme, count: times, response }) => (
          <tr key={theme}>
            <th scope="row">{theme}</th>
            <td>{times}</td>
            <td>{response ? `${response.text} (${dateInWords(response.on)})` : reportWords.nothingDone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Measures of the page that no sheet shows. */
const LEFT_OUT: readonly MeasureId[] = ['signs', 'statements', 'recorded', 'by-agency', 'by-locality'];

/** On paper too whoever reads a figure reads what it is; what is true of all of them stands once. */
function Definitions({ report: { measures } }: { readonly report: Report }) {
  return (
    <dl class="definitions">
      {measures
        .filter(({ id }) => !LEFT_OUT.includes(id))
        .map(({ id, title, definition }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{definition[0]}</dd>
          </div>
        ))}
    </dl>
  );
}
