/** HTTP: what every answer tells browsers, and what happens to whoever sends by hand. */
import { allAnswers } from '../../http/all-answers';
import { type AttackSeen, besiege, crowd } from '../../http/besieged';
import { type ShippedBot, startShippedBot } from '../../http/shipped-bot';
import type { Finding, Measured, Part } from '../part';

const COMMAND = 'npm run evidence -- http';
const CONNECTIONS = 2_000;
/** So much later than without an attack nobody who asks for a page will mind. */
const MOST_P99_MS = 500;
const MOST_GROWTH_MB = 100;

export const part: Part = {
  name: 'http',
  title: 'HTTP: headers, slow bodies, large bodies, many connections',
  async measure(): Promise<Measured> {
    const bot = await startShippedBot();
    try {
      const headers = await ofHeaders(bot);
      const attacks = await ofAttacks(bot);
      const crowded = await ofCrowd(bot);
      return { findings: [...headers, ...attacks, ...crowded], text: WHAT_IS_NOT };
    } finally {
      await bot.stop();
    }
  },
};

async function ofHeaders({ port }: ShippedBot): Promise<readonly Finding[]> {
  const { doors, answers, statuses, wrong } = await allAnswers(port);
  const faults = Object.entries(statuses).filter(([status]) => Number(status) >= 500);
  const kinds = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  return [
    {
      promise:
        'Every answer has a strict content policy (nothing inline, framed by Teams and Microsoft 365 only, and that only in the tab), HSTS, nosniff, no referrer, no cookie, no permission for other sites, and is kept by no cache unless it is a file.',
      aim: '0 answers that lack one',
      seen: `${answers} answers of ${doors} doors, ${wrong.length} lack one${listed(wrong)}`,
      met: wrong.length === 0 ? 'met' : 'not-met',
      command: COMMAND,
    },
    {
      promise: 'Nothing that is asked of a door in a wrong way is a fault of the server.',
      aim: '0 answers of 500 and above',
      seen: `${kinds.join(', ')}`,
      met: faults.length === 0 ? 'met' : 'not-met',
      command: COMMAND,
    },
  ];
}

async function ofAttacks(bot: ShippedBot): Promise<readonly Finding[]> {
  const { attacks, served } = await besiege(bot);
  const wrong = attacks.filter((each) => each.wrong.length > 0);
  const longest = Math.max(...attacks.map(({ tookMs }) => tookMs));
  const names = new Set(attacks.map(({ name }) => name));
  return [
    {
      promise:
        'Slow headers, slow, large, endless and missing bodies, and messages that could be taken for two are each ended by their limit, with the right status and the same headers.',
      aim: 'all, within 40 s',
      seen: `${names.size} attacks, ${attacks.length} callers: ${wrong.length} not as they should be${listed(wrong.map(inWords))}; the longest was ended after ${seconds(longest)}`,
      met: wrong.length === 0 && longest < 40_000 ? 'met' : 'not-met',
      command: COMMAND,
    },
    {
      promise: 'Honest callers are served meanwhile.',
      aim: `none refused, 99 of 100 within ${MOST_P99_MS} ms`,
      seen: `${served.calls} calls, ${served.failed} failed, 99 of 100 within ${served.p99Ms.toFixed(0)} ms, the longest ${served.longestMs.toFixed(0)} ms`,
      met: served.failed === 0 && served.p99Ms <= MOST_P99_MS ? 'met' : 'not-met',
      command: COMMAND,
    },
  ];
}

async function ofCrowd(bot: ShippedBot): Promise<readonly Finding[]> {
  const { connections, ended, tookMs, served, grewMb } = await crowd(bot, CONNECTIONS);
  return [
    {
      promise:
        'Connections that say nothing, or half a header, are ended by themselves, and others are served beside them.',
      aim: `${CONNECTIONS} at once, none left after 40 s, none of the others refused`,
      seen: `${ended} of ${connections} ended after ${seconds(tookMs)}; beside them ${served.calls} calls, ${served.failed} failed, 99 of 100 within ${served.p99Ms.toFixed(0)} ms`,
      met: ended === connections && tookMs < 40_000 && served.failed === 0 ? 'met' : 'not-met',
      command: COMMAND,
    },
    {
      promise: 'They cost little memory.',
      aim: `at most ${MOST_GROWTH_MB} MB`,
      seen:
        grewMb === undefined
          ? 'this system does not tell how much a process has'
          : `${grewMb.toFixed(0)} MB more while they were there, ${((grewMb * 1024) / connections).toFixed(0)} KB each`,
      met: grewMb === undefined ? 'not-shown' : grewMb <= MOST_GROWTH_MB ? 'met' : 'not-met',
      command: COMMAND,
    },
  ];
}

const inWords = ({ name, wrong }: AttackSeen): string => `${name} (${wrong.join(', ')})`;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

function listed(all: readonly string[]): string {
  return all.length === 0 ? '' : `: ${[...new Set(all)].slice(0, 5).join('; ')}`;
}

const WHAT_IS_NOT =
  'Measured against the compiled bot in a process of its own on 127.0.0.1, so without the front end of App Service, which ends TLS, has limits of its own and passes on what it takes for whole requests. A flood that fills the line itself is for that front end and the network to hold off. Headers that are refused before an address is known (431, and most of 400) cannot be answered as a page or as a problem: they are `{"error":…}` in JSON.';
