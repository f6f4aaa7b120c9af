/**
 * Where asking began: a group chat, or a channel and its team. It travels in the cards of the form, which go on in the
 * person's own chat, and is believed only as far as the roster there goes.
 */
import { type Activity, Channels } from 'botbuilder';
import { z } from 'zod';
import { isPersonal } from '../answers';
import { channelReference, type Reference } from '../reaching/conversations';

/** One or two ids, or '' for the person's own chat. What is none stands in nobody's way. */
export const origin = z
  .string()
  .regex(/^(?:19:[\w.@:-]{1,200}(?: 19:[\w.@:-]{1,200})?)?$/)
  .catch('');

export function originOf(activity: Activity): string {
  if (isPersonal(activity)) return '';
  const { conversation, teamId } = channelReference(activity);
  return origin.parse([conversation.id, ...(teamId ? [teamId] : [])].join(' '));
}

/** The conversation asked from; undefined for the person's own chat. @param activity says how Teams is reached. */
export function originReference(from: string, activity: Activity): Reference | undefined {
  if (!isPersonal(activity)) return channelReference(activity);
  const [id, teamId] = from.split(' ');
  if (!id) return undefined;
  const { serviceUrl, recipient, conversation } = activity;
  return {
    serviceUrl,
    channelId: Channels.Msteams,
    bot: recipient,
    conversation: {
      id,
      isGroup: true,
      conversationType: teamId ? 'channel' : 'groupChat',
      name: '',
      ...(conversation.tenantId && { tenantId: conversation.tenantId }),
    },
    ...(teamId && { teamId }),
  };
}
