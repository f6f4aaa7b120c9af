/** The shape of what Teams sends, as far as everything else relies on it. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';

// JSON has no dates; the SDK counts on them.
const instant = z.union([z.string(), z.number()]).pipe(z.coerce.date()).optional();

// The SDK and the library that routes read these without looking, and fall over what is of another kind.
const text = z.string().nullish();
const account = z
  .object({ id: z.string().min(1), name: text, aadObjectId: text, tenantId: text })
  .passthrough();
const members = z.array(account).nullish();
const entity = z.object({ type: text }).passthrough();
const mention = z.object({ type: z.literal('mention'), text, mentioned: account.partial() }).passthrough();
const named = z.object({ id: text }).passthrough().nullish();

const inbound = z
  .object({
    type: z.string().min(1),
    channelId: z.string().min(1),
    serviceUrl: z.string().refine((address) => URL.canParse(address)),
    id: text,
    name: text,
    text,
    textFormat: text,
    locale: text,
    localTimezone: text,
    action: text,
    replyToId: text,
    from: account,
    recipient: account,
    conversation: z
      .object({
        id: z.string().min(1).refine(isWellFormed),
        tenantId: text,
        conversationType: text,
        name: text,
        isGroup: z.boolean().nullish(),
      })
      .passthrough(),
    channelData: z
      .object({
        tenant: z.object({ id: z.string() }).passthrough().nullish(),
        team: named,
        channel: named,
        eventType: text,
      })
      .passthrough()
      .nullish(),
    membersAdded: members,
    membersRemoved: members,
    entities: z.array(mention.or(entity.refine(({ type }) => type !== 'mention'))).nullish(),
    attachments: z.array(z.object({ contentType: text }).passthrough()).nullish(),
    timestamp: instant,
    localTimestamp: instant,
    expiration: instant,
  })
  .passthrough();

/** Half a letter can stand in no address. */
function isWellFormed(id: string): boolean {
  return !/\p{Cs}/u.test(id);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The activity, or undefined when it is not one. */
export function readActivity(body: unknown): Activity | undefined {
  const read = inbound.safeParse(body);
  // Checked as far as this program reads it; the rest is the SDK's.
  return read.success ? (read.data as unknown as Activity) : undefined;
}

/** The tenants an activity says it comes from: of the conversation, and in what Teams adds. */
export function tenantsOf({ conversation, channelData }: Activity): readonly string[] {
  const added = (channelData as { readonly tenant?: { readonly id: string } | null } | null | undefined)
    ?.tenant?.id;
  return [conversation.tenantId, added].filter((tenant) => tenant !== undefined && tenant !== null);
}
