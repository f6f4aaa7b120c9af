/**
 * Writes to people without Teams. A link is minted when its letter is written, so that no token is ever stored; a letter
 * that is written again after a fault has another one, and the first is in nobody's hands or opens the same page.
 */
import type { Instant } from '../../domain/intervals';
import { isMail } from '../../domain/mail-address';
import type { Contact } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Codes, Links } from '../../ports/links';
import type { Mail } from '../../ports/mail';
import type { Mailer } from '../../ports/mailer';
import type { Pool } from '../../ports/pool';
import { Fault, type OpenRequests, type Requests } from '../../ports';
import { createErrandRunning } from './errand-running';
import { newsInLetter, requestLetter } from './letters/about-request';
import { type LetterWords, writeLetter } from './letters/letter';
import { errandKey, letterKey } from './letters/letter-key';
import { recipientOn } from './link-holders';
import { createLinkMinting } from './link-minting';
import { REQUEST } from './paths';

export interface MailerNeeds {
  readonly links: Pick<Links, 'mint' | 'byId' | 'revoke'>;
  readonly codes: Pick<Codes, 'mint'>;
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
  const { mail, policy, publicUrl } = needs;
  const mint = createLinkMinting(needs);
  const answer = createErrandRunning(needs);

  return {
    async tell(request, to, news, key) {
      const person = recipientOn(request, to);
      const about = { request, to, policy };
      const told = person && newsInLetter(about, news);
      if (!person || !told) return 'nobody';
      const name = letterKey(request.id, to, key);
      if (told.leads !== 'own-page') {
        const link = { url: new URL(REQUEST, publicUrl).href };
        const words = requestLetter(about, told.paragraphs, ...(told.leads === 'ask-again' ? [link] : []));
        await post(name, person, words);
        return 'sent';
      }
      const attempt = to.as === 'facilitator' ? { attempt: to.attempt } : {};
      const link = await mint({ purpose: to.as, person, requestId: request.id, ...attempt });
      await post(name, person, requestLetter(about, told.paragraphs, link));
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

  async function post(key: string, to: Contact, words: LetterWords): Promise<void> {
    // Whatever got into storage: nothing of an address may become a header of its own.
    if (!isMail(to.mail)) throw new Fault('Expected an address that takes mail', { permanent: true });
    await mail.send(writeLetter(key, to, words));
  }
}
