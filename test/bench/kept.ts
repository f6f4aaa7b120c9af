/** The ratios as they were when somebody last kept them: `kept.json`, beside this file in the repository. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rounds } from './guard';

/** By section, because a run of one section says nothing of the others. */
export type KeptSections = Readonly<Record<string, Rounds>>;

const FILE = join(__dirname, '..', '..', '..', 'test', 'bench', 'kept.json');

/** Empty before the first were kept. */
export function readKept(): KeptSections {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as KeptSections) : {};
}

/** Those of sections that were not measured stay. */
export function keep(measured: KeptSections): void {
  const all = Object.entries({ ...readKept(), ...measured }).map(
    ([section, rounds]) => `  ${JSON.stringify(section)}: {\n${lines(rounds)}\n  }`,
  );
  writeFileSync(FILE, `{\n${all.join(',\n')}\n}\n`);
}

/** A row a line, so that a difference shows which one changed. */
function lines(rounds: Rounds): string {
  return Object.entries(rounds)
    .map(([row, values]) => {
      const rounded = values.map((value) => Number(value.toFixed(3)));
      return `    ${JSON.stringify(row)}: [${rounded.join(', ')}]`;
    })
    .join(',\n');
}
