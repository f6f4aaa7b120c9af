/** Whether this version goes on with what landed versions had kept: rows, queued effects, messages, cards that were sent. */
import { type CarriedOn, carryOn, versionsKept } from '../../upgrade/carrying-on';
import type { Finding, Measured, Part } from '../part';

const COMMAND = 'npm run evidence -- upgrade';

export const part: Part = { name: 'upgrade', title: 'An earlier version is gone on with', measure };

async function measure(): Promise<Measured> {
  const went: CarriedOn[] = [];
  for (const version of versionsKept())
    for (let order = 0; order < ORDERS; order += 1) went.push(await carryOn(version, order));
  return { findings: went.map(findingOf), text: went.map(textOf).join('\n\n') };
}

/** Whoever presses first changes what the others can still do. */
const ORDERS = 4;

function findingOf(went: CarriedOn): Finding {
  const { version, rows, requests, effects, messages, cards, pressed, decided, refused, links, wrongs } =
    went;
  return {
    promise: `What version ${version} had kept, its queued effects and the cards it had sent work with this one.`,
    aim: 'nothing lost, unreadable, answered with a fault or done twice',
    seen:
      `${rows} rows, ${requests} requests, ${effects} queued effects of ${went.kinds.length} kinds, ${messages} queue messages; ` +
      `${cards} cards, ${pressed} buttons pressed (${decided} decisions taken, ${refused} answered with a sentence of the rules), ${links} links followed: ${wrongs.length} wrong`,
    met: wrongs.length === 0 && pressed > 0 && effects > 0 ? 'met' : 'not-met',
    command: COMMAND,
  };
}

function textOf({ version, states, kinds, wrongs }: CarriedOn): string {
  return [
    `Version ${version}: requests that are ${states.join(', ')}. Effects that waited: ${kinds.join(', ')}.`,
    ...wrongs.map((wrong) => `- Wrong: ${wrong}`),
  ].join('\n');
}
