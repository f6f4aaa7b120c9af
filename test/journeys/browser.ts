/** Agents Playgrounds in Chromium, used by name and label as a person would. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inChromium, launchChromium } from '../chromium';
import type { Playground } from '../sandbox/teams/playground';
import { playgroundPage, type PlaygroundPage } from './playground-page';

/** A story with a browser in it: `describe`, skipped by its name where there is no Chromium. */
export const journey = inChromium;

export interface JourneyBrowser {
  /** Opens a person's Playground in a window of their own. */
  openPlayground(playground: Pick<Playground, 'person' | 'url'>): Promise<PlaygroundPage>;
  /** Opens an address in a window as wide as Teams on a computer. */
  openPage(url: string): Promise<Page>;
  close(): Promise<void>;
}

/** @param screenshots the folder pictures go to; made if need be. */
export async function openBrowser(screenshots: string): Promise<JourneyBrowser> {
  mkdirSync(screenshots, { recursive: true });
  const browser = await launchChromium();
  return {
    async openPlayground({ person, url }) {
      const context = await browser.newContext({
        // High enough for the longest card, because only what is in view can be photographed.
        viewport: { width: 1300, height: 3000 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      });
      return playgroundPage(await context.newPage(), person, url, screenshots);
    },
    async openPage(url) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      });
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    close: () => browser.close(),
  };
}
