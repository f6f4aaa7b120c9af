/** The letters about a request: which news is told in which words, and what stands around them. */
import type { MailNews, Recipient } from '../../../domain/mail-news';
import { isOpen, referenceOf } from '../../../domain/request';
import { worseLine } from '../../../wording/safety';
import { ABOUT_LINKS, BECAUSE, LETTER_SUBJECTS, LETTER_TEXTS, LINK_LABELS } from '../wording/letters';
import type { MintedLink } from '../link-minting';
import { type About, nameInLetter, type Telling } from './about';
import { FACILITATOR_NEWS } from './facilitator-news';
import type { LetterLink, LetterWords } from './letter';
import { REQUESTER_NEWS } from './requester-news';
import { SESSION_NEWS } from './session-news';

/** To whom each news can go: told to anybody else it is none. */
const NEWS: Record<MailNews, (about: About) => readonly string[] | undefined> = {
  ...only('requester', REQUESTER_NEWS),
  ...only('facilitator', FACILITATOR_NEWS),
  ...SESSION_NEWS,
};

/** What a link in a letter leads to. */
export type Leads = 'own-page' | 'evaluation' | 'ask-again' | 'nowhere';

/** The paragraphs of a letter and where its link leads; undefined where there is nothing to be told (any more). */
export function newsInLetter(
  about: About,
  news: MailNews,
): { readonly paragraphs: readonly string[]; readonly leads: Leads } | undefined {
  const paragraphs = NEWS[news](about);
  if (!paragraphs) return undefined;
  // With a request its pages are over, and so is a facilitator's once it is not theirs.
  if (news === 'no-longer-theirs') return { paragraphs, leads: 'nowhere' };
  if (news === 'evaluation' || news === 'evaluation-reminder') return { paragraphs, leads: 'evaluation' };
  return { paragraphs, leads: isOpen(about.request) ? 'own-page' : 'ask-again' };
}

/** Where a letter about a request leads, and what is to be known of it. */
export interface LetterWay extends LetterLink {
  readonly note?: string;
}

export function ownPageWay({ to }: About, { url, until }: MintedLink): LetterWay {
  return { label: LINK_LABELS[to.as], url, note: ABOUT_LINKS.yours(until) };
}

export function evaluationWay(url: string): LetterWay {
  return { label: LINK_LABELS.evaluation, url, note: ABOUT_LINKS.once };
}

export function askAgainWay(url: string): LetterWay {
  return { label: LINK_LABELS.askAgain, url };
}

/** `way` is where it leads, if anywhere. */
export function requestLetter(
  { request, to, policy }: About,
  paragraphs: readonly string[],
  way?: LetterWay,
): LetterWords {
  const reference = referenceOf(request.id);
  return {
    subject: to.as === 'requester' ? LETTER_SUBJECTS.request(reference) : LETTER_SUBJECTS.session(reference),
    paragraphs,
    links: way ? [{ label: way.label, url: way.url }] : [],
    closing: [
      ...(way?.note === undefined ? [] : [way.note]),
      ...(to.as === 'requester' ? [worseLine(policy)] : []),
      LETTER_TEXTS.noFamily,
      because(to, request.requester.name),
    ],
  };
}

function because(to: Recipient, requester: string): string {
  return to.as === 'participant' ? BECAUSE.participant(nameInLetter(requester)) : BECAUSE[to.as];
}

/** The same of one kind of recipient alone. */
function only<As extends Recipient['as'], News extends MailNews>(
  as: As,
  news: Record<News, Telling<Extract<Recipient, { readonly as: As }>>>,
): Record<News, (about: About) => readonly string[] | undefined> {
  type To = Extract<Recipient, { readonly as: As }>;
  const isTo = (to: Recipient): to is To => to.as === as;
  const entries = Object.entries<Telling<To>>(news).map(([each, tell]) => [
    each,
    ({ to, ...about }: About) => (isTo(to) ? tell({ ...about, to }) : undefined),
  ]);
  return Object.fromEntries(entries) as Record<News, (about: About) => readonly string[] | undefined>;
}
