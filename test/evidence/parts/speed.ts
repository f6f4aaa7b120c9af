/** What the bot costs against something bare, and whether what it holds grows. */
import { availableParallelism, loadavg } from 'node:os';
import type { Row, Section } from '../../bench/table';
import { seen } from '../../load/seen';
import type { TurnsSeen } from '../../load/turns';
import type { Finding, Measured, Part } from '../part';

/** Those with an aim, or without which the others are not understood. */
const SECTIONS = ['clicks', 'calls', 'start', 'matching', 'figures', 'roster'];
/** A heap that grows by more in a hundred thousand turns, by its own size, is not flat. */
const MOST_GROWTH = 0.05;
const TURNS = 100_000;

const part: Part = {
  name: 'speed',
  title: 'Speed and memory',
  async measure(): Promise<Measured> {
    const sections = await seen<Record<string, Section>>('bench/run.js', { with: ['--json', ...SECTIONS] });
    const ratios = Object.entries(sections).flatMap(([name, { rows }]) =>
      rows.filter(({ aim }) => aim !== undefined).map((row) => findingOf(name, row)),
    );
    const turns = await seen<TurnsSeen>('load/turns.js', { node: ['--expose-gc'], with: [String(TURNS)] });
    return {
      findings: [...ratios, flat(turns)],
      text: [notes(), ...Object.entries(sections).map(([name, section]) => asText(name, section))].join(
        '\n\n',
      ),
    };
  },
};
export { part };

function findingOf(section: string, { what, ours, bare, ratio, aim, met }: Row): Finding {
  const against = bare === '' ? '' : ` against ${bare}`;
  return {
    promise: `${what} costs no more than the aim.`,
    aim: aim!,
    seen: ratio === undefined ? `${ours}${against}` : `${ratio}: ${ours}${against}`,
    met: met ? 'met' : 'not-met',
    command: `npm run bench -- ${section}`,
  };
}

function flat({ turns, seconds, bytesATurn, samples }: TurnsSeen): Finding {
  const { heap, rss } = samples.at(-1)!;
  const growth = (bytesATurn * TURNS) / heap;
  return {
    promise: 'What the bot holds does not grow with the turns it has taken.',
    aim: `at most ${MOST_GROWTH * 100} % of the heap in ${TURNS.toLocaleString('en-GB')} turns, after a warm-up of a fifth`,
    seen:
      `${(growth * 100).toFixed(1)} % (${bytesATurn.toFixed(1)} bytes a turn) over ${turns.toLocaleString('en-GB')} turns in ` +
      `${seconds} s; at the end ${mb(heap)} on the heap, ${mb(rss)} resident, with the simulated Graph in the same process`,
    met: growth <= MOST_GROWTH ? 'met' : 'not-met',
    command: 'node --expose-gc build/test/load/turns.js',
  };
}

const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

function asText(name: string, { rows, means }: Section): string {
  const lines = rows.map(
    ({ what, ours, bare, ratio, aim }) => `| ${what} | ${ours} | ${bare} | ${ratio ?? ''} | ${aim ?? ''} |`,
  );
  return [
    `**${name}**`,
    '',
    '| | ours | bare | ratio | aim |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
    means,
  ].join('\n');
}

function notes(): string {
  return (
    'Ratios are medians of pairs measured in turns, with their least and most; below 1 ours is the cheaper one. The machine had ' +
    `${availableParallelism()} cores and a load of ${loadavg()[0]!.toFixed(1)} at the end: above the number of cores, ` +
    'others were working on it too. `npm run bench -- --check` holds them against `test/bench/kept.json` and fails when one ' +
    'is clearly worse in two runs. The start leaves to the first turn what no start needs; “start to the first answer” shows ' +
    'what that adds. Of a hundred turns of the memory run, ninety draw a card without storage, eight read a request, one is ' +
    'a refused decision and one a whole form.'
  );
}
