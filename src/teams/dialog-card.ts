/** Cards as dialogs take them: Teams does nothing there for an Action.Execute, and refreshes nothing. */
import type { Card } from './cards';

/** The card with each Action.Execute replaced by its fallback, the Action.Submit that says the same. */
export function forDialog({ refresh: _nothingToRefresh, ...card }: Card): Card {
  return submitting(card) as Card;
}

function submitting(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(submitting);
  if (typeof node !== 'object' || node === null) return node;
  const { fallback, ...part } = node as Record<string, unknown>;
  if (part.type === 'Action.Execute') return { ...looksOf(part), ...(fallback as object) };
  return Object.fromEntries(
    Object.entries({ ...part, ...(fallback !== undefined && { fallback }) }).map(([key, value]) => [
      key,
      submitting(value),
    ]),
  );
}

/** What a fallback leaves out because old clients do not know it. */
function looksOf({ style, tooltip }: Record<string, unknown>): object {
  return { ...(style !== undefined && { style }), ...(tooltip !== undefined && { tooltip }) };
}
