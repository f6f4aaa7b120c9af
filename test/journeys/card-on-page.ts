/** An Adaptive Card on a page: its fields by label, its buttons by title. */
import type { Locator } from 'playwright-core';
import { patiently } from './patiently';
import { press } from './pressing';

export interface CardOnPage {
  /** Types into a text, number or time field. */
  fill(label: string, value: string): Promise<void>;
  /** Chooses from a list (compact or filtered), radio buttons or tick boxes; several where the card allows it. */
  choose(label: string, ...options: string[]): Promise<void>;
  /** @param iso the day, as 2027-03-05. */
  date(label: string, iso: string): Promise<void>;
  /** Ticks the box of a toggle, by its title. */
  tick(title: string): Promise<void>;
  /** Presses a button by its whole title, or the first that reads so. */
  press(title: string | RegExp): Promise<void>;
  /** Opens a part of the card by one button, and presses another in it. */
  confirm(title: string, inner: string): Promise<void>;
  /** The same card, for fields that stand there several times under one label: the nth row of them, from 0. */
  row(n: number): CardOnPage;
  /** What a field holds: its text, its day as it is shown, or the option chosen. */
  value(label: string): Promise<string>;
  /** Whether a radio button or tick box of a field is chosen. */
  isChosen(label: string, option: string): Promise<boolean>;
  /** Everything that can be read on it. */
  text(): Promise<string>;
  /** The titles of its buttons. */
  buttons(): Promise<string[]>;
  /** @param path the picture of this card alone. */
  picture(path: string): Promise<void>;
}

/** @param n which of the fields of one label is meant, from 0. */
export function cardOnPage(card: Locator, n = 0): CardOnPage {
  /** A required field's label ends in a star. */
  const named = (label: string) => new RegExp(`^\\s*${escaped(label)}\\s*\\*?\\s*$`);
  const field = (label: string) => card.getByLabel(named(label)).nth(n);

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

  const box = (label: string, option: string) =>
    card.getByRole('checkbox', { name: `${label} ${option}`, exact: true });
  const radio = (label: string, option: string) =>
    card
      .getByRole('radiogroup', { name: label, exact: true })
      .getByRole('radio', { name: option, exact: true });

  async function chooseOne(label: string, option: string): Promise<void> {
    const [tickBox, radioButton] = [box(label, option), radio(label, option)];
    // By role: an open list has the same label as the box it belongs to.
    const list = card.getByRole('combobox', { name: named(label) }).nth(n);
    await tickBox.or(radioButton).or(list).first().waitFor();
    if ((await tickBox.count()) > 0) await tickBox.check();
    else if ((await radioButton.count()) > 0) await radioButton.check();
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
    press: (title) => press(card.getByRole('button', { name: title, exact: true }).first()),
    confirm: (title, inner) =>
      // A page that draws itself anew closes what was open.
      patiently(async () => {
        const yes = card.getByRole('button', { name: inner, exact: true });
        if ((await yes.count()) === 0) await press(card.getByRole('button', { name: title, exact: true }));
        return press(yes, 5_000).then(
          () => true,
          () => false,
        );
      }, `"${title}" and then "${inner}" to be pressed`),
    row: (which) => cardOnPage(card, which),
    value: (label) => field(label).inputValue(),
    isChosen: (label, option) => box(label, option).or(radio(label, option)).first().isChecked(),
    // A space that does not break reads like any other.
    text: async () => (await card.innerText()).replaceAll('\u00a0', ' '),
    buttons: () => card.getByRole('button').allInnerTexts(),
    picture: async (path) => void (await card.screenshot({ path })),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** As a Playground shows a day to somebody in Britain: "5 March 2027". */
function longDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
