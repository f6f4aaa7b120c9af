/**
 * Draws the icons of the Teams app from their sources, in Chromium: `node build/test/gallery/icons.js`. Each
 * `appPackage/NAME.svg` becomes `appPackage/NAME.png`, as large as it says it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium';

/** Their sizes are Teams' (manifest schema, `icons`). */
export const ICONS = { color: 192, outline: 32 } as const;
export type Icon = keyof typeof ICONS;

const FOLDER = 'appPackage';

/** The icon as PNG; transparent where nothing is drawn. @param root the folder of the checkout */
export async function drawIcon(browser: Browser, root: string, icon: Icon): Promise<Buffer> {
  const size = ICONS[icon];
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  try {
    const source = readFileSync(join(root, FOLDER, `${icon}.svg`), 'utf8');
    await page.setContent(`<style>html, body { margin: 0 } svg { display: block }</style>${source}`);
    return await page.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}

async function main(root: string): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const icon of Object.keys(ICONS) as Icon[])
      writeFileSync(join(root, FOLDER, `${icon}.png`), await drawIcon(browser, root, icon));
  } finally {
    await browser.close();
  }
}

if (require.main === module)
  main(process.cwd()).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
