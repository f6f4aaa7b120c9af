/** Pressing a button on a page that may draw it anew at that moment: until the page has taken the press, and not once more. */
import type { Locator, Page } from 'playwright-core';
import { patiently } from './patiently';

/** Counts the presses that reach a button. Of one that is drawn anew between down and up, its surroundings get the press. */
const HEED = `
  window.pressesTaken = 0;
  window.addEventListener('click', ({ target }) => {
    if (target.closest('button, [role=button]')) window.pressesTaken += 1;
  }, true);
`;

/** Before the page is opened. */
export async function heedPresses(page: Page): Promise<void> {
  await page.addInitScript(HEED);
}

/** @param timeout in milliseconds, how long the button may take to be there; default the page's own. */
export async function press(button: Locator, timeout?: number): Promise<void> {
  const taken = () => button.page().evaluate<number>('window.pressesTaken');
  await patiently(async () => {
    const before = await taken();
    await button.click(timeout === undefined ? {} : { timeout });
    return (await taken()) > before;
  }, 'the page to take a press of the button');
}
