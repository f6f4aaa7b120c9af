/** What stands around every plain page. */
import type { ComponentChildren } from 'preact';
import type { Policy } from '../../domain/policy';
import { assetAddress, STYLESHEETS } from './assets';
import { ErrorSummary, type Wrong } from './fields';
import { SafetyLine } from './safety-line';
import { frameWords, SERVICE } from './wording/frame';

export interface FrameProps {
  readonly title: string;
  readonly ownHeading?: true;
  readonly wrong?: readonly Wrong[];
  readonly content: ComponentChildren;
  readonly policy: Policy;
}

export function Frame({ title, ownHeading, wrong = [], content, policy }: FrameProps) {
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
            <p>{frameWords.privacy}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Many end with a reference, which is read out and typed elsewhere: it stays in one line. */
function Heading({ title }: { readonly title: string }) {
  const end = title.lastIndexOf(' ') + 1;
  return (
    <h1>
      {title.slice(0, end)}
      <span class="nowrap">{title.slice(end)}</span>
    </h1>
  );
}
