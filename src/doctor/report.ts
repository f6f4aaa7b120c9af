/** The findings for a person at a console, and for machines. */
import type { Finding } from './check';
import { GROUPS, WORDS } from './wording';

const SIGNS = { ok: '✓', failed: '✗', skipped: '–' } as const;
const BESIDE = '    ';

/** Grouped; under each failure why and what to do; the count comes last. */
export function asText(findings: readonly Finding[]): string {
  const groups = GROUPS.map((group) => ({
    group,
    inIt: findings.filter(({ name }) => WORDS[name].group === group),
  })).filter(({ inIt }) => inIt.length > 0);
  const lines = groups.flatMap(({ group, inIt }) => [group, ...inIt.flatMap(linesOf), '']);
  return `${[...lines, countOf(findings)].join('\n')}\n`;
}

/** One object: what was found, and how much of each. */
export function asJson(findings: readonly Finding[]): string {
  const checks = findings.map(({ name, outcome: { kind, ...said } }) => {
    const { group, title, proves } = WORDS[name];
    return { name, group, title, proves, outcome: kind, ...said };
  });
  return `${JSON.stringify({ ...counted(findings), checks }, null, 2)}\n`;
}

function linesOf({ name, outcome }: Finding): string[] {
  const first = `  ${SIGNS[outcome.kind]} ${WORDS[name].title}`;
  switch (outcome.kind) {
    case 'ok':
      return outcome.note === undefined ? [first] : [first, ...beside(`Note: ${outcome.note}`)];
    case 'failed':
      return [first, ...beside(outcome.why), ...beside(`To do: ${outcome.remedy}`)];
    case 'skipped':
      return [first, ...beside(outcome.why)];
  }
}

/** Each problem with the settings is a line of its own. */
function beside(text: string): string[] {
  return text.split('\n').map((line) => BESIDE + line);
}

function countOf(findings: readonly Finding[]): string {
  const { passed, failed, skipped } = counted(findings);
  return `${passed} ${passed === 1 ? 'check' : 'checks'} passed, ${failed} failed, ${skipped} skipped`;
}

function counted(findings: readonly Finding[]) {
  const count = (kind: Finding['outcome']['kind']) =>
    findings.filter(({ outcome }) => outcome.kind === kind).length;
  return { passed: count('ok'), failed: count('failed'), skipped: count('skipped') };
}
