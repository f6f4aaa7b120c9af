/** What axe finds wrong with a page in Chromium, by the rules of WCAG 2.2 AA and its best practice. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What is as it should be is not described: that would take most of the time. */
const OPTIONS = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });

type Violations = AxeResults['violations'];

/** The themes of Teams, as the tab wears them. */
export const THEMES = ['default', 'dark', 'contrast'] as const;

/** One line for each element a rule is broken by; empty when there is none. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // The policy of the page keeps scripts out that are written into it, not those a debugger runs.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  const violations = await page.evaluate<Violations>(
    `axe.run(document, ${OPTIONS}).then((found) => found.violations)`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Whether a page is one for everybody in every theme; ends in the first. */
export async function violationsInEveryTheme(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of [...THEMES].reverse()) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    found.push(...(await violationsOn(page)).map((each) => `${theme}: ${each}`));
  }
  return found;
}
