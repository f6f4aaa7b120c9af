/** What every page of a link is made from, and the parts they share. */
import type { ComponentChildren } from 'preact';
import type { Instant } from '../../../domain/intervals';
import type { Policy } from '../../../domain/policy';
import type { Offers } from '../../../present/afterwards';
import type { Fact, Line } from '../../../present/stated';
import type { Tone } from '../../../wording/states';
import { Hidden } from '../fields';
import { Button, Notice, SummaryList } from '../parts';
import type { Shown } from '../plain-page';
import { PERSON_TEXTS } from '../wording/person';
import type { Opened } from './opening';
import { ownPath } from './paths';

export interface Seen {
  readonly opened: Opened;
  readonly policy: Policy;
  readonly now: Instant;
  readonly offers: Offers;
}

/** What was just done, or why it was not. */
export interface Told {
  readonly said?: string;
  readonly notice?: string;
  readonly status?: Shown['status'];
}

export type MakePage = (seen: Seen, told: Told) => Shown;

export function ToldNotice({ said, notice }: Told) {
  if (notice !== undefined)
    return (
      <Notice kind="bad" heading={PERSON_TEXTS.notDone} takesFocus>
        <p>{notice}</p>
      </Notice>
    );
  return said === undefined ? null : <Notice kind="good" heading={said} takesFocus />;
}

const KINDS: Readonly<Record<Tone, 'good' | 'note' | 'bad'>> = {
  good: 'good',
  accent: 'note',
  emphasis: 'note',
  warning: 'bad',
  attention: 'bad',
};

/** How it stands. */
export function StateBox(props: {
  readonly tone: Tone;
  readonly state: string;
  readonly lines: readonly Line[];
}) {
  const { tone, state, lines } = props;
  return (
    <Notice kind={KINDS[tone]} heading={state}>
      {lines.map(({ text }, n) => (
        <p key={n}>{text}</p>
      ))}
    </Notice>
  );
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return facts.length > 0 ? <SummaryList rows={facts} /> : null;
}

/** Teams gets to know of no page it was opened from. */
export function JoinLink({ canJoin, joinUrl }: { readonly canJoin: boolean; readonly joinUrl: string }) {
  return canJoin && joinUrl.startsWith('https://') ? (
    <>
      <a class="button main" href={joinUrl} rel="noreferrer">
        {PERSON_TEXTS.join}
      </a>
      <p class="hint">{PERSON_TEXTS.joinHint}</p>
    </>
  ) : null;
}

/** Hidden fields by name; more than one of a name, where it was sent so. */
export type Fields = readonly (readonly [name: string, value: string | number])[];

/** A form that acts; `fields` say which session or question it was shown for. */
export function ActForm(props: {
  readonly token: string;
  readonly act: string;
  readonly fields?: Fields;
  readonly children: ComponentChildren;
}) {
  const { token, act, fields = [], children } = props;
  return (
    <form method="post" action={ownPath(token, act)} noValidate>
      {fields.map(([name, value], n) => (
        <Hidden key={n} name={name} value={String(value)} />
      ))}
      {children}
    </form>
  );
}

/** At the foot of everybody's own page: what its link is worth, and the way out. */
export function LinkKeeping({ token }: { readonly token: string }) {
  return (
    <ActForm token={token} act="end-link">
      <h2>{PERSON_TEXTS.keeping}</h2>
      <p class="hint">
        {PERSON_TEXTS.forwarding} {PERSON_TEXTS.shared}
      </p>
      <Button kind="second">{PERSON_TEXTS.endLink}</Button>
    </ActForm>
  );
}

export interface FurtherPage {
  readonly step: string;
  readonly label: string;
  readonly hint?: string;
}

/** What can be done on a page of its own; nothing happens by opening one. */
export function FurtherPages({
  token,
  pages,
}: {
  readonly token: string;
  readonly pages: readonly FurtherPage[];
}) {
  if (pages.length === 0) return null;
  return (
    <>
      <h2>{PERSON_TEXTS.actions}</h2>
      <ul class="answers">
        {pages.map(({ step, label, hint }) => (
          <li key={step}>
            <a href={ownPath(token, step)}>{label}</a>
            {hint !== undefined && <p class="hint">{hint}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
