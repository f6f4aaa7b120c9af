/** Draws every card and page with every value: `node build/test/fuzz/markup/run.js [value …]`. A line of JSON for each. */
import { launchChromium } from '../../chromium';
import { drawCards } from './cards';
import { drawPages } from './pages';
import { TYPED_VALUES } from './typed-values';

export interface DrawnValue {
  readonly value: string;
  readonly on: 'cards' | 'pages';
  readonly drawn: number;
  readonly shown: number;
  readonly differences: readonly string[];
}

async function main(names: readonly string[]): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const [value, typed] of Object.entries(TYPED_VALUES)) {
      if (names.length > 0 && !names.includes(value)) continue;
      const cards: DrawnValue = { value, on: 'cards', ...(await drawCards(browser, typed)) };
      console.log(JSON.stringify(cards));
      const pages: DrawnValue = { value, on: 'pages', ...(await drawPages(browser, typed)) };
      console.log(JSON.stringify(pages));
      if (cards.differences.length + pages.differences.length > 0) process.exitCode = 1;
    }
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
