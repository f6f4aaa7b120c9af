/** New links, with the addresses they are mailed as. A token is in the letter and nowhere else. */
import { type Instant, MINUTE_MS } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Links } from '../../ports/links';
import type { Holding } from './link-holders';
import { formPath } from './paths';
import { ownPath } from './person/paths';

export interface LinkMintingNeeds {
  readonly links: Pick<Links, 'mint'>;
  readonly policy: Pick<Policy, 'askLinkHours' | 'pageLinkDays'>;
  /** Where the pages are reached: an address without a path. */
  readonly publicUrl: string;
  readonly now: () => Instant;
}

export interface MintedLink {
  readonly url: string;
  readonly until: Instant;
}

const HOUR_MS = 60 * MINUTE_MS;

/** Each call makes another: a letter that is written again after a fault has a link of its own, and both open the page. */
export function createLinkMinting({ links, policy, publicUrl, now }: LinkMintingNeeds) {
  return async (holding: Holding): Promise<MintedLink> => {
    const isForm = holding.purpose === 'ask';
    const until = now() + (isForm ? policy.askLinkHours : policy.pageLinkDays * 24) * HOUR_MS;
    const token = await links.mint({ ...holding, expiresAt: until });
    const url = new URL(isForm ? formPath(token) : ownPath(token), publicUrl).href;
    return { url, until };
  };
}
