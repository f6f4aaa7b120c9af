/** Addresses that may be asked, or that a person may be sent to. */

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether an address is on this machine: the sandbox's. */
export function isOnLoopback(address: string): boolean {
  return URL.canParse(address) && LOOPBACK.includes(new URL(address).hostname);
}

/** Whether nobody on the way can read or change what is sent there. */
export function isSafeAddress(address: string): boolean {
  return URL.canParse(address) && (new URL(address).protocol === 'https:' || isOnLoopback(address));
}
