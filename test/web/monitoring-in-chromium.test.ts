/** Monitoring in a real browser: every page in three themes, from a phone to a desk, on paper, and its pictures. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { THEMES, violationsOn } from '../axe';
import { PAPER, TOO_WIDE } from '../paper';
import { inChromium } from '../chromium';
import { coordinators, qualityLead } from '../sandbox/people';
import { noMonitoring } from '../some-monitoring';
import { useTabInChromium } from './tab-in-chromium';
import type { TabOffice } from './tab-office';

const WIDTHS = [1280, 320] as const;
const PAGES = [
  ['monitoring', '/tab/monitoring'],
  ['report', '/tab/monitoring/report?quarter=2026-Q3'],
  ['responses', '/tab/monitoring/responses'],
] as const;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

inChromium('monitoring in a browser', () => {
  const tab = useTabInChromium();
  let office: TabOffice;
  let page: Page;
  beforeEach(async () => {
    ({ office, page } = await tab.opens());
  });

  async function signIn(path: string, who: { readonly name: string } = coordinators[0]): Promise<void> {
    await page.goto(office.url + path);
    await page.getByRole('button', { name: who.name }).click();
    await page.waitForURL(office.url + path);
    await page.locator('#main > div h1').waitFor();
    await page.locator('.htmx-request, .htmx-settling').first().waitFor({ state: 'detached' });
  }

  const worn = PAGES.flatMap(([name, path]) => THEMES.map((theme) => ({ name, path, theme })));
  it.each(worn)(
    'is for everybody to use, on a phone and at a desk: $name, $theme',
    async ({ name, path, theme }) => {
      await signIn(path);
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violationsOn(page)).toEqual([]);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        );
        await tab.picture(`${name}-${theme}-${width}`);
      }
    },
  );

  it('is a page before there is anything to show', async () => {
    office.figures.shows(noMonitoring());
    await signIn('/tab/monitoring');
    expect(await violationsOn(page)).toEqual([]);
    await tab.picture('monitoring-nothing');
  });

  it('is all the quality role finds', async () => {
    await signIn('/tab', qualityLead);
    expect(
      await page.getByRole('navigation', { name: 'Parts of this tab' }).getByRole('link').allTextContents(),
    ).toEqual(['Monitoring']);
    expect(await violationsOn(page)).toEqual([]);
    await tab.picture('monitoring-quality');
  });

  it('leads from what has changed to what is behind it', async () => {
    await signIn('/tab/monitoring');
    await page.getByRole('link', { name: 'Days to the first answer', exact: true }).click();
    const measure = page.getByRole('article', { name: 'Days to the first answer' });
    await measure.getByText('The figures behind it').click();
    await measure.getByRole('rowheader', { name: 'October 2026' }).waitFor();
    expect(await measure.getByRole('img').getAttribute('aria-labelledby')).toContain('title');
  });

  it('gives its figures as a file and each chart as a picture, in the colours worn', async () => {
    await signIn('/tab/monitoring');
    for (const theme of THEMES) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download as PNG Drift, added up' }).click(),
      ]);
      const file = await saved.path();
      expect(saved.suggestedFilename()).toBe('drift-chart.png');
      expect(readFileSync(file).subarray(0, 4)).toEqual(PNG);
      expect(readFileSync(file).length).toBeGreaterThan(10_000);
      await tab.keep(saved, `picture-${theme}`);
    }
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV Requests', exact: true }).click(),
    ]);
    expect(csv.suggestedFilename()).toBe('requests.csv');
    expect(readFileSync(await csv.path(), 'utf8')).toContain('October 2026,12');
  });

  it('is printed as a few sheets, without what is only for the screen, and white whatever is worn', async () => {
    await signIn('/tab/monitoring/report?quarter=2026-Q3');
    await page.evaluate("document.documentElement.dataset.theme = 'dark'");
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar, .on-screen, button').locator('visible=true').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await page.setViewportSize(PAPER);
    expect(await page.evaluate<readonly string[]>(TOO_WIDE)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;
    expect(sheets).toBeGreaterThanOrEqual(4);
    expect(sheets).toBeLessThanOrEqual(6);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
  });

  it('is told what is wrong with a response', async () => {
    await signIn('/tab/monitoring/responses');
    await page.getByLabel('We did, about “Workload, vacancies and turnover”').fill('Ring 01632 960983.');
    await page.getByRole('button', { name: 'Save Workload' }).click();
    await page.getByRole('heading', { name: 'This was not saved yet' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await tab.picture('responses-wrong');
  });

  it('writes a response, which is there to be changed', async () => {
    await signIn('/tab/monitoring/responses');
    const field = page.getByLabel('We did, about “Workload, vacancies and turnover”');
    await field.fill('We asked for two more posts.');
    await page.getByRole('button', { name: 'Save Workload' }).click();
    await page.getByRole('heading', { name: 'Saved: Workload, vacancies and turnover' }).waitFor();
    expect(await field.inputValue()).toBe('We asked for two more posts.');
    expect(await violationsOn(page)).toEqual([]);
  });
});
