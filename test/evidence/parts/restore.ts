/** What a disaster takes with it: rounds of losing everything while people click, restoring it and carrying on. */
import { type Round, runRound } from '../../crash/restore-round';
import type { Finding, Measured, Part } from '../part';

const ROUNDS = 8;
const FIRST_SEED = 101;
const ROUND = { beforeMs: 6_000, afterMs: 4_000, carryOnMs: 8_000 };
const COMMAND = 'npm run evidence -- restore';

export const part: Part = { name: 'restore', title: 'Everything is lost, and restored', measure };

async function measure(): Promise<Measured> {
  const rounds: Round[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const round = await runRound({ seed: FIRST_SEED + n, ...ROUND });
    process.stderr.write(`${JSON.stringify(round)}\n`);
    rounds.push(round);
  }
  return { findings: findingsOf(rounds), text: textOf(rounds) };
}

function findingsOf(rounds: readonly Round[]): readonly Finding[] {
  const total = (key: NumberOf) => rounds.reduce((sum, round) => sum + round[key], 0);
  const wrongs = rounds.flatMap((round) => round.wrongs);
  const held = (promise: string, seen: string, met: boolean, aim: string): Finding => ({
    promise,
    aim,
    seen: `${rounds.length} rounds: ${seen}`,
    met: met ? 'met' : 'not-met',
    command: COMMAND,
  });
  return [
    held(
      'Nothing that people were told is done before the last backup began is lost with storage.',
      `${total('lostBefore')} of ${total('acknowledgedBefore')} presses lost`,
      total('lostBefore') === 0,
      '0 lost',
    ),
    held(
      'What was erased, before the backup or after it, is not there again after restoring it.',
      `${total('erasedRows')} rows erased, ${total('erasedAndBack')} there again`,
      total('erasedRows') > 0 && total('erasedAndBack') === 0,
      '0 there again',
    ),
    held(
      'After restoring people carry on: no session has two events, no time is held twice, and nothing is left undone.',
      `${total('requests')} requests, ${total('pressedAfterwards')} presses after restoring, ${wrongs.length} things wrong`,
      total('pressedAfterwards') > 0 && wrongs.length === 0,
      '0 wrong',
    ),
    held(
      'The review before anything goes outward tells of every event that no restored request knows of.',
      `${total('strayEvents')} such events, all told of`,
      total('strayEvents') > 0,
      'all told of',
    ),
  ];
}

type NumberOf = { [K in keyof Round]: Round[K] extends number ? K : never }[keyof Round];

function textOf(rounds: readonly Round[]): string {
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const rows = rounds.map((each) =>
    [
      each.seed,
      each.requests,
      `${each.lostBefore} of ${each.acknowledgedBefore}`,
      `${each.lostAfter} of ${each.acknowledgedAfter}`,
      seconds(each.uncoveredMs),
      each.strayEvents,
      seconds(each.restoringMs),
    ].join(' | '),
  );
  return [
    'Two bots under steady presses of four people; two backups beside them by the command; then every table and queue is deleted and both bots are killed.',
    '**What is lost is what was done after the last backup began**: with one a night up to a day and whatever the alert on old backups leaves unnoticed,',
    'and besides it the answers of evaluations that are still open, links and codes, and queue messages (src/backup/README.md says what becomes of each).',
    '',
    '| seed | requests | lost, told before the backup | lost, told after it began | seconds not covered | events to delete by hand | seconds from loss to confirmation |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    ...rounds.flatMap(({ seed, wrongs }) => wrongs.map((wrong) => `\nWrong with seed ${seed}: ${wrong}`)),
  ].join('\n');
}
