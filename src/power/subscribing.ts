/** Takes subscriptions to what happens to requests, and ends them. */
import { REQUEST_EVENTS, type RequestEvent } from '../domain/announcing';
import { Fault } from '../ports';
import type { Subscribing, Subscriptions } from '../ports/subscriptions';
import { callbackAddress, type CallbackRules, mayBeCalled } from './callback-address';
import { addressesOf, type Lookup, lookUp } from './resolving';

export interface SubscribingNeeds extends CallbackRules {
  readonly subscriptions: Subscriptions;
  readonly lookup?: Lookup;
}

/** Each flow has one: more than this is no council's set of flows but one that subscribes in a circle. */
export const MOST_OF_ONE_CALLER = 20;
/** Somebody waits for the answer, which can do without. */
const LOOKUP_MS = 3_000;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whoever asks twice is called twice: a flow that is saved again may ask anew before it ends the old subscription, so that
 * to take both for the same would end the new one.
 */
export function createSubscribing(needs: SubscribingNeeds): Subscribing {
  const { subscriptions, lookup = lookUp } = needs;
  return {
    async subscribe(caller, { events, callbackUrl, byRole }) {
      const wanted = known(events);
      // Parsers of addresses pass over them; whoever reads the address as it is kept need not.
      if (/[\p{Cc}\p{Cs}]/u.test(callbackUrl)) return { refused: 'address' };
      const checked = callbackAddress(callbackUrl, needs);
      if ('refused' in checked) return checked;
      if (await leadsInside(checked.url)) return { refused: 'private' };
      if ((await countOf(caller)) >= MOST_OF_ONE_CALLER) return { refused: 'too-many' };
      const subscribed = await subscriptions.add({
        ...{ caller, events: wanted, callbackUrl },
        ...(byRole && { byRole }),
      });
      // Of several at once none has seen the others: whoever finds too many gives theirs up.
      if ((await countOf(caller)) <= MOST_OF_ONE_CALLER) return { subscribed };
      await subscriptions.remove(subscribed.id);
      return { refused: 'too-many' };
    },

    async unsubscribe(caller, id) {
      const found = ID.test(id) ? await subscriptions.find(id) : undefined;
      if (found?.caller !== caller) return 'not-found';
      await subscriptions.remove(id);
      return 'removed';
    },
  };

  /** A name nobody knows just now is no reason to refuse: it is resolved, and judged, for each delivery. */
  async function leadsInside(url: URL): Promise<boolean> {
    const found = await addressesOf(url, lookup, AbortSignal.timeout(LOOKUP_MS)).catch(() => []);
    const addresses = found.map(({ address }) => address);
    return addresses.length > 0 && !mayBeCalled(url, addresses, needs);
  }

  async function countOf(caller: string): Promise<number> {
    return (await subscriptions.all()).filter((each) => each.caller === caller).length;
  }
}

/** Each once. What is asked for has been held against the API's description before it comes here. */
function known(events: readonly RequestEvent[]): readonly RequestEvent[] {
  const wanted = REQUEST_EVENTS.filter((each) => events.includes(each));
  if (wanted.length > 0 && wanted.length === new Set(events).size) return wanted;
  throw new Fault(
    `Expected events to be some of ${REQUEST_EVENTS.join(', ')}, got ${wanted.length} of these and others`,
    { permanent: true },
  );
}
