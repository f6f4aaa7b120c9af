/** Whether a page that somebody without Teams has come to is one for everybody, and a picture of it. */
import type { Browser, Page } from 'playwright-core';
import { violationsOn } from '../axe';
import type { WholeSystem } from './whole-system';

/** Nothing axe finds, nothing to be scrolled sideways. @param name of its picture */
export async function looksWell(system: WholeSystem, page: Page, name: string): Promise<void> {
  await page.screenshot({ path: system.picture(name), fullPage: true });
  const { width } = page.viewportSize()!;
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await violationsOn(await withScripts(page))).toEqual([]);
}

/** One for each browser: a page started anew takes longer than to look at it. */
const twins = new WeakMap<Browser, Page>();

/** The very same page where scripts may run: axe is one, and what a form was answered with cannot be asked for again. */
async function withScripts(page: Page): Promise<Page> {
  const browser = page.context().browser()!;
  const twin = twins.get(browser) ?? (await browser.newPage());
  twins.set(browser, twin);
  await twin.setViewportSize(page.viewportSize()!);
  const body = await page.content();
  // Without what follows a hash: to go there from the page itself would not load it.
  const [url] = page.url().split('#');
  await twin.route(url!, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await twin.goto(url!);
  await twin.unroute(url!);
  return twin;
}

/** What it says, with a space that does not break like any other. */
export async function readable(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replaceAll('\u00a0', ' ');
}
