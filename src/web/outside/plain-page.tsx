/** What a plain page is, and how it is sent: every one in the same frame, and none of it acting for another site. */
import type { ComponentChildren } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Policy } from '../../domain/policy';
import type { FaultPages, Page, PageAsked, PageReply } from '../../http/page';
import { faultPage } from './fault-pages';
import type { Wrong } from './fields';
import { Frame } from './frame';
import { CLEARED, NOT_INDEXED, PAGE_HEADERS } from './headers';
import { ACCESSIBILITY, EVALUATE, PERSON, PRIVACY, REQUEST, TERMS } from './paths';

export interface Shown {
  /** Of the window, and the page's heading unless it has one of its own in `content`. */
  readonly title: string;
  readonly content: ComponentChildren;
  /** The heading is part of the content: the label of its only question, say. */
  readonly ownHeading?: true;
  /** 200 when absent. 422: what was filled in cannot be taken. */
  readonly status?: 200 | 403 | 404 | 408 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
  /** At the foot of the page, in place of what is said of requests. */
  readonly privacy?: string;
  /** Whoever was here is done: the browser is asked to forget what it may have kept of these pages. */
  readonly clearsBrowser?: true;
  /** What is wrong with what was filled in, field by field; listed at the top. */
  readonly wrong?: readonly Wrong[];
}

/** On to another page, so that whoever reloads it does nothing again. */
export interface SeeOther {
  readonly seeOther: string;
}

export interface PlainPage {
  /** For the log, in place of the path, which may hold a token. */
  readonly name: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Search engines may list it. */
  readonly isIndexed?: true;
  readonly show: (asked: PageAsked) => Promise<Shown | SeeOther>;
}

export interface PlainPageNeeds {
  readonly policy: Policy;
  /** Of a fault people can only be told that it was one. */
  readonly report: (fault: unknown) => void;
}

export function servedPage(page: PlainPage, { policy, report }: PlainPageNeeds): Page {
  const { name, method, path, isIndexed, show } = page;
  return {
    name,
    method,
    path,
    async answer(asked) {
      if (method === 'post' && asked.isCrossSite) return reply(faultPage(403, policy), policy);
      try {
        return reply(await show(asked), policy, isIndexed);
      } catch (error) {
        // Most likely storage is out of reach: the way to CADS must stand all the same.
        report(error);
        return reply(faultPage(503, policy), policy);
      }
    },
  };
}

/** For whatever the server refuses before a page is asked. */
export function outsideFaultPages(policy: Policy): FaultPages {
  return {
    under: [REQUEST, PERSON, EVALUATE, PRIVACY, TERMS, ACCESSIBILITY],
    show: (status) => reply(faultPage(status, policy), policy),
  };
}

function reply(shown: Shown | SeeOther, policy: Policy, isIndexed?: true): PageReply {
  const headers = { ...PAGE_HEADERS, ...(!isIndexed && NOT_INDEXED) };
  if ('seeOther' in shown)
    return { status: 303, content: '', headers: { ...headers, Location: shown.seeOther } };
  const { status = 200, clearsBrowser, ...page } = shown;
  const html = renderToStaticMarkup(<Frame {...page} policy={policy} />);
  return {
    status,
    content: `<!doctype html>${html}`,
    headers: { ...headers, ...(clearsBrowser && CLEARED) },
  };
}
