/** The page with every request that waits for a facilitator, the way to what the whole pool looks like for it. */
import { teamLabel } from '../../domain/agencies';
import type { Policy } from '../../domain/policy';
import { referenceOf, type Submitted } from '../../domain/request';
import type { OpenRequests } from '../../ports';
import { daysInWords } from '../../wording/when';
import type { TabPage } from './page';
import { REQUESTS, requestPath } from './paths';
import { Table } from './table';
import { matchesInWords, requestListWords } from './wording/requests';

export interface RequestListNeeds {
  readonly openRequests: OpenRequests;
  readonly policy: Policy;
}

export function requestList({ openRequests, policy }: RequestListNeeds): TabPage {
  return {
    name: 'tab-requests',
    method: 'get',
    path: REQUESTS,
    async show() {
      const open = await openRequests.all();
      const waiting = open.flatMap((each) => (each.state === 'submitted' ? [each] : []));
      return {
        title: requestListWords.title,
        section: 'requests',
        content: (
          <>
            <h1 tabindex={-1}>{requestListWords.title}</h1>
            <p>{requestListWords.lead}</p>
            {waiting.length > 0 ? (
              <Waiting waiting={waiting} policy={policy} />
            ) : (
              <p class="empty">{requestListWords.none}</p>
            )}
          </>
        ),
      };
    },
  };
}

function Waiting({ waiting, policy }: { readonly waiting: readonly Submitted[]; readonly policy: Policy }) {
  const [, askedBy, dates, matches] = requestListWords.columns;
  return (
    <Table caption={requestListWords.caption} columns={requestListWords.columns}>
      {waiting.map((request) => (
        <tr key={request.id}>
          <th scope="row">
            <a href={requestPath(request.id)}>{referenceOf(request.id)}</a>
          </th>
          <td data-column={askedBy}>
            {request.requester.name}
            <span class="quiet">{teamLabel(policy.agencies, request.requester.team)}</span>
          </td>
          <td data-column={dates}>{daysInWords(request.ask.earliest, request.ask.latest)}</td>
          <td data-column={matches}>{foundFor(request)}</td>
        </tr>
      ))}
    </Table>
  );
}

function foundFor({ matches }: Submitted): string {
  if (!matches) return requestListWords.looking;
  return matches.best.length === 0 ? requestListWords.noMatch : matchesInWords(matches.best.length);
}
