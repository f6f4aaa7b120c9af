/** What people say and press in Teams, as activities that come to the bot. */
import { ActivityTypes } from 'botbuilder';
import { type SandboxPerson, TENANT_ID } from '../sandbox/people';
import { COORDINATION, personalChatId } from '../sandbox/teams/conversations';

/** A press on a card in somebody's own chat, or in the coordinators' channel. */
export function presses(
  person: SandboxPerson,
  verb: string,
  data: object,
  { serviceUrl, inChannel = false }: { readonly serviceUrl: string; readonly inChannel?: boolean },
): object {
  return {
    type: ActivityTypes.Invoke,
    id: `f:${verb}`,
    name: 'adaptiveCard/action',
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
    recipient: { id: '28:jags', name: 'JAGS' },
    conversation: {
      id: inChannel ? `${COORDINATION.id};messageid=1` : personalChatId(person),
      conversationType: inChannel ? 'channel' : 'personal',
      tenantId: TENANT_ID,
      isGroup: inChannel,
    },
    channelData: { tenant: { id: TENANT_ID } },
    replyToId: '1',
    locale: 'en-GB',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}
