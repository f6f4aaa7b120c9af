/** Storage is lost while people click, and is restored: see restore-round.ts; many such rounds are in the evidence. */
import { runRound } from './restore-round';

/** A machine that does much else takes its time over restoring. */
const LONGEST_MS = 15 * 60_000;

it(
  'has everything again that people were told before the backup, nothing erased, and carries on',
  async () => {
    const round = await runRound({ seed: 1, beforeMs: 3_000, afterMs: 2_000, carryOnMs: 4_000 });
    expect(round).toMatchObject({ lostBefore: 0, erasedAndBack: 0, wrongs: [] });
    expect(round.acknowledgedBefore).toBeGreaterThan(0);
    expect(round.erasedRows).toBeGreaterThan(0);
    expect(round.pressedAfterwards).toBeGreaterThan(0);
  },
  LONGEST_MS,
);
