/** What waits now, and how the pool is used: for coordinators, and without any name. */
import type { Now } from '../../../domain/monitoring/monitoring';
import type { Draw } from '../../charts/drawing';
import { LIST, REQUESTS } from '../paths';
import { nowWords } from '../wording/monitoring';

export function NowPart({ now, draw }: { readonly now: Now; readonly draw: Draw }) {
  const { pool } = now;
  return (
    <section class="measures" aria-labelledby="now">
      <h2 id="now">{nowWords.title}</h2>
      <p>{nowWords.lead}</p>
      <div class="measure">
        <dl class="facts">
          <Fact name={nowWords.waiting} href={REQUESTS}>
            {nowWords.waitingText(now.waiting, now.longestWaitDays)}
          </Fact>
          <Fact name={nowWords.unmatched}>{String(now.unmatched)}</Fact>
          <Fact name={nowWords.pool}>{String(pool.inForce)}</Fact>
          <Fact name={nowWords.used}>{nowWords.usedText(pool.used, pool.inForce)}</Fact>
          <Fact name={nowWords.training} href={`${LIST}?view=training`}>
            {String(pool.trainingRunningOut)}
          </Fact>
          <Fact name={nowWords.practice} href={`${LIST}?view=idle`}>
            {String(pool.outOfPractice)}
          </Fact>
        </dl>
      </div>
      <Load load={pool.load} draw={draw} />
    </section>
  );
}

function Fact(props: { readonly name: string; readonly href?: string; readonly children: string }) {
  const { name, href, children } = props;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{href === undefined ? children : <a href={href}>{children}</a>}</dd>
    </div>
  );
}

/** How many facilitated how often: no names, and so no league table. */
function Load({ load, draw }: { readonly load: Now['pool']['load']; readonly draw: Draw }) {
  const most = Math.max(
    0,
    ...load.filter(({ facilitators }) => facilitators > 0).map(({ sessions }) => sessions),
  );
  const text = nowWords.loadText(most);
  const [sessionsHead, facilitatorsHead] = nowWords.loadColumns;
  const __html = draw(
    {
      kind: 'bars',
      labels: load.map(({ sessions }) => nowWords.loadRow(sessions)),
      values: load.map(({ facilitators }) => facilitators),
    },
    'large',
    { id: 'load-chart', title: nowWords.load, text },
  );
  return (
    <article class="measure" aria-labelledby="load-heading">
      <h3 id="load-heading">{nowWords.load}</h3>
      <p>{text}</p>
      {load.length > 0 && (
        <>
          <div
            class="chart"
            tabindex={0}
            role="group"
            aria-labelledby="load-heading"
            dangerouslySetInnerHTML={{ __html }}
          />
          <details>
            <summary>{nowWords.loadTable}</summary>
            <table aria-labelledby="load-heading">
              <thead>
                <tr>
                  <th scope="col">{sessionsHead}</th>
                  <th scope="col">{facilitatorsHead}</th>
                </tr>
              </thead>
              <tbody>
                {load.map(({ sessions, facilitators }) => (
                  <tr key={sessions}>
                    <th scope="row">{sessions}</th>
                    <td>{facilitators}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </article>
  );
}
