import { randomUUID } from 'node:crypto';
import type { Subscription } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { readBody } from './body-schema';
import { mailboxFor } from './administration';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import { takeOnly } from './odata';
import type { Office } from './office';
import { preferences } from './preferences';
import type { StoredSubscription } from './state';

/** https://learn.microsoft.com/graph/change-notifications-overview#subscription-lifetime (Outlook event) */
const LONGEST_MINUTES = 4_230;
/** A shorter time is lengthened to this. */
const SHORTEST_MINUTES = 45;
const RESOURCE = /^\/?users\/([^/]+)\/(?:calendar\/)?events$/i;
const CHANGE_TYPES = /^(created|updated|deleted)( *, *(created|updated|deleted))*$/;
/** Of the app that asks, which the tenant takes anybody for. */
const APPLICATION = 'b0700000-0000-4000-8000-000000000001';

const time = z.string().datetime({ offset: true });
const publicAddress = z.string().url().startsWith('https://', 'must be https');
const creation = z
  .object({
    changeType: z.string().regex(CHANGE_TYPES),
    notificationUrl: publicAddress,
    lifecycleNotificationUrl: publicAddress.nullish(),
    resource: z.string().regex(RESOURCE),
    expirationDateTime: time,
    clientState: z.string().max(128).nullish(),
  })
  .strict();
const change = z.object({ expirationDateTime: time, notificationUrl: publicAddress.optional() }).strict();

/** POST /subscriptions: made once whoever is at its addresses has answered the handshake. */
export async function postSubscription(call: GraphCall, office: Office): Promise<Answer> {
  const asked = readBody(creation, call.body, 'microsoft.graph.subscription');
  const organiser = mailboxFor(
    'Calendars.ReadWrite',
    decodeURIComponent(RESOURCE.exec(asked.resource)?.[1] ?? ''),
    office,
  );
  const expirationDateTime = expiry(asked.expirationDateTime, office.now());
  for (const url of new Set([asked.notificationUrl, asked.lifecycleNotificationUrl ?? asked.notificationUrl]))
    await refuseUnanswered(url, office);
  const stored: StoredSubscription = {
    id: randomUUID(),
    resource: asked.resource,
    changeType: asked.changeType,
    notificationUrl: asked.notificationUrl,
    lifecycleNotificationUrl: asked.lifecycleNotificationUrl ?? null,
    expirationDateTime,
    clientState: asked.clientState ?? null,
    organiserId: organiser.id,
    immutableIds: preferences(call.headers).immutableIds,
  };
  office.store.state.subscriptions.push(stored);
  office.store.save();
  return subscriptionAnswer(201, { ...shape(stored), clientState: stored.clientState });
}

/** GET /subscriptions */
export function listSubscriptions(call: GraphCall, office: Office): Answer {
  takeOnly(call, ['$skiptoken']);
  const value = standing(office).map(shape);
  return { status: 200, body: { '@odata.context': `${METADATA}#subscriptions`, value } };
}

/** GET /subscriptions/{id} */
export function getSubscription(call: GraphCall, office: Office): Answer {
  return subscriptionAnswer(200, shape(subscriptionOf(call, office)));
}

/** PATCH /subscriptions/{id} */
export async function patchSubscription(call: GraphCall, office: Office): Promise<Answer> {
  const stored = subscriptionOf(call, office);
  const asked = readBody(change, call.body, 'microsoft.graph.subscription');
  const expirationDateTime = expiry(asked.expirationDateTime, office.now());
  if (asked.notificationUrl) await refuseUnanswered(asked.notificationUrl, office);
  Object.assign(stored, { ...asked, expirationDateTime });
  office.store.save();
  return subscriptionAnswer(200, shape(stored));
}

/** DELETE /subscriptions/{id} */
export function deleteSubscription(call: GraphCall, office: Office): Answer {
  dropSubscription(subscriptionOf(call, office), office);
  return { status: 204 };
}

/** POST /subscriptions/{id}/reauthorize */
export function reauthorizeSubscription(call: GraphCall, office: Office): Answer {
  subscriptionOf(call, office);
  return { status: 204 };
}

export function dropSubscription(subscription: StoredSubscription, { store }: Office): void {
  store.state.subscriptions = store.state.subscriptions.filter((other) => other !== subscription);
  store.save();
}

function standing({ store, now }: Office): StoredSubscription[] {
  return store.state.subscriptions.filter((one) => Date.parse(one.expirationDateTime) > now().getTime());
}

function subscriptionOf(call: GraphCall, office: Office): StoredSubscription {
  const found = standing(office).find(({ id }) => id === param(call, 'subscription'));
  if (found) return found;
  throw new GraphRefusal(404, 'ResourceNotFound', 'The object was not found.');
}

function expiry(asked: string, now: Date): string {
  const minutes = (Date.parse(asked) - now.getTime()) / 60_000;
  if (minutes <= 0 || minutes > LONGEST_MINUTES) {
    const reason =
      minutes <= 0
        ? 'Subscription expiration must be in the future'
        : `Subscription expiration can only be ${LONGEST_MINUTES} minutes in the future`;
    throw new GraphRefusal(400, 'ExtensionError', `Exception: [Status Code: BadRequest; Reason: ${reason}.]`);
  }
  return new Date(now.getTime() + Math.max(minutes, SHORTEST_MINUTES) * 60_000).toISOString();
}

async function refuseUnanswered(url: string, { notices }: Office): Promise<void> {
  if (await notices.isValid(url)) return;
  throw new GraphRefusal(
    400,
    'ValidationError',
    'Subscription validation request failed. Response must exactly match validationToken query parameter.',
  );
}

/** Only whoever makes it is shown what its notifications are known by. */
function shape(stored: StoredSubscription): Subscription {
  const { id, resource, changeType, notificationUrl, lifecycleNotificationUrl, expirationDateTime } = stored;
  return {
    id,
    resource,
    applicationId: APPLICATION,
    changeType,
    clientState: null,
    notificationUrl,
    lifecycleNotificationUrl,
    expirationDateTime,
    creatorId: APPLICATION,
    latestSupportedTlsVersion: 'v1_2',
  };
}

function subscriptionAnswer(status: number, body: Subscription): Answer {
  return { status, body: { '@odata.context': `${METADATA}#subscriptions/$entity`, ...body } };
}
