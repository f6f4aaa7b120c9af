/** What people press, as the activities Teams sends for it. */
import { ActivityTypes } from 'botbuilder';
import { anAsk, participantAnswers } from '../builders';
import { coordinators, facilitators, practitioners, type SandboxPerson, TENANT_ID } from '../sandbox/people';

const [requester] = practitioners;
const [coordinator] = coordinators;
const [facilitator] = facilitators;

/** Nobody listens there: an invoke is answered where it came in. */
const SERVICE_URL = 'http://127.0.0.1:9/';
const CHANNEL = '19:coordination@thread.tacv2';

export const approves = (request: string): object =>
  execute(coordinator, 'approve', { request, match: '1-1' }, 'channel');
export const looksAt = (request: string): object =>
  execute(coordinator, 'coordinate', { request }, 'channel', 'automatic');
export const withdraws = (request: string): object => execute(requester, 'withdraw', { request });
export const accepts = (request: string, attempt = 1): object =>
  execute(facilitator, 'accept', { request, attempt });
export const asksForStatus = (): object => execute(requester, 'status', {});
/** What takes no data: "help", "ask". */
export const asksFor = (verb: string): object => execute(requester, verb, {});

/** A whole form of six people; the nonce tells one form from another. */
export function sendsForm(nonce: string): object {
  const { caseReference, reason, familyTold, earliest, latest, days, times } = anAsk();
  const [typed, ...added] = participantAnswers(5);
  return execute(requester, 'form-send', {
    draft: JSON.stringify({ nonce, riskKnown: false, added }),
    caseReference,
    team: 'cs-fs',
    reason,
    familyTold,
    place: 'online',
    venue: '',
    earliest,
    latest,
    days: days.join(','),
    times: times.join(','),
    name0: typed!.name,
    mail0: typed!.mail,
    team0: typed!.team,
  });
}

/** A button of a card, pressed by somebody in their own chat or in the channel. */
export function execute(
  person: Pick<SandboxPerson, 'id' | 'teamsId' | 'name'>,
  verb: string,
  data: object,
  where: 'personal' | 'channel' = 'personal',
  trigger: 'manual' | 'automatic' = 'manual',
  serviceUrl = SERVICE_URL,
): object {
  return {
    type: ActivityTypes.Invoke,
    id: `f:${verb}`,
    name: 'adaptiveCard/action',
    timestamp: '2026-11-24T10:00:00.000Z',
    localTimestamp: '2026-11-24T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
    recipient: { id: '28:jags', name: 'JAGS' },
    conversation: {
      id: where === 'channel' ? `${CHANNEL};messageid=1` : `a:${person.id}`,
      conversationType: where,
      tenantId: TENANT_ID,
      isGroup: where === 'channel',
    },
    channelData: { tenant: { id: TENANT_ID } },
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web' }],
    replyToId: '1',
    locale: 'en-GB',
    value: { action: { type: 'Action.Execute', verb, data }, trigger },
  };
}
