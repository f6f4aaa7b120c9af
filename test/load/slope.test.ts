import { bytesATurn } from './slope';

const MB = 1_000_000;
const samples = (heapAt: (turns: number) => number) =>
  [1_000, 2_000, 3_000, 4_000, 5_000].map((turns) => ({ turns, heap: heapAt(turns) }));

describe('the growth of a heap', () => {
  it.each([
    ['flat', () => 40 * MB, 0],
    ['a kilobyte a turn', (turns: number) => 40 * MB + 1_000 * turns, 1_000],
    ['shrinking', (turns: number) => 40 * MB - 10 * turns, -10],
  ])('is read from the samples: %s', (_, heapAt, bytes) => {
    expect(bytesATurn(samples(heapAt))).toBeCloseTo(bytes, 6);
  });

  it('does not take a single high sample for growth', () => {
    const one = samples((turns) => (turns === 3_000 ? 41 * MB : 40 * MB));
    expect(bytesATurn(one)).toBeCloseTo(0, 6);
  });

  it('says when there is nothing to compare', () => {
    expect(() => bytesATurn([{ turns: 5, heap: 1 }])).toThrow('different numbers of turns');
  });
});
