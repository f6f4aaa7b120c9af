/** Prints how often the rules about identifiers are right, on the labelled set; with `--detail`, where they are not. */
import { LABELLED, LATER, SEEN, UNSEEN } from './labelled';
import { measure, type Quality } from './measure';

const SETS = [
  ['all', LABELLED],
  ['seen while writing the rules', SEEN],
  ['written before any result', UNSEEN],
  ['longer, written last', LATER],
] as const;

for (const [name, set] of SETS) {
  const clean = set.filter(({ labels }) => labels.length === 0).length;
  console.log(`\n${set.length} texts, ${clean} of them clean: ${name}`);
  console.log('kind          marked  precision  recall');
  for (const quality of measure(set)) print(quality);
}

function print({ kind, marked, precision, recall, missed, wrong }: Quality): void {
  console.log(
    `${kind.padEnd(13)} ${String(marked).padStart(6)}  ${precision.toFixed(3).padStart(9)}  ${recall.toFixed(3).padStart(6)}`,
  );
  if (!process.argv.includes('--detail')) return;
  for (const text of missed) console.log(`  missed: ${text}`);
  for (const text of wrong) console.log(`  wrong:  ${text}`);
}
