/** The page with every program that is told of requests, and what it is still to be told. Of its address only the host shows. */
import { referenceOf } from '../../../domain/request';
import type { LeftDelivery } from '../../../ports/delivering';
import type { Subscription } from '../../../ports/subscriptions';
import { minuteInWords } from '../../../wording/when';
import { Banner } from '../fields';
import type { Shown } from '../page';
import { CONNECTIONS, connectionPath } from '../paths';
import { Table } from '../table';
import {
  connectionDone,
  connectionTrouble,
  connectionWords,
  eventNames,
  problemInWords,
} from '../wording/connections';

export interface Connection {
  readonly subscription: Subscription;
  readonly left: readonly LeftDelivery[];
}

export interface ConnectionsGiven {
  /** Absent where there is no API. */
  readonly connections?: readonly Connection[];
  readonly done?: keyof typeof connectionDone;
  readonly trouble?: keyof typeof connectionTrouble;
}

/** One that has been dead for weeks shall not make the page too long to use. */
const MOST_SHOWN = 50;

export function connectionsPage({ connections, done, trouble }: ConnectionsGiven): Shown {
  return {
    title: connectionWords.title,
    section: 'connections',
    ...((done || trouble) && { at: CONNECTIONS }),
    ...(done && { said: connectionDone[done] }),
    ...(trouble && { status: 409 }),
    content: (
      <>
        <h1 tabindex={-1}>{connectionWords.title}</h1>
        <p>{connectionWords.lead}</p>
        {done && <Banner kind="good" heading={connectionDone[done]} focus />}
        {trouble && <Banner kind="bad" heading={connectionTrouble[trouble]} focus />}
        {!connections && <p class="empty">{connectionWords.notSetUp}</p>}
        {connections?.length === 0 && <p class="empty">{connectionWords.none}</p>}
        {connections?.map((each) => (
          <OneConnection key={each.subscription.id} {...each} />
        ))}
      </>
    ),
  };
}

function OneConnection({ subscription, left }: Connection) {
  const { id, events, since, caller } = subscription;
  const { facts } = connectionWords;
  const heading = `connection-${id}`;
  return (
    <section class="part" aria-labelledby={heading}>
      <h2 id={heading}>{hostOf(subscription)}</h2>
      <dl class="facts">
        <div>
          <dt>{facts.events}</dt>
          <dd>{events.map((each) => eventNames[each]).join(', ')}</dd>
        </div>
        <div>
          <dt>{facts.since}</dt>
          <dd>{minuteInWords(since)}</dd>
        </div>
        <div>
          <dt>{facts.caller}</dt>
          <dd>{connectionWords.caller(shortened(caller))}</dd>
        </div>
      </dl>
      {left.length > 0 ? (
        <Left subscription={subscription} left={left} />
      ) : (
        <p class="empty">{connectionWords.nothingWaits}</p>
      )}
      <form method="post" action={connectionPath(id, 'end')}>
        <p class="quiet">{connectionWords.endLead}</p>
        <button class="small" name="end" value="yes">
          {connectionWords.end}
          <span class="unseen">: {hostOf(subscription)}</span>
        </button>
      </form>
    </section>
  );
}

function Left({ subscription, left }: Connection) {
  const shown = left.slice(0, MOST_SHOWN);
  const parked = left.filter(({ parkedAt }) => parkedAt !== undefined);
  return (
    <>
      <h3>{connectionWords.waiting}</h3>
      {parked.length > 1 && (
        <Act of={subscription} step="again" label={connectionWords.againAll} about={hostOf(subscription)} />
      )}
      <Table caption={connectionWords.caption(hostOf(subscription))} columns={connectionWords.columns}>
        {shown.map((each) => (
          <Row key={each.announcement.id} delivery={each} subscription={subscription} />
        ))}
      </Table>
      {left.length > shown.length && <p>{connectionWords.more(left.length - shown.length)}</p>}
    </>
  );
}

function Row(props: { readonly delivery: LeftDelivery; readonly subscription: Subscription }) {
  const { delivery, subscription } = props;
  const { announcement, problem, parkedAt } = delivery;
  const [, what, since, lastTry, toDo] = connectionWords.columns;
  const reference = referenceOf(announcement.requestId);
  const about = `${reference}, ${eventNames[announcement.event]}`;
  return (
    <tr>
      <th scope="row">{reference}</th>
      <td data-column={what}>{eventNames[announcement.event]}</td>
      <td data-column={since}>{minuteInWords(announcement.happenedAt)}</td>
      <td data-column={lastTry}>
        {problem === undefined ? connectionWords.notTried : problemInWords(problem)}
        {parkedAt !== undefined && (
          <span class="quiet">
            {connectionWords.parked}: {minuteInWords(parkedAt)}
          </span>
        )}
      </td>
      <td data-column={toDo}>
        <div class="actions">
          <Act
            of={subscription}
            step="again"
            announcement={announcement.id}
            label={connectionWords.again}
            about={about}
          />
          <Act
            of={subscription}
            step="drop"
            announcement={announcement.id}
            label={connectionWords.drop}
            about={about}
          />
        </div>
      </td>
    </tr>
  );
}

function Act(props: {
  readonly of: Subscription;
  readonly step: 'again' | 'drop';
  /** Everything that is parked when absent. */
  readonly announcement?: string;
  readonly label: string;
  /** For whoever cannot see where the button stands. */
  readonly about: string;
}) {
  const { of, step, announcement = '', label, about } = props;
  return (
    <form class="inline" method="post" action={connectionPath(of.id, step)}>
      <input type="hidden" name="announcement" value={announcement} />
      <button class="small">
        {label}
        <span class="unseen">: {about}</span>
      </button>
    </form>
  );
}

/** All of the address that people see: whoever knows the rest can call it. */
function hostOf({ callbackUrl }: Subscription): string {
  return new URL(callbackUrl).hostname;
}

/** Enough to find it among the registrations, or the people, of the tenant. */
function shortened(caller: string): string {
  return /[0-9a-f]{8}(?=-)/i.exec(caller)?.[0] ?? caller.slice(0, 8);
}
