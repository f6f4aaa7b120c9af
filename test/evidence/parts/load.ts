/** What traffic the bot carries here, and by calculation beyond. */
import { availableParallelism } from 'node:os';
import { BUSIEST, NORFOLK, PRODUCTION, walls, wallsTable } from '../../load/capacity';
import { LIMITS, LOOKED_UP } from '../../load/limits';
import type { LoadSeen, LoadStep } from '../../load/run';
import { seen } from '../../load/seen';
import { isSaturated } from '../../load/steps';
import { MIX } from '../../load/traffic';
import type { Finding, Measured, Part } from '../part';

const COMMAND = 'node build/test/load/run.js';

const part: Part = {
  name: 'load',
  title: 'Load',
  async measure(): Promise<Measured> {
    const load = await seen<LoadSeen>('load/run.js');
    const all = Object.values(load).flat();
    // The slowest of the steps: the machine was never kinder to us than that.
    const msARequest = Math.max(...all.map(({ botMsARequest }) => botMsARequest));
    const found = walls(NORFOLK, { ...PRODUCTION, msARequest });
    return {
      findings: [...Object.entries(load).map(([instances, steps]) => carried(instances, steps)), wall(found)],
      text: [stepsTable(load), capacityText(msARequest), wallsTable(found), sources()].join('\n\n'),
    };
  },
};
export { part };

function carried(instances: string, steps: readonly LoadStep[]): Finding {
  const best = steps.filter((step) => !isSaturated(step)).at(-1);
  const last = steps.at(-1)!;
  const end = isSaturated(last)
    ? `saturated at ${last.offered} a second (${last.reached.toFixed(1)} answered, p99 ${ms(last.p99)}, ${failuresOf(last)})`
    : 'not saturated at the highest rate';
  const kept = best
    ? `${best.offered} requests a second with p50 ${ms(best.p50)} and p99 ${ms(best.p99)}; ${end}`
    : `no step kept up; ${end}`;
  const others = Math.max(...steps.map(({ cores }) => cores.others));
  const faulty = steps.some(({ failed }) => failed > 0);
  return {
    promise: `${instances === '1' ? 'One instance answers' : `${instances} instances answer`} mixed traffic without a fault up to the rate at which the machine is saturated.`,
    seen: `${kept}. Others took up to ${others.toFixed(2)} of ${availableParallelism()} cores meanwhile`,
    // Where others had most of the machine, saturation was theirs and says little of the bot.
    met: faulty ? 'not-met' : others > availableParallelism() / 2 || !best ? 'not-shown' : 'met',
    command: COMMAND,
  };
}

/** "3 failed: 2 with 429, 1 without an answer" */
function failuresOf({ failed, faults }: LoadStep): string {
  const each = Object.entries(faults).map(
    ([status, times]) => `${times} ${status === '0' ? 'without an answer' : `with ${status}`}`,
  );
  return `${failed} failed${each.length > 0 ? `: ${each.join(', ')}` : ''}`;
}

function wall(found: ReturnType<typeof walls>): Finding {
  const [first, second] = found;
  return {
    promise: 'One deployment carries a partnership of Norfolk’s size with room to spare.',
    aim: 'at least 10 times its busiest hour',
    seen:
      `by calculation ${first!.partnerships} times, then ${first!.what}; next ${second!.what} at ${second!.partnerships} ` +
      '(limits as published, none tried here)',
    met: first!.partnerships >= 10 ? 'met' : 'not-met',
    command: 'npx jest test/load/capacity.test.ts',
  };
}

function stepsTable(load: LoadSeen): string {
  const rows = Object.entries(load).flatMap(([instances, steps]) =>
    steps.map(
      ({ offered, reached, p50, p99, failed, cores, botMsARequest }) =>
        `| ${instances} | ${offered} | ${reached.toFixed(1)} | ${ms(p50)} | ${ms(p99)} | ${failed} | ` +
        `${cores.bots.toFixed(2)} | ${cores.storage.toFixed(2)} | ${cores.generator.toFixed(2)} | ` +
        `${cores.others.toFixed(2)} | ${botMsARequest.toFixed(1)} ms |`,
    ),
  );
  const mix = Object.entries(MIX).map(([kind, share]) => `${share} ${kind}`);
  return [
    `Of a hundred requests: ${mix.join(', ')}. Bots are the shipped program with their workers on; Azurite is the storage. The ` +
      'generator’s process also simulates Graph, Entra and Teams. Cores are averages over a step. Where others took most of ' +
      'them, the figures say what was left for us rather than what the bot can do.',
    '',
    '| bots | offered /s | answered /s | p50 | p99 | failed | cores: bots | Azurite | generator | others | bot CPU a request |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function capacityText(msARequest: number): string {
  const { requestsAYear, openWeeks, ofARequest } = NORFOLK;
  return (
    `Beyond this machine by calculation. Assumed, for no source says it: ${requestsAYear} requests a year, open for ${openWeeks} ` +
    `weeks; each takes ${ofARequest.taken} calls of the bot, ${ofARequest.storageCalls} of storage, ${ofARequest.mailboxCalls} ` +
    `of the organiser’s mailbox and ${ofARequest.messages} messages in its life; the busiest hour has ${BUSIEST} times the ` +
    `average. The bot’s own ${msARequest.toFixed(1)} ms a request are the highest of the table above. A deployment has one ` +
    'group of coordinators: the number of partnerships is a measure of size, and does not mean that it keeps them apart.'
  );
}

function sources(): string {
  const lines = Object.values(LIMITS).map(({ what, source }) => `- ${what}: ${source}`);
  return [
    `Limits as kept copies of the pages, or texts that quote them, had them on ${LOOKED_UP}; look again before relying on one:`,
    '',
    ...lines,
  ].join('\n');
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
