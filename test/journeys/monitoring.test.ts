/** Two years of a practice in which drift really starts: coordinators see it, take figures with them and print a report. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { defaultPolicy } from '../../src/domain/policy';
import { THEMES, violationsOn } from '../axe';
import { inventHistory } from '../sandbox/history/history';
import { coordinators, facilitators, qualityLead } from '../sandbox/people';
import { sandboxPool } from '../sandbox/pool';
import { journey } from './browser';
import { theWholeSystem } from './whole-system';

const [cora] = coordinators;
const PNG_BEGINS = '89504e470d0a1a0a';

journey('two years of sessions', () => {
  const now = Date.now();
  const history = inventHistory({ now, pool: sandboxPool(now), policy: defaultPolicy });
  const system = theWholeSystem('monitoring', { busy: 'none', history });
  let page: Page;

  const measure = (on: Page, id: string) => on.locator(`article#${id}`);
  const downloaded = async (press: () => Promise<void>): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return download;
  };

  it('show a coordinator that sessions have drifted, first of all and in a sentence', async () => {
    page = await system.openTab(cora.name, '/tab/monitoring');
    const glance = page.locator('.glance').first();
    await glance.getByText('Signal').first().waitFor();
    await page.screenshot({ path: system.picture('01-glance') });
    await expect(measure(page, 'drift-chart').innerText()).resolves.toMatch(/Signal/);
  });

  it.each(THEMES)('can be read by everybody in the theme %s', async (theme) => {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: system.picture(`02-whole-page-${theme}`), fullPage: true });
    await page.evaluate(`document.documentElement.dataset.theme = 'default'`);
  });

  it('are taken along as a table and as a picture, measure by measure', async () => {
    const part = measure(page, 'drift-chart');
    const csv = await downloaded(() => part.getByRole('link', { name: /CSV/ }).click());
    expect(csv.suggestedFilename()).toBe('drift-chart.csv');
    const rows = readFileSync(await csv.path(), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(rows.length).toBeGreaterThan(15);
    const png = await downloaded(() => part.getByRole('button', { name: /PNG|picture/i }).click());
    await png.saveAs(system.picture('03-drift-chart-downloaded'));
    expect(
      readFileSync(await png.path())
        .subarray(0, 8)
        .toString('hex'),
    ).toBe(PNG_BEGINS);
    await part.getByText('What it means').or(part.locator('summary').last()).first().click();
    await part.screenshot({ path: system.picture('04-drift-chart-with-definition') });
  });
});
