import { defaultPolicy as policy } from '../../src/domain/policy';
import { erasedFrom, facilitatorForgottenFrom, leaverErasedFrom } from '../../src/domain/retention';
import { at } from '../builders';

const DAY_MS = 24 * 60 * 60_000;

it('keeps a closed request for 180 days, to the moment', () => {
  const closedAt = at('2026-12-01T10:15');
  expect(erasedFrom({ closedAt }, policy)).toBe(closedAt + 180 * DAY_MS);
  expect(erasedFrom({ closedAt }, { keptDays: 30 })).toBe(closedAt + 30 * DAY_MS);
});

it('keeps whoever left the pool for as long, from the first day they were gone', () => {
  expect(leaverErasedFrom('2026-12-01', policy)).toBe(at('2026-12-01T00:00') + 180 * DAY_MS);
  const clockPutForward = leaverErasedFrom('2026-03-29', policy);
  expect(clockPutForward).toBe(Date.parse('2026-03-29T00:00Z') + 180 * DAY_MS);
});

it.each([
  ['2026-01-01T00:00', '2026-04-01T00:00'],
  ['2026-03-31T23:59', '2026-04-01T00:00'],
  ['2026-04-01T00:00', '2026-07-01T00:00'],
  ['2026-06-30T23:59', '2026-07-01T00:00'],
  ['2026-08-15T12:00', '2026-10-01T00:00'],
  ['2026-10-01T00:00', '2027-01-01T00:00'],
  ['2026-12-31T23:59', '2027-01-01T00:00'],
])(
  'forgets who facilitated what closed at %s with the rest of its quarter, after %s',
  (closedAt, quarter) => {
    expect(facilitatorForgottenFrom(at(closedAt), policy)).toBe(at(quarter) + 180 * DAY_MS);
  },
);

it('has forgotten them well before four hundred days', () => {
  for (let day = 0; day < 366; day += 1) {
    const closedAt = at('2026-01-01T00:00') + day * DAY_MS;
    expect(facilitatorForgottenFrom(closedAt, policy) - closedAt).toBeLessThan(273 * DAY_MS);
  }
});
