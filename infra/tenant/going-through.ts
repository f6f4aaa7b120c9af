/** Goes through the steps in order, says what was found, and with `--apply` does it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GraphFault } from '../../src/graph/fault';
import { runScript, thereIsPowerShell } from './powershell';
import { type Change, isWaiting, type ScriptStep, type Step } from './step';

export interface Going {
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
  /** Where scripts are written. */
  readonly out: string;
  /** Entra shows what was just written a little later, and not everywhere at once: between two looks. */
  readonly waitMs?: number;
}

/** How often a step is looked at and put right before it is given up for this run. */
const ROUNDS = 6;

/** Whether every step is right now, or nothing stands against making it so. */
export async function goThrough(
  steps: readonly Step[],
  scripts: readonly ScriptStep[],
  going: Going,
): Promise<boolean> {
  const results: boolean[] = [];
  for (const step of steps) results.push(await takeStep(step, going));
  for (const step of scripts) results.push(await takeScript(step, going));
  return results.every((each) => each);
}

async function takeStep(step: Step, going: Going): Promise<boolean> {
  const { dryRun, say, waitMs = 5_000 } = going;
  say(`\n${step.name}: ${step.purpose}`);
  for (let round = 1; ; round += 1) {
    const found = await step.look();
    if (isWaiting(found)) {
      say(`  later     waits for ${found.waitsFor}`);
      return true;
    }
    const { changes, warnings = [], settings = {} } = found;
    if (round === 1 || changes.length === 0) for (const warning of warnings) say(`  WARNING   ${warning}`);
    if (changes.length === 0) {
      say(`  right     ${round === 1 ? 'nothing to do' : 'looked again: as it should be'}`);
      for (const [name, value] of Object.entries(settings)) say(`  setting   ${name}=${value}`);
      return warnings.length === 0;
    }
    if (dryRun) {
      for (const { says } of changes) say(`  would     ${says}`);
      return warnings.length === 0;
    }
    if (round > ROUNDS) {
      for (const { says } of changes) say(`  NOT DONE  ${says}. Run this again in a few minutes.`);
      return false;
    }
    if (round > 1) await pause(waitMs);
    await make(changes, say);
  }
}

/** Stops at the first that cannot be made yet: those after it may build on it. */
async function make(changes: readonly Change[], say: Going['say']): Promise<void> {
  for (const change of changes) {
    try {
      await change.make();
      say(`  done      ${change.says}`);
    } catch (error) {
      if (!(error instanceof GraphFault) || !mayPass(error)) throw error;
      say(`  not yet   ${change.says}: ${error.message}`);
      return;
    }
  }
}

/** What was made a moment ago may not be known yet where the next is made. */
function mayPass({ answer }: GraphFault): boolean {
  return answer.passing || answer.status === 404 || answer.status === 400 || answer.status === 409;
}

async function takeScript(step: ScriptStep, { dryRun, say, out }: Going): Promise<boolean> {
  say(`\n${step.name}: ${step.purpose}`);
  const script = await step.script();
  if (typeof script !== 'string') {
    say(`  later     waits for ${script.waitsFor}`);
    return true;
  }
  if (dryRun) {
    say(`  would     run this script, which itself looks before each act:\n\n${script}`);
    return true;
  }
  mkdirSync(out, { recursive: true });
  const file = join(out, step.file);
  writeFileSync(file, script);
  if (!thereIsPowerShell()) {
    say(`  BY HAND   There is no pwsh here. Have an administrator run ${file} where PowerShell 7 is.`);
    return false;
  }
  say(`  running   ${file}; it asks you to sign in`);
  const ended = runScript(file);
  say(
    ended
      ? '  done      it ended well'
      : `  NOT DONE  it ended in an error. Put right what it says, and run this again.`,
  );
  return ended;
}
