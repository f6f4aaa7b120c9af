/** The evidence page, from what was measured: `test/EVIDENCE.md`. Nothing is written on it by hand. */
import type { KeptFigures, KeptPart } from './kept-figures';
import type { Finding } from './part';
import { type Promised, PROMISES } from './promises';

const MET: Readonly<Record<Finding['met'], string>> = {
  met: 'yes',
  'not-met': '**no**',
  'not-shown': 'not shown here',
};

/** @param order the names of all parts, as they stand on the page */
export function evidencePage(kept: KeptFigures, order: readonly string[]): string {
  const parts = order.flatMap((name) => (kept[name] ? [[name, kept[name]] as const] : []));
  const missing = order.filter((name) => !kept[name]);
  return (
    [
      '# Evidence',
      'Written by `npm run evidence` from what it measured, part by part: each says when, on which commit and machine, and how to see it again. ' +
        'Figures of one part are measured anew by `npm run evidence -- <part>`; `npm run evidence -- --page` writes this page alone.',
      summary(parts, missing),
      '## What README promises',
      'Every sentence of “What it does” there, and the tests that fail if it is not so (under `test/`; `npm test` runs them all).',
      table(['README says', 'shown by'], PROMISES.map(promiseRow)),
      ...parts.map(([name, part]) => partInWords(name, part)),
    ].join('\n\n') + '\n'
  );
}

function summary(parts: readonly (readonly [string, KeptPart])[], missing: readonly string[]): string {
  const findings = parts.flatMap(([, { findings: each }]) => each);
  const count = (met: Finding['met']) => findings.filter((each) => each.met === met).length;
  const notMet = parts.flatMap(([name, { findings: each }]) =>
    each
      .filter(({ met }) => met !== 'met')
      .map((finding) => `- ${name}: ${finding.promise} ${MET[finding.met]}: ${finding.seen}`),
  );
  return [
    `${findings.length} promises measured: ${count('met')} met, ${count('not-met')} not met, ${count('not-shown')} that could not be shown here.`,
    ...(notMet.length > 0 ? ['Not met, or not shown:', notMet.join('\n')] : []),
    ...(missing.length > 0 ? [`Not measured yet: ${missing.map((name) => `\`${name}\``).join(', ')}.`] : []),
  ].join('\n\n');
}

function promiseRow({ says, shownBy }: Promised): readonly string[] {
  return [`${says} …`, shownBy.map((test) => `\`${test}\``).join(', ')];
}

function partInWords(name: string, part: KeptPart): string {
  const { title, measuredAt, commit, machine, minutes, findings, text } = part;
  return [
    `## ${title}`,
    `\`npm run evidence -- ${name}\`, ${measuredAt.slice(0, 16).replace('T', ' ')} UTC, commit ${commit}, ${minutes} min; ${machine}.`,
    table(
      ['promise', 'aim', 'seen', 'met', 'command'],
      findings.map(({ promise, aim = '', seen, met, command }) => [
        promise,
        aim,
        seen,
        MET[met],
        `\`${command}\``,
      ]),
    ),
    ...(text === undefined ? [] : [text.trim()]),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
