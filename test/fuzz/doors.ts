/** Every door there is to the bot. */
import type { Door } from './door';
import { activities } from './doors/activities';
import { notifications } from './doors/notifications';
import { operations } from './doors/operations';
import { outside } from './doors/outside';
import { roster } from './doors/roster';
import { submissions } from './doors/submissions';
import { tab } from './doors/tab';
import { web } from './doors/web';

export const DOORS: readonly Door[] = [
  activities,
  submissions,
  outside,
  tab,
  operations,
  notifications,
  roster,
  web,
];
