/** One measure: its message, its chart, and folded below it the table behind it and what it means. */
import type { XmrRule } from '../../../domain/spc';
import type { Chart } from '../../../present/monitoring/chart';
import type { Measure } from '../../../present/monitoring/measure';
import { RULE_WORDS } from '../../../wording/monitoring-charts';
import { VERDICTS } from '../../../wording/monitoring-signals';
import type { Draw } from '../../charts/drawing';
import type { Size } from '../../charts/look';
import { firstRule, SHAPES } from '../../charts/shapes';
import { measureWords } from '../wording/monitoring';
import { measureFile } from './paths';

interface MeasureProps {
  readonly measure: Measure;
  readonly draw: Draw;
  /** On paper nothing is folded or pressed. */
  readonly paper?: boolean;
}

export function MeasurePart({ measure, draw, paper = false }: MeasureProps) {
  const { id, title, table, definition } = measure;
  return (
    <article id={id} class="measure" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{title}</h3>
      <Says measure={measure} />
      <Picture measure={measure} draw={draw} size="large" />
      {measure.chart && <Key chart={measure.chart} />}
      {!paper && (
        <>
          <details>
            <summary>{measureWords.table(title)}</summary>
            {table.rows.length > 0 ? <Figures measure={measure} /> : <p>{measureWords.nothing}</p>}
          </details>
          <details>
            <summary>{measureWords.definition(title)}</summary>
            {definition.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </details>
          <p class="actions">
            <a class="button" href={measureFile(id)} hx-boost="false" data-download="">
              {measureWords.csv}
              <span class="unseen"> {title}</span>
            </a>
            {measure.chart && (
              <button type="button" data-picture={`${id}-picture`} data-file={`${id}.png`}>
                {measureWords.png}
                <span class="unseen"> {title}</span>
              </button>
            )}
          </p>
        </>
      )}
    </article>
  );
}

/** Its first words say which it is: signal or noise. */
export function Says({ measure: { message } }: { readonly measure: Measure }) {
  const lead = VERDICTS[message.verdict];
  return (
    <p class={`says ${message.verdict}`}>
      {lead && <strong>{lead}</strong>} {message.text}
    </p>
  );
}

/** Too narrow a screen scrolls it sideways, in place of letters nobody can read. */
export function Picture(props: { readonly measure: Measure; readonly draw: Draw; readonly size: Size }) {
  const { measure, draw, size } = props;
  const { id, title, message, chart } = measure;
  if (!chart) return null;
  const text = `${VERDICTS[message.verdict]} ${message.text}`.trim();
  const __html = draw(
    chart,
    size,
    size === 'small' ? { id: `${id}-small` } : { id: `${id}-picture`, title, text },
  );
  return size === 'small' ? (
    <span class="spark" dangerouslySetInnerHTML={{ __html }} />
  ) : (
    <div
      id={`${id}-picture`}
      class="chart"
      tabindex={0}
      role="group"
      aria-label={measureWords.chart(title)}
      data-title={title}
      data-text={text}
      dangerouslySetInnerHTML={{ __html }}
    />
  );
}

/** What the shapes in it mean, of those that are in it. */
function Key({ chart }: { readonly chart: Chart }) {
  if (chart.kind === 'intervals') return <p class="quiet">{measureWords.intervals}</p>;
  if (chart.kind !== 'xmr') return null;
  const rules = chart.points.flatMap((point) => (point && firstRule(point.rules)) ?? []);
  const shown = [...new Set<XmrRule>(rules)];
  if (shown.length === 0 && chart.limits !== 'trial') return null;
  return (
    <ul class="key">
      {shown.map((rule) => (
        <li key={rule}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d={SHAPES[rule].path} fill="currentColor" />
          </svg>
          {RULE_WORDS[rule]}
        </li>
      ))}
      {chart.limits === 'trial' && <li>{measureWords.trial}</li>}
    </ul>
  );
}

export function Figures({ measure: { id, table } }: { readonly measure: Measure }) {
  return (
    <div class="figures" tabindex={0} role="group" aria-labelledby={`${id}-heading`}>
      <table aria-labelledby={`${id}-heading`}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, n) => (n === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
