/**
 * `npm run simulate`: two years of requests, chosen for by the program and in two plain ways; a table, and the load of
 * everybody in a picture. The same in every run; another seed by `npm run simulate -- 7`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromiumPath } from '../chromium';
import { type Bar, drawChart, type Panel } from './chart';
import { CHOICES, type Choice } from './choices';
import { figuresOf, monthlyLoadOf } from './figures';
import { play, type Played } from './play';
import { isAlwaysThere } from './pool';
import { asTable, HOW_TO_READ, type Line } from './report';
import { aWorld, type Setting, type World } from './world';

const REQUESTS = 2_000;
const CALENDARS: Record<Setting['calendars'], string> = {
  ordinary: 'ordinary calendars',
  free: 'everybody free',
};
/** Per unit of weight, where availability allows it. */
const WIDEST = 1;
const FOLDER = resolve('.sandbox');

async function simulate([seed = '1']: readonly string[]): Promise<void> {
  const from = performance.now();
  const lines: Line[] = [];
  const rows: Panel[][] = [];
  for (const calendars of Object.keys(CALENDARS) as Setting['calendars'][]) {
    const world = aWorld({ seed: Number(seed), requests: REQUESTS, calendars });
    rows.push(
      (Object.keys(CHOICES) as Choice[]).map((choice) => {
        const played = play(world, CHOICES[choice]());
        lines.push({ calendars: CALENDARS[calendars], choice, figures: figuresOf(world, played) });
        return { title: `Chosen by ${choice}, ${CALENDARS[calendars]}`, bars: barsOf(world, played) };
      }),
    );
  }
  const { spread } = lines.find(
    ({ choice, calendars }) => choice === 'fair share' && calendars === CALENDARS.free,
  )!.figures;
  console.log(`${REQUESTS} requests over two years, seed ${seed}\n\n${asTable(lines)}\n\n${HOW_TO_READ}\n`);
  console.log(
    `Aim: a spread of at most ${WIDEST} by fair share with everybody free: ${spread <= WIDEST ? 'met' : 'NOT MET'}.`,
  );
  await draw(rows);
  console.log(`Took ${Math.round((performance.now() - from) / 1_000)} s.`);
}

async function draw(rows: readonly (readonly Panel[])[]): Promise<void> {
  if (!chromiumPath())
    return console.log('No picture: there is no Chromium here. Install it, or set CHROMIUM_PATH.');
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'simulation.png');
  const title = 'How much each facilitator has to do, by how they are chosen';
  const subtitle = `A simulation: ${REQUESTS} requests to a pool of 40 over two years, with refusals and cancellations. A unit of weight is somebody with half the usual time.`;
  await drawChart({ title, subtitle, rows }, file);
  console.log(`Picture: ${file}`);
}

function barsOf({ pool }: World, { reservations }: Played): Bar[] {
  return pool.map((facilitator) => ({
    load: monthlyLoadOf(facilitator, reservations),
    kind: isAlwaysThere(facilitator) ? 'always' : facilitator.joinedOn ? 'joined' : 'away',
  }));
}

simulate(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
