/** Everything kept about one person, or under one case reference, by request and in plain words. */
import type { ComponentChildren } from 'preact';
import type { Policy } from '../../../domain/policy';
import { referenceOf } from '../../../domain/request';
import type { Identity, KeptCase, KeptPerson, KeptRow } from '../../../ports/person-records';
import type { Shown } from '../page';
import { caseWords, governanceWords, PARTS, personWords, whichOf } from '../wording/governance';
import { KnownBy, namesOf, stateInWords } from './found-page';
import { kindInWords, linesOf, markOf } from './kept-in-words';
import { CASE_ERASE, CASE_FILE, GOVERNANCE, PERSON_ERASE, PERSON_FILE } from './paths';

/** A coordinator of many years is named in thousands of entries; the file has them all. */
const MOST_SHOWN = 150;

export function personPage({ person, rows, others }: KeptPerson, policy: Policy): Shown {
  return {
    title: namesOf(person),
    section: 'governance',
    content: (
      <>
        <Top heading={namesOf(person)} lead={personWords.lead(rows.length)}>
          <p>
            {personWords.knownBy}: <KnownBy {...person} />. {personWords.sameKey}
          </p>
          <p>{personWords.others(others)}</p>
          <p>{personWords.ownPart}</p>
          <ToDo
            {...{ file: PERSON_FILE, erase: PERSON_ERASE, name: 'key', value: person.key }}
            words={personWords}
          />
        </Top>
        <Rows rows={rows} policy={policy} whose={person} />
      </>
    ),
  };
}

export function casePage(reference: string, { requests, rows }: KeptCase, policy: Policy): Shown {
  const title = caseWords.title(reference);
  return {
    title,
    section: 'governance',
    content: (
      <>
        <Top heading={title} lead={caseWords.lead(requests.length)}>
          <ul>
            {requests.map((each) => (
              <li key={each.id}>
                {referenceOf(each.id)}: {stateInWords(each)}
              </li>
            ))}
          </ul>
          <ToDo
            {...{ file: CASE_FILE, erase: CASE_ERASE, name: 'reference', value: reference }}
            words={caseWords}
          />
        </Top>
        <Rows rows={rows} policy={policy} />
      </>
    ),
  };
}

function Top(props: {
  readonly heading: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <p>
        <a href={GOVERNANCE}>{governanceWords.back}</a>
      </p>
      <h1 tabindex={-1}>{props.heading}</h1>
      <p>{props.lead}</p>
      {props.children}
    </>
  );
}

function ToDo(props: {
  readonly file: string;
  readonly erase: string;
  readonly name: string;
  readonly value: string;
  readonly words: { readonly download: string; readonly erase: string };
}) {
  const { file, erase, name, value, words } = props;
  return (
    <div class="actions">
      <form method="post" action={file} data-download>
        <input type="hidden" name={name} value={value} />
        <button class="primary">{words.download}</button>
      </form>
      <form method="post" action={erase}>
        <input type="hidden" name={name} value={value} />
        <button>{words.erase}</button>
      </form>
    </div>
  );
}

interface RowsGiven {
  readonly rows: readonly KeptRow[];
  readonly policy: Policy;
  readonly whose?: Identity;
}

function Rows({ rows, ...rest }: RowsGiven) {
  const shown = rows.slice(0, MOST_SHOWN);
  const about = [...new Set(shown.map(({ requestId }) => requestId))];
  return (
    <>
      {about.map((requestId, n) => (
        <section key={requestId ?? ''} class="part" aria-labelledby={`about-${n}`}>
          <h2 id={`about-${n}`}>
            {requestId === undefined ? personWords.elsewhere : personWords.request(referenceOf(requestId))}
          </h2>
          {named(shown.filter((row) => row.requestId === requestId)).map(({ row, name }) => (
            <Kept key={name} row={row} name={name} {...rest} />
          ))}
        </section>
      ))}
      {rows.length > shown.length && <p>{personWords.more(rows.length - shown.length)}</p>}
    </>
  );
}

/** Rows of one kind are told apart by their number. */
function named(rows: readonly KeptRow[]): readonly { readonly row: KeptRow; readonly name: string }[] {
  return rows.map((row, n) => {
    const isSameKind = (other: KeptRow) => kindInWords(other) === kindInWords(row);
    const nth = rows.slice(0, n + 1).filter(isSameKind).length;
    return { row, name: `${kindInWords(row)}${whichOf(nth, rows.filter(isSameKind).length)}` };
  });
}

type KeptProps = Omit<RowsGiven, 'rows'> & { readonly row: KeptRow; readonly name: string };

function Kept({ row, name, ...reading }: KeptProps) {
  const lines = linesOf(row, reading);
  return (
    <details class="kept">
      <summary>
        {name}
        {reading.whose && <span class="quiet"> – {row.parts.map((part) => PARTS[part]).join('; ')}</span>}
      </summary>
      {lines.length === 0 && <p>{personWords.noDetails}</p>}
      <dl class="facts">
        {lines.map((line, n) => (
          <div key={n}>
            <dt>
              {line.label}
              {markOf(line)}
            </dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
