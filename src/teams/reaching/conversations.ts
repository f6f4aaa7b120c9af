/** Where people and the coordination channel can be reached: whole conversation references, kept when they show up. */
import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { PersonId } from '../../domain/people';
import type { Conversations } from '../../ports';
import { isPersonal } from '../answers';

/** A kept reference; the team is needed to ask for its roster. */
export type Reference = ConversationReference & { readonly teamId?: string };

const kept = z
  .object({
    serviceUrl: z.string().url(),
    channelId: z.string(),
    bot: z.object({ id: z.string() }).passthrough(),
    conversation: z.object({ id: z.string() }).passthrough(),
    teamId: z.string().optional(),
  })
  .passthrough();

/** Throws when what was kept is no reference. */
export function readReference(json: string): Reference {
  return kept.parse(JSON.parse(json)) as unknown as Reference;
}

/** Keeps where the person is reached, if this is their own chat; writes only what is new. */
export async function keepPerson(
  activity: Activity,
  id: PersonId,
  conversations: Pick<Conversations, 'ofPerson' | 'keepPerson'>,
): Promise<void> {
  if (!isPersonal(activity)) return;
  const reference = JSON.stringify(referenceOf(activity));
  if ((await conversations.ofPerson(id)) !== reference) await conversations.keepPerson(id, reference);
}

/** The channel itself, so that every card starts a thread of its own; not who chose it, which nothing needs. */
export function channelReference(activity: Activity): Reference {
  const { user: _user, ...reference } = referenceOf(activity);
  const { team } = (activity.channelData ?? {}) as { team?: { id?: string } };
  return {
    ...reference,
    conversation: { ...reference.conversation, id: channelOf(reference.conversation.id) },
    ...(team?.id && { teamId: team.id }),
  };
}

/** "19:…@thread.tacv2;messageid=17…" is the thread that starts with that message. */
export function threadOf(channel: string, root: string): string {
  return `${channel};messageid=${root}`;
}

function channelOf(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? conversationId;
}

/** Without what changes from message to message. */
function referenceOf(activity: Activity): ConversationReference {
  const { serviceUrl, channelId, bot, user, conversation } = TurnContext.getConversationReference(activity);
  return { serviceUrl, channelId, bot, user, conversation } as ConversationReference;
}
