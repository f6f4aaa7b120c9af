/**
 * Sends one event to where somebody asked for it. The name is resolved once, every address it leads to is judged, and the
 * connection is made to one of just those: a name that leads elsewhere a moment later leads nowhere. Redirects are never
 * followed, so there is nothing else that could lead away.
 */
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { type Agent, request as tlsRequest, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { CallMet } from '../domain/delivering';
import type { Instant } from '../domain/intervals';
import { referenceOf } from '../domain/request';
import type { Announcement } from '../ports/announcing';
import type { CallingBack } from '../ports/delivering';
import { callbackAddress, type CallbackRules, mayBeCalled } from './callback-address';
import { type Address, addressesOf, type Lookup, lookUp } from './resolving';

export interface CallingBackNeeds extends CallbackRules {
  readonly now: () => Instant;
  readonly lookup?: Lookup;
  /** Of everything together: finding the address, TLS, and waiting until the answer begins. */
  readonly timeoutMs?: number;
  /** Who vouches for certificates; the system's authorities when absent. */
  readonly ca?: string;
  /** How connections over TLS are made; a new one each time when absent. */
  readonly agent?: Agent;
}

const TIMEOUT_MS = 10_000;
/** Nobody needs more to say that they have heard. */
const MOST_HEADER_BYTES = 16 * 1024;

export function createCallingBack(needs: CallingBackNeeds): CallingBack {
  const { now, lookup = lookUp, timeoutMs = TIMEOUT_MS, ca, agent = false } = needs;
  return {
    async call({ callbackUrl }, announcement) {
      const checked = callbackAddress(callbackUrl, needs);
      if ('refused' in checked) return failed('not-allowed');
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        const addresses = await addressesOf(checked.url, lookup, deadline);
        const numbers = addresses.map(({ address }) => address);
        if (!mayBeCalled(checked.url, numbers, needs)) return failed('not-allowed');
        return await post(checked.url, addresses, eventOf(announcement), deadline);
      } catch (error) {
        return failed(deadline.aborted ? 'timeout' : wordFor(error));
      }
    },
  };

  function post(
    url: URL,
    addresses: readonly Address[],
    body: string,
    signal: AbortSignal,
  ): Promise<CallMet> {
    const options: RequestOptions = {
      method: 'POST',
      // Nothing that says who calls: to know the address is what lets us in.
      headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      lookup: onlyTo(addresses),
      maxHeaderSize: MOST_HEADER_BYTES,
      signal,
      ...(ca !== undefined && { ca }),
    };
    return new Promise((resolve, reject) => {
      const calling =
        url.protocol === 'https:'
          ? tlsRequest(url, { ...options, agent })
          : plainRequest(url, { ...options, agent: false });
      calling.on('error', reject);
      calling.on('response', (response) => {
        resolve(metBy(response.statusCode ?? 0, response.headers));
        // However much more of it there is, and however slowly it comes: it is of no interest.
        calling.destroy();
      });
      calling.end(body);
    });
  }

  function metBy(status: number, headers: IncomingHttpHeaders): CallMet {
    if (status >= 200 && status < 300) return { met: 'delivered' };
    if (status === 410) return { met: 'gone' };
    const retryAfterMs = waitAskedFor(headers['retry-after'], now());
    return {
      met: 'failed',
      problem: `status-${status}`,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  }
}

/**
 * What is sent, as the connector describes it. Its id is the same in every try: after a crash of ours, or an answer that was
 * lost, it comes again, and a flow that must not act twice drops an id it has had.
 */
function eventOf({ id, event, requestId, state, ended, happenedAt }: Announcement): string {
  return JSON.stringify({
    ...{ id, event, requestId, reference: referenceOf(requestId), state },
    ...(ended !== undefined && { ended }),
    happenedAt: new Date(happenedAt).toISOString(),
  });
}

function failed(problem: string): CallMet {
  return { met: 'failed', problem };
}

/** What the connection takes for the resolver: it knows the addresses that were judged, and no others. */
function onlyTo(addresses: readonly Address[]): LookupFunction {
  return (_name, { all }, answer) => {
    if (all) return answer(null, [...addresses]);
    const [{ address, family }] = addresses as readonly [Address];
    answer(null, address, family);
  };
}

/** Seconds, or a day and time (RFC 9110, 10.2.3). */
function waitAskedFor(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1_000;
  return ms > 0 ? ms : undefined;
}

/** By the code of what went wrong only: its message may hold the address. */
function wordFor(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  const word = typeof code === 'string' ? WORDS.find(([codes]) => codes.test(code)) : undefined;
  return word?.[1] ?? 'unreachable';
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|EAI_|ENODATA)/, 'no-such-name'],
  [/^HPE_/, 'no-answer-understood'],
  [/CERT|TLS|SSL|VERIFY|EPROTO/, 'certificate'],
];
