/** An Adaptive Card on a page: its fields by label, its buttons by title. */
import type { Locator } from 'playwright-core';
import { patiently } from './patiently';

export interface CardOnPage {
  /** Types into a text, number or time field. */
  fill(label: string, value: string): Promise<void>;
  /** Chooses from a list (compact or filtered), radio buttons or tick boxes; several where the card allows it. */
  choose(label: string, ...options: string[]): Promise<void>;
  /** @param iso the day, as 2027-03-05. */
  date(label: string, iso: string): Promise<void>;
  /** Ticks the box of a toggle, by its title. */
  tick(title: string): Promise<void>;
  press(title: string): Promise<void>;
}

export function cardOnPage(card: Locator): CardOnPage {
  /** A required field's label ends in a star. */
  const field = (label: string) => card.getByLabel(new RegExp(`^\\s*${escaped(label)}\\s*\\*?\\s*$`)).first();

  async function put(label: string, value: string, shownAs: string): Promise<void> {
    const input = field(label);
    await patiently(async () => {
      await input.fill(value);
      // Dates and times are read when the field is left.
      await input.press('Tab');
      return (await input.inputValue()) === shownAs;
    }, `"${label}" to read "${shownAs}"`);
  }

  async function chooseFromList(list: Locator, option: string): Promise<void> {
    const page = list.page();
    const entry = { name: option, exact: true };
    const single = page.getByRole('option', entry);
    const several = page.getByRole('menuitemcheckbox', entry);
    await patiently(async () => {
      if ((await list.getAttribute('aria-expanded')) !== 'true') await list.click();
      await single.or(several).click();
      if ((await several.count()) === 0) return (await list.inputValue()) === option;
      return (await several.getAttribute('aria-checked')) === 'true';
    }, `"${option}" to be chosen`);
  }

  async function chooseOne(label: string, option: string): Promise<void> {
    const box = card.getByRole('checkbox', { name: `${label} ${option}`, exact: true });
    const radio = card
      .getByRole('radiogroup', { name: label, exact: true })
      .getByRole('radio', { name: option, exact: true });
    const list = field(label).and(card.getByRole('combobox'));
    await box.or(radio).or(list).first().waitFor();
    if ((await box.count()) > 0) await box.check();
    else if ((await radio.count()) > 0) await radio.check();
    else await chooseFromList(list, option);
  }

  return {
    async fill(label, value) {
      const isTime = /^\d\d:\d\d$/.test(value) && (await field(label).getAttribute('role')) === 'combobox';
      // A time is shown as "9:15".
      await put(label, value, isTime ? value.replace(/^0/, '') : value);
    },
    async choose(label, ...options) {
      for (const option of options) await chooseOne(label, option);
      // A list of several stays open over the rest of the card.
      if (options.length > 1) await card.page().keyboard.press('Escape');
    },
    date: (label, iso) => put(label, iso, longDate(iso)),
    tick: (title) => card.getByRole('checkbox', { name: title }).check(),
    press: (title) => card.getByRole('button', { name: title, exact: true }).click(),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** As a Playground shows a day to somebody in Britain: "5 March 2027". */
function longDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
