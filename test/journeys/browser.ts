/** Agents Playgrounds in Chromium, used by name and label as a person would. */
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Playground } from '../sandbox/teams/playground';
import { playgroundPage, type PlaygroundPage } from './playground-page';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'msedge.exe',
];
const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** It needs nothing from the network: names other than this machine's are not even looked up. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/**
 * The Chromium to use: CHROMIUM_PATH, else the first one installed; undefined when there is none.
 * @throws Error when CHROMIUM_PATH leads nowhere, and when there is none where tests must not be skipped (CI=true).
 */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const wanted = env.CHROMIUM_PATH;
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    throw new Error(`Expected CHROMIUM_PATH to be the path of a Chromium, but there is no file "${wanted}".`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...OUTSIDE_PATH];
  const found = places.find((place) => existsSync(place));
  if (!found && env.CI === 'true') {
    throw new Error(
      'The journeys need Chromium, and CI=true does not let them be skipped. Install it, or set CHROMIUM_PATH.',
    );
  }
  return found;
}

/** A story with a browser in it: `describe`, skipped by its name where there is no Chromium. */
export function journey(name: string, story: () => void): void {
  if (chromiumPath()) describe(name, story);
  else describe.skip(`${name} (no Chromium here; set CHROMIUM_PATH)`, story);
}

export interface JourneyBrowser {
  /** Opens a person's Playground in a window of their own. */
  openPlayground(playground: Pick<Playground, 'person' | 'url'>): Promise<PlaygroundPage>;
  close(): Promise<void>;
}

/** @param screenshots the folder pictures go to; made if need be. */
export async function openBrowser(screenshots: string): Promise<JourneyBrowser> {
  const executablePath = chromiumPath();
  if (!executablePath)
    throw new Error('Expected a Chromium; a journey without one is skipped, see journey().');
  mkdirSync(screenshots, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
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
    close: () => browser.close(),
  };
}
