/**
 * `npm run simulate:drift`: how often the drift chart raises a false alarm, and how soon it sees drift, beside a monthly XmR
 * chart. The same in every run; another seed, and how many invented practices, by `npm run simulate:drift -- 7 1000`.
 */
import { DRIFT_DESIGN } from '../../../src/domain/monitoring/drift-design';
import { figuresOf } from './figures';
import { asTable, HOW_TO_READ, type Line } from './report';
import { ASSUMED, type Telling } from './sessions';
import { type Way, WATCHERS } from './watchers';

const A_MONTH = [3, 5, 10, 15];
const WAYS = Object.keys(WATCHERS) as Way[];
const HEADINGS: Record<Telling, string> = {
  'every session told': 'Every session can be assessed',
  'answers as they come in': `${ASSUMED.participants} are asked, ${ASSUMED.answering * 100} % answer; fewer than ${ASSUMED.fewestAnswers} answers: not assessable`,
};

function simulate([seed = '1', runs = '4000']: readonly string[]): void {
  const from = performance.now();
  console.log(`${runs} invented practices for each figure, seed ${seed}`);
  const lines = (Object.keys(HEADINGS) as Telling[]).flatMap((telling) => {
    const found = A_MONTH.flatMap((aMonth): Line[] =>
      [...figuresOf({ seed: Number(seed), runs: Number(runs), aMonth, telling }, WAYS)].map(
        ([way, figures]) => ({ aMonth, way, figures }),
      ),
    );
    console.log(`\n${HEADINGS[telling]}\n\n${asTable(found)}`);
    return found;
  });
  const worst = Math.max(
    ...lines.flatMap(({ way, figures }) => (way === 'drift chart' ? [figures.falseAlarmsAYear.mean] : [])),
  );
  const allowed = DRIFT_DESIGN.falseAlarmsAYear;
  console.log(`\n${HOW_TO_READ}\n`);
  console.log(
    `Aim: at most ${allowed * 100} % false alarms a year by the drift chart: ${worst <= allowed ? 'met' : 'NOT MET'}.`,
  );
  console.log(`Took ${Math.round((performance.now() - from) / 1_000)} s.`);
}

simulate(process.argv.slice(2));
