/** The page of one request with the whole pool: who could take it and why, who is not offered and why not, what would help. */
import type { Overview } from '../../appointing';
import { agencyName, teamLabel } from '../../domain/agencies';
import { minutesOf, teamsOf } from '../../domain/ask';
import { localityName } from '../../domain/localities';
import type { Relaxation, Verdict } from '../../domain/match';
import type { Policy } from '../../domain/policy';
import { referenceOf, type Submitted } from '../../domain/request';
import { calendarsInWords, reasonsInWords, relaxationInWords } from '../../wording/matching';
import { daysInWords, slotInWords } from '../../wording/when';
import { removalInWords } from '../../wording/why-not';
import { AppointForm } from './appoint-form';
import type { Shown } from './page';
import { facilitatorPath, REQUESTS, requestPath } from './paths';
import { Table } from './table';
import { poolWords } from './wording/requests';

export type Able = Extract<Verdict, { readonly rank: number }>;
type NotOffered = Extract<Verdict, { readonly removal: object }>;

export interface RequestPoolView {
  readonly request: Submitted;
  readonly overview: Overview;
  readonly policy: Policy;
  /** What came of something done here, above everything else. */
  readonly banner?: Shown['content'];
}

export function requestPool({ request, overview, policy, banner }: RequestPoolView): Shown {
  const reference = referenceOf(request.id);
  const able = overview.verdicts.flatMap((each) => ('rank' in each ? [each] : []));
  const others = overview.verdicts
    .flatMap((each) => ('removal' in each ? [each] : []))
    .sort((one, other) => one.facilitator.name.localeCompare(other.facilitator.name, 'en-GB'));
  return {
    title: poolWords.title(reference),
    section: 'requests',
    at: requestPath(request.id),
    content: (
      <>
        <p>
          <a href={REQUESTS}>{poolWords.back}</a>
        </p>
        <h1 tabindex={-1}>{poolWords.title(reference)}</h1>
        {banner}
        <Facts request={request} policy={policy} />
        <section class="part" aria-labelledby="able">
          <h2 id="able">{poolWords.able}</h2>
          {able.length > 0 ? (
            <AbleList able={able} all={overview.verdicts} request={request} policy={policy} />
          ) : (
            <p class="empty">{overview.verdicts.length === 0 ? poolWords.emptyPool : poolWords.nobody}</p>
          )}
          <p class="quiet">{calendarsInWords(overview)}</p>
        </section>
        {able.length === 0 && <Helps request={request} relaxations={overview.relaxations} />}
        <section class="part" aria-labelledby="others">
          <h2 id="others">{poolWords.others}</h2>
          {others.length > 0 ? (
            <>
              <p class="quiet">{poolWords.hardRules}</p>
              <OthersTable others={others} request={request} policy={policy} />
            </>
          ) : (
            <p class="empty">{poolWords.nobodyElse}</p>
          )}
        </section>
      </>
    ),
  };
}

/** What a coordinator's card says too; never the reason, nor who takes part by name. */
function Facts({ request, policy }: { readonly request: Submitted; readonly policy: Policy }) {
  const { requester, ask } = request;
  const agencies = [...new Set(teamsOf(requester, ask).map((team) => agencyName(policy.agencies, team)))];
  const facts: readonly (readonly [string, string])[] = [
    [poolWords.asked, `${requester.name}, ${teamLabel(policy.agencies, requester.team)}`],
    [poolWords.people, `${teamsOf(requester, ask).length}: ${agencies.join(', ')}`],
    [poolWords.dates, daysInWords(ask.earliest, ask.latest)],
    [poolWords.length, `${minutesOf(ask, policy)} minutes`],
    [poolWords.place, ask.place.kind === 'online' ? poolWords.online : poolWords.inPerson],
    ...(ask.locality === undefined
      ? []
      : [[poolWords.locality, localityName(policy.localities, ask.locality)] as const]),
  ];
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AbleProps {
  readonly able: readonly Able[];
  readonly all: readonly Verdict[];
  readonly request: Submitted;
  readonly policy: Policy;
}

/** A list and no table: what is done about one needs room. */
function AbleList({ able, all, request, policy }: AbleProps) {
  return (
    <ol class="verdicts">
      {able.map((each) => (
        <li key={each.facilitator.id} class="verdict">
          <h3>
            {each.rank}. <a href={facilitatorPath(each.facilitator.id)}>{each.facilitator.name}</a>
          </h3>
          <p class="quiet">{teamLabel(policy.agencies, each.facilitator.team)}</p>
          <p>{slotInWords(each.matches[0].slot)}</p>
          <p>{reasonsInWords(each.matches[0].reasons)}</p>
          <div class="actions">
            <AppointForm chosen={each} all={all} request={request} />
            <Knows of={each} request={request} />
          </div>
        </li>
      ))}
    </ol>
  );
}

interface OthersProps {
  readonly others: readonly NotOffered[];
  readonly request: Submitted;
  readonly policy: Policy;
}

function OthersTable({ others, request, policy }: OthersProps) {
  const [, why, knows] = poolWords.othersColumns;
  return (
    <Table caption={poolWords.othersCaption} columns={poolWords.othersColumns}>
      {others.map((each) => (
        <tr key={each.facilitator.id}>
          <Name of={each} policy={policy} />
          <td data-column={why}>{removalInWords(each.removal)}</td>
          <td data-column={knows}>
            <Knows of={each} request={request} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Name(props: { readonly of: Verdict; readonly policy: Policy }) {
  const { facilitator } = props.of;
  return (
    <th scope="row">
      <a href={facilitatorPath(facilitator.id)}>{facilitator.name}</a>
      <span class="quiet">{teamLabel(props.policy.agencies, facilitator.team)}</span>
    </th>
  );
}

/** Settled by telephone; in a fold, because it is rare and must not be pressed by mistake. */
function Knows({ of, request }: { readonly of: Verdict; readonly request: Submitted }) {
  const knows = 'removal' in of && of.removal.rule === 'knows-family';
  return (
    <form class="inline" method="post" action={requestPath(request.id, 'knows')}>
      <input type="hidden" name="facilitator" value={of.facilitator.id} />
      <input type="hidden" name="knows" value={knows ? 'no' : 'yes'} />
      <button class="small" title={poolWords.knowsLead}>
        {knows ? poolWords.doesNot : poolWords.knows}
        <span class="unseen">: {of.facilitator.name}</span>
      </button>
    </form>
  );
}

function Helps(props: { readonly request: Submitted; readonly relaxations: readonly Relaxation[] }) {
  const { request, relaxations } = props;
  return (
    <section class="part" aria-labelledby="helps">
      <h2 id="helps">{poolWords.helps}</h2>
      {relaxations.length === 0 ? (
        <p class="empty">{poolWords.nothingHelps}</p>
      ) : (
        <>
          <p>{poolWords.helpsLead}</p>
          <ul class="helps">
            {relaxations.map((relaxation) => (
              <li key={relaxation.kind}>
                <span>{relaxationInWords(relaxation)}</span>
                <form class="inline" method="post" action={requestPath(request.id, 'widen')}>
                  <input type="hidden" name="kind" value={relaxation.kind} />
                  {'latest' in relaxation && <input type="hidden" name="latest" value={relaxation.latest} />}
                  {'minutes' in relaxation && (
                    <input type="hidden" name="minutes" value={relaxation.minutes} />
                  )}
                  <button>
                    {poolWords.agreed}
                    <span class="unseen">: {relaxationInWords(relaxation)}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
