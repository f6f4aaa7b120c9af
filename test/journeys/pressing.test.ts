/** A page that draws its button anew just as it is pressed, as a Playground does when a card changes meanwhile. */
import type { Browser, Page } from 'playwright-core';
import { inChromium, launchChromium } from '../chromium';
import { heedPresses, press } from './pressing';

/** Counts what its button did; draws it anew, between down and up, so many times. */
const pageThatDrawsAnew = (times: number) => `data:text/html,<main></main><script>
  window.done = 0;
  let left = ${times};
  function draw() {
    const button = document.createElement('button');
    button.textContent = 'Approve';
    button.onclick = () => { window.done += 1; };
    button.onmousedown = () => { if (left-- > 0) draw(); };
    document.querySelector('main').replaceChildren(button);
  }
  draw();
</script>`;

inChromium('a press', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    await heedPresses(page);
  });
  afterAll(() => browser?.close());

  const done = () => page.evaluate<number>('window.done');

  it.each([0, 1, 3])(
    'is taken once by a button drawn anew under it %i times',
    async (times) => {
      await page.goto(pageThatDrawsAnew(times));
      await press(page.getByRole('button'));
      expect(await done()).toBe(1);
    },
    30_000,
  );

  it('is lost on such a button without that', async () => {
    await page.goto(pageThatDrawsAnew(1));
    await page.getByRole('button').click();
    expect(await done()).toBe(0);
  });

  it('says so when the page takes none', async () => {
    await page.goto(pageThatDrawsAnew(Infinity));
    await expect(press(page.getByRole('button'))).rejects.toThrow(/Expected the page to take a press/);
  });
});
