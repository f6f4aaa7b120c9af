/** A card as somebody holds it: what they read, what they fill in, and what pressing a button sends. */
import { inspect } from 'node:util';

type Json = Readonly<Record<string, unknown>>;

export interface Pressed {
  readonly type: string;
  readonly verb: string;
  readonly data: Json;
  /** The Action.Submit an old client would send instead. */
  readonly fallback?: Json;
}

/** A press on a button no card in hand shows: a refresh, or one kept from before. */
export function executing(verb: string, data: Json): Pressed {
  return { type: 'Action.Execute', verb, data };
}

/** Every object in the card, parts of parts included; fallbacks left out, because nobody sees them. */
export function partsOf(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (typeof node !== 'object' || node === null) return [];
  const json = node as Json;
  return [
    json,
    ...Object.entries(json).flatMap(([key, value]) => (key === 'fallback' ? [] : partsOf(value))),
  ];
}

/** Everything that can be read on it, line by line. */
export function wordsOn(card: unknown): string {
  return partsOf(card)
    .flatMap(({ type, text, label, title, inlines }) =>
      type === 'RichTextBlock'
        ? (inlines as Json[]).map((run) => String(run.text)).join('')
        : type === 'TextRun' || type === undefined
          ? []
          : [text, label, title],
    )
    .filter((each): each is string => typeof each === 'string')
    .join('\n');
}

export function buttonsOn(card: unknown): string[] {
  return partsOf(card)
    .filter(({ type }) => String(type).startsWith('Action.'))
    .filter((part) => part !== (card as { refresh?: { action?: Json } }).refresh?.action)
    .map(({ title }) => String(title));
}

/** What is in the fields before anybody touches them. */
export function fieldsOn(card: unknown): Record<string, string> {
  const inputs = partsOf(card).filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(
    inputs.map(({ id, value }) => [String(id), typeof value === 'string' ? value : '']),
  );
}

/** Presses a button by its title; fields hold what they did unless something is filled in. */
export function press(card: unknown, title: string, filled: Readonly<Record<string, string>> = {}): Pressed {
  const action = partsOf(card).find(
    (part) =>
      String(part.type).startsWith('Action.') && part.title === title && part.type !== 'Action.ShowCard',
  );
  if (!action) throw new Error(`Expected a button "${title}", got ${inspect(buttonsOn(card))}`);
  const inputs = { ...fieldsOn(card), ...filled };
  const data = { ...inputs, ...(action.data as Json) };
  const verb = String(action.verb ?? (action.data as Json).verb);
  const fallback = action.fallback as Json | undefined;
  return {
    type: String(action.type),
    verb,
    data,
    ...(fallback && { fallback: { ...inputs, ...(fallback.data as Json) } }),
  };
}
