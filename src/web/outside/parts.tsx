/** Parts that plain pages are made of, besides fields. */
import type { ComponentChildren } from 'preact';

/** Something that has happened, or has to be known first. */
export function Notice(props: {
  readonly kind: 'good' | 'note' | 'bad';
  readonly heading: ComponentChildren;
  /** Takes the focus, so that it is read out first: of what was just done. */
  readonly takesFocus?: true;
  readonly children?: ComponentChildren;
}) {
  const { kind, heading, takesFocus, children } = props;
  const focus = takesFocus ? { tabindex: -1, autofocus: true } : {};
  return (
    <section class={`notice ${kind}`} {...focus}>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

export interface SummaryRow {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** What was answered, or what is known: name and value, below each other on a phone. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl class="facts">
      {rows.map(({ label, value }) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Text with the lines it was typed in. */
export function Lines({ text }: { readonly text: string }) {
  return <span class="lines">{text}</span>;
}

export function Buttons({ children }: { readonly children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}

/** @param name,value what pressing it sends */
export function Button(props: {
  readonly children: ComponentChildren;
  readonly name?: string;
  readonly value?: string;
  readonly kind?: 'main' | 'second' | 'warning' | 'plain';
  /** Read out in its place where the words alone do not say of what: "Remove person 2". */
  readonly says?: string;
}) {
  const { children, name, value, kind = 'main', says } = props;
  return (
    <button type="submit" class={`button ${kind}`} name={name} value={value} aria-label={says}>
      {children}
    </button>
  );
}

/** A link that looks like a button, to a page that only shows. */
export function ButtonLink(props: {
  readonly href: string;
  readonly kind?: 'main' | 'second';
  readonly children: ComponentChildren;
}) {
  const { href, kind = 'main', children } = props;
  return (
    <a class={`button ${kind}`} href={href}>
      {children}
    </a>
  );
}

export function BackLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
}) {
  return (
    <p class="back">
      <a href={href}>{children}</a>
    </p>
  );
}

/** A table whose rows stand below each other on a phone, each cell under the name of its column. */
export function Table(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}) {
  const { caption, columns, rows } = props;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, n) => (
              <td key={n} data-column={columns[n]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
