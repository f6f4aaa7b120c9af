/** The monitoring page: first a row of small charts with a sentence each, then every measure with what is behind it. */
import { MEASURE_GROUPS, type MeasureGroup, type MeasureId } from '../../../domain/monitoring/measures';
import type { Monitoring } from '../../../domain/monitoring/monitoring';
import type { Policy } from '../../../domain/policy';
import type { Measure, Verdict } from '../../../present/monitoring/measure';
import { measuresOf } from '../../../present/monitoring/measures';
import { periodsIn } from '../../../present/monitoring/period';
import { spansInWords } from '../../../wording/monitoring-signals';
import type { Draw } from '../../charts/drawing';
import type { Shown } from '../page';
import type { Role } from '../sign-in';
import { groupWords, monitoringWords } from '../wording/monitoring';
import { MeasurePart, Picture, Says } from './measure-part';
import { NowPart } from './now-part';
import { reportPath, RESPONSES } from './paths';

interface Given {
  readonly monitoring: Monitoring;
  readonly roles: readonly Role[];
  readonly draw: Draw;
  readonly policy: Policy;
}

/** As many of the latest releases are read at once: about a quarter. What came before is folded away. */
const BLOCKS_READ = 3;

export function monitoringPage(given: Given): Shown {
  const { monitoring, roles, draw, policy } = given;
  const { title } = monitoringWords;
  const measures = measuresOf(monitoring, policy);
  return {
    title,
    section: 'monitoring',
    content: (
      <>
        <div class="heading">
          <h1 tabindex={-1}>{title}</h1>
          <Links monitoring={monitoring} roles={roles} />
        </div>
        <p>{monitoringWords.lead}</p>
        {!roles.includes('coordinator') && <p>{monitoringWords.qualityLead}</p>}
        {monitoring.months.length === 0 ? (
          <p class="empty">{monitoringWords.none}</p>
        ) : (
          <>
            <Glance measures={measures} draw={draw} />
            <HeldBack monitoring={monitoring} />
          </>
        )}
        {roles.includes('coordinator') && <NowPart now={monitoring.now} draw={draw} />}
        {monitoring.months.length > 0 &&
          Object.entries(MEASURE_GROUPS).map(([group, ids]) => (
            <Group key={group} group={group as MeasureGroup} ids={ids} {...{ measures, draw, monitoring }} />
          ))}
      </>
    ),
  };
}

function Links({ monitoring, roles }: Pick<Given, 'monitoring' | 'roles'>) {
  const periods = periodsIn(monitoring.months);
  const latest = ['quarter', 'year'].flatMap((kind) => periods.find((each) => each.kind === kind) ?? []);
  return (
    <p class="actions">
      {latest.map((period) => (
        <a key={period.name} class="button" href={reportPath(period)}>
          {monitoringWords.latestQuarter(period.name)}
        </a>
      ))}
      {roles.includes('coordinator') && (
        <a class="button" href={RESPONSES}>
          {monitoringWords.responses}
        </a>
      )}
    </p>
  );
}

/** What has changed comes first, for the worse before for the better. */
const FIRST: readonly Verdict[] = ['worse', 'better', 'signal'];

function Glance({ measures, draw }: { readonly measures: readonly Measure[]; readonly draw: Draw }) {
  const place = ({ message }: Measure) =>
    (FIRST.indexOf(message.verdict) + FIRST.length + 1) % (FIRST.length + 1);
  const inTime = measures
    .filter(({ message, chart }) => message.verdict !== 'none' && chart)
    .sort((one, other) => place(one) - place(other));
  return (
    <section aria-labelledby="glance">
      <h2 id="glance">{monitoringWords.glance}</h2>
      <ul class="glance">
        {inTime.map((measure) => (
          <li key={measure.id} class={measure.message.verdict}>
            <a href={`#${measure.id}`} hx-boost="false">
              {measure.title}
            </a>
            <Picture measure={measure} draw={draw} size="small" />
            <Says measure={measure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HeldBack({ monitoring: { released } }: Pick<Given, 'monitoring'>) {
  if (released.heldBack.length === 0) return null;
  return <p class="held-back">{monitoringWords.heldBack(spansInWords(released.heldBack))}</p>;
}

function Group(props: {
  readonly group: MeasureGroup;
  readonly ids: readonly MeasureId[];
  readonly measures: readonly Measure[];
  readonly draw: Draw;
  readonly monitoring: Monitoring;
}) {
  const { group, ids, measures, draw, monitoring } = props;
  return (
    <section class="measures" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{groupWords[group]}</h2>
      {measures
        .filter(({ id }) => ids.includes(id))
        .map((measure) => (
          <MeasurePart key={measure.id} measure={measure} draw={draw} />
        ))}
      {group === 'learning' && <Lessons monitoring={monitoring} />}
    </section>
  );
}

/** Read together, over all released months; in the order of their letters, which is none of theirs. */
function Lessons({ monitoring: { released } }: Pick<Given, 'monitoring'>) {
  const ofBlocks = (blocks: typeof released.blocks) =>
    blocks.flatMap((block) => block.lessons).sort((one, other) => one.localeCompare(other));
  const lessons = ofBlocks(released.blocks.slice(-BLOCKS_READ));
  const earlier = ofBlocks(released.blocks.slice(0, -BLOCKS_READ));
  return (
    <article class="measure" aria-labelledby="lessons">
      <h3 id="lessons">{monitoringWords.lessons}</h3>
      <p>{lessons.length + earlier.length > 0 ? monitoringWords.lessonsLead : monitoringWords.noLessons}</p>
      <Lines lines={lessons} />
      {earlier.length > 0 && (
        <details>
          <summary>{monitoringWords.earlierLessons(earlier.length)}</summary>
          <Lines lines={earlier} />
        </details>
      )}
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line, n) => (
        <li key={n}>{line}</li>
      ))}
    </ul>
  );
}
