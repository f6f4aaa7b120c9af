/** One page of a real browser for all tests of a file: to start one, and to tell it axe, takes longer than most of them. */
import type { Browser, Page, ViewportSize } from 'playwright-core';
import { launchChromium } from './chromium';

export interface OnePage {
  /**
   * Without cookies when a test begins; what it shows is still the last test's, because Chromium would take a new process for a
   * page that was blank between two of the same host.
   */
  readonly page: Page;
  /** For what the page was shown: the browser keeps its connections, for which a server waits that is closed. */
  afterwards(closing: Promise<unknown>): void;
}

/** To be called inside `inChromium`. @param viewport of the page when a test begins; as wide as a desk's screen by default */
export function useOnePage(viewport: ViewportSize = { width: 1280, height: 900 }): OnePage {
  let browser: Browser | undefined;
  let page: Page | undefined;
  const closings: Promise<unknown>[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'en-GB' });
  });
  beforeEach(async () => {
    await page!.context().clearCookies();
    await page!.setViewportSize(viewport);
    await page!.emulateMedia({ media: null });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(closings);
  });

  return {
    get page() {
      if (!page) throw new Error('Expected the page to be used inside a test');
      return page;
    },
    afterwards: (closing) => void closings.push(closing),
  };
}
