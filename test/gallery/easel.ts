/** Draws cards in Chromium, one after the other: what is measured and photographed is always the card drawn last. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../src/teams/cards';
import type { LayoutFault } from './faults';
import { pageOf } from './page';
import { hostConfigOf, type Theme } from './themes';

export interface Easel {
  /** @param width of the window, in CSS pixels. Returns how many of its buttons open a part of the card. */
  draw(card: Card, width: number): Promise<number>;
  /** Presses the nth of those buttons. */
  open(n: number): Promise<void>;
  faults(): Promise<readonly LayoutFault[]>;
  /** @param path where the picture goes. */
  picture(path: string): Promise<void>;
}

/** A phone held upright, and a chat on a computer. */
export const WIDTHS = [320, 600] as const;

export async function createEasel(browser: Browser, theme: Theme): Promise<Easel> {
  const page: Page = await browser.newPage({ deviceScaleFactor: 1.5, locale: 'en-GB' });
  await page.setContent(pageOf(theme));
  await page.addScriptTag({
    content: readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8'),
  });
  const config = JSON.stringify(hostConfigOf(theme));
  return {
    async draw(card, width) {
      await page.setViewportSize({ width, height: 400 });
      return page.evaluate<number>(`draw(${JSON.stringify(card)}, ${config})`);
    },
    open: (n) => page.evaluate<undefined>(`open(${n})`),
    faults: () => page.evaluate<LayoutFault[]>('layoutFaults()'),
    async picture(path) {
      await page.screenshot({ path, fullPage: true });
    },
  };
}
