/** One letter as plain text and as simple HTML, both from the same structure. No picture, no style, nothing to fetch. */
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Contact } from '../../../domain/people';
import type { Letter } from '../../../ports/mail';
import { oneLine } from './one-line';

export interface LetterLink {
  readonly label: string;
  readonly url: string;
}

export interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The address itself can be read: whoever distrusts a link sees where it leads. */
  readonly links: readonly LetterLink[];
  /** Below the links: what is to be known of them, whom to turn to, why they got it. */
  readonly closing: readonly string[];
}

export function writeLetter(key: string, to: Contact, words: LetterWords): Letter {
  const subject = oneLine(words.subject);
  return {
    key,
    to: { name: oneLine(to.name), mail: to.mail },
    subject,
    text: inText(words),
    html: `<!doctype html>${renderToStaticMarkup(<Body {...words} subject={subject} />)}`,
  };
}

function inText({ paragraphs, links, closing }: LetterWords): string {
  const blocks = [...paragraphs, ...links.map(({ label, url }) => `${label}:\n${url}`), ...closing];
  return `${blocks.join('\n\n')}\n`;
}

function Body({ subject, paragraphs, links, closing }: LetterWords) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{subject}</title>
      </head>
      <body>
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {links.map(({ label, url }) => (
          <p>
            {label}:
            <br />
            <a href={url}>{url}</a>
          </p>
        ))}
        {closing.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </body>
    </html>
  );
}
