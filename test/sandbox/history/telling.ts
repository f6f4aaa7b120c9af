/** `npm run sandbox -- --history`: which past is told, and what to look at. */
import type { Block } from '../../../src/domain/monitoring/monitoring';
import { defaultPolicy } from '../../../src/domain/policy';
import { coordinators, qualityLead } from '../people';
import { sandboxPool } from '../pool';
import type { Sandbox } from '../sandbox';
import { DRIFT_DESIGN } from '../../../src/domain/monitoring/drift-design';
import { type History, HISTORY_MONTHS, type HistoryOptions, inventHistory, SHARE_AFTER } from './history';
import { figuresIn } from './keeping';

/** As asked for on the command line. @throws RangeError for what is no whole number in range. */
export function historyAsked(
  {
    seed,
    driftMonthsAgo,
  }: { readonly seed?: string | undefined; readonly driftMonthsAgo?: string | undefined },
  now: number,
): History {
  const options: HistoryOptions = {
    ...{ now, pool: sandboxPool(now), policy: defaultPolicy },
    ...(seed !== undefined && { seed: whole('--seed', seed, 0, 1_000_000) }),
    ...(driftMonthsAgo !== undefined && {
      driftMonthsAgo: whole('--drift-months-ago', driftMonthsAgo, 1, HISTORY_MONTHS),
    }),
  };
  return inventHistory(options);
}

/** What is in storage by the program's own figures: where an earlier past is kept, of that. */
export async function whatToLookAt(
  { seed, driftFrom }: History,
  { storage, bot }: Pick<Sandbox, 'storage' | 'bot'>,
  now: number,
): Promise<string> {
  const figures = figuresIn({ connectionString: storage.connectionString, now, policy: defaultPolicy });
  const { released, months } = await figures.monitoring(now);
  const held = released.blocks.reduce((sum, { sessions }) => sum + sessions, 0);
  return `
${months.length} months of history (seed ${seed}): ${held} sessions, of which ${share(DRIFT_DESIGN.baseline)} drift at first.
In ${driftFrom} drift really starts: ${share(SHARE_AFTER)} from then on. ${signals(released.blocks)}

  Monitoring     ${bot.url}/tab/monitoring   as ${coordinators[0].name} (coordinator), or as ${qualityLead.name} (released figures only)
`;
}

function signals(blocks: readonly Block[]): string {
  const seen = blocks.filter(({ signal }) => signal);
  if (seen.length === 0) return 'The drift chart has not shown it yet.';
  return `The drift chart shows it with the end of ${seen.map(({ to }) => to).join(' and ')}.`;
}

function share(of: number): string {
  return `${Math.round(of * 100)} %`;
}

function whole(name: string, typed: string, least: number, most: number): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new RangeError(`Expected ${name} to be a whole number from ${least} to ${most}, got "${typed}"`);
}
