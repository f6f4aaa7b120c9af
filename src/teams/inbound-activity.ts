/** The shape of what Teams sends, as far as everything else relies on it. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';

// JSON has no dates; the SDK counts on them.
const instant = z.coerce.date().optional();

const inbound = z
  .object({
    type: z.string().min(1),
    channelId: z.string().min(1),
    serviceUrl: z.string().refine((text) => URL.canParse(text)),
    conversation: z.object({ id: z.string().min(1), tenantId: z.string().nullish() }).passthrough(),
    channelData: z
      .object({ tenant: z.object({ id: z.string() }).passthrough().nullish() })
      .passthrough()
      .nullish(),
    timestamp: instant,
    localTimestamp: instant,
    expiration: instant,
  })
  .passthrough();

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
