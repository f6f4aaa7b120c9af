/** What somebody asked for on a page, done: whom it concerns is looked up, and one letter goes to the address itself. */
import { localDate } from '../../domain/calendar';
import type { Facilitator } from '../../domain/facilitator';
import type { KnownPerson } from '../../domain/people';
import { personIdFor, requestIdFor } from '../../ids';
import type { LinkId } from '../../ports/links';
import type { Errand } from '../../ports/mailer';
import { facilitating, type Holding, holdingsOf, stillHeld } from './link-holders';
import {
  askLinkLetter,
  codeLetter,
  facilitatingLetter,
  type NewLink,
  newLinkLetter,
  newLinksLetter,
} from './letters/asked-for';
import type { LetterWords } from './letters/letter';
import { createLinkMinting } from './link-minting';
import type { MailerNeeds } from './mailer';

/** A letter to be sent; undefined where there is nobody to write to, or nothing to write. */
export interface Answer {
  readonly to: KnownPerson;
  readonly words: LetterWords;
}

type Of<Kind extends Errand['kind']> = Extract<Errand, { readonly kind: Kind }>;
type Run<Kind extends Errand['kind']> = (errand: Of<Kind>, key: string) => Promise<Answer | undefined>;

export function createErrandRunning(needs: MailerNeeds) {
  const { links, codes, openRequests, requests, pool, policy, now } = needs;
  const mint = createLinkMinting(needs);

  const runs: { readonly [Kind in Errand['kind']]: Run<Kind> } = {
    async 'ask-link'({ mail }, key) {
      const id = personIdFor(mail);
      const to = { id, name: '', mail };
      // By the errand: tried again it is the same request, asked for anew it is another.
      const link = await mint({ purpose: 'ask', person: to, requestId: requestIdFor(id, key) });
      return { to, words: askLinkLetter(link, policy) };
    },

    async 'new-links'({ mail }) {
      const [first, ...others] = await holdingsAt(mail);
      if (!first) return undefined;
      const minted: [NewLink, ...NewLink[]] = [await instead(first)];
      for (const holding of others) minted.push(await instead(holding));
      return { to: first.person, words: newLinksLetter(minted, policy) };
    },

    async 'new-link'({ link }) {
      const holding = await held(link);
      return holding && { to: holding.person, words: newLinkLetter(await instead(holding), policy) };
    },

    async code({ link }) {
      const found = await links.byId(link);
      const holding = found?.state === 'valid' ? await held(link) : undefined;
      return holding && { to: holding.person, words: codeLetter(await codes.mint(link), policy) };
    },

    async 'facilitating-link'({ link }) {
      const found = await links.byId(link);
      const isTheirs = found?.terms.purpose === 'facilitator' || found?.terms.purpose === 'facilitating';
      const holding = isTheirs ? await inPool(found.terms.person.id) : undefined;
      return holding && { to: holding.person, words: facilitatingLetter(await mint(holding)) };
    },
  };

  return (errand: Errand, key: string): Promise<Answer | undefined> => {
    const run = runs[errand.kind] as Run<Errand['kind']>;
    return run(errand, key);
  };

  /** Those given out before are over first: one that is minted stands. */
  async function instead(holding: Holding): Promise<NewLink> {
    await links.revoke(holding);
    return { holding, ...(await mint(holding)) };
  }

  /** Everything open at an address. */
  async function holdingsAt(mail: string): Promise<readonly Holding[]> {
    const [open, everybody] = await Promise.all([openRequests.all(), pool.all()]);
    const places = everybody
      .map(({ facilitator }) => facilitator)
      .filter(isThere)
      .map(facilitating);
    return [...open.flatMap(holdingsOf), ...places].filter(({ person }) => person.mail === mail);
  }

  /** What a link that was given out is for, as it stands now. */
  async function held(id: LinkId): Promise<Holding | undefined> {
    const link = await links.byId(id);
    if (!link) return undefined;
    const { purpose, person, requestId } = link.terms;
    if (purpose === 'facilitating') return inPool(person.id);
    if (requestId === undefined) return undefined;
    const request = (await requests.load(requestId))?.request;
    // Asked for since, its own page is of more use than a form that was sent.
    if (purpose === 'ask' && request) return stillHeld(request, { ...link.terms, purpose: 'requester' });
    if (purpose === 'ask') return { purpose, person, requestId };
    return request && stillHeld(request, link.terms);
  }

  async function inPool(id: KnownPerson['id']): Promise<Holding | undefined> {
    const found = (await pool.find(id))?.facilitator;
    return found && isThere(found) ? facilitating(found) : undefined;
  }

  /** Of the pool, and without Teams. */
  function isThere({ outside, leftOn }: Pick<Facilitator, 'outside' | 'leftOn'>): boolean {
    return outside === true && (leftOn === undefined || leftOn > localDate(now()));
  }
}
