/** As if everybody had opened the app and the coordinators had chosen their channel. */
import type { createConversations } from '../../src/azure/conversation-table';
import type { SandboxPerson } from '../sandbox/people';
import { TENANT_ID } from '../sandbox/people';
import { BOT, COORDINATION, personalChatId, TEAM } from '../sandbox/teams/conversations';

/** @param serviceUrl where the bot is to send what it says */
export async function makeAcquainted(
  conversations: ReturnType<typeof createConversations>,
  serviceUrl: string,
  people: readonly SandboxPerson[],
): Promise<void> {
  const reference = (conversation: object, more: object = {}): string =>
    JSON.stringify({ serviceUrl, channelId: 'msteams', bot: BOT, conversation, ...more });
  for (const person of people) {
    const conversation = { id: personalChatId(person), conversationType: 'personal', tenantId: TENANT_ID };
    await conversations.keepPerson(person.id, reference(conversation));
  }
  const channel = { id: COORDINATION.id, conversationType: 'channel', tenantId: TENANT_ID, isGroup: true };
  await conversations.keepChannel(reference(channel, { teamId: TEAM.id }));
}
