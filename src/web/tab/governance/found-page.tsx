/** Whom and what a search has found; each opens with a form, so that nobody's address is in the browser's. */
import { referenceOf } from '../../../domain/request';
import type { Found, FoundPerson, FoundRequest, PartPlayed } from '../../../ports/person-records';
import { COORDINATOR_STATES } from '../../../wording/states';
import { dayOf } from '../../../wording/when';
import type { Shown } from '../page';
import { Table } from '../table';
import { foundWords, governanceWords, PARTS, rowsInWords } from '../wording/governance';
import { CASE, GOVERNANCE, PERSON } from './paths';

export function foundPage({ people, requests, more }: Found): Shown {
  const { title, none } = foundWords;
  return {
    title,
    section: 'governance',
    said: foundWords.said(people.length, requests.length),
    content: (
      <>
        <p>
          <a href={GOVERNANCE}>{governanceWords.back}</a>
        </p>
        <h1 tabindex={-1}>{title}</h1>
        {people.length + requests.length === 0 && <p class="empty">{none}</p>}
        {people.length > 0 && <People people={people} />}
        {requests.length > 0 && <Requests requests={requests} />}
        {more > 0 && <p>{foundWords.more(more)}</p>}
      </>
    ),
  };
}

function People({ people }: { readonly people: readonly FoundPerson[] }) {
  const [, knownBy, where, toDo] = foundWords.peopleColumns;
  return (
    <section class="part" aria-labelledby="people">
      <h2 id="people">{foundWords.people}</h2>
      <Table caption={{ by: 'people' }} columns={foundWords.peopleColumns}>
        {people.map((person) => (
          <tr key={person.key}>
            <th scope="row">{namesOf(person)}</th>
            <td data-column={knownBy}>
              <KnownBy {...person} />
            </td>
            <td data-column={where}>
              <ul class="plain">
                {Object.entries(person.parts).map(([part, count]) => (
                  <li key={part}>
                    {PARTS[part as PartPlayed]}: {rowsInWords(count)}
                  </li>
                ))}
              </ul>
            </td>
            <td data-column={toDo}>
              <Open action={PERSON} name="key" value={person.key} about={namesOf(person)} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** Ids only where there is nothing people know somebody by. */
export function KnownBy({ mails, ids }: Pick<FoundPerson, 'mails' | 'ids'>) {
  return <>{(mails.length > 0 ? mails : ids).join(', ')}</>;
}

export function namesOf({ names }: Pick<FoundPerson, 'names'>): string {
  return names.join(' / ') || foundWords.noName;
}

function Requests({ requests }: { readonly requests: readonly FoundRequest[] }) {
  const [, request, stands, toDo] = foundWords.requestColumns;
  return (
    <section class="part" aria-labelledby="requests">
      <h2 id="requests">{foundWords.requests}</h2>
      <Table caption={{ by: 'requests' }} columns={foundWords.requestColumns}>
        {requests.map((each) => (
          <tr key={each.id}>
            <th scope="row">{each.caseReference}</th>
            <td data-column={request}>{referenceOf(each.id)}</td>
            <td data-column={stands}>{stateInWords(each)}</td>
            <td data-column={toDo}>
              <Open action={CASE} name="reference" value={each.caseReference} about={each.caseReference} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

export function stateInWords({ state, submittedAt, closedAt }: FoundRequest): string {
  if (state === 'closed') return foundWords.closed(dayOf(closedAt ?? submittedAt));
  return `${COORDINATOR_STATES[state]}, ${foundWords.sent(dayOf(submittedAt))}`;
}

function Open(props: {
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly about: string;
}) {
  const { action, name, value, about } = props;
  return (
    <form class="inline" method="post" action={action}>
      <input type="hidden" name={name} value={value} />
      <button class="small">
        {foundWords.open}
        <span class="unseen">: {about}</span>
      </button>
    </form>
  );
}
