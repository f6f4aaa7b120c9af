/** What stands around every plain page. */
import type { ComponentChildren } from 'preact';
import type { Policy } from '../../domain/policy';
import { assetAddress, STYLESHEETS } from './assets';
import { ErrorSummary, type Wrong } from './fields';
import { ACCESSIBILITY, PRIVACY, TERMS } from './paths';
import { SafetyLine } from './safety-line';
import { ABOUT_LINKS, frameWords, SERVICE } from './wording/frame';

export interface FrameProps {
  readonly title: string;
  readonly ownHeading?: true;
  readonly wrong?: readonly Wrong[];
  readonly content: ComponentChildren;
  /** In place of what is said of requests. */
  readonly privacy?: string;
  readonly policy: Policy;
}

export function Frame({ title, ownHeading, wrong = [], content, privacy, policy }: FrameProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${wrong.length > 0 ? frameWords.error : ''}${title} – ${SERVICE.short}`}</title>
        {STYLESHEETS.map((name) => (
          <link key={name} rel="stylesheet" href={assetAddress(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {frameWords.skip}
        </a>
        <header class="bar">
          <div class="width">
            <p class="service">
              {SERVICE.name} <span class="nowrap">({SERVICE.short})</span>
            </p>
          </div>
        </header>
        <main id="main" class="width" tabindex={-1}>
          <ErrorSummary wrong={wrong} />
          {!ownHeading && <Heading title={title} />}
          {content}
        </main>
        <footer>
          <div class="width">
            <SafetyLine policy={policy} />
            <p>{frameWords.about}</p>
            <p>{privacy ?? frameWords.privacy}</p>
            <AboutLinks />
          </div>
        </footer>
      </body>
    </html>
  );
}

function AboutLinks() {
  const links = [
    [PRIVACY, ABOUT_LINKS.privacy],
    [TERMS, ABOUT_LINKS.terms],
    [ACCESSIBILITY, ABOUT_LINKS.accessibility],
  ] as const;
  return (
    <nav aria-label={frameWords.aboutService}>
      <ul class="about">
        {links.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/** A reference stays in one piece, so that it can be read out. */
function Heading({ title }: { readonly title: string }) {
  const [reference] = REFERENCE.exec(title) ?? [];
  if (reference === undefined) return <h1>{title}</h1>;
  return (
    <h1>
      {title.replace(REFERENCE, '')}
      <span class="nowrap">{reference}</span>
    </h1>
  );
}
