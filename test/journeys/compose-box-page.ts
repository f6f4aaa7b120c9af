/** The compose box of a Playground: the app's dialogs and searches that are opened from there. */
import type { PlaygroundPage } from './playground-page';

async function choose({ page }: PlaygroundPage, kind: 'Action Command' | 'Search Command'): Promise<void> {
  await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
}

/** Starts the app's action. The command's id is left blank: Teams itself would know it from the manifest. */
export async function startFromComposeBox(person: PlaygroundPage): Promise<void> {
  await choose(person, 'Action Command');
  await person.page.getByRole('button', { name: 'Create' }).click();
}

/** What can be read in the open dialog, its title included. */
export function dialogText({ page }: PlaygroundPage): Promise<string> {
  return page.getByRole('dialog').innerText();
}

export async function closeDialog({ page }: PlaygroundPage): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Searches in the app, waits for a result that reads so, and takes it into the message. */
export async function insertFound(person: PlaygroundPage, searched: string, result: string): Promise<void> {
  const { page } = person;
  await choose(person, 'Search Command');
  await page.getByPlaceholder('Enter a search term').fill(searched);
  await page.getByText(result).last().click();
}

export async function sendMessage({ page }: PlaygroundPage): Promise<void> {
  await page.getByRole('button', { name: 'Send Message' }).click();
}
