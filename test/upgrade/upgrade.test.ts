/** Each version whose recording is kept is gone on with by this one; see README.md. */
import { carryOn, versionsKept } from './carrying-on';

it('has a recording to go on with', () => {
  expect(versionsKept().length).toBeGreaterThan(0);
});

const ways = versionsKept().flatMap((version) => [
  [version, 'people press first, then weeks pass', 0] as const,
  [version, 'weeks pass first, then people press', 1] as const,
]);

it.each(ways)(
  'goes on with what %s had kept, its queued effects and the cards it had sent: %s',
  async (version, _way, order) => {
    const { wrongs, ...went } = await carryOn(version, order);
    expect(wrongs).toEqual([]);
    for (const count of ['requests', 'effects', 'messages', 'pressed', 'decided', 'links'] as const)
      expect(went[count]).toBeGreaterThan(0);
    for (const state of ['submitted', 'returned', 'approved', 'offered', 'booked', 'uncovered', 'held'])
      expect(went.states).toContain(state);
  },
  600_000,
);
