/**
 * This version goes on with what an earlier one had kept: does what was queued, is pressed on every card that was sent, and
 * followed to by every link. What is wrong by the end is said, a sentence each.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Effect, Request, RequestId } from '../../src/domain/request';
import { TROUBLE } from '../../src/teams/wording/refusals';
import { chanceOf } from '../simulation/chance';
import { createActing } from './acting';
import { type Kept, type KeptCard, versionsKept } from './kept';
import { follow } from './links';
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
  /** Decisions of people that were taken, as the histories tell. */
  readonly decided: number;
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
const DAY_MS = 24 * 60 * 60_000;
const PASSING_DAYS = [3, 22, 60, 90];

export { versionsKept };

/**
 * `order`: which of several ways through the cards; whoever presses first changes what the others can still do. With an odd one
 * weeks pass before anybody presses, so that everything that waits for its time is done as it was queued; otherwise after it.
 */
export async function carryOn(version: string, order = 0): Promise<CarriedOn> {
  const system = await startSystem({ from: version });
  const kept = system.kept!;
  try {
    const before = await everything(system);
    await system.live({ worker: false });
    const wrongs = [...(await linksThatChanged(system, kept))];
    await system.live();
    wrongs.push(...(await comesToRest(system)));
    const timeFirst = order % 2 === 1;
    if (timeFirst) wrongs.push(...(await timePasses(system)));
    const { pressed, refused, wrong } = await pressAll(system, inOrder(kept.cards, order));
    wrongs.push(...wrong, ...(await comesToRest(system)));
    if (!timeFirst) wrongs.push(...(await timePasses(system)));
    for (const { path } of kept.links)
      if ((await follow(path, system.addresses)) >= 500) wrongs.push(`a link to ${nameOf(path)} failed`);
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
      decided: await decidedSince(system, before),
      links: kept.links.length,
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

async function decidedSince({ requests }: System, before: readonly Before[]): Promise<number> {
  let decided = 0;
  for (const { request, history } of before)
    decided += (await requests.history(request.id))
      .slice(history.length)
      .filter(({ by, from, to }) => by !== 'system' && (from !== undefined || to !== undefined)).length;
  return decided;
}

function effectsIn({ rows }: Kept): readonly Effect['kind'][] {
  return rows.flatMap(({ table, rowKey, columns }) =>
    table === 'requests' && rowKey.startsWith('effect-')
      ? [(JSON.parse(String(columns['data']!.value)) as { effect: Effect }).effect.kind]
      : [],
  );
}

/** Until the last session is over and then until its evaluation is: that is open from when it is noticed to be over. */
async function timePasses(system: System): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const from = system.now();
  for (const days of PASSING_DAYS) {
    await system.stopBot();
    system.jump(from + days * DAY_MS);
    await system.live();
    wrongs.push(...(await comesToRest(system)));
    // What does not get done now does not get done later either.
    if (wrongs.length > 0) break;
  }
  return wrongs;
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

/** The last that were sent first, or by chance. */
function inOrder(cards: readonly KeptCard[], order: number): readonly KeptCard[] {
  if (order === 0) return [...cards].reverse();
  const chance = chanceOf('upgrade', order);
  return cards
    .map((card) => ({ card, place: chance.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ card }) => card);
}

async function pressAll({ addresses }: System, cards: readonly KeptCard[]) {
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

/** Before anything is done they are answered as the version that sent them did. */
async function linksThatChanged({ addresses }: System, { links }: Kept): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { path, status } of links) {
    const now = await follow(path, addresses);
    if (now !== status) wrong.push(`a link to ${nameOf(path)} was answered with ${now}, not ${status}`);
  }
  return wrong;
}

/** Without its token. */
const nameOf = (path: string) => `/${path.split('/')[1]}`;
