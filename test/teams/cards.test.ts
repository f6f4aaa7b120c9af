import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardData, CardName } from '../../src/teams/card-data';
import { CARD_NAMES, type Card, cardBytes, MOST_CARD_BYTES, renderCard } from '../../src/teams/cards';
import { SAMPLES } from '../gallery/samples';
import { partsOf } from './card-in-hand';

const FOLDER = join(__dirname, '../../cards');
type Json = Record<string, unknown>;

const samples = CARD_NAMES.flatMap((name) =>
  Object.entries(SAMPLES[name]).map(([kind, data]) => ({ name, kind, card: rendered(name, data) })),
);

function rendered<Name extends CardName>(name: Name, data: unknown): Card {
  return renderCard(name, data as CardData[Name]);
}

function templateOf(name: CardName): Json {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Json;
}

/** The plain paths a template binds, each with the keys of the data it is bound to. */
function bindings(
  node: unknown,
  scopes: readonly Json[],
  root: readonly Json[],
): { path: string; scopes: readonly Json[] }[] {
  if (typeof node === 'string')
    return [...node.matchAll(/\$\{([^}]*)\}/g)].map(([, path = '']) => {
      const fromRoot = path.startsWith('$root.');
      return { path: fromRoot ? path.slice('$root.'.length) : path, scopes: fromRoot ? root : scopes };
    });
  if (Array.isArray(node)) return node.flatMap((each) => bindings(each, scopes, root));
  if (typeof node !== 'object' || node === null) return [];
  const { $data, ...rest } = node as Json;
  if (typeof $data !== 'string') return bindings(Object.values(rest), scopes, root);
  const list = $data.slice(2, -1);
  const inner = scopes.flatMap((scope) => (Array.isArray(scope[list]) ? (scope[list] as Json[]) : []));
  return [{ path: list, scopes }, ...bindings(Object.values(rest), inner, root)];
}

function valueAt(scope: Json, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Json | undefined)?.[key], scope);
}

interface Parser {
  AdaptiveCard: new () => { parse(card: unknown, context: unknown): void };
  SerializationContext: new () => { eventCount: number; getEventAt(n: number): { message: string } };
}
// Its main entry needs a document; this file parses without one.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const parser = require('adaptivecards/dist/adaptivecards.js') as Parser;

describe('every card', () => {
  it('has a template in cards/ and the other way round', () => {
    const files = readdirSync(FOLDER).flatMap((file) =>
      file.endsWith('.json') ? file.replace('.json', '') : [],
    );
    expect(files.sort()).toEqual([...CARD_NAMES].sort());
  });

  it.each(CARD_NAMES)('binds only what its data has: %s', (name) => {
    const roots = Object.values(SAMPLES[name]) as unknown as Json[];
    for (const { path, scopes } of bindings(templateOf(name), roots, roots)) {
      expect(path).toMatch(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/);
      expect([
        name,
        path,
        scopes.length > 0 && scopes.every((scope) => valueAt(scope, path) !== undefined),
      ]).toEqual([name, path, true]);
    }
  });

  it.each(CARD_NAMES)('shows everything its data has: %s', (name) => {
    const roots = Object.values(SAMPLES[name]) as unknown as Json[];
    const bound = new Set(bindings(templateOf(name), roots, roots).map(({ path }) => path.split('.')[0]));
    const given = new Set(roots.flatMap((root) => Object.keys(root)));
    expect([...given].filter((key) => !bound.has(key))).toEqual([]);
  });

  it.each(samples)('leaves nothing unfilled and nothing empty: $name, $kind', ({ card }) => {
    const text = JSON.stringify(card);
    expect(text).not.toContain('${');
    expect(text).not.toContain('null');
    expect(text).not.toContain('undefined');
  });

  it.each(samples)('is a card clients can read: $name, $kind', ({ card }) => {
    const context = new parser.SerializationContext();
    new parser.AdaptiveCard().parse(card, context);
    const faults = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
    expect(faults).toEqual([]);
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  });

  it.each(samples)('is small enough for Teams: $name, $kind', ({ card }) => {
    expect(cardBytes(card)).toBeLessThanOrEqual(MOST_CARD_BYTES);
  });

  it.each(samples)('has a label and an error message on every field: $name, $kind', ({ card }) => {
    const fields = partsOf(card).filter(
      ({ type, isVisible }) => String(type).startsWith('Input.') && isVisible !== false,
    );
    for (const field of fields)
      expect(field).toMatchObject({
        label: expect.stringMatching(/\w/) as string,
        errorMessage: expect.stringMatching(/\w/) as string,
      });
  });

  it.each(samples)('wraps every line of text, for a telephone: $name, $kind', ({ card }) => {
    const blocks = partsOf(card).filter(({ type }) => type === 'TextBlock');
    expect(blocks.filter(({ wrap }) => wrap !== true)).toEqual([]);
  });

  it.each(samples)('sends the same from an old client as from a new one: $name, $kind', ({ card }) => {
    const actions = partsOf((card as Json).body)
      .concat(partsOf((card as Json).actions))
      .filter(({ type }) => type === 'Action.Execute');
    for (const { title, verb, data, fallback } of actions)
      expect(fallback).toEqual({ type: 'Action.Submit', title, data: { verb, ...(data as Json) } });
  });
});
