/** What coordinators read while everything is held after a restore, and what whoever restores reads at the console. */
import type { Instant } from '../domain/intervals';
import { momentInWords } from './when';

/** On the queue, and on top of the tab. */
export function heldInWords(takenAt: Instant): string {
  return `Restored from a backup of ${momentInWords(takenAt)}: nothing is sent, booked or changed outside until IT has confirmed it. What you decide is kept and waits.`;
}

/** To whoever calls while the tables are written anew. */
export const BEING_RESTORED =
  'This service is being restored from a backup and cannot be used at the moment. Please try again within the hour.';

interface Waiting {
  readonly reference: string;
  readonly state: string;
  readonly atOnce: readonly string[];
  readonly later: readonly string[];
}

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** At the console of `npm run restore`. */
export const SENT_AFTER_RESTORE = {
  noBackups: 'There is no backup yet. The bot takes one each night; npm run backup takes one now.',
  backup: ({
    id,
    startedAt,
    tables,
  }: {
    readonly id: string;
    readonly startedAt: Instant;
    readonly tables: Readonly<Record<string, { readonly rows: number } | undefined>>;
  }) => {
    const rows = Object.values(tables).reduce((sum, table) => sum + (table?.rows ?? 0), 0);
    return `${id}  ${momentInWords(startedAt)}, ${many(rows, 'row', 'rows')}`;
  },
  unfinished: (id: string) => `${id}  was not finished, and cannot be restored`,
  notRestored: 'Nothing was restored, and nothing was changed:',
  wouldRestore: ({ id, rows, erased }: { id: string; rows: number; erased: number }) =>
    `Backup ${id} is whole. It would restore ${many(rows, 'row', 'rows')}, and leave out or strip ${many(erased, 'row', 'rows')} erased since.`,
  nothingWritten: 'Nothing was written. With --apply in place of --dry-run it is restored.',
  restored: (done: { id: string; rows: number; erased: number; prefix: string }) =>
    `Backup ${done.id} is restored into the tables of ${done.prefix}: ${many(done.rows, 'row', 'rows')}; ${many(done.erased, 'row', 'rows')} erased since were left out or stripped.`,
  givenBack: (count: number) =>
    `${many(count, 'reservation', 'reservations')} of facilitators' time given back, made for what no restored request knows of.`,
  keptFirst: (id: string) => `What was there before is kept as backup ${id}.`,
  nextSteps:
    'Nothing goes outward now. Start the bot, see what waits with --review, take away with --drop what must not go, then --confirm.',
  nothingHeld: 'Nothing is held: no backup has been restored since the last confirmation.',
  notFinished: (id: string) =>
    `Restoring backup ${id} was not finished. Run it again with --apply --replace before anything else.`,
  waiting: (requests: number) =>
    requests === 0
      ? 'Nothing waits.'
      : `${many(requests, 'request has', 'requests have')} something waiting:`,
  waitsFor: ({ reference, state, atOnce, later }: Waiting) =>
    `  ${reference} (${state}): at once ${atOnce.join(', ') || 'nothing'}; later ${later.join(', ') || 'nothing'}`,
  programs: (events: number, asked: number) =>
    `${many(events, 'event waits', 'events wait')} to be told to programs; ${many(asked, 'program has', 'programs have')} asked to be told. Whose subscription was ended after the backup is told again: end it in the tab, under Connections, before you confirm.`,
  decide: 'Take away with --drop <reference> what must not go; let the rest go with --confirm.',
  nothingWaitsFor: (reference: string) => `${reference}: nothing waits for a request of that reference.`,
  dropped: (reference: string, kinds: readonly string[], events: number) =>
    `${reference}: taken away: ${[...kinds, ...(events > 0 ? [many(events, 'event to programs', 'events to programs')] : [])].join(', ')}. Tell the coordinators; they can ask for matches again, or decide anew.`,
  confirmed: (requests: number) =>
    `Confirmed. Within seconds the bot goes on with what waits for ${many(requests, 'request', 'requests')}.`,
  calendar: {
    notThere: (reference: string, slot: string) =>
      `  ${reference}: ${slot} is not in the organiser's calendar any more`,
    elsewhere: (reference: string, restored: string, calendar: string) =>
      `  ${reference}: restored as ${restored}, in the calendar it is ${calendar}`,
    unknown: (slot: string) =>
      `  an event ${slot}, which no restored request knows of: made since the backup, or not ours`,
    differs: "Beside the organiser's calendar:",
    agrees: "The organiser's calendar of the coming days agrees with what was restored.",
    unreadable: (why: string) => `The organiser's calendar could not be read to compare it: ${why}`,
  },
} as const;
