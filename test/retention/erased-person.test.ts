import type { StoredRow } from '../../src/ports/backups';
import { isKeyedBy, withoutPerson } from '../../src/retention/erased-person';
import { mentionsIn } from '../../src/retention/mentions';
import { NOBODY } from '../../src/retention/nobody';

const PETRA = '9ac70000-0000-4000-8000-000000000001';
const OTHER = '9ac70000-0000-4000-8000-000000000002';
const mail = 'petra.practice@norfolk-sandbox.example';
const isPetra = (key: string) => key === PETRA || key === mail;

function row(data: unknown, keys: Partial<Pick<StoredRow, 'partitionKey' | 'rowKey'>> = {}): StoredRow {
  const value = typeof data === 'string' ? data : JSON.stringify(data);
  return {
    partitionKey: 'request-1234',
    rowKey: 'request',
    ...keys,
    columns: { data: { type: 'String', value } },
  };
}

const dataOf = ({ columns }: StoredRow): unknown => JSON.parse(String(columns['data']!.value));

it.each<[string, unknown, unknown]>([
  [
    'an object of theirs, with what is theirs alone',
    { requester: { id: PETRA, name: 'Petra Practice', mail, phone: '01632 960001', team: 'cs-fs' } },
    { requester: { ...NOBODY, team: 'cs-fs' } },
  ],
  [
    'somebody known by address alone',
    { participants: [{ name: 'Petra Practice', mail, team: 'cs-fs' }] },
    { participants: [{ name: NOBODY.name, mail: NOBODY.mail, team: 'cs-fs' }] },
  ],
  ['an id, however it is capitalised', { facilitatedBy: PETRA.toUpperCase() }, { facilitatedBy: NOBODY.id }],
  ['addresses in a list', { absent: ['x@example.org', mail] }, { absent: ['x@example.org', NOBODY.mail] }],
  ['an address as the name of a field', { polled: { [mail]: 2 } }, { polled: { [NOBODY.mail]: 2 } }],
  [
    'their name in what is written beside them',
    { by: { id: PETRA, name: 'Petra Practice' }, note: `Petra Practice (${mail}) rings` },
    {
      by: { id: NOBODY.id, name: NOBODY.name },
      note: `${NOBODY.name} (${NOBODY.mail}) rings`,
    },
  ],
  [
    'a colleague within, and leaves whose colleague it is',
    { requester: { id: OTHER, name: 'Sam Saffron', colleague: { id: PETRA, mail } } },
    { requester: { id: OTHER, name: 'Sam Saffron', colleague: { id: NOBODY.id, mail: NOBODY.mail } } },
  ],
])('makes nobody of %s', (_what, before, after) => {
  expect(dataOf(withoutPerson(row(before), isPetra))).toEqual(after);
});

it('leaves somebody else of the same name their name', () => {
  const namesake = { id: OTHER, name: 'Petra Practice' };
  const left = withoutPerson(
    row({ by: { id: PETRA, name: 'Petra Practice' }, requester: namesake }),
    isPetra,
  );
  expect(dataOf(left)).toEqual({ by: { id: NOBODY.id, name: NOBODY.name }, requester: namesake });
});

it.each([
  ['in which they are not', { requester: { id: OTHER, name: 'Petra Practice' } }],
  ['that only looks like JSON', '{not json, but a text of somebody'],
  ['with an address that only begins like theirs', { note: `${mail}.uk` }],
])('gives a row back as it is %s', (_what, data) => {
  const before = row(data);
  expect(withoutPerson(before, isPetra)).toBe(before);
});

it.each([
  ['a conversation', { partitionKey: 'person', rowKey: PETRA }, true],
  ['what was done once on a day', { partitionKey: 'claim', rowKey: `hello-${PETRA}-2026-11-24` }, true],
  ['their own figures', { partitionKey: `own-${PETRA}`, rowKey: 'request-1234' }, true],
  ['a request', {}, false],
])('knows whose a row is by its keys: %s', (_what, keys, is) => {
  expect(isKeyedBy(row({}, keys), isPetra)).toBe(is);
});

it('finds nobody where somebody was', () => {
  const gone = withoutPerson(row({ by: { id: PETRA, name: 'Petra Practice', mail } }), isPetra);
  expect(mentionsIn(gone)).toEqual([]);
});

it('takes no longer for a hostile text than for another', () => {
  const hostile = row({ note: `${'a.'.repeat(16_000)}@${'b.'.repeat(16_000)}` });
  expect(withoutPerson(hostile, isPetra)).toBe(hostile);
});
