/** Pressing what is on a card, as the client of whoever holds it would: with the fields filled in that it asks for. */
import { BOT, COORDINATION, TEAM } from '../sandbox/teams/conversations';
import { everybody, type SandboxPerson, TENANT_ID } from '../sandbox/people';
import { fieldsOn, partsOf } from '../teams/card-in-hand';
import { readReply, type Reply } from '../teams/reply';
import type { Addresses, KeptCard } from './kept';

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly activity: object;
}

export interface Pressed {
  /** Of the answer over HTTP. */
  readonly status: number;
  readonly reply: Reply;
}

type Json = Readonly<Record<string, unknown>>;

/** Every button on it that asks the bot for something; links are elsewhere. */
export function buttonsOn(held: KeptCard, { teams }: Addresses): readonly Button[] {
  const fields = filledIn(held.card);
  return partsOf(held.card)
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
    .map((action) => {
      const data = { ...fields, ...(action['data'] as Json | undefined) };
      const verb = String(action['verb'] ?? data['verb']);
      return {
        title: String(action['title']),
        verb,
        activity: activityOf(held, teams, action, { verb, data }),
      };
    });
}

export async function send({ bot }: Addresses, activity: object): Promise<Pressed> {
  const response = await fetch(`${bot}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, reply: readReply(text ? (JSON.parse(text) as unknown) : undefined) };
}

/** What is in the fields, and something in each that has to be filled in. */
function filledIn(card: unknown): Record<string, string> {
  const fields = fieldsOn(card);
  for (const { type, id, isRequired, choices } of partsOf(card))
    if (isRequired === true && fields[String(id)] === '')
      fields[String(id)] = someAnswer(String(type), choices);
  return fields;
}

function someAnswer(type: string, choices: unknown): string {
  if (type === 'Input.ChoiceSet') return (choices as readonly { value: string }[])[0]?.value ?? '';
  if (type === 'Input.Date') return '2027-02-10';
  return type === 'Input.Time' ? '10:00' : 'As we spoke about.';
}

function activityOf(
  { to, conversation, activity }: KeptCard,
  serviceUrl: string,
  { type }: Json,
  { verb, data }: { readonly verb: string; readonly data: Json },
): object {
  const person = everybody.find(({ id }) => id === to)!;
  const isDialog = type === 'Action.Submit';
  return {
    ...envelope(person, conversation, serviceUrl),
    type: 'invoke',
    name: isDialog ? (isOpening(data) ? 'task/fetch' : 'task/submit') : 'adaptiveCard/action',
    ...(activity !== undefined && { replyToId: activity }),
    value: isDialog
      ? { data, context: { theme: 'default' } }
      : { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}

/** A button that opens a dialog says so to Teams in its data. */
function isOpening(data: Json): boolean {
  return (data['msteams'] as { readonly type?: string } | undefined)?.type === 'task/fetch';
}

let sent = 0;

export function envelope(person: SandboxPerson, conversation: string, serviceUrl: string): object {
  const isChannel = conversation.startsWith('19:');
  return {
    id: `upgrade-${(sent += 1)}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
    recipient: { ...BOT },
    conversation: {
      id: conversation,
      conversationType: isChannel ? 'channel' : 'personal',
      tenantId: TENANT_ID,
      isGroup: isChannel,
    },
    channelData: {
      tenant: { id: TENANT_ID },
      ...(isChannel && { team: { id: TEAM.id }, channel: { id: COORDINATION.id } }),
    },
  };
}
