/** The further pages of a link: the table of contents. */
import { cannot, changing, moving, notHeld, withdrawing } from './confirming';
import { absence, arranging } from './taking-part';
import { givingDates } from './giving-dates';
import { declaring, pausing } from './own-time';
import { proposing } from './proposing';
import { recording } from './recording';
import type { Step } from './step';

export const STEPS = {
  withdraw: withdrawing,
  change: changing,
  'new-dates': givingDates,
  'another-time': moving,
  'propose-participants': proposing,
  attend: absence,
  'ask-arrangements': arranging,
  cannot,
  'not-held': notHeld,
  'record-session': recording,
  pause: pausing,
  declare: declaring,
} as const satisfies Readonly<Record<string, Step>>;
export type StepName = keyof typeof STEPS;

export function stepNamed(name: string): Step | undefined {
  return Object.hasOwn(STEPS, name) ? STEPS[name as StepName] : undefined;
}
