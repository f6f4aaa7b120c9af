/**
 * The parts of a Bot Framework activity the simulated Teams looks at; everything else passes through untouched.
 * Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
import { z } from 'zod';

const attachmentSchema = z.object({ contentType: z.string(), content: z.unknown() }).passthrough();

export const activitySchema = z
  .object({
    type: z.string(),
    id: z.string().optional(),
    name: z.string().optional(),
    text: z.string().nullish(),
    action: z.string().optional(),
    value: z.unknown(),
    replyToId: z.string().nullish(),
    conversation: z.object({ id: z.string() }).passthrough().optional(),
    attachments: z.array(attachmentSchema).nullish(),
    membersAdded: z.array(z.object({ id: z.string() }).passthrough()).optional(),
  })
  .passthrough();

export type Activity = z.infer<typeof activitySchema>;

/** A JSON object nothing more is known about. */
export type Json = Record<string, unknown>;

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first Adaptive Card of a message, if it has one. */
export function cardOf(activity: Activity): Json | undefined {
  const content = activity.attachments?.find(({ contentType }) => contentType === CARD_TYPE)?.content;
  return isObject(content) ? content : undefined;
}

export function cardMessage(card: Json): Activity {
  return { type: 'message', attachments: [{ contentType: CARD_TYPE, content: card }] };
}

export function textMessage(text: string): Activity {
  return { type: 'message', text, textFormat: 'markdown' };
}
