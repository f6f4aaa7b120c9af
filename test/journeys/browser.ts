/** Agents Playgrounds in Chromium, used by name and label as a person would. */
import { mkdirSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { inChromium, launchChromium } from '../chromium';
import type { Playground } from '../sandbox/teams/playground';
import { playgroundPage, type PlaygroundPage } from './playground-page';

/** A story with a browser in it: `describe`, skipped by its name where there is no Chromium. */
export const journey = inChromium;

/** What somebody without Teams has in front of them. */
export interface Device {
  readonly screen: 'phone' | 'desktop';
  readonly scripts: boolean;
}

const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const;
const IN_NORFOLK = { locale: 'en-GB', timezoneId: 'Europe/London' } as const;

export interface JourneyBrowser {
  /** Opens a person's Playground in a window of their own. */
  openPlayground(playground: Pick<Playground, 'person' | 'url'>): Promise<PlaygroundPage>;
  /** Opens an address in a window as wide as Teams on a computer. */
  openPage(url: string): Promise<Page>;
  /** Opens an address as somebody without Teams does, in a browser that has never been there. */
  openPlain(url: string, device: Device): Promise<Page>;
  close(): Promise<void>;
}

/** @param screenshots the folder pictures go to; made if need be. */
export async function openBrowser(screenshots: string): Promise<JourneyBrowser> {
  mkdirSync(screenshots, { recursive: true });
  const browser = await launchChromium();
  const open = async (url: string, options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ ...options, ...IN_NORFOLK });
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    async openPlayground({ person, url }) {
      const context = await browser.newContext({
        // High enough for the longest card, because only what is in view can be photographed.
        viewport: { width: 1300, height: 3000 },
        ...IN_NORFOLK,
      });
      return playgroundPage(await context.newPage(), person, url, screenshots);
    },
    openPage: (url) => open(url, SCREENS.desktop),
    openPlain: (url, { screen, scripts }) => open(url, { ...SCREENS[screen], javaScriptEnabled: scripts }),
    close: () => browser.close(),
  };
}
