/** Why somebody may not do what they asked for; worded where it is shown. */
import type { AnyField, FormProblem } from './form-fields';
import { ON_THE_DAY } from './facilitator-missing';
import { POLL_REFUSALS } from './poll';
import { PROPOSAL_REFUSALS } from './proposal';

export const REFUSED = [
  'not-found',
  'already-submitted',
  'coordinators-only',
  'requester-only',
  'facilitator-only',
  'already-decided',
  'already-theirs',
  'changed-meanwhile',
  'not-everybody-named',
  'not-independent',
  'being-arranged',
  'matches-outdated',
  'reason-needed',
  'not-offered',
  'not-their-session',
  'not-over',
  'too-late-to-move',
  'counts-as-held',
  'record-closed',
  'too-late',
  'closed',
  'form',
  ...ON_THE_DAY,
  ...PROPOSAL_REFUSALS,
  ...POLL_REFUSALS,
] as const;
export type Refused = (typeof REFUSED)[number];

export interface Refusal {
  readonly refused: Refused;
  /** What is wrong with the form, field by field; only with `form`. */
  readonly problems?: readonly FormProblem<AnyField>[];
}
