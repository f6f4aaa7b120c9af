/** Before something is erased: exactly what goes, what stays and why, and a second confirmation. And after it: what came of it. */
import type { ComponentChildren } from 'preact';
import { referenceOf, type RequestId } from '../../../domain/request';
import type { FoundRequest, PersonErasure, SparedBecause } from '../../../ports/person-records';
import { Banner, Choices, Input, Summary, type Wrong } from '../fields';
import type { Shown } from '../page';
import { BEYOND_REACH, eraseWords, governanceWords } from '../wording/governance';
import { namesOf } from './found-page';
import { confirmationOf } from './governed';
import { CASE_ERASE, GOVERNANCE, PERSON_ERASE } from './paths';

export type CaseOutcome = keyof typeof eraseWords.outcomes;

export function erasePersonPage(erasure: PersonErasure, wrong: readonly Wrong[] = []): Shown {
  const { person, removed, replaced } = erasure;
  const isAny = removed + replaced > 0;
  return asking(eraseWords.title(namesOf(person)), wrong, [
    <Part key="will" heading={eraseWords.will}>
      {isAny ? (
        [...eraseWords.willPerson(removed, replaced), eraseWords.cards].map((text) => (
          <li key={text}>{text}</li>
        ))
      ) : (
        <li>{eraseWords.nothing}</li>
      )}
    </Part>,
    <Part key="stays" heading={eraseWords.willNot}>
      {staysOf(erasure).map((text) => (
        <li key={text}>{text}</li>
      ))}
      <li>{eraseWords.answers}</li>
    </Part>,
    <Beyond key="beyond" />,
    isAny && <Confirm key="confirm" {...{ action: PERSON_ERASE, name: 'key', value: person.key, wrong }} />,
  ]);
}

export function eraseCasePage(
  reference: string,
  requests: readonly FoundRequest[],
  wrong: readonly Wrong[] = [],
): Shown {
  const going = requests.filter(({ state, isOnHold }) => state === 'closed' && !isOnHold);
  const staying = requests.filter((each) => !going.includes(each));
  return asking(eraseWords.title(reference), wrong, [
    <Part key="will" heading={eraseWords.will}>
      {going.map(({ id }) => (
        <li key={id}>
          {referenceOf(id)}: {eraseWords.willCase}
        </li>
      ))}
      {going.length === 0 && <li>{eraseWords.nothing}</li>}
    </Part>,
    <Part key="stays" heading={eraseWords.willNot}>
      {staying.map(({ id, state }) => (
        <li key={id}>
          {referenceOf(id)} {state === 'closed' ? eraseWords.heldCase : eraseWords.openCase}
        </li>
      ))}
      <li>{eraseWords.answers}</li>
    </Part>,
    <Beyond key="beyond" />,
    going.length > 0 && (
      <Confirm key="confirm" {...{ action: CASE_ERASE, name: 'reference', value: reference, wrong }} />
    ),
  ]);
}

export function erasedPersonPage(erasure: PersonErasure): Shown {
  const { removed, replaced } = erasure;
  return done([eraseWords.donePerson(removed, replaced), ...staysOf(erasure)]);
}

export function erasedCasePage(outcomes: readonly (readonly [RequestId, CaseOutcome])[]): Shown {
  return done(outcomes.map(([id, outcome]) => `${referenceOf(id)}: ${eraseWords.outcomes[outcome]}.`));
}

/** Nothing is there any more: somebody was faster, or the same was sent twice. */
export function nothingLeftPage(): Shown {
  return done([eraseWords.gone]);
}

function staysOf({ spared, open, onHold }: PersonErasure): readonly string[] {
  const of = (ids: readonly RequestId[]) => (ids.length > 0 ? ` (${ids.map(referenceOf).join(', ')})` : '');
  const about: Partial<Record<SparedBecause, string>> = { open: of(open), 'on-hold': of(onHold) };
  return Object.entries(spared).map(([why, count]) =>
    eraseWords.spared[why as SparedBecause](count, about[why as SparedBecause] ?? ''),
  );
}

function asking(title: string, wrong: readonly Wrong[], content: ComponentChildren): Shown {
  return {
    title,
    section: 'governance',
    ...(wrong.length > 0 && { status: 422 }),
    content: (
      <>
        <Back />
        <h1 tabindex={-1}>{title}</h1>
        <Summary wrong={wrong} />
        {content}
      </>
    ),
  };
}

function done(lines: readonly string[]): Shown {
  return {
    title: eraseWords.done,
    section: 'governance',
    said: lines[0] ?? '',
    content: (
      <>
        <Back />
        <h1 tabindex={-1}>{eraseWords.done}</h1>
        <Banner kind="good" heading={lines[0] ?? ''} focus>
          {lines.length > 1 && (
            <ul>
              {lines.slice(1).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Banner>
        <Beyond />
      </>
    ),
  };
}

function Back() {
  return (
    <p>
      <a href={GOVERNANCE}>{governanceWords.back}</a>
    </p>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <section class="part">
      <h2>{heading}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Beyond() {
  return (
    <Part heading={eraseWords.beyond}>
      {BEYOND_REACH.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </Part>
  );
}

function Confirm(props: {
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly wrong: readonly Wrong[];
}) {
  const { action, name, value, wrong } = props;
  return (
    <section class="part" aria-labelledby="confirm">
      <h2 id="confirm">{eraseWords.confirm}</h2>
      <p>{eraseWords.irreversible}</p>
      <form method="post" action={action} class="stacked">
        <input type="hidden" name={name} value={value} />
        <input type="hidden" name="do" value="erase" />
        <Input name="code" label={eraseWords.reference(confirmationOf(value))} value="" wrong={wrong} />
        <Choices
          {...{ name: 'sure', label: eraseWords.confirm, kind: 'checkbox', wrong, chosen: [] }}
          choices={[{ value: 'yes', label: eraseWords.sure }]}
        />
        <button class="primary">{eraseWords.button}</button>
      </form>
    </section>
  );
}
