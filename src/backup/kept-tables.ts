/**
 * What of each table a backup holds, in the order it is read, and why: the one place to decide it in. Tables are read one after
 * another while the bot works, so whatever comes of a request is read after the requests: a saved effect that was done
 * meanwhile is done again when it is restored, looks first, and finds it done. The other way round it would be lost.
 */
import type { StoredRow, TableName } from '../ports/backups';

export type Kept =
  | {
      readonly is: 'kept';
      /** `partition`: its rows belong together, and only as of one moment. */
      readonly by: 'partition' | 'page';
      /** Which rows; all of them where it is absent. */
      readonly rows?: (row: StoredRow) => boolean;
      readonly why: string;
    }
  /** Made anew from what is restored. */
  | { readonly is: 'made-anew'; readonly why: string }
  /** Stays as it is where it is. */
  | { readonly is: 'left-out'; readonly why: string };

export const KEPT_TABLES: Readonly<Record<TableName, Kept>> = {
  requests: {
    is: 'kept',
    by: 'partition',
    rows: ({ rowKey }) => !rowKey.startsWith('lease-'),
    why: 'What was asked, decided, saved to do and audited. Not who is working it at the moment.',
  },
  facilitators: {
    is: 'kept',
    by: 'partition',
    why: 'The pool, its audit, and reservations. One made after its request was read is found and removed by restoring.',
  },
  evaluations: {
    is: 'kept',
    by: 'partition',
    rows: isOfClosedEvaluation,
    why:
      'Answers about sessions whose evaluation is over. Of an open one nothing: two backups of it, a day apart, would tell what ' +
      'was answered on that day, and its tickets by whom. Restoring loses those answers; whoever is still to be reminded is ' +
      'asked anew.',
  },
  facts: {
    is: 'kept',
    by: 'page',
    why: 'What closed requests are counted as; restored ones are counted anew.',
  },
  figures: {
    is: 'kept',
    by: 'page',
    why: 'What months come to, and what was released, which must never change.',
  },
  tally: { is: 'kept', by: 'page', why: 'How often what happened; numbers only.' },
  responses: { is: 'kept', by: 'page', why: 'What the partnership does about each theme.' },
  conversations: {
    is: 'kept',
    by: 'page',
    rows: ({ partitionKey }) => partitionKey !== 'calendar',
    why:
      'Where people and the channel are reached, and what was done once. Not the subscription to the calendar: it has a ' +
      'secret and is long over by then; another is made.',
  },
  calls: {
    is: 'kept',
    by: 'page',
    why: 'Which calls of programs were which request: hashes and ids. One whose request is not there is done when it is sent again.',
  },
  subscriptions: {
    is: 'kept',
    by: 'page',
    why: 'Which programs asked to be told, and where: they do not ask again by themselves.',
  },
  deliveries: {
    is: 'kept',
    by: 'page',
    why: 'What is on its way to them. Told twice it has the same id; like everything outward it is held first.',
  },
  governance: {
    is: 'kept',
    by: 'page',
    why: 'Legal holds, without which what is held would be erased; and who did what in the name of information governance.',
  },
  index: {
    is: 'made-anew',
    why: 'Which requests are open and whose; no order of reading would keep it in step with them, so it is made of them.',
  },
  links: {
    is: 'left-out',
    why: 'Hashes of links and codes, and which were revoked: a revoked one would be good again. Their pages mail a new one.',
  },
  limits: { is: 'left-out', why: 'Of the last hours only.' },
  erasures: {
    is: 'left-out',
    why: 'Restoring needs it as it is now, not as it was. It has a copy of its own beside the backups, kept for good.',
  },
  operations: { is: 'left-out', why: 'About the installation as it runs now, and what was done to it.' },
};

/** The names of those that are so, in the order they are read. */
export function tablesThatAre(is: Kept['is']): readonly TableName[] {
  return (Object.keys(KEPT_TABLES) as TableName[]).filter((name) => KEPT_TABLES[name].is === is);
}

/** Once it is closed the day it was to close has gone from the row of answers; the other two rows are gone altogether. */
function isOfClosedEvaluation({ rowKey, columns }: StoredRow): boolean {
  if (rowKey !== 'answers') return false;
  return (JSON.parse(String(columns['data']?.value)) as { closesAt?: unknown }).closesAt === undefined;
}
