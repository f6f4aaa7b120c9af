/** A request as a coordinator completes it, each field by its rule. */
import type { Ask } from '../../src/domain/ask';
import { checkEdit, type EditAnswers, editMark, lengthsOf } from '../../src/domain/edit';
import { LIMITS } from '../../src/domain/form';
import { defaultPolicy } from '../../src/domain/policy';
import { anAsk, anEdit, aParticipant, aRequester, askedAt } from '../builders';

const NHS = '999 100 2340';
const nurse = { role: 'school nurse', team: 'hl-sn' };
const head = { role: 'head of year', team: 'ed-sec' };
const nobody = { name: '', mail: '', dropped: false };
const nora = { name: 'Nora Navy', mail: 'nora.navy@health-sandbox.example', dropped: false };
const ivo = { name: 'Ivo Indigo', mail: 'ivo@interpreters.example' };

const check = (over: Partial<EditAnswers>, ask: Ask = anAsk()) =>
  checkEdit(aRequester(), ask, anEdit(over), askedAt, defaultPolicy);

function problems(over: Partial<EditAnswers>, ask?: Ask) {
  const checked = check(over, ask);
  return 'problems' in checked ? checked.problems : [];
}

function edited(over: Partial<EditAnswers>, ask?: Ask): Ask {
  const checked = check(over, ask);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return checked.ask;
}

describe('A request that is completed', () => {
  it.each<[string, Ask]>([
    ['with nobody to be named', anAsk()],
    ['with roles to be named', anAsk({ toBeNamed: [nurse, head] })],
    ['with somebody the directory did not know', anAsk({ toBeNamed: [{ team: 'hl-sn' }, head] })],
  ])('is as it was where nothing is changed: %s', (_which, ask) => {
    expect(edited({}, ask)).toStrictEqual(ask);
    expect(edited({ named: [nobody, nobody] }, ask)).toStrictEqual(ask);
  });

  it('has a venue only in person, without blanks around it', () => {
    const place = (over: Partial<EditAnswers>) => edited(over).place;
    expect(place({ place: 'in-person', venue: ' Town hall ' })).toEqual({
      kind: 'in-person',
      venue: 'Town hall',
    });
    expect(place({ place: 'in-person', venue: '  ' })).toStrictEqual({ kind: 'in-person' });
    expect(place({ place: 'online', venue: 'Town hall' })).toStrictEqual({ kind: 'online' });
  });

  it('has the name of an interpreter without blanks around it', () => {
    const { interpreters } = edited({ interpreters: [{ ...ivo, name: ` ${ivo.name} ` }] });
    expect(interpreters).toEqual([ivo]);
  });

  it('stands though somebody who was there before has no address that can be used', () => {
    const ask = anAsk({ participants: [aParticipant({ mail: 'nowhere' }), ...anAsk().participants] });
    expect(problems({}, ask)).toEqual([]);
  });

  it('stands though a role that nobody changes reads like a name', () => {
    const ask = anAsk({ toBeNamed: [{ role: 'Nora Navy', team: 'hl-sn' }] });
    expect(problems({ named: [nobody] }, ask)).toEqual([]);
    expect(problems({ named: [] }, ask)).toEqual([]);
  });

  it.each<[string, Partial<EditAnswers>, object]>([
    ['no place', { place: '' }, { field: 'place', fault: 'empty' }],
    ['a place there is not', { place: 'on the moon' }, { field: 'place', fault: 'not-listed' }],
    [
      'a venue that is too long',
      { place: 'in-person', venue: 'x'.repeat(LIMITS.venue + 1) },
      { field: 'venue', fault: 'too-long', allowed: LIMITS.venue },
    ],
    ['a locality there is not', { locality: 'moon' }, { field: 'locality', fault: 'not-listed' }],
    [
      'an arrangement there is not',
      { arrangements: ['dancing'] },
      { field: 'arrangements', fault: 'not-listed' },
    ],
    ['a length there is not', { minutes: '50' }, { field: 'minutes', fault: 'not-listed' }],
    [
      'an interpreter without a name',
      { interpreters: [ivo, { ...ivo, name: ' ' }] },
      { field: 'interpreters', entry: 1, fault: 'empty' },
    ],
    [
      'an interpreter with too long a name',
      { interpreters: [{ ...ivo, name: 'x'.repeat(LIMITS.name + 1) }] },
      { field: 'interpreters', entry: 0, fault: 'too-long', allowed: LIMITS.name },
    ],
  ])('is refused for %s, and for nothing else', (_what, over, problem) => {
    expect(problems(over)).toEqual([problem]);
  });

  it('is refused for an address without a name', () => {
    expect(problems({ named: [{ ...nora, name: '' }] }, anAsk({ toBeNamed: [nurse] }))).toEqual([
      { field: 'named', entry: 0, fault: 'empty' },
    ]);
  });

  it('tells of somebody named twice by the row they were typed in, whoever was dropped before them', () => {
    const named = [
      { ...nobody, dropped: true },
      { ...nora, mail: aParticipant().mail },
    ];
    expect(problems({ named }, anAsk({ toBeNamed: [nurse, head] }))).toEqual([
      { field: 'named', entry: 1, fault: 'twice' },
    ]);
  });

  it('is refused where too few people are left', () => {
    const ask = anAsk({ participants: [aParticipant()], toBeNamed: [nurse] });
    expect(problems({ named: [{ ...nobody, dropped: true }] }, ask)).toEqual([
      { field: 'participants', fault: 'too-few-people', allowed: 2 },
    ]);
    expect(problems({ named: [nobody] }, ask)).toEqual([]);
  });

  it('has room for the longest name and venue, blanks around them not counted', () => {
    const long = 'x'.repeat(LIMITS.name);
    expect(problems({ interpreters: [{ ...ivo, name: ` ${long} ` }] })).toEqual([]);
    expect(problems({ place: 'in-person', venue: ` ${'x'.repeat(LIMITS.venue)} ` })).toEqual([]);
  });
});

