/** What breaks while the whole system works, and what is kept all the same: new seeds told now, beside those that have passed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { HOWS, type Side } from '../../storms/plan';
import { PROMISES } from '../../storms/promises';
import { passedCount, readSeeds } from '../../storms/seeds';
import type { Told } from '../../storms/telling';
import type { Finding, Measured, Part } from '../part';

/** More by STORM_SEEDS. */
const SEEDS = Number(process.env['STORM_SEEDS'] ?? '40');
const AIM = 500;
const RUN = join('build', 'test', 'storms', 'run.js');
const SIDES: readonly Side[] = ['table', 'queue', 'graph', 'teams'];
const command = `node ${RUN} --count ${SEEDS}`;

export const part: Part = { name: 'faults', title: 'Faults', measure: async () => measured(told()) };

/** @throws Error when the seeds could not be told at all */
function told(): Told {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [RUN, '--count', String(SEEDS), '--keep', '--json'],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (stdout === '') throw new Error(`Expected ${SEEDS} storms to be told, got: ${stderr.slice(-2_000)}`);
  return JSON.parse(stdout) as Told;
}

function measured({ outcomes, struck }: Told): Measured {
  const seeds = readSeeds();
  const failed = outcomes.filter(({ breaches }) => breaches.length > 0);
  const total = passedCount(seeds);
  const seconds = outcomes.reduce((sum, { ms }) => sum + ms, 0) / 1000 / Math.max(outcomes.length, 1);
  const broken = Object.values(struck).reduce((sum, times) => sum + times, 0);
  const sum = (of: 'asked' | 'held' | 'evaluations'): number =>
    outcomes.reduce((all, outcome) => all + outcome[of], 0);
  return {
    findings: [
      ...Object.keys(PROMISES).map((promise): Finding => {
        const breaches = failed.filter((each) => each.breaches.some((breach) => breach.startsWith(promise)));
        return {
          promise: `Whatever breaks: ${promise}.`,
          aim: 'in every seed',
          seen:
            breaches.length === 0
              ? `kept in ${outcomes.length} of ${outcomes.length} new seeds`
              : `broken in ${breaches.length} of ${outcomes.length}: seeds ${breaches.map(({ seed }) => seed).join(', ')}`,
          met: breaches.length === 0 ? 'met' : 'not-met',
          command,
        };
      }),
      {
        promise: 'The system comes to rest by itself once nothing breaks any more.',
        aim: 'in every seed',
        seen: `${outcomes.length - failed.filter(isRestless).length} of ${outcomes.length} new seeds`,
        met: failed.some(isRestless) ? 'not-met' : 'met',
        command,
      },
      {
        promise: 'Seeds that have passed accumulate in test/storms/seeds.json.',
        aim: `at least ${AIM} seeds`,
        seen: `${total} have passed so far, ${outcomes.length - failed.length} of them now; ${seeds.onceFailed.length} once failed and are told again each time`,
        met: total >= AIM ? 'met' : 'not-met',
        command,
      },
    ],
    text: [
      `Two bots and two workers with storage of their own, each a process, on clocks up to a minute wrong. In ${outcomes.length} new seeds ${sum('asked')} requests were acknowledged, ${sum('held')} sessions held and ${sum('evaluations')} evaluations acknowledged, while ${broken} things were broken: ${seconds.toFixed(1)} s a seed.`,
      'A seed fixes the plan: who does what in which round, which call of which process meets which fault, who is killed when. Between processes the order of calls is theirs, so a plan told again is the same plan, and not the same microsecond.',
      table(struck),
    ].join('\n\n'),
  };
}

function isRestless({ breaches }: Told['outcomes'][number]): boolean {
  return breaches.some((breach) => breach.startsWith('comes to rest'));
}

/** What was really broken, how often. */
function table(struck: Told['struck']): string {
  const rows = HOWS.map((how) => [how, ...SIDES.map((side) => String(struck[`${side}: ${how}`] ?? 0))]);
  const others = Object.entries(struck).filter(
    ([what]) => !SIDES.some((side) => what.startsWith(`${side}: `)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['Broken on purpose', ...SIDES]),
    line(['---', ...SIDES.map(() => '--:')]),
    ...rows.map(line),
    '',
    ...others.map(([what, times]) => `- ${what}: ${times}`),
  ].join('\n');
}
