/**
 * Draws every card of the samples as Teams would, in Chromium: `node build/test/gallery/render.js [OUTDIR [name …]]`.
 * Each becomes OUTDIR/name-kind-theme-width.png, with `-open1` and so on for what its buttons open, and OUTDIR/index.html
 * shows them all. Nothing is fetched from the network.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser } from 'playwright-core';
import { launchChromium } from '../chromium';
import { contactSheet, type Picture } from './contact-sheet';
import { createEasel, WIDTHS } from './easel';
import { type SampleCard, sampleCards } from './sample-cards';
import { type Theme, THEMES } from './themes';

/** Beside the sandbox's own files, out of Git. */
const OUT_DIR = '.sandbox/cards';

async function main([outDir = OUT_DIR, ...names]: string[]): Promise<void> {
  const folder = resolve(outDir);
  mkdirSync(folder, { recursive: true });
  const cards = sampleCards().filter(({ name }) => names.length === 0 || names.includes(name));
  if (cards.length === 0) throw new Error(`Expected the names of cards, got "${names.join(' ')}".`);
  const browser = await launchChromium();
  try {
    const pictures: Picture[] = [];
    for (const theme of THEMES) pictures.push(...(await drawAll(browser, theme, cards, folder)));
    writeFileSync(join(folder, 'index.html'), contactSheet(pictures));
    console.log(`${pictures.length} pictures of ${cards.length} cards: ${join(folder, 'index.html')}`);
    const faulty = pictures.filter(({ faults }) => faults.length > 0);
    for (const { file, faults } of faulty)
      for (const { fault, of, measured } of faults) console.error(`${file}: ${fault}: "${of}" (${measured})`);
    if (faulty.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

async function drawAll(
  browser: Browser,
  theme: Theme,
  cards: readonly SampleCard[],
  folder: string,
): Promise<Picture[]> {
  const easel = await createEasel(browser, theme);
  const pictures: Picture[] = [];
  for (const { name, kind, card } of cards)
    for (const width of WIDTHS) {
      const take = async (state: string): Promise<void> => {
        const file = `${name}-${kind}-${theme}-${width}${state}.png`;
        await easel.picture(join(folder, file));
        pictures.push({ file, card: `${name}, ${kind}`, theme, width, faults: await easel.faults() });
      };
      const openers = await easel.draw(card, width);
      await take('');
      for (let n = 0; n < openers; n += 1) {
        await easel.draw(card, width);
        await easel.open(n);
        await take(`-open${n + 1}`);
      }
    }
  return pictures;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
