/** `npm run data-map`: writes the data map into the paper for the data protection officer, from what the clock erases by. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsInWords, placesInWords } from '../../src/retention/data-map-in-words';

/** The paper with its tables written anew. */
export function withDataMap(paper: string): string {
  return between(between(paper, 'data map', placesInWords()), 'contents', contentsInWords());
}

function between(paper: string, mark: string, table: string): string {
  const [begin, end] = [`<!-- ${mark}: begin; written by npm run data-map -->`, `<!-- ${mark}: end -->`];
  const [from, to] = [paper.indexOf(begin), paper.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`Expected the marks of the ${mark} in the paper, got none`);
  return `${paper.slice(0, from)}${begin}\n\n${table}\n\n${paper.slice(to)}`;
}

if (require.main === module) {
  const path = join(process.cwd(), 'infra', 'dpia.md');
  writeFileSync(path, withDataMap(readFileSync(path, 'utf8')));
}
