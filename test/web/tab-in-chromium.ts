/** The tab's own server and a page of a real browser for each test, closed after it, with everything the page complains of. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { launchChromium } from '../chromium';
import { openTabOffice, type TabOffice } from './tab-office';

/** Where pictures go when somebody wants to look: TAB_PICTURES=folder. */
const pictures = process.env['TAB_PICTURES'];

export interface TabInChromium {
  readonly office: TabOffice;
  /** As wide as a desk's screen. */
  readonly page: Page;
}

/** To be called inside `inChromium`; a test fails where its page complained of anything. */
export function useTabInChromium() {
  let browser: Browser | undefined;
  let office: TabOffice | undefined;
  let page: Page | undefined;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page?.close();
    await office?.close();
    [page, office] = [undefined, undefined];
    expect(complaints.splice(0)).toEqual([]);
  });

  return {
    async opens(over: Omit<Parameters<typeof openTabOffice>[0], 'now'> = {}): Promise<TabInChromium> {
      // Not the test's own moment: the browser looks whether its token is still good.
      office = await openTabOffice({ ...over, now: () => Date.now() });
      page = await browser!.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
      page.on('console', (message) => {
        // What the server refuses with a page of its own is no fault of the tab.
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
          complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      return { office, page };
    },

    /** Of everything on the page, where somebody wants to look. */
    async picture(name: string): Promise<void> {
      if (pictures) await page!.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    },

    /** A picture the page itself gave. */
    async keep(given: Download, name: string): Promise<void> {
      if (pictures) await given.saveAs(join(pictures, `${name}.png`));
    },

    /** Whatever it complained of so far was to be expected. */
    forgive(): void {
      complaints.length = 0;
    },
  };
}
