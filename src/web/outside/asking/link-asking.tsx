/** Asking for a link by mail: to the form, or anew to what is open. The answer is the same whether an address is known or not. */
import { isMail, plainMail } from '../../../domain/mail-address';
import type { Policy } from '../../../domain/policy';
import type { Alerts } from '../../../ports/alerts';
import type { Limits } from '../../../ports/links';
import type { Errands } from '../../../ports/mailer';
import type { PageAsked } from '../../../http/page';
import { CallFirst } from '../call-first';
import { faultPage } from '../fault-pages';
import { Input } from '../fields';
import { Button, Buttons } from '../parts';
import { AGAIN, LINK, MAILED, REQUEST, START } from '../paths';
import type { PlainPage, SeeOther, Shown } from '../plain-page';
import { FULL_WORDS, linkWords } from '../wording/asking';
import { isLured, Lure } from './lure';
import { riskIn } from './risk-question';

/** Within an hour. */
export interface AskLimits {
  /** From one network address. */
  readonly asksFromOneAddress: number;
  /** Mails of a kind to one e-mail address. */
  readonly asksForOneMail: number;
  /** From everybody together, of every kind. */
  readonly asksInAll: number;
}

export interface LinkAskingNeeds {
  readonly limits: Limits;
  readonly most: AskLimits;
  readonly errands: Pick<Errands, 'send'>;
  readonly alerts: Alerts;
  readonly policy: Policy;
  readonly report: (fault: unknown) => void;
}

type Kind = 'ask' | 'again';

/** What is counted of an e-mail address, each kind for itself. */
const COUNTED = { ask: 'ask-for', again: 'again-for' } as const;
const ERRANDS = { ask: 'ask-link', again: 'new-links' } as const;
const ACTIONS = { ask: LINK, again: AGAIN } as const;

export function linkAsking(needs: LinkAskingNeeds): readonly PlainPage[] {
  return [
    {
      name: 'request-start',
      method: 'get',
      path: START,
      async show({ query }) {
        const risk = riskIn(query);
        // Nobody comes past the question, nor to the form with an answer that leads to CADS.
        if (risk === 'no' || risk === 'known') return mailPage('ask', '');
        return { seeOther: risk === 'unasked' ? REQUEST : `${REQUEST}?risk=${risk}` };
      },
    },
    { name: 'request-again', method: 'get', path: AGAIN, show: async () => mailPage('again', '') },
    { name: 'request-link', method: 'post', path: LINK, show: (asked) => ask('ask', asked) },
    { name: 'request-new-links', method: 'post', path: AGAIN, show: (asked) => ask('again', asked) },
  ];

  async function ask(kind: Kind, { form, from }: PageAsked): Promise<Shown | SeeOther> {
    const { limits, most, errands, policy } = needs;
    const mailed = { seeOther: `${MAILED}?of=${kind}` };
    if (isLured(form)) return mailed;
    const typed = form.get('mail') ?? '';
    if (!isMail(typed)) return { ...mailPage(kind, typed, true), status: 422 };
    const mail = plainMail(typed);
    // The narrowest first, so that whoever is stopped there takes nothing of what is there for everybody.
    if ((await limits.take({ kind: 'ask-from', of: from }, most.asksFromOneAddress)) !== 'within')
      return faultPage(429, policy);
    if ((await limits.take({ kind: COUNTED[kind], of: mail }, most.asksForOneMail)) !== 'within')
      return mailed;
    const inAll = await limits.take({ kind: 'ask-all', of: '' }, most.asksInAll);
    if (inAll === 'reached') await raise();
    if (inAll !== 'within') return fullPage(policy);
    await errands.send({ kind: ERRANDS[kind], mail });
    return mailed;
  }

  /** Once an hour; a channel that cannot be reached keeps nobody from their page. */
  async function raise(): Promise<void> {
    await needs.alerts.raise('too-many-asks').catch(needs.report);
  }
}

function mailPage(kind: Kind, typed: string, isWrong = false): Shown {
  const { title, hint, send } = linkWords[kind];
  const wrong = isWrong ? [{ field: 'mail', text: linkWords.wrong }] : [];
  return {
    title,
    ownHeading: true,
    wrong,
    content: (
      <form method="post" action={ACTIONS[kind]} novalidate>
        <Input
          name="mail"
          label={title}
          isHeading
          hint={hint}
          type="email"
          inputMode="email"
          autocomplete="email"
          spellcheck={false}
          value={typed}
          wrong={wrong}
        />
        <Lure />
        <Buttons>
          <Button>{send}</Button>
        </Buttons>
      </form>
    ),
  };
}

function fullPage(policy: Policy): Shown {
  return {
    title: FULL_WORDS.title,
    status: 503,
    content: (
      <>
        <p>{FULL_WORDS.text}</p>
        <p>{FULL_WORDS.ring(policy)}</p>
        <CallFirst policy={policy} />
      </>
    ),
  };
}
