import { PAPER, TOO_WIDE } from '../paper';
/** Two years of a practice in which drift really starts: coordinators see it, take figures with them and print a report. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { defaultPolicy } from '../../src/domain/policy';
import { THEMES, violationsOn } from '../axe';
import { inventHistory } from '../sandbox/history/history';
import { coordinators, facilitators, qualityLead } from '../sandbox/people';
import { sandboxPool } from '../sandbox/pool';
import { journey } from './browser';
import { patiently } from './patiently';
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

  it('are printed as a report of a few sheets, for a quarter and for a year', async () => {
    const screen = page.viewportSize();
    for (const kind of ['quarter', 'year']) {
      const link = page.locator(`a[href*="report?${kind}="]`).first();
      const title = await link.innerText();
      await patiently(() => {
        const print = page.getByRole('button', { name: 'Print' });
        return link.click().then(() =>
          print.waitFor({ timeout: 10_000 }).then(
            () => true,
            () => false,
          ),
        );
      }, `the report "${title}" to be opened`);
      expect(await violationsOn(page)).toEqual([]);
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      writeFileSync(system.picture(`05-report-${kind}`).replace(/png$/, 'pdf'), pdf);
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
      expect({ title, sheets: sheets <= 8 }).toEqual({ title, sheets: true });
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(PAPER);
      expect({ title, wide: await page.evaluate<readonly string[]>(TOO_WIDE) }).toEqual({ title, wide: [] });
      await page.screenshot({ path: system.picture(`05-report-${kind}-on-paper`), fullPage: true });
      await page.emulateMedia({ media: null });
      await page.setViewportSize(screen!);
      await page.screenshot({ path: system.picture(`05-report-${kind}`), fullPage: true });
      await page.getByRole('link', { name: 'Monitoring' }).first().click();
      await page.locator('.glance').first().waitFor();
    }
  });

  it('name no facilitator anywhere', async () => {
    const words = await page.locator('main').innerText();
    for (const { name } of facilitators) expect(words).not.toContain(name);
  });

  it('show the quality role what was released, and nothing else of the tab', async () => {
    const mabels = await system.openTab(qualityLead.name, '/tab/monitoring');
    await mabels.locator('.glance').first().waitFor();
    const words = await mabels.locator('main').innerText();
    expect(words).toContain('Signal');
    expect(words).not.toContain('As of this moment');
    await mabels.screenshot({ path: system.picture('06-quality'), fullPage: true });
    expect(await violationsOn(mabels)).toEqual([]);
    for (const path of ['/tab/facilitators', '/tab/requests', '/tab/monitoring/responses']) {
      const refused = await system.openTab(qualityLead.name, path);
      await refused.waitForLoadState('networkidle');
      const seen = await refused.locator('main').innerText();
      for (const { name } of facilitators) expect(seen).not.toContain(name);
      expect(seen).toContain('For coordinators only');
      await refused.context().close();
    }
  });
});
