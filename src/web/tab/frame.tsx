/** What stands around every page of the tab: the frame that is the same for everybody, and the part its script puts into it. */
import type { ComponentChildren } from 'preact';
import type { Shown } from './page';
import { type SectionId, sections } from './sections';
import type { Role } from './sign-in';
import { frameWords, NAME } from './wording/frame';

/** Before anybody has signed in: nothing here may depend on who asks, or for what. */
export function Shell(props: { readonly assets: (file: string) => string; readonly signInAt?: string }) {
  const { assets, signInAt } = props;
  return (
    <html lang="en-GB" data-theme="default">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="htmx-config" content={JSON.stringify(HTMX)} />
        <title>{NAME}</title>
        <link rel="stylesheet" href={assets('theme.css')} />
        <link rel="stylesheet" href={assets('tab.css')} />
        <link rel="stylesheet" href={assets('tables.css')} />
        <link rel="stylesheet" href={assets('fields.css')} />
        <link rel="stylesheet" href={assets('requests.css')} />
        <link rel="stylesheet" href={assets('monitoring.css')} />
        <script src={assets('htmx.js')} defer />
        <script src={assets('picture.js')} defer />
        <script src={assets('tab.js')} defer />
      </head>
      <body
        hx-boost="true"
        hx-target="#main"
        hx-swap="innerHTML show:window:top"
        hx-indicator="#waiting"
        data-sign-in={signInAt}
        data-teams={assets('teams.js')}
        data-words={JSON.stringify(frameWords.script)}
      >
        <a class="skip" href="#main" hx-boost="false">
          {frameWords.skip}
        </a>
        <header class="bar">
          <p class="product">{NAME}</p>
          <Sections />
          <p id="waiting" class="waiting" aria-hidden="true">
            {frameWords.waiting}
          </p>
        </header>
        <p id="said" class="unseen" role="status" />
        <div id="trouble" class="trouble" role="alert" />
        <main id="main" tabindex={-1}>
          <h1>{frameWords.opening}</h1>
          <noscript>
            <p>{frameWords.needsScript}</p>
          </noscript>
        </main>
        <About />
      </body>
    </html>
  );
}

/** Plain public pages; Teams opens them in the browser, because nobody may frame them. */
function About() {
  return (
    <footer class="about" hx-boost="false">
      <ul>
        {frameWords.about.map(({ path, text }) => (
          <li key={path}>
            <a href={path} target="_blank" rel="noopener">
              {text}
              <span class="unseen"> {frameWords.newWindow}</span>
            </a>
          </li>
        ))}
      </ul>
    </footer>
  );
}

/** What goes into the frame: the page, and the navigation as it is there and for whom it is. `held`: see wording/held.ts. */
export function Part(props: Shown & { readonly roles?: readonly Role[]; readonly held?: string }) {
  const { title, section, content, said, roles, held } = props;
  return (
    <>
      <title>{`${title} – ${NAME}`}</title>
      <Sections here={section} roles={roles} oob />
      <div data-said={said}>
        {held !== undefined && <p class="trouble">{held}</p>}
        {content}
      </div>
    </>
  );
}

function Sections(props: {
  readonly here?: SectionId | undefined;
  /** Nobody's in particular before anybody has signed in. */
  readonly roles?: readonly Role[] | undefined;
  readonly oob?: boolean;
}) {
  const { here, roles = ['coordinator'], oob = false } = props;
  const open = sections.filter(({ openTo }) => openTo.some((role) => roles.includes(role)));
  return (
    <nav id="sections" aria-label={frameWords.sections} hx-swap-oob={oob ? 'true' : undefined}>
      <ul>
        {open.map(({ id, name, path }) => (
          <li key={id}>
            <a href={path} aria-current={id === here ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A page that is shown to whoever opens the tab, without anything of the tab in it. */
export function Notice({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <h1 tabindex={-1}>{heading}</h1>
      {children}
    </>
  );
}

/** Nothing is evaluated, asked of others, or left behind in the browser; a page that says no is a page all the same. */
const HTMX = {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  scrollBehavior: 'instant',
  timeout: 30_000,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '40[1349]|422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
};
