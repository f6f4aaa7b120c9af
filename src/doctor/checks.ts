/** Every check of `npm run doctor`, in the order they are shown in: the table of contents. What each proves: wording.ts. */
import { ADDRESSES } from './addresses';
import { BACKUPS } from './backups';
import type { Check } from './check';
import { FREE_BUSY } from './free-busy';
import { MAIL } from './mail';
import { NOTIFICATIONS } from './notifications';
import { ORGANISER } from './organiser';
import { OUTSIDE } from './outside';
import { PEOPLE } from './people';
import { SETTINGS } from './settings';
import { SIGN_IN } from './sign-in';
import { STORAGE } from './storage';
import { TEAMS } from './teams';

export const CHECKS: readonly Check[] = [
  ...SETTINGS,
  ...STORAGE,
  ...BACKUPS,
  ...SIGN_IN,
  ...PEOPLE,
  ...ORGANISER,
  ...NOTIFICATIONS,
  ...FREE_BUSY,
  ...MAIL,
  ...OUTSIDE,
  ...TEAMS,
  ...ADDRESSES,
];
