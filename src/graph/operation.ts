/** What is asked of Graph, in words that hold no id and no address: `users-calendar-getSchedule`. */

/** The words of Graph's paths we use. Anything else in a path may be somebody's. */
const WORDS: readonly string[] = [
  '$batch',
  'calendar',
  'calendarView',
  'cancel',
  'delta',
  'events',
  'getSchedule',
  'groups',
  'inbox',
  'installedApps',
  'mailFolders',
  'messages',
  'onlineMeetings',
  'sendMail',
  'sentitems',
  'subscriptions',
  'teamwork',
  'transitiveMembers',
  'users',
];

/** By the path of a call, with or without a query. */
export function operationOf(path: string): string {
  // Graph's own links write `users('…')`.
  const segments = path
    .split('?', 1)[0]!
    .split('/')
    .map((segment) => segment.split('(', 1)[0]!);
  const words = segments.filter((segment) => WORDS.includes(segment)).map((word) => word.replace('$', ''));
  return words.length > 0 ? words.join('-') : 'other';
}