describe('What is typed to complete a request is read for identifiers', () => {
  it('in each field, up to the longest that is taken', () => {
    const identifier = (field: string, entry?: number) =>
      expect.objectContaining({
        field,
        fault: 'identifier',
        ...(entry !== undefined && { entry }),
      }) as object;
    const longest = `${'x '.repeat((LIMITS.venue - NHS.length) / 2)}${NHS}`;
    expect(longest).toHaveLength(LIMITS.venue);
    expect(problems({ place: 'in-person', venue: ` ${longest} ` })).toEqual([identifier('venue')]);
    expect(problems({ interpreters: [{ ...ivo, name: NHS }] })).toEqual([identifier('interpreters', 0)]);
    expect(problems({ place: 'in-person', venue: `xx${longest}` })).toEqual([
      { field: 'venue', fault: 'too-long', allowed: LIMITS.venue },
    ]);
  });

  it('and what is only likely passes with "No, it is not" to just these words', () => {
    const flat = { place: 'in-person', venue: 'Flat 3, Sycamore House' } as const;
    const notNames = editMark(anEdit(flat), askedAt);
    expect(notNames).not.toBe('');
    expect(problems(flat)).toEqual([expect.objectContaining({ fault: 'likely-identifier' })]);
    expect(problems({ ...flat, notNames })).toEqual([]);
    expect(problems({ ...flat, venue: 'Flat 4, Sycamore House', notNames })).toHaveLength(1);
    expect(editMark(anEdit({ venue: 'Town hall' }), askedAt)).toBe('');
  });
});

describe('The lengths a session can have', () => {
  it.each<[string, number, number | undefined, readonly number[]]>([
    ['a whole one and what is shorter', 90, undefined, [90, 75, 60, 45]],
    ['nothing longer than a whole one', 60, undefined, [60, 45]],
    ['the one that was agreed already', 60, 90, [60, 45, 90]],
  ])('are %s', (_which, sessionMinutes, minutes, lengths) => {
    const policy = { ...defaultPolicy, sessionMinutes };
    expect(lengthsOf(minutes === undefined ? {} : { minutes }, policy)).toEqual(lengths);
  });

  it('are kept only where they are not that of a whole one', () => {
    expect(edited({ minutes: '60' }).minutes).toBe(60);
    expect(edited({}, anAsk({ minutes: 60 })).minutes).toBe(60);
    expect(edited({ minutes: '90' }, anAsk({ minutes: 60 }))).not.toHaveProperty('minutes');
  });
});
