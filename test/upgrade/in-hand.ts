/** Cards as people hold them: those that were sent, as they are and as they were, and those that answered a press. */
import type { Json } from '../sandbox/teams/activity';
import { COORDINATION } from '../sandbox/teams/conversations';
import { coordinators, everybody, facilitators, practitioners, type SandboxPerson } from '../sandbox/people';
import type { TrafficEntry } from '../sandbox/teams/traffic';
import type { Addresses, KeptCard } from './kept';
import { buttonsOn, envelope, send } from './pressing';

/** What opens a form or a list, and decides nothing. */
const OPENS =
  /-form$|^(ask|ask-again|change|coordinate|guide|guide-answer|history|open|queue|reason|safety|session|show-evaluation|status|form-next)$/;
const SAYS: readonly (readonly [SandboxPerson, readonly string[]])[] = [
  [practitioners[0], ['help', 'request', 'status', 'choose', 'sessions']],
  [practitioners[1], ['sessions']],
  [coordinators[0], ['queue', 'digest']],
  [facilitators[0], ['facilitating', 'sessions']],
];
/** A form has two parts, behind a question. */
const STEPS = 4;

/** Every card that came over the wire, each once. */
export function sentCards(traffic: readonly TrafficEntry[]): readonly KeptCard[] {
  const last = new Map<string, KeptCard>();
  const earlier: KeptCard[] = [];
  for (const { way, method, path, body, status, reply } of traffic) {
    if (way !== 'bot→connector' || status >= 300) continue;
    const [, conversation, of] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(path) ?? [];
    const card = cardIn(body);
    const activity = method === 'PUT' ? of : (reply as { id?: string } | undefined)?.id;
    if (conversation === undefined || activity === undefined) continue;
    const before = last.get(activity);
    if (before && JSON.stringify(before.card) !== JSON.stringify(card))
      earlier.push({ ...before, earlier: true });
    if (card) last.set(activity, { ...whose(decodeURIComponent(conversation)), activity, card });
    else last.delete(activity);
  }
  return [...unlike(earlier), ...last.values()];
}

/** Of several earlier cards of one message, those that offer something no other offers. */
function unlike(cards: readonly KeptCard[]): readonly KeptCard[] {
  const seen = new Set<string>();
  return cards.filter((held) => {
    const offers = buttonsOn(held, NOWHERE).map(({ activity }) => JSON.stringify({ ...activity, id: '' }));
    const isNew = offers.some((each) => !seen.has(each));
    for (const each of offers) seen.add(each);
    return isNew;
  });
}

const NOWHERE: Addresses = { bot: '', teams: '', graph: '', programs: '' };

function whose(conversation: string): Pick<KeptCard, 'to' | 'conversation'> {
  const base = conversation.split(';')[0]!;
  if (base === COORDINATION.id) return { to: coordinators[0].id, conversation };
  return { to: everybody.find(({ id }) => base === `a:${id}`)!.id, conversation };
}

function cardIn(body: unknown): Json | undefined {
  return (body as { attachments?: readonly { content?: Json }[] } | undefined)?.attachments?.[0]?.content;
}

/** People say what there is to say; what comes is sent to them. */
export async function saysAll(addresses: Addresses): Promise<void> {
  for (const [person, texts] of SAYS)
    for (const text of texts)
      await send(addresses, {
        ...envelope(person, `a:${person.id}`, addresses.teams),
        type: 'message',
        text,
        textFormat: 'plain',
      });
}

/** Forms and lists that open from cards in hand, each kind once for everybody, and what opens from those. */
export async function opened(held: readonly KeptCard[], addresses: Addresses): Promise<readonly KeptCard[]> {
  const found: KeptCard[] = [];
  const seen = new Set<string>();
  let from = held;
  for (let step = 0; step < STEPS; step += 1) {
    const next: KeptCard[] = [];
    for (const card of from)
      for (const { verb, title, activity } of buttonsOn(card, addresses)) {
        const kind = `${card.to} ${verb} ${title}`;
        if (!OPENS.test(verb) || seen.has(kind)) continue;
        seen.add(kind);
        const { reply } = await send(addresses, activity);
        if (reply.card) next.push({ to: card.to, conversation: card.conversation, card: reply.card });
      }
    found.push(...next);
    from = next;
  }
  return found;
}
