/** Each single thing that can be wrong: the table of contents. */
import type { Breakage } from './breakage';
import { BROKEN_ADDRESSES } from './broken-addresses';
import { BROKEN_CALENDAR } from './broken-calendar';
import { BROKEN_PEOPLE } from './broken-people';
import { BROKEN_SCOPE } from './broken-scope';
import { BROKEN_SETTINGS } from './broken-settings';
import { BROKEN_TEAMS } from './broken-teams';

export const BREAKAGES: readonly Breakage[] = [
  ...BROKEN_SETTINGS,
  ...BROKEN_PEOPLE,
  ...BROKEN_CALENDAR,
  ...BROKEN_SCOPE,
  ...BROKEN_TEAMS,
  ...BROKEN_ADDRESSES,
];
