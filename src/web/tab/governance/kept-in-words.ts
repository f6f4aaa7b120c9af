/** What is kept, in lines people can read: each field by its name in plain words, with moments, teams and yes and no as people say them. */
import { teamLabel } from '../../../domain/agencies';
import { isLocalDate } from '../../../domain/calendar';
import type { Policy } from '../../../domain/policy';
import { KEPT_KINDS, LABELS } from '../wording/kept';
import type { Identity, KeptRow } from '../../../ports/person-records';
import { dateInWords, minuteInWords } from '../../../wording/when';
import { personWords } from '../wording/governance';

export interface KeptLine {
  readonly label: string;
  readonly value: string;
  /** Somebody else's than whoever is looked at. */
  readonly isAnothers: boolean;
}

interface Reading {
  readonly policy: Policy;
  /** Absent where a whole case is looked at. */
  readonly whose?: Identity;
}

/** Later than any number that is no moment, and every moment of this program. */
const FIRST_MOMENT = Date.UTC(2020, 0, 1);
const LAST_MOMENT = Date.UTC(2100, 0, 1);

export function linesOf({ content }: Pick<KeptRow, 'content'>, reading: Reading): readonly KeptLine[] {
  // Columns beside the data repeat what is in it, for whoever looks into the table; the file has them too.
  const all = typeof content['data'] === 'object' ? { data: content['data'] } : content;
  return Object.entries(all).flatMap(([name, value]) =>
    lines(
      value,
      name.split('.').filter((step) => step !== 'data'),
      false,
      reading,
    ),
  );
}

/** "The request", "Who did what". */
export function kindInWords({ table, kind }: Pick<KeptRow, 'table' | 'kind'>): string {
  return KEPT_KINDS[`${table} ${kind}`] ?? spaced(kind);
}

function lines(
  value: unknown,
  path: readonly string[],
  isAnothers: boolean,
  reading: Reading,
): readonly KeptLine[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object')
    return [{ label: labelOf(path), value: valueInWords(value, path.at(-1) ?? '', reading), isAnothers }];
  const others = isAnothers || isAnotherPerson(value, reading.whose);
  const person = Array.isArray(value) ? undefined : personInWords(value, reading);
  if (person) {
    const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !IN_ONE_LINE.includes(name)));
    return [
      { label: labelOf(path), value: person, isAnothers: others },
      ...lines(rest, path, false, reading).map((line) => ({
        ...line,
        isAnothers: others || line.isAnothers,
      })),
    ];
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    const name = path.at(-1) ?? '';
    const values = value.map((each) => valueInWords(each, name, reading)).join(', ');
    return values === '' ? [] : [{ label: labelOf(path), value: values, isAnothers }];
  }
  return Object.entries(value).flatMap(([name, inner]) => lines(inner, [...path, name], others, reading));
}

const IN_ONE_LINE: readonly string[] = ['id', 'name', 'mail', 'phone', 'team'];

/** Somebody as people know them; by their id only where there is nothing else. */
function personInWords(value: object, reading: Reading): string | undefined {
  const { id, name, mail, phone, team } = value as Readonly<Record<string, unknown>>;
  if (typeof mail !== 'string' && (typeof name !== 'string' || typeof id !== 'string')) return undefined;
  const known = [name, mail, phone].filter((each) => typeof each === 'string' && each !== '');
  const from = typeof team === 'string' ? [valueInWords(team, 'team', reading)] : [];
  return [...new Set([...known, ...from])].join(', ');
}

/** A position in a list counts from one, as people do. */
function labelOf(path: readonly string[]): string {
  const words = path.map((step) =>
    /^\d+$/.test(step) ? String(Number(step) + 1) : (LABELS[step] ?? spaced(step)),
  );
  const label = words.filter((word) => word !== '').join(', ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function valueInWords(value: unknown, name: string, { policy }: Reading): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return value >= FIRST_MOMENT && value < LAST_MOMENT ? minuteInWords(value) : String(value);
  const text = String(value);
  if (isLocalDate(text)) return dateInWords(text);
  return name === 'team' || name === 'excludedTeams' ? teamLabel(policy.agencies, text) : text;
}

function isAnotherPerson(value: object, whose: Identity | undefined): boolean {
  if (!whose) return false;
  const { id, mail, name } = value as Readonly<Record<string, unknown>>;
  if (typeof mail !== 'string' && typeof name !== 'string') return false;
  if (typeof id !== 'string' && typeof mail !== 'string') return false;
  const isTheirs =
    (typeof id === 'string' && whose.ids.includes(id.toLowerCase())) ||
    (typeof mail === 'string' && whose.mails.includes(mail.trim().toLowerCase()));
  return !isTheirs;
}

/** "answerDueAt" as "answer due at". */
function spaced(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
}

/** For whoever hears it read: marked in words, not only by its looks. */
export function markOf({ isAnothers }: KeptLine): string {
  return isAnothers ? ` (${personWords.another})` : '';
}
