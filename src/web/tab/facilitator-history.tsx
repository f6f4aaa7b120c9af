/** Who changed which fields of a facilitator when; never what they held. */
import type { PoolAuditEntry } from '../../ports/pool';
import { minuteInWords } from '../../wording/when';
import { changedNames } from './wording/forms';
import { pageWords } from './wording/one-facilitator';

export function History({ history }: { readonly history: readonly PoolAuditEntry[] }) {
  const [when, who, what] = pageWords.historyColumns;
  return (
    <section class="part" aria-labelledby="history">
      <h2 id="history">{pageWords.history}</h2>
      {history.length === 0 ? (
        <p>{pageWords.noHistory}</p>
      ) : (
        <table class="history" aria-labelledby="history">
          <thead>
            <tr>
              <th scope="col">{when}</th>
              <th scope="col">{who}</th>
              <th scope="col">{what}</th>
            </tr>
          </thead>
          <tbody>
            {[...history].reverse().map(({ at, by, changed }, n) => (
              <tr key={n}>
                <td>{minuteInWords(at)}</td>
                <td>{by === 'system' ? pageWords.system : by.name}</td>
                <td>{changesInWords(changed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Whoever is added has an id for the first time, and every field they have is new. */
function changesInWords(changed: readonly string[]): string {
  if (changed.length === 0 || changed.includes('id')) return pageWords.addedToPool;
  return changed.map(fieldInWords).join(', ');
}

/** A field of an older version of the program is shown as it is. */
function fieldInWords(field: string): string {
  return Object.hasOwn(changedNames, field) ? changedNames[field as keyof typeof changedNames] : field;
}
