/** A single thing that is wrong, and what must come of it. */
import type { GroundOptions } from '../../src/doctor/ground';
import type { CheckName } from '../../src/doctor/wording';
import type { Surgery } from './surgery';

export interface Breakage {
  /** Completes "when …". */
  readonly when: string;
  readonly fails: readonly CheckName[];
  /** Not looked at, because they stand on what fails. */
  readonly blocks?: readonly CheckName[];
  /** Passed, with a note or with another than usual. */
  readonly notes?: readonly CheckName[];
  /** Skipped because they prove nothing then. */
  readonly skips?: readonly CheckName[];
  /** In what is said beside it. */
  readonly says: string | RegExp;
  readonly broken: (surgery: Surgery) => GroundOptions | Promise<GroundOptions | void> | void;
}

/** The id of nobody and nothing. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';
/** A port for privileged programs of old, which nobody listens on. */
export const NOBODY_THERE = 'http://127.0.0.1:2';

/** What stands on what, as the table of checks has it, written down a second time on purpose. */
export const AFTER_EVENT: readonly CheckName[] = [
  'join-link',
  'meeting',
  'meeting-options',
  'outside-meetings',
];
export const AFTER_ORGANISER: readonly CheckName[] = [
  'calendar-read',
  'calendar-write',
  ...AFTER_EVENT,
  'calendar-tidy',
  'subscription',
  'free-busy',
  'facilitators-free-busy',
  'mail-read',
  'mail-send',
];
export const OUTSIDE: readonly CheckName[] = [
  'outside-calendar',
  'outside-mail',
  'outside-sending',
  'outside-meetings',
];
export const AFTER_COORDINATORS: readonly CheckName[] = [...OUTSIDE, 'channel-coordinators', 'teams-app'];
export const AFTER_GRAPH: readonly CheckName[] = [
  'coordinators',
  'quality-group',
  'governance-group',
  'lead',
  'facilitator-support',
  'organiser',
  ...AFTER_COORDINATORS,
  ...AFTER_ORGANISER,
];
export const AFTER_TABLES: readonly CheckName[] = [
  'pool',
  'facilitators-free-busy',
  'subscription',
  ...OUTSIDE,
  'channel',
  'channel-reached',
  'channel-coordinators',
];
