/** The file of facilitators, as spreadsheets save it and as nobody should. */
import fc from 'fast-check';
import { defaultPolicy } from '../../../src/domain/policy';
import { FIELDS, MOST_ROWS, readRoster, writeRoster } from '../../../src/web/tab/roster-csv';
import { thePool } from '../../web/tab-office';
import type { Door, OpenDoor } from '../door';
import { hostileText, mostly } from '../grammar';
import { HOSTILE_ROSTERS } from '../../web/hostile-rosters';

const whole = writeRoster(thePool, defaultPolicy);
const HEADINGS = [
  'Name',
  'E-mail',
  'Team',
  'name ',
  'EMAIL',
  'Training valid until',
  'Localities',
  'Shoe size',
];
const cell = mostly([
  'Rose Red',
  'rose.red@school.example.org',
  'ed-pri',
  '2028-01-31',
  '"',
  '""',
  '=1+1',
  '',
]).map(String);
const line = fc.array(cell, { maxLength: 8 });

export const roster: Door = {
  name: 'the file of facilitators',
  share: 30,
  freshAfter: 20_000,
  grammar: fc
    .tuple(
      fc.array(mostly(HEADINGS).map(String), { maxLength: 8 }),
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.oneof({ weight: 9, arbitrary: fc.constant('') }, hostileText),
    )
    .map(
      ([headings, lines, mark, end, before]) =>
        before + [headings, ...lines].map((each) => each.join(mark)).join(end),
    ),
  recorded: [whole, whole.replaceAll(',', ';'), ...HOSTILE_ROSTERS.map(([, text]) => text(200))],
  open,
};

async function open(): Promise<OpenDoor> {
  return {
    async give(input) {
      const read = readRoster(typeof input === 'string' ? input : (JSON.stringify(input) ?? ''));
      if ('refused' in read) return undefined;
      if (read.rows.length > MOST_ROWS) return `${read.rows.length} rows`;
      const strange = read.rows
        .flatMap(({ cells }) => Object.keys(cells))
        .find((name) => !(FIELDS as string[]).includes(name));
      return strange === undefined ? undefined : `a field nobody knows: ${strange}`;
    },
    stored: async () => [],
    close: async () => undefined,
  };
}
