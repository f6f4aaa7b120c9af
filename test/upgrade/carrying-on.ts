/**
 * This version goes on with what an earlier one had kept: does what was queued, is pressed on every card that was sent, and
 * followed to by every link. What is wrong by the end is said, a sentence each.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Effect, Request, RequestId } from '../../src/domain/request';
import { TROUBLE } from '../../src/teams/wording/refusals';
import { createActing } from './acting';
import { type Kept, versionsKept } from './kept';
import { buttonsOn, send } from './pressing';
import { startSystem, type System } from './system';
import { wrongAtRest } from './wrong-at-rest';

export interface CarriedOn {
  readonly version: string;
  readonly rows: number;
  readonly requests: number;
  readonly states: readonly string[];
  /** Kinds of the effects that waited, and how many there were. */
  readonly kinds: readonly Effect['kind'][];
  readonly effects: number;
  readonly messages: number;
  readonly cards: number;
  readonly pressed: number;
  /** Presses that were answered with a sentence of the rules in place of a card. */
  readonly refused: number;
  readonly links: number;
  readonly wrongs: readonly string[];
}

/** What nobody may be told about a card that was good when it was sent. */
const NEVER: readonly string[] = [
  TROUBLE.unreadable,
  TROUBLE.outOfDate,
  TROUBLE.notSaved,
  TROUBLE.unknownPerson,
  TROUBLE.formNotSaved,
  TROUBLE.dialogNotSaved,
];
const LONGEST_REST_MS = 120_000;

export { versionsKept };

export async function carryOn(version: string): Promise<CarriedOn> {
  const system = await startSystem({ from: version });
  const kept = system.kept!;
  try {
    const before = await everything(system);
    await system.live();
    const wrongs = [...(await comesToRest(system))];
    const { pressed, refused, wrong } = await pressAll(system, kept);
    const { links, wrong: notOpened } = await followAll(system, kept);
    wrongs.push(...wrong, ...notOpened, ...(await comesToRest(system)));
    wrongs.push(...(await wrongAtRest(system, before)));
    wrongs.push(
      ...system
        .logged(ERROR)
        .map(
          ({ msg, err }) => `logged: ${String(msg)} ${String((err as { message?: string })?.message ?? '')}`,
        ),
    );
    const effects = effectsIn(kept);
    return {
      version,
      rows: kept.rows.length,
      requests: before.length,
      states: [...new Set(before.map(({ request }) => stateOf(request)))].sort(),
      kinds: [...new Set(effects)].sort(),
      effects: effects.length,
      messages: kept.messages.length,
      cards: kept.cards.length,
      pressed,
      refused,
      links,
      wrongs,
    };
  } finally {
    await system.stop();
  }
}

const ERROR = 50;

function stateOf(request: Request): string {
  return request.state === 'closed' ? `closed: ${request.outcome.kind}` : request.state;
}

/** Each request as it was kept, with its history. */
export interface Before {
  readonly request: Request;
  readonly history: readonly string[];
}

async function everything({ requests, kept }: System): Promise<readonly Before[]> {
  const ids = kept!.rows.flatMap(({ table, partitionKey, rowKey }): RequestId[] =>
    table === 'requests' && rowKey === 'request' ? [partitionKey] : [],
  );
  return Promise.all(
    ids.map(async (id) => ({
      request: (await requests.load(id))!.request,
      history: (await requests.history(id)).map((entry) => JSON.stringify(entry)),
    })),
  );
}

function effectsIn({ rows }: Kept): readonly Effect['kind'][] {
  return rows.flatMap(({ table, rowKey, columns }) =>
    table === 'requests' && rowKey.startsWith('effect-')
      ? [(JSON.parse(String(columns['data']!.value)) as { effect: Effect }).effect.kind]
      : [],
  );
}

/** What is still due when it should have been done. */
async function comesToRest(system: System): Promise<readonly string[]> {
  const { dueOf } = createActing(system);
  for (const end = Date.now() + LONGEST_REST_MS; ; await pause(250)) {
    const due = (await Promise.all((await system.workbench.open()).map(dueOf))).flat();
    if (due.length === 0) return [];
    if (Date.now() > end) return due.map((each) => `still to do: ${each}`);
  }
}

async function pressAll({ addresses }: System, { cards }: Kept) {
  const wrong: string[] = [];
  let pressed = 0;
  let refused = 0;
  for (const held of cards)
    for (const { title, verb, activity } of buttonsOn(held, addresses)) {
      const { status, reply } = await send(addresses, activity);
      pressed += 1;
      if (reply.status >= 400) refused += 1;
      const named = `"${title}" (${verb}) of ${held.to}`;
      if (status !== 200) wrong.push(`${named} was answered with ${status}`);
      else if (reply.card === undefined && reply.text === undefined) wrong.push(`${named} was not answered`);
      else if (reply.status >= 500 || NEVER.includes(reply.text ?? '') || says(reply.card, NEVER))
        wrong.push(`${named} was answered "${reply.text ?? 'on a card'}"`);
    }
  return { pressed, refused, wrong };
}

function says(card: unknown, sentences: readonly string[]): boolean {
  const text = JSON.stringify(card ?? '');
  return sentences.some((sentence) => text.includes(JSON.stringify(sentence).slice(1, -1)));
}

/** Links to our own pages, in letters and on cards. */
async function followAll({ addresses }: System, { outlook, cards }: Kept) {
  const own = new RegExp(
    `https?://${new URL(addresses.bot).host.replaceAll('.', '\\.')}/[^"'\\s<>)\\\\]+`,
    'g',
  );
  const links = new Set([...`${outlook}\n${JSON.stringify(cards)}`.matchAll(own)].map(([url]) => url));
  const wrong: string[] = [];
  let followed = 0;
  for (const link of links) {
    const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
    if (pathname.startsWith('/api/')) continue;
    followed += 1;
    const { status } = await fetch(`${addresses.bot}${pathname}${search}`);
    const isPage = status === 200 || pathname.startsWith('/tab');
    if (!isPage) wrong.push(`a link to /${pathname.split('/')[1]} was answered with ${status}`);
  }
  return { links: followed, wrong };
}
