/** A session's record as it was filled in: what it says, and that nothing is filled in for whoever left it out. */
import fc from 'fast-check';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { type RecordAnswers, recordOf, unanswered } from '../../src/domain/record-form';
import { OWN_STATEMENTS, recordProblems } from '../../src/domain/session-record';
import { aMatch, at } from '../builders';
import { someRecord } from '../some-record';

const { slot } = aMatch();

function answers(over: Partial<RecordAnswers> = {}): RecordAnswers {
  return {
    came: ['cs', 'ed'],
    began: '10:00',
    ended: '11:30',
    also: ['none'],
    agreement: { 'kept-reflective': '5', 'held-feelings': '4', 'apart-from-case': '5' },
    themes: [],
    concern: 'no',
    ...over,
  };
}

const faultsOf = (over: Partial<RecordAnswers>) =>
  recordProblems(recordOf(answers(over), slot), slot, policy).map(({ field, fault }) => `${field} ${fault}`);

describe('a record as it was filled in', () => {
  it('says what was ticked, with times of London’s clock on the day of the session', () => {
    expect(recordOf(answers(), slot)).toEqual(someRecord());
    const later = recordOf(answers({ began: '10:20', ended: '12:05', also: ['case-updates'] }), slot);
    expect(later).toMatchObject({ start: at('2026-12-08T10:20'), end: at('2026-12-08T12:05') });
    expect(later.also).toEqual(['case-updates']);
  });

  it('is on summer time where the session was', () => {
    const summer = { start: at('2026-07-14T10:00'), end: at('2026-07-14T11:30') };
    expect(recordOf(answers(), summer)).toMatchObject(summer);
  });

  it.each<[string, Partial<RecordAnswers>, string[]]>([
    ['nobody who came', { came: [] }, ['came empty']],
    ['an agency of no list', { came: ['cs', 'circus'] }, ['came not-listed']],
    ['no beginning', { began: '' }, ['began not-a-date']],
    ['a time of no clock', { began: '25:00' }, ['began not-a-date']],
    ['words for a time', { ended: 'half past' }, ['ended not-a-date']],
    ['a digit before a time', { began: '010:00' }, ['began not-a-date']],
    ['a digit after a time', { ended: '11:301' }, ['ended not-a-date']],
    ['an end before the beginning', { ended: '09:59' }, ['ended reversed']],
    ['an end after a whole day of work', { ended: '18:01' }, ['ended not-a-date']],
    ['nothing they also did', { also: [] }, ['also empty']],
    ['two contrary things', { also: ['none', 'case-updates'] }, ['also empty']],
    ['a statement without an answer', { agreement: { 'kept-reflective': '5' } }, ['agreement empty']],
    [
      'an agreement of no step',
      { agreement: { ...answers().agreement, 'held-feelings': '6' } },
      ['agreement empty'],
    ],
    [
      'half an agreement',
      { agreement: { ...answers().agreement, 'held-feelings': '4.5' } },
      ['agreement empty'],
    ],
    ['a theme of no list', { themes: ['gossip'] }, ['themes not-listed']],
    ['nothing said about a concern', { concern: '' }, ['concern empty']],
    ['anything else said about a concern', { concern: 'constructor' }, ['concern empty']],
  ])('is sent back with %s', (_what, over, faults) => {
    expect(faultsOf(over)).toEqual(faults);
  });

  it('says that a concern arose, or that none did, as it was answered', () => {
    expect(recordOf(answers({ concern: 'yes' }), slot).concern).toBe(true);
    expect(recordOf(answers({ concern: 'no' }), slot).concern).toBe(false);
  });

  it('counts what is ticked twice once', () => {
    const record = recordOf(answers({ came: ['cs', 'cs', 'ed'], themes: ['roles', 'roles'] }), slot);
    expect([record.agencies, record.themes]).toEqual([['cs', 'ed'], ['roles']]);
  });

  it('says nothing of what else was done, where that was said in two ways or not at all', () => {
    for (const also of [[], ['none', 'case-updates']])
      expect(recordOf(answers({ also }), slot).also).toEqual([]);
  });

  it.each([
    ['no step', '0', true],
    ['the first step', '1', false],
    ['the last step', '5', false],
    ['a step too far', '6', true],
    ['that it does not apply', 'not-applicable', false],
  ])('takes a statement for answered by %s, or not', (_what, chosen, isLeftOut) => {
    const agreement = { ...answers().agreement, 'held-feelings': chosen };
    expect(unanswered(answers({ agreement }))).toEqual(isLeftOut ? ['held-feelings'] : []);
  });

  it('names each statement that was left out, and no other', () => {
    expect(unanswered(answers())).toEqual([]);
    expect(unanswered(answers({ agreement: { 'held-feelings': 'not-applicable' } }))).toEqual([
      'kept-reflective',
      'apart-from-case',
    ]);
  });

  it('never says more than was chosen, and where it can be kept, says all of it', () => {
    const [codes, themes, agreed] = [
      ['cs', 'ed', 'po'],
      ['roles', 'thresholds'],
      ['1', '3', '4', '5', 'not-applicable', '6'],
    ];
    const anything = fc.record({
      came: fc.subarray([...codes, 'circus']),
      began: fc.constantFrom('10:00', '09:30', '25:00'),
      ended: fc.constantFrom('11:30', '12:00', '09:00'),
      also: fc.subarray(['none', 'case-updates', 'case-decisions', 'minutes']),
      agreement: fc.record(
        Object.fromEntries(OWN_STATEMENTS.map((each) => [each, fc.constantFrom(...agreed)])),
      ),
      themes: fc.subarray([...themes, 'gossip']),
      concern: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('yes', 'no') },
        { weight: 1, arbitrary: fc.constantFrom('', 'maybe') },
      ),
    });
    let kept = 0;
    fc.assert(
      fc.property(anything, (given) => {
        const record = recordOf(given, slot);
        expect(given.came).toEqual(record.agencies);
        if (recordProblems(record, slot, policy).length > 0) return;
        kept += 1;
        expect([unanswered(given), record.themes]).toEqual([[], given.themes]);
        expect(record.concern ? 'yes' : 'no').toBe(given.concern);
        const also = typeof record.also === 'string' ? [record.also] : record.also;
        expect(new Set(also)).toEqual(new Set(given.also.filter((each) => each !== 'minutes')));
        for (const each of OWN_STATEMENTS) expect(String(record.agreement[each])).toBe(given.agreement[each]);
      }),
      { numRuns: 6_000 },
    );
    expect(kept).toBeGreaterThan(20);
  });
});
