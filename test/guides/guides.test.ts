/** The guides for people: two sheets each, readable for everybody, with pictures of the real thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { COMMANDS_IN_CHAT } from './commands-in-chat';
import { GUIDE_PICTURES } from './pictures';
import { inChromium, launchChromium } from '../chromium';

const folder = join(__dirname, '../../appPackage/guides');
const guides = readdirSync(folder).filter((name) => name.endsWith('.html'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

it('There is one for practitioners, one for coordinators and one for facilitators', () => {
  expect(guides.sort()).toEqual(['coordinator.html', 'facilitator.html', 'practitioner.html']);
});

it('Every picture is one of a journey, is there, and is shown somewhere', () => {
  const shown = guides.flatMap((name) =>
    [...read(name).matchAll(/src="pictures\/([^"]+)"/g)].map(([, of]) => of!),
  );
  expect(shown.sort()).toEqual(Object.keys(GUIDE_PICTURES).sort());
  expect(readdirSync(join(folder, 'pictures')).sort()).toEqual(Object.keys(GUIDE_PICTURES).sort());
});

it.each(guides)('%s says nothing to type that the bot does not know', (name) => {
  const typed = [...read(name).matchAll(/[Ss]ay <kbd>([^<]+)<\/kbd>/g)].map(([, command]) => command!);
  expect(typed.length).toBeGreaterThan(0);
  for (const command of typed) expect(COMMANDS_IN_CHAT).toContain(command);
});

inChromium('the guides in a browser', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());

  it.each(guides)('%s is two sheets of A4 on paper', async (name) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, name)).href);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await page.close();
  });

  it.each(guides)('%s can be read by everybody', async (name) => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(pathToFileURL(join(folder, name)).href);
    await page.addScriptTag({ path: require.resolve('axe-core') });
    const { violations } = await page.evaluate(async () =>
      (globalThis as never as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.close();
  });
});
