/** The coordinators' tab: every page of it, behind one sign-in and in one frame. */
import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Instant } from '../../domain/intervals';
import { assetAddress, assetPage } from './assets';
import type { Page, PageAsked, PageReply } from '../../http/page';
import { Notice, Part, Shell } from './frame';
import { PAGE_HEADERS } from './headers';
import type { Download, Shown, TabPage } from './page';
import { isOnLoopback } from '../../entra/safe-address';
import type { Held, Hold } from '../../ports/operations';
import { heldInWords } from '../../wording/held';
import type { Role, SignedIn, SignIn } from './sign-in';
import { refusalWords } from './wording/frame';

export interface TabNeeds {
  readonly signIn: SignIn;
  /** An issuer on this machine has a page to sign in at, for use outside Teams. */
  readonly issuer: string;
  readonly pages: readonly TabPage[];
  /** Absent where nothing is ever held. */
  readonly hold?: Pick<Hold, 'find'>;
  readonly now: () => Instant;
}

/** The routes of the tab; without a sign-in it only says what is missing. */
export function createTab(needs: TabNeeds | undefined): readonly Page[] {
  if (!needs) return [{ name: 'tab', method: 'get', path: '/tab', answer: async () => notSetUp() }];
  return [assetPage, ...needs.pages.map((page) => route(page, needs))];
}

function route(page: TabPage, needs: TabNeeds): Page {
  const { name, method, path, mostBytes } = page;
  const shell = shellFor(needs.issuer);
  return {
    name,
    method,
    path,
    ...(mostBytes !== undefined && { mostBytes }),
    async answer(asked) {
      // 1. Opened by a browser, which sends no token: the frame, whose script asks again with one.
      if (method === 'get' && !asked.byScript) return shell;
      // 2. Who asks.
      const signedIn = await needs.signIn(asked.authorization);
      if ('refused' in signedIn) return refusal(signedIn.refused);
      const { person: by, roles } = signedIn;
      const { openTo = ['coordinator'] } = page;
      if (!openTo.some((role) => roles.includes(role))) return refusal(notFor(openTo, roles), roles);
      // 3. The page.
      const { params, query, form } = asked;
      const [shown, held] = await Promise.all([
        page.show({ by, roles, now: needs.now(), params, query, form }),
        needs.hold?.find(),
      ]);
      return sent(shown, asked, roles, held);
    },
  };
}

function shellFor(issuer: string): PageReply {
  const signInAt = isOnLoopback(issuer) ? { signInAt: `${issuer}/sign-in` } : {};
  const shell = `<!doctype html>${renderToStaticMarkup(<Shell assets={assetAddress} {...signInAt} />)}`;
  return { status: 200, content: shell, headers: PAGE_HEADERS };
}

function sent(
  shown: Shown | Download,
  { form }: PageAsked,
  roles: readonly Role[],
  held: Held | undefined,
): PageReply {
  if ('file' in shown) {
    const headers = {
      'Content-Type': shown.type,
      'Content-Disposition': `attachment; filename="${shown.file}"`,
    };
    return { status: 200, content: shown.content, headers };
  }
  const { status = 200, at } = shown;
  // What was posted has no address one could come back to.
  const address = at ?? (form.size > 0 ? 'false' : undefined);
  return {
    status,
    content: part(shown, roles, held && heldInWords(held.takenAt)),
    headers: { ...PAGE_HEADERS, ...(address !== undefined && { 'HX-Push-Url': address }) },
  };
}

const REFUSALS = {
  token: { status: 401, words: refusalWords.signIn },
  'no-role': { status: 403, words: refusalWords.coordinatorsOnly },
  'figures-only': { status: 403, words: refusalWords.monitoringOnly },
  'governance-only': { status: 403, words: refusalWords.governanceOnly },
  'not-governance': { status: 403, words: refusalWords.notGovernance },
  unavailable: { status: 503, words: refusalWords.unavailable },
} satisfies Record<Extract<SignedIn, { refused: string }>['refused'], object> & Record<string, object>;

/** What somebody is told who has a role, and not one of those the page is open to. */
function notFor(openTo: readonly Role[], roles: readonly Role[]): keyof typeof REFUSALS {
  if (openTo.includes('governance')) return 'not-governance';
  return roles.includes('quality') ? 'figures-only' : 'governance-only';
}

function refusal(why: keyof typeof REFUSALS, roles?: readonly Role[]): PageReply {
  const { status, words } = REFUSALS[why];
  const content = part({ title: words.title, content: <Sentence {...words} /> }, roles);
  return { status, content, headers: PAGE_HEADERS };
}

function part(shown: Shown, roles?: readonly Role[], held?: string): string {
  return html(<Part {...shown} {...(roles && { roles })} {...(held !== undefined && { held })} />);
}

function notSetUp(): PageReply {
  const { title, text } = refusalWords.notSetUp;
  const page = (
    <html lang="en-GB">
      <head>
        <title>{title}</title>
      </head>
      <body>
        <Sentence title={title} text={text} />
      </body>
    </html>
  );
  return { status: 200, content: `<!doctype html>${html(page)}`, headers: PAGE_HEADERS };
}

function Sentence({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Notice heading={title}>
      <p>{text}</p>
    </Notice>
  );
}

function html(node: VNode): string {
  return renderToStaticMarkup(node);
}
