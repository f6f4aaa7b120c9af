/** Every card as it is drawn, measured: on a phone and on a computer, in every theme. */
import type { Browser } from 'playwright-core';
import type { Card } from '../../src/teams/cards';
import { inChromium, launchChromium } from '../chromium';
import { createEasel, type Easel, WIDTHS } from './easel';
import type { LayoutFault } from './faults';
import { sampleCards } from './sample-cards';
import { type Theme, THEMES } from './themes';

const LONG = 'Approve somebody with a name that is longer than any button on a phone, on Tuesday 8 December';

inChromium('every card as it is drawn', () => {
  let browser: Browser;
  let easels: readonly (readonly [Theme, Easel])[];

  beforeAll(async () => {
    browser = await launchChromium();
    easels = await Promise.all(
      THEMES.map(async (theme) => [theme, await createEasel(browser, theme)] as const),
    );
  });
  afterAll(() => browser?.close());

  /** In every theme, in light in every width, and with every part opened that its buttons open. */
  async function faultsOf(card: Card): Promise<(LayoutFault & { theme: Theme; width: number })[]> {
    const found: (LayoutFault & { theme: Theme; width: number })[] = [];
    for (const [theme, easel] of easels)
      for (const width of theme === 'light' ? WIDTHS : [WIDTHS[0]]) {
        const measure = async () =>
          found.push(...(await easel.faults()).map((fault) => ({ ...fault, theme, width })));
        const openers = await easel.draw(card, width);
        await measure();
        for (let n = 0; n < openers; n += 1) {
          await easel.draw(card, width);
          await easel.open(n);
          await measure();
        }
      }
    return found;
  }

  it.each(sampleCards())(
    'is neither too wide, cut off nor too faint, and names its fields: $name, $kind',
    async ({ card }) => {
      expect(await faultsOf(card)).toEqual([]);
    },
  );

  it.each<[LayoutFault['fault'], string, object, Theme | undefined]>([
    ['too wide', 'a column wider than a phone', column('500px'), undefined],
    ['cut off', 'a line that does not wrap', text({ wrap: false }), undefined],
    ['cut off', 'a long button', { actions: [{ type: 'Action.Submit', title: LONG }] }, undefined],
    ['cut off', 'a long button in a part that is opened', opened({ actions: [submit(LONG)] }), undefined],
    ['too faint', 'white text', text({ color: 'light' }), 'light'],
    ['too faint', 'black text', text({ color: 'dark' }), 'dark'],
    [
      'too faint',
      'black text in a box',
      { body: [{ type: 'Container', style: 'emphasis', ...items({ color: 'dark' }) }] },
      'dark',
    ],
    ['no name', 'a field without a label', { body: [{ type: 'Input.Text', id: 'field' }] }, undefined],
  ])('finds what is %s: %s', async (fault, _what, parts, theme) => {
    const card: Card = { type: 'AdaptiveCard', version: '1.5', ...parts };
    const found = (await faultsOf(card)).filter((each) => theme === undefined || each.theme === theme);
    expect(found.map((each) => each.fault)).toContain(fault);
  });
});

function submit(title: string): object {
  return { type: 'Action.Submit', title };
}

function items(over: object): { readonly items: readonly object[] } {
  return { items: [{ type: 'TextBlock', text: LONG, wrap: true, ...over }] };
}

function text(over: object): object {
  return { body: items(over).items };
}

function column(width: string): object {
  return { body: [{ type: 'ColumnSet', columns: [{ type: 'Column', width, ...items({}) }] }] };
}

function opened(parts: object): object {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [], ...parts };
  return { actions: [{ type: 'Action.ShowCard', title: 'More', card }] };
}
