import fc from 'fast-check';
import {
  afterTry,
  type CallMet,
  countsOf,
  DAY_MS,
  groupedBy,
  inOrder,
  OWNER_LEFT,
  OWNER_UNREAD,
} from '../../src/domain/delivering';
import { at } from '../builders';

const SINCE = at('2026-11-24T10:00');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const failed = (problem = 'status-500', retryAfterMs?: number): CallMet => ({
  met: 'failed',
  problem,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});
/** Half of the jitter is none. */
const MIDDLE = 0.5;

describe('After a try', () => {
  it('is done with whatever was taken, whenever it was, and ends with whoever says that they are gone', () => {
    for (const now of [SINCE, SINCE + 3 * DAY_MS]) {
      const tried = { since: SINCE, tries: 9 };
      expect(afterTry({ met: 'delivered' }, tried, now, MIDDLE)).toEqual({ now: 'delivered' });
      expect(afterTry({ met: 'gone' }, tried, now, MIDDLE)).toEqual({ now: 'ended' });
    }
  });

  it.each([
    [0, 30 * SECOND],
    [1, MINUTE],
    [2, 2 * MINUTE],
    [5, 16 * MINUTE],
    [6, 32 * MINUTE],
    [7, HOUR],
    [8, HOUR],
    [40, HOUR],
  ])('that failed after %i others it waits longer and longer, an hour at most', (tries, wait) => {
    const now = SINCE + HOUR;
    const after = (chance: number) => afterTry(failed(), { since: SINCE, tries }, now, chance);
    expect(after(MIDDLE)).toEqual({ now: 'later', dueAt: now + wait, problem: 'status-500' });
    expect(after(0)).toMatchObject({ dueAt: now + wait * 0.75 });
    expect(after(0.999)).toMatchObject({ dueAt: now + wait * (0.75 + 0.999 / 2) });
  });

  it.each([
    ['as long as it is asked to', 10 * MINUTE, 10 * MINUTE],
    ['not less than it would by itself', SECOND, 30 * SECOND],
    ['four hours at most', 400 * HOUR, 4 * HOUR],
  ])('waits %s', (_how, asked, wait) => {
    expect(afterTry(failed('status-429', asked), { since: SINCE, tries: 0 }, SINCE, MIDDLE)).toMatchObject({
      dueAt: SINCE + wait,
    });
  });

  it.each<[string, CallMet, number, number, object]>([
    ['tries once more just when a day is over', failed(), 30, DAY_MS - MINUTE, { dueAt: SINCE + DAY_MS }],
    [
      'parks what nobody has taken for a day',
      failed('timeout'),
      30,
      DAY_MS,
      { now: 'parked', problem: 'timeout' },
    ],
    [
      'does not park what was hardly tried in that day, and waits before it tries again',
      failed(),
      1,
      DAY_MS,
      { now: 'later', dueAt: SINCE + DAY_MS + MINUTE },
    ],
    ['parks that too after a third try', failed(), 2, 2 * DAY_MS, { now: 'parked' }],
    [
      'ends where nobody was known at the address for a day',
      failed('status-404'),
      30,
      DAY_MS,
      { now: 'ended' },
    ],
    ['does not end for an address that is not known for once', failed('status-404'), 0, 0, { now: 'later' }],
    [
      'parks at a flow that is turned off, which may come back',
      failed('status-400'),
      30,
      DAY_MS,
      { now: 'parked' },
    ],
  ])('%s', (_what, met, tries, after, becomes) => {
    expect(afterTry(met, { since: SINCE, tries }, SINCE + after, MIDDLE)).toMatchObject(becomes);
  });

  it('has tried a good many times in that day, and comes to an end whatever the jitter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 60, maxLength: 60 }),
        (chances) => {
          let now = SINCE;
          for (const [tries, chance] of chances.entries()) {
            const after = afterTry(failed(), { since: SINCE, tries }, now, chance);
            if (after.now === 'parked') {
              expect(now).toBe(SINCE + DAY_MS);
              expect(tries).toBeGreaterThan(20);
              return;
            }
            if (after.now !== 'later') throw new Error(`Expected another try, got ${after.now}`);
            expect(after.dueAt).toBeGreaterThan(now);
            now = after.dueAt;
          }
          throw new Error('Expected it to be parked, got sixty tries');
        },
      ),
    );
  });
});

describe('What is on its way', () => {
  const numbered = (n: number, parkedAt?: number) => ({
    announcement: { id: `a-request-effect-announce-${String(n).padStart(10, '0')}` },
    ...(parkedAt !== undefined && { parkedAt }),
  });

  it('goes in the order in which it came about, by number and not by letter, past what is parked', () => {
    const line = inOrder([numbered(10), numbered(9), numbered(100), numbered(2, SINCE)]);
    expect(line).toEqual([numbered(9), numbered(10), numbered(100)]);
  });

  it('is taken apart by a name, each group and what is in it in the order they came in', () => {
    const groups = groupedBy(['Basil', 'amber', 'Bertha', 'cook'], (each) => each.charAt(0).toLowerCase());
    expect([...groups]).toEqual([
      ['b', ['Basil', 'Bertha']],
      ['a', ['amber']],
      ['c', ['cook']],
    ]);
  });

  it('bears the reason why it was not tried as a word that what is kept already bears', () => {
    expect([OWNER_LEFT, OWNER_UNREAD]).toEqual(['owner-left', 'owner-unread']);
  });

  it('is counted apart from what waits for a person', () => {
    expect(countsOf([numbered(1), numbered(2, SINCE), numbered(3)])).toEqual({ waiting: 2, parked: 1 });
    expect(countsOf([])).toEqual({ waiting: 0, parked: 0 });
  });
});
