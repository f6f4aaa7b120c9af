import { scryptSync } from 'node:crypto';
import { createCodes } from '../../src/azure/code-table';
import { at } from '../builders';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const MINUTE_MS = 60_000;
const LINK = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

function codes() {
  const clock = { now: at('2026-11-24T10:00') };
  const one = () => createCodes({ links: embedded.storage.links, now: () => clock.now, codeMinutes: 15 });
  return { codes: one(), another: one(), clock };
}
/** A code, but not this one. */
const not = (code: string, step = 1) => String((Number(code) + step) % 1_000_000).padStart(6, '0');
const isOf = (answers: readonly { readonly is: string }[]) => answers.map(({ is }) => is);

describe('A code', () => {
  it('is six digits, right once, and leaves a proof for half an hour', async () => {
    const { codes: ours, another, clock } = codes();
    const code = await ours.mint(LINK);
    expect(code).toMatch(/^\d{6}$/);
    const entered = await another.enter(LINK, code);
    if (entered.is !== 'right') throw new Error(`Expected it to be right, got ${entered.is}`);
    expect(await ours.isProven(LINK, entered.proof)).toBe(true);
    expect(await ours.enter(LINK, code)).toEqual({ is: 'over' });
    clock.now += 30 * MINUTE_MS - 1;
    expect(await ours.isProven(LINK, entered.proof)).toBe(true);
    clock.now += 1;
    expect(await ours.isProven(LINK, entered.proof)).toBe(false);
    clock.now -= MINUTE_MS;
    expect(await ours.isProven(LINK, entered.proof)).toBe(false);
  });

  it('is kept as what takes long to guess, other each time', async () => {
    const { codes: ours } = codes();
    const code = await ours.mint(LINK);
    const kept = async () => {
      const row = await embedded.storage.links.getEntity<{ data: string }>(LINK, 'code');
      return JSON.parse(row.data) as { salt: string; hash: string };
    };
    const first = await kept();
    const slow = scryptSync(code, first.salt, 32, { N: 2 ** 14, r: 8, p: 5 }).toString('hex');
    expect(first.hash).toBe(slow);
    await ours.mint(LINK);
    expect((await kept()).salt).not.toBe(first.salt);
  });

  it('may be typed as people type it', async () => {
    const { codes: ours } = codes();
    const code = await ours.mint(LINK);
    expect(await ours.enter(LINK, ` ${code.slice(0, 3)} ${code.slice(3)}\n`)).toMatchObject({ is: 'right' });
  });

  it('is over after its minutes', async () => {
    const { codes: ours, clock } = codes();
    const code = await ours.mint(LINK);
    clock.now += 15 * MINUTE_MS;
    expect(await ours.enter(LINK, code)).toEqual({ is: 'over' });
  });

  it('is used up by five wrong tries, and a new one is not', async () => {
    const { codes: ours } = codes();
    const code = await ours.mint(LINK);
    const wrong = [];
    for (let step = 1; step <= 5; step += 1) wrong.push(await ours.enter(LINK, not(code, step)));
    expect(isOf(wrong)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'over']);
    expect(await ours.enter(LINK, code)).toEqual({ is: 'over' });
    expect(await ours.enter(LINK, await ours.mint(LINK))).toMatchObject({ is: 'right' });
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345', '1e5', '9'.repeat(10_000)])(
    'is not %j, which costs no try',
    async (typed) => {
      const { codes: ours } = codes();
      expect(await ours.enter(LINK, typed)).toEqual({ is: 'over' });
      const code = await ours.mint(LINK);
      for (let n = 0; n < 6; n += 1) expect(await ours.enter(LINK, typed)).toEqual({ is: 'wrong' });
      expect(await ours.enter(LINK, code)).toMatchObject({ is: 'right' });
    },
  );

  it('is over once there is another', async () => {
    const { codes: ours, another } = codes();
    const first = await ours.mint(LINK);
    let second = await another.mint(LINK);
    while (second === first) second = await another.mint(LINK);
    expect(await ours.enter(LINK, first)).toEqual({ is: 'wrong' });
    expect(await ours.enter(LINK, second)).toMatchObject({ is: 'right' });
  });

  it('is of its link alone, and so is its proof', async () => {
    const { codes: ours } = codes();
    const code = await ours.mint(LINK);
    expect(await ours.enter(OTHER, code)).toEqual({ is: 'over' });
    const entered = await ours.enter(LINK, code);
    const proof = entered.is === 'right' ? entered.proof : '';
    expect(await ours.isProven(OTHER, proof)).toBe(false);
    expect(await ours.isProven(LINK, proof)).toBe(true);
    for (const none of ['', 'x', "'", proof.slice(1), `${proof}A`, 'z'.repeat(43), 'z'.repeat(100_000)])
      expect(await ours.isProven(LINK, none)).toBe(false);
  });

  it('cannot be read out of storage, nor its proof', async () => {
    const { codes: ours } = codes();
    const code = await ours.mint(LINK);
    const stored = async () => {
      const rows = [];
      for await (const row of embedded.storage.links.listEntities<{ data: string }>()) rows.push(row);
      return rows.map(({ data, rowKey }) => `${String(rowKey)} ${String(data)}`).join('\n');
    };
    expect(JSON.parse((await stored()).replace('code ', ''))).toEqual({
      salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      expiresAt: expect.any(Number) as number,
      wrong: 0,
    });
    const entered = await ours.enter(LINK, code);
    expect(entered.is).toBe('right');
    expect(await stored()).not.toContain(entered.is === 'right' ? entered.proof : '');
  });
});

describe('Codes entered at once', () => {
  it('are right for one of two', async () => {
    const { codes: ours, another } = codes();
    const code = await ours.mint(LINK);
    const answers = await Promise.all([ours.enter(LINK, code), another.enter(LINK, code)]);
    expect(isOf(answers).sort()).toEqual(['over', 'right']);
  });

  it('are no more than five guesses, however many come', async () => {
    const { codes: ours, another } = codes();
    const code = await ours.mint(LINK);
    const guesses = Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? ours : another).enter(LINK, not(code, n + 1)),
    );
    const answers = isOf(await Promise.all(guesses));
    expect(answers.filter((is) => is === 'wrong')).toHaveLength(4);
    expect(answers.filter((is) => is === 'over')).toHaveLength(36);
    expect(await ours.enter(LINK, code)).toEqual({ is: 'over' });
  });
});
