/** Whether a plain page is for everybody to use: on a phone and on a desk, by axe, by eye and by thumb. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violationsOn } from '../../axe';

/** Where pictures go when somebody wants to look: OUTSIDE_PICTURES=folder. */
const pictures = process.env['OUTSIDE_PICTURES'];
const WIDTHS = [320, 1280] as const;

/** Buttons, boxes and links that stand alone: at least 44 px high, or as wide as what they stand in. */
const SMALL_TARGETS = `[...document.querySelectorAll('button:not(.unseen), .choice input, select, .answers a, .call a, .more a, .back a, .about a')]
  .filter((each) => each.getBoundingClientRect().height < 43.5)
  .map((each) => each.outerHTML.slice(0, 120))`;

/** Px between the bar on top and what stands first below it, and between what stands last and the footer. */
const ROOM = `(() => {
  const edges = (each) => document.querySelector(each).getBoundingClientRect();
  return [edges('main > :first-child').top - edges('header').bottom, edges('footer').top - edges('main > :last-child').bottom];
})()`;

/** Headings whose reference can be broken in two between lines. */
const BREAKABLE = `[...document.querySelectorAll('h1, h1 *')]
  .filter((each) => [...each.childNodes].some(({ nodeType, data }) => nodeType === 3 && /[0-9A-Z]{4}-[0-9A-Z]{4}/.test(data)))
  .filter((each) => getComputedStyle(each).whiteSpace !== 'nowrap')
  .map((each) => each.outerHTML)`;

/** Nothing axe finds, nothing that has to be scrolled sideways, nothing too small to press. */
export async function isForEverybody(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.evaluate<readonly string[]>(SMALL_TARGETS)).toEqual([]);
    for (const room of await page.evaluate<readonly number[]>(ROOM)) expect(room).toBeGreaterThan(15);
    expect(await page.evaluate<readonly string[]>(BREAKABLE)).toEqual([]);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
}
