/** Runs the checks: those that do not stand on each other side by side, each within its own time. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Check, failed, type Finding, type Outcome, skipped } from './check';
import { adviceOn } from './faults';
import type { Ground } from './ground';
import { type CheckName, noAnswerIn, standsOn } from './wording';

const USUAL_TIMEOUT_MS = 40_000;

/**
 * One finding a check, in the order of the checks. Never throws for what a check throws. Outlook's limit of four at once is
 * kept by the Graph client; what is not Outlook's has no such limit.
 */
export async function examine(
  checks: readonly Check[],
  ground: Ground,
  usualTimeoutMs = USUAL_TIMEOUT_MS,
): Promise<readonly Finding[]> {
  const begun = new Map<CheckName, Promise<Examined>>();
  const outcomes = await Promise.all(checks.map(({ name }) => begin(name)));
  return checks.map(({ name }, i) => ({ name, outcome: outcomes[i]!.outcome }));

  /** Once, by whoever needs it first. */
  function begin(name: CheckName): Promise<Examined> {
    const found = begun.get(name);
    if (found) return found;
    const check = checks.find((each) => each.name === name);
    if (!check) throw new Error(`Expected the check "${name}" that others stand on, got none`);
    const examined = outcomeOf(check);
    begun.set(name, examined);
    return examined;
  }

  async function outcomeOf(check: Check): Promise<Examined> {
    const { needs = [], after = [] } = check;
    await Promise.all(after.map(begin));
    for (const name of needs)
      if (isInTheWay(await begin(name))) return { outcome: skipped(standsOn(name)), blocked: true };
    return { outcome: await withinItsTime(check), blocked: false };
  }

  async function withinItsTime(check: Check): Promise<Outcome> {
    const { name, timeoutMs = usualTimeoutMs } = check;
    const inTime = new AbortController();
    const late = pause(timeoutMs, undefined, { signal: inTime.signal })
      .catch(() => undefined) // it was in time
      .then(() => failed(noAnswerIn(name, timeoutMs / 1_000)));
    try {
      return await Promise.race([check.run(ground), late]);
    } catch (error) {
      return failed(adviceOn(name, error));
    } finally {
      inTime.abort();
    }
  }
}

interface Examined {
  readonly outcome: Outcome;
  /** Not run because of another: what stands on this one is not run either. One that does not apply is in nobody's way. */
  readonly blocked: boolean;
}

function isInTheWay({ outcome, blocked }: Examined): boolean {
  return blocked || outcome.kind === 'failed';
}
