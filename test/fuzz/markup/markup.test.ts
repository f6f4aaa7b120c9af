/** What people type, as it is shown in Chromium; all values and what the program adds to them are in the evidence. */
import type { Browser } from 'playwright-core';
import { inChromium, launchChromium } from '../../chromium';
import { createEasel } from '../../gallery/easel';
import { drawCards } from './cards';
import { differences, lookAt, watchFor } from './in-page';
import { drawPages } from './pages';
import { TYPED_VALUES } from './typed-values';

/** What breaks out of an element and runs, and Markdown; short enough for every field. */
const TOGETHER = '</p><img src="x" onerror=canary(2)> [a](javascript:canary(9))';

inChromium('what people type, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it('is shown as typed on every card, and makes no element and runs nothing', async () => {
    const { drawn, shown, differences: found } = await drawCards(browser, TOGETHER);
    expect(found).toEqual([]);
    expect(drawn).toBeGreaterThan(100);
    expect(shown).toBeGreaterThan(100);
  });

  it('is shown as typed on every page, and makes no element and runs nothing', async () => {
    const { drawn, shown, differences: found } = await drawPages(browser, TOGETHER);
    expect(found).toEqual([]);
    expect(drawn).toBeGreaterThan(50);
    expect(shown).toBeGreaterThan(100);
  });

  it('would be seen if it were not: Markdown where a card reads it, script where a page does', async () => {
    const easel = await createEasel(browser, 'light');
    const page = browser.contexts().at(-1)!.pages().at(-1)!;
    const looked = async (text: string) => {
      await easel.draw(
        { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] } as never,
        600,
      );
      return lookAt(page);
    };
    const [hostile, plain] = [TYPED_VALUES['Markdown link']!, 'plain'];
    const seen = { hostile: await looked(hostile), plain: await looked(plain) };
    expect(differences('card', seen, { hostile, plain }).length).toBeGreaterThan(0);
    await page.close();

    const other = await browser.newPage();
    await watchFor(other);
    await other.goto('about:blank');
    await other.setContent('<p><img src=x onerror=canary(2)></p>');
    await other.waitForFunction('window.ran.length > 0');
    expect((await lookAt(other)).ran).toEqual(['canary 2']);
    await other.close();
  });
});
