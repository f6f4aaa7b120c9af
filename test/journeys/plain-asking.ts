/** What somebody without Teams does to ask for a JAGS: the pages of the form, by label. */
import type { Page } from 'playwright-core';
import type { Invited } from './asking';
import { patiently } from './patiently';

export interface AboutAnswers {
  readonly name: string;
  /** As the list reads; left unchosen when absent. */
  readonly team?: string;
  readonly caseReference: string;
  readonly reason: string;
}

export const REASON_LABEL = 'What would you like to think about together?';
export const TEAM_LABEL = 'Your agency and team';

/** The question before anything else, answered. */
export async function answerRisk(page: Page, answer: string): Promise<void> {
  await page.getByLabel(answer, { exact: true }).check();
  await goOn(page);
}

/** The first page, filled in; nothing is pressed yet. */
export async function fillInAbout(page: Page, about: AboutAnswers): Promise<void> {
  const { name, team, caseReference, reason } = about;
  await page.getByLabel('Your name').fill(name);
  if (team !== undefined) await page.getByLabel(TEAM_LABEL).selectOption({ label: team });
  await page.getByLabel('Your own case reference').fill(caseReference);
  await page.getByLabel(REASON_LABEL).fill(reason);
  await page.getByLabel('Not yet').check();
}

/** The third page: rows as there are people. */
export async function fillInPeople(page: Page, people: readonly Invited[]): Promise<void> {
  for (const [n, { name, mail, team }] of people.entries()) {
    const row = page.getByRole('group', { name: `Person ${n + 1}` });
    await row.getByLabel('Name or role').fill(name);
    await row.getByLabel('Work e-mail').fill(mail);
    await row.getByLabel('Agency and team').selectOption({ label: team });
  }
}

export async function goOn(page: Page): Promise<void> {
  await press(page, 'Continue');
}

/** The first button of that whole name which can be seen: the form has one more for the key Enter. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Waits for a page by its heading, or for what a page says of what was just done. */
export async function comeTo(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name: heading }).first().waitFor();
}

/**
 * The browser's own back button, after a form was sent: browsers keep no page that is not to be stored, and offer to send once
 * more what had been sent for it.
 */
export async function goBackAndSendAgain(page: Page): Promise<void> {
  let sentAgain = false;
  page.on('response', (response) => {
    sentAgain ||= response.request().method() === 'POST';
  });
  const isOffered = () => page.url().startsWith('chrome-error:');
  await patiently(async () => {
    // Going back fails, because there is no such page. Once more from there would be a step too far.
    if (!isOffered()) await page.goBack().catch(() => null);
    await page.waitForURL(isOffered, { timeout: 5_000 }).catch(() => null);
    if (isOffered()) await page.reload().catch(() => null);
    return sentAgain;
  }, 'the form to be sent once more');
}
