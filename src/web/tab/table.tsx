/** A table with headings of its columns; on a phone each row becomes a block, whose cells name their column themselves. */
import type { ComponentChildren } from 'preact';

export interface TableProps {
  /** For whoever cannot see it, or the id of the heading that names it. */
  readonly caption: string | { readonly by: string };
  readonly columns: readonly string[];
  /** Rows; every cell but the first carries its column as `data-column`. */
  readonly children: ComponentChildren;
}

export function Table({ caption, columns, children }: TableProps) {
  return (
    <table class="people" aria-labelledby={typeof caption === 'string' ? undefined : caption.by}>
      {typeof caption === 'string' && <caption class="unseen">{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
