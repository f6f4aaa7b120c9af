/** What is wrong with what people see: their last cards, and messages that came more often than they should. */
import { isStanding } from '../../src/domain/rearranging';
import type { Request } from '../../src/domain/request';
import type { Audience } from '../../src/ports';
import { cardNameFor, createMessenger } from '../../src/teams/reaching/messenger';
import { createMemoryCards } from '../fakes';
import { openTeams, type Message, type Task } from './teams';
import type { Town } from './town';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Buttons of a facilitator's card that decide something. */
const DECIDES = /"verb":"(accept|cannot|another-time-facilitating)"/;

export async function wrongCards(town: Town): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const request of town.requests()) {
    const current = audiencesOf(request);
    for (const audience of current) {
      const shown = await lastCard(town, request, cardNameFor(audience));
      const wanted = await asItWouldBe(town, request, audience);
      if (shown === undefined)
        wrongs.push(`${request.id} (${request.state}) shows no card to ${cardNameFor(audience)}`);
      else if (shown !== wanted)
        wrongs.push(
          `${request.id} (${request.state}): the card of ${cardNameFor(audience)} is out of date: ${difference(shown, wanted)}`,
        );
    }
    const names = current.map(cardNameFor);
    for (let attempt = 1; attempt <= Math.max(request.attempt, request.tried ?? 0); attempt += 1) {
      const name = `facilitator-${attempt}`;
      const shown = names.includes(name) ? undefined : await lastCard(town, request, name);
      if (shown && DECIDES.test(shown))
        wrongs.push(`${request.id} (${request.state}): ${name} can still be answered`);
    }
  }
  return [...wrongs, ...repeated(town)];
}

function audiencesOf(request: Request): Audience[] {
  const all: Audience[] = [{ kind: 'coordinators' }, { kind: 'requester' }];
  if (request.state === 'offered' || request.state === 'booked' || request.state === 'held')
    all.push({ kind: 'facilitator', facilitator: request.match.facilitator, attempt: request.attempt });
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  if (chosen?.stage.at === 'asked')
    all.push({ kind: 'facilitator', facilitator: chosen.match.facilitator, attempt: chosen.attempt });
  return all;
}

async function lastCard({ cards, teams }: Town, { id }: Request, name: string): Promise<string | undefined> {
  const where = await cards.find(id, name);
  const message = teams.messages.find((each) => each.id === where?.activityId);
  return message && contentOf(message);
}

/** Shown anew to somebody who has no card yet. */
async function asItWouldBe(town: Town, request: Request, audience: Audience): Promise<string> {
  const teams = openTeams();
  const { conversations, directory, clock, policy } = town;
  const messenger = createMessenger({
    adapter: teams.adapter(),
    appId: '',
    conversations,
    cards: createMemoryCards(),
    directory,
    policy,
    now: clock.now,
    log: quiet,
  });
  await messenger.show(request, audience);
  return contentOf(teams.messages[0]!);
}

function contentOf({ activity }: Message): string {
  return JSON.stringify(activity.attachments?.[0]?.content ?? activity.text);
}

function difference(one: string, other: string): string {
  const at = [...one].findIndex((sign, n) => sign !== other[n]);
  return `…${one.slice(Math.max(at - 30, 0), at + 90)}… and not …${other.slice(Math.max(at - 30, 0), at + 90)}…`;
}

/** A card has one place: posted again only where nobody could know whether it had been. A line is posted once, likewise. */
export function repeated({ teams }: Pick<Town, 'teams'>): readonly string[] {
  const posts = new Map<unknown, { readonly task: Task; times: number }>();
  for (const { task, conversationId } of teams.messages) {
    if (!task) continue;
    const key = keyOf(task, conversationId);
    posts.set(key, { task, times: (posts.get(key)?.times ?? 0) + 1 });
  }
  return [...posts].flatMap(([key, { task, times }]) => {
    // A reminder whose outcome is unknown is dropped.
    const isReminder = task.effect.kind === 'remind-session';
    const unknown = isReminder ? 0 : teams.unknown.filter((each) => keyOf(each, '') === key).length;
    return times > 1 + unknown
      ? [`${task.effect.kind} of ${task.requestId} was posted ${times} times, ${unknown} of them unknown`]
      : [];
  });
}

/** What is only ever to be posted once. */
function keyOf({ requestId, effect }: Task, conversationId: string): unknown {
  switch (effect.kind) {
    case 'show-coordinators':
      return `${requestId} coordinators`;
    case 'show-requester':
    case 'show-on-the-day':
      return `${requestId} requester`;
    case 'show-facilitator':
      return `${requestId} facilitator-${effect.attempt}`;
    case 'remind-session':
      return `${requestId} reminder ${effect.attempt} ${effect.days} ${conversationId}`;
    default:
      return effect;
  }
}
