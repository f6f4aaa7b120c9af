/** Whether a page that somebody without Teams has come to is one for everybody, and a picture of it. */
import type { Page } from 'playwright-core';
import { violationsOn } from '../axe';
import type { WholeSystem } from './whole-system';

/** Nothing axe finds, nothing to be scrolled sideways. @param name of its picture */
export async function looksWell(system: WholeSystem, page: Page, name: string): Promise<void> {
  await page.screenshot({ path: system.picture(name), fullPage: true });
  const { width } = page.viewportSize()!;
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const twin = await withScripts(page);
  expect(await violationsOn(twin)).toEqual([]);
  await twin.context().close();
}

/** The very same page where scripts may run: axe is one, and what a form was answered with cannot be asked for again. */
async function withScripts(page: Page): Promise<Page> {
  const context = await page.context().browser()!.newContext({ viewport: page.viewportSize() });
  const twin = await context.newPage();
  const body = await page.content();
  await twin.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await twin.goto(page.url());
  return twin;
}

/** What it says, with a space that does not break like any other. */
export async function readable(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replaceAll('\u00a0', ' ');
}
