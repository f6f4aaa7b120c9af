/**
 * Writes to people without Teams. A link is minted when its letter is written, so that no token is ever stored; a letter
 * that is written again after a fault has another one, and the first is in nobody's hands or opens the same page.
 */
import type { Instant } from '../../domain/intervals';
import { isMail } from '../../domain/mail-address';
import type { Contact, KnownPerson } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Evaluations } from '../../ports/evaluations';
import type { Codes, Links } from '../../ports/links';
import type { Mail } from '../../ports/mail';
import type { Mailer } from '../../ports/mailer';
import type { Pool } from '../../ports/pool';
import { Fault, type OpenRequests, type Requests } from '../../ports';
import { createErrandRunning } from './errand-running';
import type { About } from './letters/about';
import {
  askAgainWay,
  evaluationWay,
  type Leads,
  type LetterWay,
  newsInLetter,
  ownPageWay,
  requestLetter,
} from './letters/about-request';
import { type LetterWords, writeLetter } from './letters/letter';
import { errandKey, letterKey } from './letters/letter-key';
import { recipientOn } from './link-holders';
import { createLinkMinting } from './link-minting';
import { evaluatePath, REQUEST } from './paths';

export interface MailerNeeds {
  readonly links: Pick<Links, 'mint' | 'byId' | 'revoke'>;
  readonly codes: Pick<Codes, 'mint'>;
  readonly evaluations: Pick<Evaluations, 'ticket'>;
  readonly mail: Pick<Mail, 'send' | 'wasSent'>;
  readonly openRequests: OpenRequests;
  readonly requests: Pick<Requests, 'load'>;
  readonly pool: Pick<Pool, 'all' | 'find'>;
  readonly policy: Policy;
  /** Where the pages are reached: an address without a path. */
  readonly publicUrl: string;
  readonly now: () => Instant;
}

export function createMailer(needs: MailerNeeds): Mailer {
  const { evaluations, mail, policy, publicUrl } = needs;
  const mint = createLinkMinting(needs);
  const answer = createErrandRunning(needs);

  return {
    async tell(request, to, news, key) {
      const person = recipientOn(request, to);
      const about = { request, to, policy };
      const told = person && newsInLetter(about, news);
      if (!person || !told) return 'nobody';
      const name = letterKey(request.id, to, key);
      const way = await wayTo(told.leads, about, person);
      if (way === 'gone') return 'nobody';
      await post(name, person, requestLetter(about, told.paragraphs, way));
      return 'sent';
    },

    async run(errand, key) {
      const name = errandKey(key);
      // A try that got as far as the mail must not take back the links and the code that were in it.
      if (await mail.wasSent(name)) return;
      const letter = await answer(errand, key);
      if (letter) await post(name, letter.to, letter.words);
    },
  };

  /** Where a letter leads; `gone` where it would lead to what they have done already, or can do no more. */
  async function wayTo(
    leads: Leads,
    about: About,
    person: KnownPerson,
  ): Promise<LetterWay | 'gone' | undefined> {
    const { request, to } = about;
    switch (leads) {
      case 'own-page': {
        const attempt = to.as === 'facilitator' ? { attempt: to.attempt } : {};
        return ownPageWay(about, await mint({ purpose: to.as, person, requestId: request.id, ...attempt }));
      }
      case 'evaluation': {
        const token = await evaluations.ticket(request.id, person.mail);
        return token === undefined ? 'gone' : evaluationWay(new URL(evaluatePath(token), publicUrl).href);
      }
      case 'ask-again':
        return askAgainWay(new URL(REQUEST, publicUrl).href);
      case 'nowhere':
        return undefined;
    }
  }

  async function post(key: string, to: Contact, words: LetterWords): Promise<void> {
    // Whatever got into storage: nothing of an address may become a header of its own.
    if (!isMail(to.mail)) throw new Fault('Expected an address that takes mail', { permanent: true });
    await mail.send(writeLetter(key, to, words));
  }
}
