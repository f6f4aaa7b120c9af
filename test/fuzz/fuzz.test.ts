/** A small share of what the program gives every door (run.ts), and the inputs that once went wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from './door';
import { inputsOf } from './door';
import { DOORS } from './doors';
import { fuzz, giveSafely } from './fuzzing';
import { oddIn } from './stored';

const IN_ALL = 20_000;
const WHOLE = DOORS.reduce((sum, { share }) => sum + share, 0);
/** Another each day would find more, and would tell nobody what broke it: the program takes others. */
const SEED = 20_261_127;

describe('whatever is sent', () => {
  it.each(DOORS)('to $name: an answer, and nothing stored that the rules forbid', async (door) => {
    const count = Math.ceil((IN_ALL * door.share) / WHOLE);
    const { inputs, failures } = await fuzz(door, { count, seed: SEED });
    expect(failures).toEqual([]);
    expect(inputs).toBe(count);
  });
});

interface Case {
  readonly door: string;
  /** What it did. */
  readonly was: string;
  readonly input: Input;
}

const FOLDER = join(__dirname, 'cases');
const cases = readdirSync(FOLDER).map((file) => {
  const { door, was, input } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case;
  return { file, door, was, input };
});

describe('an input that once went wrong', () => {
  it.each(cases)('$file: $was', async ({ door: name, input }) => {
    const door = await DOORS.find((each) => each.name === name)!.open();
    try {
      expect(await giveSafely(door, input)).toBeUndefined();
      expect(await door.stored()).toEqual([]);
    } finally {
      await door.close();
    }
  });
});

describe('the fuzzing itself', () => {
  it('gives the same inputs for the same seed, and others for another', () => {
    const [door] = DOORS;
    const [one, again, other] = [7, 7, 8].map((seed) => JSON.stringify(inputsOf(door!, seed, 50)));
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('tells a fault from an answer', async () => {
    const faulty = {
      give: async (input: Input) => {
        if (input === 'fault') throw new Error('a fault');
        return undefined;
      },
      stored: async () => [],
      close: async () => undefined,
    };
    expect(await giveSafely(faulty, 'fault')).toContain('thrown: Error: a fault');
    expect(await giveSafely(faulty, 'none')).toBeUndefined();
  });

  it('finds what must not be stored', () => {
    const kept = JSON.parse('{"a":{"__proto__":1},"b":["x\\u0000"],"c":"\\ud800","d":"fine\\n"}') as object;
    expect(oddIn(kept)).toEqual([
      '/a has a field "__proto__"',
      '/b/0 holds what nobody can type',
      '/c holds what nobody can type',
    ]);
  });

  it('finds a changed prototype', async () => {
    const polluting = {
      ...DOORS.find(({ name }) => name === 'the file of facilitators')!,
      open: async () => ({
        give: async () =>
          void Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true }),
        stored: async () => [],
        close: async () => undefined,
      }),
    };
    try {
      const { failures } = await fuzz(polluting, { count: 1, seed: 1 });
      expect(failures).toMatchObject([{ wrong: 'a prototype was changed' }]);
    } finally {
      delete (Object.prototype as { polluted?: number }).polluted;
    }
  });
});
