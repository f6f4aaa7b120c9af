/** Tells many seeds in a few towns, one after another, and what came of each. */
import { weather, type Outcome } from './storm';
import { planOf, type How, type Plan, type Side } from './plan';
import { NotQuiet } from './quiet';
import { buildTown, type Town } from './town';

/** So many seeds live in one town, on one clock, before another is built. */
const SEEDS_A_TOWN = 25;

export interface Told {
  readonly outcomes: readonly Outcome[];
  /** By side and how, what was really broken; kills by the plan's moments and by its calls. */
  readonly struck: Readonly<Record<string, number>>;
}

export interface TellingOptions {
  readonly logs?: string;
  /** Nothing breaks: what is found then is wrong with the checks. */
  readonly calm?: boolean;
  readonly told?: (outcome: Outcome, plan: Plan) => void;
}

export async function tell(seeds: readonly number[], options: TellingOptions = {}): Promise<Told> {
  const outcomes: Outcome[] = [];
  const struck: Record<string, number> = {};
  let town: Town | undefined;
  let inTown = 0;
  try {
    for (const seed of seeds) {
      if (inTown >= SEEDS_A_TOWN) {
        await close();
      }
      town ??= await buildTown(options.logs);
      inTown += 1;
      const plan = options.calm ? inCalm(planOf(seed)) : planOf(seed);
      const outcome = await told(town, plan);
      outcomes.push(outcome);
      options.told?.(outcome, plan);
      // What it left behind would be found by the next ones too.
      if (outcome.breaches.length > 0) await close();
    }
  } finally {
    await close();
  }
  return { outcomes, struck };

  async function close(): Promise<void> {
    const closing = town;
    town = undefined;
    inTown = 0;
    if (!closing) return;
    const add = (what: string) => (struck[what] = (struck[what] ?? 0) + 1);
    for (const { strike } of closing.strikes.struck) add(nameOf(strike.side, strike.how));
    const byCall = closing.strikes.struck.filter(({ strike }) => strike.how.startsWith('kill')).length;
    for (let n = byCall; n < closing.crew.kills.length; n += 1) add('process killed between calls');
    for (const [how, times] of Object.entries(closing.astray))
      struck[`notice: ${how}`] = (struck[`notice: ${how}`] ?? 0) + times;
    await closing.stop();
  }
}

async function told(town: Town, plan: Plan): Promise<Outcome> {
  const begun = Date.now();
  try {
    return await weather(town, plan);
  } catch (error) {
    if (!(error instanceof NotQuiet)) throw error;
    const breaches = [`comes to rest: ${error.message}`];
    return { seed: plan.seed, breaches, ms: Date.now() - begun, asked: 0, held: 0, evaluations: 0 };
  }
}

function nameOf(side: Side, how: How): string {
  return `${side}: ${how}`;
}

function inCalm(plan: Plan): Plan {
  const rounds = (all: Plan['asking']) => all.map((each) => ({ ...each, kill: undefined }));
  return {
    ...plan,
    skews: [],
    notices: { lose: 0, doubled: false, lateMs: 0, reorder: 0 },
    strikes: [],
    asking: rounds(plan.asking),
    evaluating: rounds(plan.evaluating),
  };
}
