/** The page with everybody of the pool: searched as one types, and looked at from a few sides. */
import { agencyName, findTeam } from '../../domain/agencies';
import { type LocalDate, localDate } from '../../domain/calendar';
import { localityName } from '../../domain/localities';
import type { Policy } from '../../domain/policy';
import { type Standing, standings } from '../../domain/standing';
import type { Pool } from '../../ports/pool';
import { found, inView, type View, viewNamed, views } from './facilitator-filters';
import type { TabPage } from './page';
import { facilitatorPath, LIST } from './paths';
import { IMPORT, POOL_FILE } from './roster-paths';
import { Table } from './table';
import {
  countInWords,
  lastInWords,
  listWords,
  loadInWords,
  type Said,
  stateInWords,
  trainingInWords,
  viewNames,
} from './wording/facilitators';

export interface ListNeeds {
  readonly pool: Pick<Pool, 'all'>;
  readonly policy: Policy;
}

export function facilitatorList({ pool, policy }: ListNeeds): TabPage {
  return {
    name: 'tab-facilitators',
    method: 'get',
    path: LIST,
    async show({ query, now }) {
      const all = standings(await pool.all(), now, policy);
      const view = viewNamed(query.get('show'));
      const typed = (query.get('q') ?? '').slice(0, 200);
      const shown = found(inView(all, view), typed, policy);
      const counts = Object.fromEntries(views.map((each) => [each, inView(all, each).length]));
      return {
        title: listWords.title,
        section: 'facilitators',
        said: countInWords(shown.length, view),
        content: (
          <>
            <div class="heading">
              <h1 tabindex={-1}>{listWords.title}</h1>
              <div class="actions">
                <a class="button primary" href={`${LIST}/new`}>
                  {listWords.add}
                </a>
                <a class="button" href={IMPORT}>
                  {listWords.import}
                </a>
                <a class="button" href={POOL_FILE} hx-boost="false" data-download="">
                  {listWords.download}
                </a>
              </div>
            </div>
            <Search typed={typed} view={view} />
            <div id="list">
              <Views view={view} typed={typed} counts={counts as Record<View, number>} />
              {shown.length > 0 ? (
                <People shown={shown} today={localDate(now)} policy={policy} />
              ) : (
                <p class="empty">{nobodyWords(all, typed)}</p>
              )}
            </div>
          </>
        ),
      };
    },
  };
}

function nobodyWords(all: readonly Standing[], typed: string): string {
  if (all.length === 0) return listWords.empty;
  return typed ? listWords.nobodyFound : listWords.nobody;
}

/** Only the list is replaced while somebody types, so that the field keeps the cursor. */
function Search({ typed, view }: { readonly typed: string; readonly view: View }) {
  return (
    <form
      class="search"
      role="search"
      action={LIST}
      hx-get={LIST}
      hx-trigger="submit, input delay:250ms from:#q"
      hx-target="#list"
      hx-select="#list"
      hx-swap="outerHTML"
      hx-replace-url="true"
      hx-sync="this:replace"
    >
      <label for="q">{listWords.search}</label>
      <span class="row">
        <input id="q" name="q" type="search" value={typed} autocomplete="off" />
        <button>{listWords.searchButton}</button>
      </span>
      {view !== 'everybody' && <input type="hidden" name="show" value={view} />}
    </form>
  );
}

function Views(props: {
  readonly view: View;
  readonly typed: string;
  readonly counts: Readonly<Record<View, number>>;
}) {
  const { view, typed, counts } = props;
  return (
    <nav class="views" aria-label={listWords.views}>
      <ul>
        {views.map((each) => (
          <li key={each}>
            <a href={addressOf(each, typed)} aria-current={each === view ? 'true' : undefined}>
              {viewNames[each]} <span class="count">{counts[each]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressOf(view: View, typed: string): string {
  const query = new URLSearchParams();
  if (typed) query.set('q', typed);
  if (view !== 'everybody') query.set('show', view);
  return query.size > 0 ? `${LIST}?${query.toString()}` : LIST;
}

function People(props: {
  readonly shown: readonly Standing[];
  readonly today: LocalDate;
  readonly policy: Policy;
}) {
  const { shown, today, policy } = props;
  return (
    <Table caption={listWords.caption} columns={listWords.columns}>
      {shown.map((standing) => (
        <Row key={standing.facilitator.id} standing={standing} today={today} policy={policy} />
      ))}
    </Table>
  );
}

/** Each cell carries the name of its column, for when there is no room for a table. */
function Row(props: { readonly standing: Standing; readonly today: LocalDate; readonly policy: Policy }) {
  const { standing, today, policy } = props;
  const { facilitator, training, burden, weight } = standing;
  const { id, name, mail, team, localities = [] } = facilitator;
  const [, teamColumn, localityColumn, trainingColumn, loadColumn, lastColumn, nowColumn] = listWords.columns;
  const places = localities.map((code) => localityName(policy.localities, code)).join(', ');
  return (
    <tr>
      <th scope="row">
        <a href={facilitatorPath(id)}>{name}</a>
        <span class="quiet">{mail}</span>
      </th>
      <td data-column={teamColumn}>
        {agencyName(policy.agencies, team)}
        <span class="quiet">{findTeam(policy.agencies, team)?.name}</span>
      </td>
      <td data-column={localityColumn}>{places || <span class="quiet">{listWords.noLocality}</span>}</td>
      <td data-column={trainingColumn}>
        <Mark {...trainingInWords(training, today)} />
      </td>
      <td data-column={loadColumn}>
        {loadInWords(burden, weight, policy.fairShareMonths).map((text, n) => (
          <span key={text} class={n === 0 ? 'line' : 'quiet'}>
            {text}
          </span>
        ))}
      </td>
      <td data-column={lastColumn}>
        <Mark {...lastInWords(standing, today)} />
      </td>
      <td data-column={nowColumn}>
        {stateInWords(standing).map((said) => (
          <Mark key={said.text} {...said} />
        ))}
      </td>
    </tr>
  );
}

/** A fact; its tone shows by colour and shape, and its words say the same. */
export function Mark({ tone, text }: Said) {
  return <span class={`mark ${tone}`}>{text}</span>;
}
