/**
 * Where events may be sent. An address comes from whoever may subscribe, and this server stands inside a network: so it is
 * a name that is on a list, over https, and leads to public addresses only (OWASP, "Server-Side Request Forgery Prevention").
 */
import { parse as parseAddress } from 'ipaddr.js';
import type { CallbackRefused } from '../ports/subscriptions';

export interface CallbackRules {
  /** Host names; `*.` before one stands for every name below it. */
  readonly hosts: readonly string[];
  /** To try things out on this machine: every port of it, without encryption too. Never where the bot signs in. */
  readonly loopback?: boolean;
}

/** Those of Power Automate have a few hundred characters. */
const LONGEST = 4_000;
const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
/** Public by its number, but inside every machine of Azure the platform itself. */
const AZURE_PLATFORM = '168.63.129.16';

/** The address, as far as it can be judged without asking where its name leads. */
export function callbackAddress(
  text: string,
  rules: CallbackRules,
): { readonly url: URL } | { readonly refused: CallbackRefused } {
  // Parsers differ in what they make of these: what is left means the same to all.
  if (text.length > LONGEST || /[\s\p{Cc}\\#]/u.test(text) || !URL.canParse(text))
    return { refused: 'address' };
  const url = new URL(text);
  if (url.username || url.password) return { refused: 'address' };
  if (isLoopbackName(url, rules) && /^https?:$/.test(url.protocol)) return { url };
  // 443, where it is written down, is none to the parser.
  if (url.protocol !== 'https:' || url.port !== '') return { refused: 'address' };
  return rules.hosts.some((host) => isHost(url.hostname, host)) ? { url } : { refused: 'host' };
}

/** Whether every one of the addresses a name leads to may be called; false of none. */
export function mayBeCalled(url: URL, addresses: readonly string[], rules: CallbackRules): boolean {
  const may = isLoopbackName(url, rules) ? isLoopbackAddress : isPublic;
  return addresses.length > 0 && addresses.every(may);
}

/** Whether an address is on the public internet. */
export function isPublic(text: string): boolean {
  if (text === AZURE_PLATFORM) return false;
  try {
    const address = parseAddress(text);
    if (address.kind() === 'ipv4') return address.range() === 'unicast';
    // Only this part of IPv6 is given out for the internet (RFC 4291, 2000::/3): elsewhere IPv4 can go in other clothes.
    return address.range() === 'unicast' && (address.toByteArray()[0]! & 0xe0) === 0x20;
  } catch {
    // No address at all: nothing that could be called.
    return false;
  }
}

function isLoopbackName({ hostname }: URL, { loopback = false }: CallbackRules): boolean {
  return loopback && LOOPBACK_NAMES.includes(hostname);
}

function isLoopbackAddress(text: string): boolean {
  return text === '::1' || /^127\.\d+\.\d+\.\d+$/.test(text);
}

function isHost(name: string, allowed: string): boolean {
  return allowed.startsWith('*.') ? name.endsWith(allowed.slice(1)) : name === allowed;
}
