/** Letters to people without Teams: read and followed as their recipients do, and looked at once a story is over. */
import type { Page } from 'playwright-core';
import type { StoredLetter } from '../sandbox/microsoft365/state';
import type { Device } from './browser';
import { until } from './until';
import type { WholeSystem } from './whole-system';

/** Waits for the newest letter to an address that reads so, and opens it. */
export async function openLetter(
  system: WholeSystem,
  address: string,
  reads: string,
  device: Device,
): Promise<Page> {
  await until(() => lettersTo(system, address, reads).length > 0, `a letter to ${address}: "${reads}"`);
  return system.openMail(address, device);
}

/** Follows the link of the newest letter on the page of letters that reads so, in the same window. */
export async function followLink(mail: Page, reads: string): Promise<void> {
  await letterOn(mail, reads).getByRole('link').first().click();
  await mail.getByRole('heading', { level: 1 }).waitFor();
}

/** Opens the newest letter to an address that reads so, and follows its link. */
export async function openByLetter(
  system: WholeSystem,
  address: string,
  reads: string,
  device: Device,
): Promise<Page> {
  const mail = await openLetter(system, address, reads, device);
  await followLink(mail, reads);
  return mail;
}

/** The code that was mailed last, as it is read in another window. */
export async function readCode(system: WholeSystem, address: string, device: Device): Promise<string> {
  const mail = await openLetter(system, address, CODE, device);
  const [, code] = /Your code is (\d{6})/.exec(await letterOn(mail, CODE).innerText()) ?? [];
  await mail.context().close();
  if (code === undefined) throw new Error(`Expected six digits in the letter to ${address}, got none.`);
  return code;
}

const CODE = 'Your code is';

/** As their recipient reads them, newest first. */
export function lettersTo(system: WholeSystem, address: string, reads = ''): StoredLetter[] {
  const { mail } = system.sandbox.microsoft365.tenant;
  return mail.lettersTo(address).filter(({ subject, html }) => `${subject} ${html}`.includes(reads));
}

/** Every letter of the story, oldest first. */
export function everyLetter({ sandbox }: WholeSystem): StoredLetter[] {
  return sandbox.microsoft365.tenant.state().letters;
}

/** To whom and what it says first, "nora.navy@health-sandbox.example: Your code is …", in alphabetical order. */
export function toldByLetter(letters: readonly StoredLetter[]): string[] {
  return letters.map(({ to, html }) => `${to}: ${firstLine(html).replace(/\d{6}/, '…')}`).sort();
}

function firstLine(html: string): string {
  return /<body[^>]*>\s*<p>([^<]*)/.exec(html)?.[1] ?? '';
}

/** What must stay in the letters: where their links lead, the codes, and to whom they went. */
export function secretsOf(system: WholeSystem): string[] {
  const letters = everyLetter(system);
  const found = letters.flatMap(({ html, to }) => [
    to,
    ...[...html.matchAll(/\/(?:r|request)\/([\w-]{43})/g)].map(([, token]) => token!),
    ...[...html.matchAll(/Your code is (\d{6})/g)].map(([, code]) => code!),
  ]);
  return [...new Set(found)];
}

/** Those of them the bot's log has. */
export function loggedSecrets(system: WholeSystem): string[] {
  const log = system.botLog();
  // Not within a longer number or id, where six digits can stand by chance.
  return secretsOf(system).filter((secret) =>
    new RegExp(`(?<![\\w-])${literal(secret)}(?![\\w-])`).test(log),
  );
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Keys of letters that were sent more than once. */
export function sentTwice(system: WholeSystem): string[] {
  const keys = everyLetter(system).map(({ extendedProperties }) => JSON.stringify(extendedProperties));
  return keys.filter((key, n) => keys.indexOf(key) !== n);
}

function letterOn(mail: Page, reads: string) {
  return mail.getByRole('article').filter({ hasText: reads }).first();
}
