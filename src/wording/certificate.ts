/** What `npm run certificate` says. */
import type { Instant } from '../domain/intervals';
import { dateInWords, momentInWords } from './when';
import { localDate } from '../domain/calendar';

interface Counted {
  readonly table: string;
  readonly kind: string;
  readonly rows: number;
  readonly naming: number;
  readonly oldest?: Instant;
  readonly overdue: number;
  readonly onHold: number;
}

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

export const CERTIFICATE = {
  title: 'Certificate of erasure',
  at: (prefix: string, at: Instant) => `Everything stored under ${prefix}, read on ${momentInWords(at)}.`,
  clean: 'Nothing is kept longer than the policy says.',
  unclean: (count: number) =>
    `${many(count, 'row is', 'rows are')} kept longer than the policy says: see below. The clock comes each night; if this stays, look into the log for what kept it.`,
  people: (count: number) =>
    count === 0
      ? 'Nobody can be found in any of it.'
      : `Somebody can be found in ${many(count, 'row', 'rows')}, each within its time.`,
  holds: (count: number) => `Legal holds that stand: ${count}.`,
  head: ['table', 'rows of', 'how many', 'with somebody in them', 'oldest of those', 'too long', 'on hold'],
  row: ({ table, kind, rows, naming, oldest, overdue, onHold }: Counted): readonly string[] => [
    table,
    kind,
    String(rows),
    String(naming),
    oldest === undefined ? '' : dateInWords(localDate(oldest)),
    String(overdue),
    String(onHold),
  ],
  beyond: 'What the software cannot erase, and whose rules end it there:',
  place: (where: string, kept: string) => `- ${where}: ${kept}`,
} as const;
