/**
 * Draws every card of the samples as Teams would, in Chromium: `node build/test/gallery/render.js OUTDIR [name …]`.
 * Each becomes OUTDIR/name-sample-320.png and so on. Nothing is fetched from the network.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type Card, type CardData, type CardName, renderCard } from '../../src/teams/cards';
import { HOST_CONFIG, PAGE } from './page';
import { SAMPLES } from './samples';

const NARROW = 320;
const WIDE = 600;

async function main([outDir, ...names]: string[]): Promise<void> {
  if (!outDir)
    throw new Error('Expected a folder for the pictures: node build/test/gallery/render.js OUTDIR');
  mkdirSync(outDir, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  try {
    for (const [name, cards] of Object.entries(SAMPLES)) {
      if (names.length > 0 && !names.includes(name)) continue;
      for (const [kind, data] of Object.entries(cards))
        for (const width of [NARROW, WIDE])
          await draw(
            browser,
            cardOf(name as CardName, data),
            width,
            join(resolve(outDir), `${name}-${kind}-${width}.png`),
          );
    }
  } finally {
    await browser.close();
  }
}

async function draw(browser: Browser, card: Card, width: number, path: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height: 400 },
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
  });
  await page.setContent(PAGE);
  await page.addScriptTag({
    content: readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8'),
  });
  await page.evaluate(`draw(${JSON.stringify(card)}, ${JSON.stringify(HOST_CONFIG)})`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

/** Only pairs of one entry of the samples come here, so name and data belong together. */
function cardOf<Name extends CardName>(name: Name, data: unknown): Card {
  return renderCard(name, data as CardData[Name]);
}

void main(process.argv.slice(2));
