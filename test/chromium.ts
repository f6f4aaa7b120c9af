/** The Chromium of this machine, for tests that need a real browser. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

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

/** Tests with a browser in them: `describe`, skipped by its name where there is no Chromium. */
export function inChromium(name: string, tests: () => void): void {
  if (chromiumPath()) describe(name, tests);
  else describe.skip(`${name} (no Chromium here; set CHROMIUM_PATH)`, tests);
}

/** @throws Error where there is none: ask `chromiumPath` first. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath)
    throw new Error('Expected a Chromium, got none. Install it, or set CHROMIUM_PATH to where it is.');
  return chromium.launch({ executablePath, args: FLAGS });
}
