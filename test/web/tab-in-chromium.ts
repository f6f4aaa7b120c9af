/** The tab's own server for each test and a page of a real browser, with everything the page complains of. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { useOnePage } from '../one-page';
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
  const opened: TabOffice[] = [];
  const complaints: string[] = [];
  const one = useOnePage();
  afterEach(async () => {
    // What the page has complained of until now has come once it answers.
    await one.page.evaluate('0');
    expect(complaints.splice(0)).toEqual([]);
  });
  afterEach(() => opened.splice(0).forEach((office) => one.afterwards(office.close())));

  beforeAll(() => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    one.page.on('console', (message) => {
      // What the server refuses with a page of its own is no fault of the tab.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        complaints.push(message.text());
    });
    one.page.on('pageerror', ({ message }) => complaints.push(message));
  });
  // Of the last test's page, whose server is closed by now.
  beforeEach(() => void complaints.splice(0));

  return {
    async opens(over: Omit<Parameters<typeof openTabOffice>[0], 'now'> = {}): Promise<TabInChromium> {
      // Not the test's own moment: the browser looks whether its token is still good.
      const office = await openTabOffice({ ...over, now: () => Date.now() });
      opened.push(office);
      return { office, page: one.page };
    },

    /** Of everything on the page, where somebody wants to look. */
    async picture(name: string): Promise<void> {
      if (pictures) await one.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
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
