/** What reading a hostile list of facilitators costs as it grows: four times the length should be four times the work. */
import { readRoster } from '../../src/web/tab/roster-csv';
import { HOSTILE_ROSTERS } from '../web/hostile-rosters';
import { compare, effortOf } from './compare';
import { judged, type Row, type Section, withSpread } from './table';

const SHORT = 50_000;
const GROWS = 4;
/** With the square of its length it would be sixteen times. */
const AIM = 8;
const TURNS = { warmUpPairs: 2, rounds: 5, pairsPerRound: 2 };

export async function measureRoster(): Promise<Section> {
  const rows: Row[] = [];
  for (const [what, text] of HOSTILE_ROSTERS) {
    const [long, short] = [text(GROWS * SHORT), text(SHORT)];
    const read = (file: string) => async () => void readRoster(file);
    const { ours, bare, ratio } = await compare({
      ...TURNS,
      ours: () => effortOf(read(long)),
      bare: () => effortOf(read(short)),
    });
    rows.push({
      what: `list of ${what}`,
      ours: withSpread(ours.cpuMs, 'ms'),
      bare: withSpread(bare.cpuMs, 'ms'),
      ...judged(ratio.cpuMs, AIM),
    });
  }
  return {
    rows,
    means: `List: processor time of reading it; bare reads one a quarter as long. The work of its square would be ${GROWS ** 2}.`,
  };
}
