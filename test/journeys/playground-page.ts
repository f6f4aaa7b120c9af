/** One person's Playground: where they are, what they type, what they read. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SandboxPerson } from '../sandbox/people';
import { BOT, GROUP_CHAT } from '../sandbox/teams/conversations';
import { patiently } from './patiently';
import { cardOnPage, type CardOnPage } from './card-on-page';
import { heedPresses } from './pressing';

/** What is not inside another card: a ShowCard opens a card within its card. */
const CARD = '.ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)';
/** Where messages are typed, as opposed to the text fields of cards. */
const COMPOSE = '[role=textbox][contenteditable=true]';

/** "Personal Chat", "Everybody" (the group chat), or the name of a channel such as "Coordination". */
export type Place = string;

const PERSONAL = 'Personal Chat';
/** Where messages stand below one another, in place of posts with threads. */
const CHATS: readonly Place[] = [PERSONAL, GROUP_CHAT.name];

export interface PlaygroundPage extends CardOnPage {
  readonly person: SandboxPerson;
  readonly page: Page;
  go(place: Place): Promise<void>;
  /** Types a message: in the personal chat; or in a group, or as a new post in a channel, where it mentions the bot. */
  say(text: string, place?: Place): Promise<void>;
  /** Types a message in the personal chat and waits for the card that answers it: one above may have the same buttons. */
  askFor(text: string): Promise<void>;
  /** The newest card: the last of a chat; in a channel the last of the newest post, which is on top. */
  lastCard(): CardOnPage;
  /** The newest card that reads so, or one so many before it; for channels with several posts. */
  cardWith(text: string, before?: number): CardOnPage;
  /** How many cards read so. */
  cardsWith(text: string): Promise<number>;
  /** Waits until a message or card in the open conversation reads so. */
  waitForText(text: string | RegExp): Promise<void>;
  /** Everything that can be read in the open conversation. */
  readable(): Promise<string>;
  reload(): Promise<void>;
  /** @returns the file. */
  screenshot(name: string): Promise<string>;
}

/** Opens it and waits until it can be typed in. `fill`, `press` and so on are about its newest card. */
export async function playgroundPage(
  page: Page,
  person: SandboxPerson,
  url: string,
  pictures: string,
): Promise<PlaygroundPage> {
  let place: Place = PERSONAL;
  page.setDefaultTimeout(120_000);
  const compose = page.locator(COMPOSE);
  const cards = page.locator(CARD);

  async function ready(): Promise<void> {
    await compose.last().waitFor();
    // Its lines repeat what is said, and would be found instead of it.
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    place = PERSONAL;
  }

  async function go(to: Place): Promise<void> {
    if (to !== place) await page.getByRole('treeitem', { name: to }).click();
    if (!CHATS.includes(to)) await page.getByRole('button', { name: 'Post' }).waitFor();
    place = to;
  }

  async function type(text: string, mention: boolean): Promise<void> {
    const box = mention ? compose.first() : compose.last();
    await patiently(async () => {
      await box.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      if (mention) {
        await page.keyboard.type(`@${BOT.name}`);
        await page.getByRole('menuitem', { name: `${BOT.name} ${BOT.name}`, exact: true }).click();
        await page.keyboard.type(' ');
      }
      await page.keyboard.type(text);
      return (await box.innerText()).includes(text);
    }, `"${text}" in the message box`);
  }

  function lastCard(): CardOnPage {
    if (CHATS.includes(place)) return cardOnPage(cards.last());
    const newestPost = page.getByRole('group').filter({ has: cards }).first();
    return cardOnPage(newestPost.locator(CARD).last());
  }

  async function say(text: string, to = PERSONAL): Promise<void> {
    await go(to);
    await type(text, to !== PERSONAL);
    if (CHATS.includes(to)) await page.keyboard.press('Enter');
    else await page.getByRole('button', { name: 'Post' }).click();
  }

  await heedPresses(page);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await ready();
  return {
    person,
    page,
    go,
    lastCard,
    cardWith: (text, before = 0) => cardOnPage(cards.filter({ hasText: text }).nth(-1 - before)),
    cardsWith: (text) => cards.filter({ hasText: text }).count(),
    say,
    async askFor(text) {
      await go(PERSONAL);
      const before = await cards.count();
      await say(text);
      await cards.nth(before).waitFor();
    },
    fill: (label, value) => lastCard().fill(label, value),
    choose: (label, ...options) => lastCard().choose(label, ...options),
    date: (label, iso) => lastCard().date(label, iso),
    tick: (label) => lastCard().tick(label),
    press: (title) => lastCard().press(title),
    confirm: (title, inner) => lastCard().confirm(title, inner),
    row: (n) => lastCard().row(n),
    value: (label) => lastCard().value(label),
    isChosen: (label, option) => lastCard().isChosen(label, option),
    text: () => lastCard().text(),
    buttons: () => lastCard().buttons(),
    picture: (path) => lastCard().picture(path),
    async waitForText(text) {
      // The list of conversations quotes the last message of each.
      await page.getByText(text).and(page.locator(':not([role=tree] *)')).first().waitFor();
    },
    readable: () => page.locator('body').innerText(),
    async reload() {
      await page.reload();
      await ready();
    },
    async screenshot(name) {
      const path = join(pictures, `${name}.png`);
      await page.screenshot({ path, fullPage: true });
      return path;
    },
  };
}
