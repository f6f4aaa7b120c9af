/** Every requirement of levels 1 and 2, in the standard's order, and the table that the page shows. */
import { BROWSER } from './browser';
import { INPUT } from './input';
import { PEOPLE } from './people';
import type { Requirement, Verdict } from './requirement';
import { RUNNING } from './running';
import { TOKENS } from './tokens';

export const REQUIREMENTS: readonly Requirement[] = [INPUT, BROWSER, PEOPLE, TOKENS, RUNNING]
  .flat()
  .toSorted((one, other) => orderOf(one.id) - orderOf(other.id));

function orderOf(id: string): number {
  const [chapter = 0, section = 0, number = 0] = id.split('.').map(Number);
  return chapter * 10_000 + section * 100 + number;
}

export function withVerdict(is: Verdict['is']): readonly Requirement[] {
  return REQUIREMENTS.filter(({ verdict }) => verdict.is === is);
}

const TITLES: Readonly<Record<Verdict['is'], string>> = {
  'not-met': 'Not met',
  met: 'Met',
  theirs: 'Not ours to do',
  absent: 'Nothing here that it could be asked of',
};

/** In Markdown: what is not met first. */
export function asvsTables(): string {
  return (Object.keys(TITLES) as readonly Verdict['is'][])
    .map((is) => {
      const rows = withVerdict(is).map(({ id, level, asks, verdict }) => {
        const why =
          verdict.is === 'met' ? verdict.shown.map((path) => `\`${path}\``).join(', ') : verdict.because;
        return `| ${id} | ${level} | ${asks} | ${why} |`;
      });
      const head = `| number | level | asks that | ${is === 'met' ? 'shown in' : 'because'} |`;
      return [`**${TITLES[is]}** (${rows.length})`, '', head, '| --- | --- | --- | --- |', ...rows].join(
        '\n',
      );
    })
    .join('\n\n');
}
