/** The regular expressions that are put together while the program runs, caught as they are made. */
import { join } from 'node:path';
import type { Expression } from './expressions';

/** What is loaded for them, from the top of the repository without its ending; and what is called, so that the last are made. */
interface Maker {
  readonly module: string;
  readonly of: string;
  readonly calls?: readonly [name: string, ...given: readonly unknown[]][];
}

const SOMETHING: readonly unknown[] = ['Tess Teal, 12, born 3 March 2014, NHS 999 100 2340, NR1 1AA', 2026];

const MAKERS: readonly Maker[] = [
  {
    module: 'src/domain/identifiers',
    of: 'src/domain/identifiers/bounded.ts',
    calls: [
      ['findIdentifiers', ...SOMETHING],
      ['findIdentifiersInVenue', ...SOMETHING],
    ],
  },
  { module: 'src/domain/mail-address', of: 'src/domain/mail-address.ts' },
  { module: 'src/retention/mentions', of: 'src/retention/mentions.ts' },
  { module: 'src/teams/intent', of: 'src/teams/intent.ts' },
];

/**
 * Loads what makes them while it looks on. Modules that are loaded already make nothing any more: this has to be the first.
 * @param root where src is: of the repository, or of what was compiled
 */
export function catchComposed(root: string): readonly Expression[] {
  const caught = new Map<string, Expression>();
  const plain = globalThis.RegExp;
  let of = '';
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [source, flags], as) {
      const made = Reflect.construct(target, [source, flags], as) as RegExp;
      // What searches everywhere is the same but for its flag.
      const plainFlags = made.flags.replace('g', '');
      caught.set(`${of} ${plainFlags} ${made.source}`, { at: of, source: made.source, flags: plainFlags });
      return made;
    },
  });
  try {
    for (const { module, of: file, calls = [] } of MAKERS) {
      of = file;
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const loaded = require(join(root, module)) as Record<string, (...given: unknown[]) => unknown>;
      for (const [name, ...given] of calls) loaded[name]!(...given);
    }
  } finally {
    globalThis.RegExp = plain;
  }
  return [...caught.values()];
}
