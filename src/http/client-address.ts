/** Where somebody comes from, so that one of them can be kept from asking too often. */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Parts of an IPv6 address that are one subscriber's: 64 bits. https://www.rfc-editor.org/rfc/rfc6177 */
const SUBSCRIBER_PARTS = 4;

/**
 * The address of whoever stands before our own proxies. Each proxy adds whom it heard at the end of `X-Forwarded-For`, so
 * the entry counted from the end is the word of a proxy of ours; whatever stands before it anybody may have written.
 * IPv4 as it is, IPv6 as the /64 it lies in ("2001:db8:0:1::/64"). Without proxies the header is not looked at; where it
 * is not as our proxies leave it, the connection counts. Empty where the connection is gone.
 */
export function clientAddress(
  headers: IncomingHttpHeaders,
  socketAddress: string | undefined,
  proxies: number,
): string {
  return forwardedFor(headers, proxies) ?? plainAddress(socketAddress ?? '') ?? '';
}

function forwardedFor(
  { 'x-forwarded-for': header }: IncomingHttpHeaders,
  proxies: number,
): string | undefined {
  if (proxies === 0) return undefined;
  const entries = [header ?? []].flat().join(',').split(',');
  return plainAddress(entries.at(-proxies) ?? '');
}

/** Undefined for what is no address. */
function plainAddress(entry: string): string | undefined {
  const address = withoutPort(entry.trim());
  const [, mapped = address] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (isIP(mapped) === 4) return mapped;
  return isIP(mapped) === 6 ? `${subscriberOf(mapped)}::/64` : undefined;
}

/** Azure App Service adds the port: `192.0.2.7:50123`, `[2001:db8::7]:50123`. */
function withoutPort(entry: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(entry) ?? [];
  if (bracketed !== undefined) return bracketed;
  return entry.replace(/^([\d.]+):\d+$/, '$1');
}

/** The first half, each part without the zeros before it. The second half is the subscriber's own to choose. */
function subscriberOf(address: string): string {
  const [before = '', after] = address
    .replace(/%.*$/, '')
    .replace(/[\d.]+\.[\d.]+$/, '0:0')
    .split('::');
  const partsOf = (text: string) => (text === '' ? [] : text.split(':'));
  const [head, tail] = [partsOf(before), partsOf(after ?? '')];
  const between = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...between, ...tail]
    .slice(0, SUBSCRIBER_PARTS)
    .map((part) => parseInt(part, 16).toString(16))
    .join(':');
}
