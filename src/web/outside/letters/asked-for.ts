/** The letters that somebody asked for on a page. Each has a fixed text: nobody can have anything of theirs mailed. */
import type { Policy } from '../../../domain/policy';
import { referenceOf } from '../../../domain/request';
import { safetyLine, worseLine } from '../../../wording/safety';
import type { Holding } from '../link-holders';
import type { MintedLink } from '../link-minting';
import {
  ABOUT_LINKS,
  BECAUSE,
  LETTER_SUBJECTS,
  LETTER_TEXTS as TEXTS,
  LINK_LABELS,
  LINK_LISTED,
} from '../wording/letters';
import type { LetterWords } from './letter';

/** A link with what it is for. */
export interface NewLink extends MintedLink {
  readonly holding: Holding;
}

export function askLinkLetter({ url, until }: MintedLink, policy: Policy): LetterWords {
  return {
    subject: LETTER_SUBJECTS['ask-link'],
    paragraphs: [TEXTS.askLink, safetyLine(policy)],
    links: [{ label: LINK_LABELS.ask, url }],
    closing: [ABOUT_LINKS.form(until), BECAUSE.somebodyAsked],
  };
}

/** At least one. */
export function newLinksLetter(links: readonly [NewLink, ...NewLink[]], policy: Policy): LetterWords {
  const until = Math.min(...links.map((each) => each.until));
  return {
    subject: LETTER_SUBJECTS['new-links'],
    paragraphs: [TEXTS.newLinks],
    links: links.map(({ holding, url }) => ({ label: listedAs(holding), url })),
    closing: [ABOUT_LINKS.several(until), ...safetyFor(links, policy), BECAUSE.somebodyAsked],
  };
}

export function newLinkLetter(link: NewLink, policy: Policy): LetterWords {
  const { holding, url, until } = link;
  return {
    subject: subjectOf(holding),
    paragraphs: [TEXTS.newLink],
    links: [{ label: LINK_LABELS[holding.purpose], url }],
    closing: [
      ABOUT_LINKS.instead,
      holding.purpose === 'ask' ? ABOUT_LINKS.form(until) : ABOUT_LINKS.yours(until),
      ...safetyFor([link], policy),
      BECAUSE.ownPage,
    ],
  };
}

/** No link: whoever reads it has the page before them. */
export function codeLetter(code: string, { codeMinutes }: Policy): LetterWords {
  return {
    subject: LETTER_SUBJECTS.code,
    paragraphs: [TEXTS.code(code), TEXTS.codeUse(codeMinutes)],
    links: [],
    closing: [BECAUSE.ownPage],
  };
}

export function facilitatingLetter({ url, until }: MintedLink): LetterWords {
  return {
    subject: LETTER_SUBJECTS.facilitating,
    paragraphs: [TEXTS.facilitating],
    links: [{ label: LINK_LABELS.facilitating, url }],
    closing: [ABOUT_LINKS.yours(until), BECAUSE.ownPage],
  };
}

function subjectOf({ purpose, requestId }: Holding): string {
  if (purpose === 'ask') return LETTER_SUBJECTS['ask-link'];
  if (purpose === 'facilitating' || requestId === undefined) return LETTER_SUBJECTS.facilitating;
  const reference = referenceOf(requestId);
  return purpose === 'requester' ? LETTER_SUBJECTS.request(reference) : LETTER_SUBJECTS.session(reference);
}

function listedAs({ purpose, requestId }: Holding): string {
  if (purpose === 'ask' || purpose === 'facilitating' || requestId === undefined) return LINK_LABELS[purpose];
  return LINK_LISTED[purpose](referenceOf(requestId));
}

/** Whoever asks for a session is told each time that an urgent concern must not wait for it. */
function safetyFor(links: readonly NewLink[], policy: Policy): readonly string[] {
  return links.some(({ holding }) => ['ask', 'requester'].includes(holding.purpose))
    ? [worseLine(policy)]
    : [];
}
