/** Where a name leads. */
import { lookup as systemLookup } from 'node:dns/promises';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Every address of a name; throws when it has none. */
export type Lookup = (name: string) => Promise<readonly Address[]>;

export const lookUp: Lookup = (name) => systemLookup(name, { all: true, verbatim: true });

/** The resolver knows no end of its own: throws when it has not answered by the deadline. */
export async function addressesOf(
  { hostname }: URL,
  lookup: Lookup,
  deadline: AbortSignal,
): Promise<readonly Address[]> {
  const late = new Promise<never>((_resolve, reject) => {
    const giveUp = () => reject(new Error('Expected to be told in time where a name leads, was not'));
    deadline.addEventListener('abort', giveUp, { once: true });
  });
  // A resolver takes an address of version 6 without its brackets.
  return Promise.race([lookup(hostname.replace(/^\[|\]$/g, '')), late]);
}
