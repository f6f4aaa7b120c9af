import { localDate } from '../../src/domain/calendar';
import { MINUTE_MS, overlaps } from '../../src/domain/intervals';
import { CHOICES, type Choice } from './choices';
import { figuresOf } from './figures';
import { play, type Played } from './play';
import { aWorld, type Setting, type World } from './world';

const SHORT = { seed: 1, requests: 150 };

function played(calendars: Setting['calendars'], choice: Choice, over: Partial<Setting> = {}) {
  const world = aWorld({ ...SHORT, calendars, ...over });
  return { world, played: play(world, CHOICES[choice]()) };
}

function heldBy({ reservations }: Played, id: string) {
  return reservations.get(id)!.filter(({ state }) => state === 'held');
}

/** Whatever the way of choosing, matching's hard rules must hold in what comes of it. */
function expectRulesKept(world: World, story: Played): void {
  const { pool, policy } = world;
  for (const { id, joinedOn = '', leftOn = '9', pauses = [], sessionsPerMonth } of pool) {
    const held = heldBy(story, id).sort((a, b) => a.slot.start - b.slot.start);
    const perMonth = new Map<string, number>();
    held.forEach(({ slot, givenOn }, n) => {
      const day = localDate(slot.start);
      perMonth.set(day.slice(0, 7), (perMonth.get(day.slice(0, 7)) ?? 0) + 1);
      expect(givenOn! >= joinedOn && day < leftOn).toBe(true);
      expect(pauses.filter(({ from, until }) => from <= day && day <= until)).toEqual([]);
      const diary = world.availabilityOf(id, slot);
      expect(diary.known && diary.busy.filter((entry) => overlaps(entry, slot))).toEqual([]);
      const before = held[n - 1];
      if (before)
        expect(slot.start - before.slot.end).toBeGreaterThanOrEqual(policy.bufferMinutes * MINUTE_MS);
    });
    for (const count of perMonth.values())
      expect(count).toBeLessThanOrEqual(sessionsPerMonth ?? policy.sessionsPerMonth);
  }
}

describe('Two years in short', () => {
  it.each(Object.keys(CHOICES) as Choice[])(
    'book nobody twice, keep caps, pauses and diaries, chosen by %s',
    (choice) => {
      const { world, played: story } = played('ordinary', choice);
      expectRulesKept(world, story);
      expect(story.outcomes).toHaveLength(SHORT.requests);
      const { never, firstTime } = figuresOf(world, story);
      expect(never).toBeLessThan(0.1);
      expect(firstTime).toBeGreaterThan(0.7);
    },
  );

  it('hold refusals and cancellations, and every request has one session at most', () => {
    const { played: story } = played('ordinary', 'fair share');
    const sessions = story.outcomes.flatMap(({ session }) => session ?? []);
    expect(story.outcomes.some(({ asked }) => asked > 1)).toBe(true);
    expect(sessions.some(({ cancelled }) => cancelled)).toBe(true);
    const held = [...story.reservations.values()].flat().filter(({ state }) => state === 'held');
    expect(held).toHaveLength(sessions.filter(({ cancelled }) => !cancelled).length);
    expect(new Set(held.map(({ requestId }) => requestId)).size).toBe(held.length);
  });

  it('come out the same each time', () => {
    const story = () => played('ordinary', 'fair share', { requests: 40 }).played;
    expect(story()).toEqual(story());
  });

  it.each([1, 2, 3])('load everybody alike by fair share where all are free (seed %s)', (seed) => {
    const { world, played: story } = played('free', 'fair share', { seed });
    const { spread, joiners } = figuresOf(world, story);
    expectRulesKept(world, story);
    expect(spread).toBeLessThanOrEqual(1);
    expect(joiners).toBeLessThanOrEqual(1);
  });

  it('load nobody alike by the plain ways', () => {
    for (const choice of ['round-robin', 'earliest free'] as const) {
      const { world, played: story } = played('free', choice);
      expect(figuresOf(world, story).spread).toBeGreaterThan(2);
    }
  });
});
