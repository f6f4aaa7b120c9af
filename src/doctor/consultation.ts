/** One run of the doctor: from the environment and the command line to what is printed and the exit code. */
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { guid } from '../settings/kinds';
import { type Environment, SettingsError } from '../settings/reader';
import { failed, type Finding, skipped } from './check';
import { CHECKS } from './checks';
import { adviceOn } from './faults';
import { examine } from './examination';
import { createGround, type Ground, type GroundOptions } from './ground';
import { asJson, asText } from './report';
import { remedyOf, standsOn, USAGE } from './wording';

export interface Consultation {
  readonly text: string;
  /** 0: nothing failed. 1: something did. 2: it was asked in a way it does not understand. */
  readonly exitCode: 0 | 1 | 2;
}

/** @param args of the command line, such as `--json`. */
export async function consult(
  environment: Environment,
  args: readonly string[],
  options: GroundOptions = {},
): Promise<Consultation> {
  const asked = readArguments(args);
  if (!asked) return { text: USAGE, exitCode: 2 };
  const findings = await findingsOf(environment, { ...options, outsideMailbox: asked.outsideMailbox });
  return {
    text: asked.json ? asJson(findings) : asText(findings),
    exitCode: findings.some(({ outcome }) => outcome.kind === 'failed') ? 1 : 0,
  };
}

async function findingsOf(environment: Environment, options: GroundOptions): Promise<readonly Finding[]> {
  let ground: Ground;
  try {
    ground = createGround(readConfig(environment), options);
  } catch (error) {
    const wrong =
      error instanceof SettingsError
        ? { why: error.problems.map(withoutPeople).join('\n'), remedy: remedyOf('settings') }
        : adviceOn('settings', error);
    return CHECKS.map(({ name }) => ({
      name,
      outcome: name === 'settings' ? failed(wrong) : skipped(standsOn('settings')),
    }));
  }
  return examine(CHECKS, ground);
}

/** Who ought to be named by an id may have been named by name or address, which is for the eyes of fewer people. */
function withoutPeople(problem: string): string {
  return problem.replace(/ got "[^"]*[@\s][^"]*"/, ' got something else (not shown)');
}

function readArguments(args: readonly string[]) {
  const options = { json: { type: 'boolean' }, 'outside-mailbox': { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const named = values['outside-mailbox'];
    const outsideMailbox = named === undefined ? undefined : guid('an object id').schema.parse(named);
    return { json: values.json ?? false, outsideMailbox };
  } catch {
    return undefined; // answered with how it is asked
  }
}
