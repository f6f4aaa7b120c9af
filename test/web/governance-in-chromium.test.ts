/** Information governance in a real browser: an access request from the search to the erasure, every page in three themes and on a phone. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { THEMES, violationsOn } from '../axe';
import { saved } from '../azure/embedded-storage';
import { useBackupTown } from '../backup/backup-town';
import { anAsk, aParticipant, aRequest, aRequester, askedAt } from '../builders';
import { inChromium } from '../chromium';
import { governingIn } from '../retention/governing-town';
import { coordinators, governanceOfficer } from '../sandbox/people';
import { useTabInChromium } from './tab-in-chromium';
import type { TabOffice } from './tab-office';

const towns = useBackupTown();
const petra = {
  id: '9ac70000-0000-4000-8000-0000000000a1',
  name: 'Petra Periwinkle',
  mail: 'pe.pe@example.org',
};
const scarlet = { name: 'Scarlet Sepia', mail: 'scarlet.sepia@example.org', team: 'hl-sn' } as const;
const ask = anAsk({ caseReference: 'CASE-77', participants: [aParticipant(scarlet)] });

inChromium('information governance in a browser', () => {
  const tab = useTabInChromium();
  let office: TabOffice;
  let page: Page;
  let town: Awaited<ReturnType<typeof towns.settle>>;
  beforeEach(async () => {
    town = await towns.settle();
    await saved(town.requests, aRequest.closed({ id: 'closed-one', requester: aRequester(petra), ask }));
    await saved(town.requests, aRequest.booked({ id: 'open-one', requester: aRequester(petra) }));
    await town.requests.audit('closed-one', { at: askedAt, by: petra, what: 'submit' });
    ({ office, page } = await tab.opens({ governance: governingIn(town) }));
  });

  async function signIn(who: { readonly name: string }): Promise<void> {
    await page.goto(`${office.url}/tab/governance`);
    await page.getByRole('button', { name: who.name }).click();
    await page.waitForURL(`${office.url}/tab/governance`);
    await page.locator('#main > div h1').waitFor();
  }

  /** Whoever uses it, and on whatever. */
  async function isForEverybody(name: string): Promise<void> {
    await page.locator('.htmx-request, .htmx-settling').first().waitFor({ state: 'detached' });
    for (const theme of THEMES) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      expect([name, theme, await violationsOn(page)]).toEqual([name, theme, []]);
    }
    await page.evaluate("document.documentElement.dataset.theme = 'default'");
    await tab.picture(`governance-${name}`);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await tab.picture(`governance-${name}-narrow`);
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  async function find(text: string): Promise<void> {
    await page.getByLabel('Name, e-mail address or reference').fill(text);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { level: 1, name: 'What was found' }).waitFor();
  }

  async function openPetra(): Promise<void> {
    await find('periwinkle');
    await page.getByRole('button', { name: /See what is kept/ }).click();
    await page.getByRole('heading', { level: 1, name: petra.name }).waitFor();
  }

  async function confirm(): Promise<void> {
    const code = /[0-9A-F]{4}-[0-9A-F]{4}/.exec(await page.locator('label[for=code]').innerText())![0];
    await page.getByLabel(/^Type /).fill(code);
    await page.getByLabel(/I have checked/).check();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByRole('heading', { level: 1, name: 'Erased' }).waitFor();
  }

  it('finds somebody, shows and hands over what is kept, and has it written down', async () => {
    await signIn(governanceOfficer);
    await isForEverybody('start');
    await openPetra();
    for (const each of await page.locator('details > summary').all()) await each.click();
    await page.getByText('CASE-77').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Download all of it/ }).click(),
    ]);
    const file = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ about: { names: [petra.name], mails: [petra.mail] } });
    expect(file).not.toContain(scarlet.mail);
    await page.getByRole('link', { name: 'Back to information governance' }).click();
    await page.getByText('downloaded what is kept').waitFor();
    expect(await page.locator('#main').innerText()).not.toContain(petra.name);
    await isForEverybody('acts');
  });

  it('erases somebody after a second confirmation', async () => {
    await signIn(governanceOfficer);
    await openPetra();
    await page.getByRole('button', { name: /Erase this person/ }).click();
    await page.getByLabel(/^Type /).waitFor();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Tick the box to say that you have checked it.').first().waitFor();
    await isForEverybody('erase-wrong');
    await confirm();
    await isForEverybody('erased');
    expect((await town.requests.load('closed-one'))?.request.requester.name).not.toBe(petra.name);
    expect(page.url()).toBe(`${office.url}/tab/governance`);
  });

  it('is for everybody to use: what was found', async () => {
    await signIn(governanceOfficer);
    await find('periwinkle');
    await isForEverybody('found');
  });

  it('is for everybody to use: what is kept', async () => {
    await signIn(governanceOfficer);
    await find('periwinkle');
    await page.getByRole('button', { name: /See what is kept/ }).click();
    await page.getByRole('heading', { level: 1, name: petra.name }).waitFor();
    for (const each of await page.locator('details > summary').all()) await each.click();
    await isForEverybody('person');
  });

  it('sets a legal hold, and lifts it', async () => {
    await signIn(governanceOfficer);
    await page.getByLabel('One request').check();
    await page.getByLabel('Reference of the request').fill('CLOS-ED-O');
    await page.getByLabel('Why').fill('Claim against the partnership');
    await page.getByRole('button', { name: 'Set the hold' }).click();
    await page.getByRole('heading', { name: 'The legal hold is set.' }).waitFor();
    await isForEverybody('held');
    await page.getByRole('button', { name: /^Lift/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Lift this legal hold' }).waitFor();
    await isForEverybody('lift');
    await page.getByLabel('The inquiry or claim it was for is over.').check();
    await page.getByRole('button', { name: 'Lift the hold' }).click();
    await page.getByRole('heading', { name: 'The legal hold is lifted.' }).waitFor();
  });

  it('shows and erases a case', async () => {
    await signIn(governanceOfficer);
    await page.getByLabel('Name, e-mail address or reference').fill('CASE-77');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('button', { name: /See what is kept/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Case reference CASE-77' }).waitFor();
    await page.getByText('Who did what (2 of 2)').click();
    await isForEverybody('case');
    await page.getByRole('button', { name: /Erase these requests/ }).click();
    await page.getByLabel(/^Type /).waitFor();
    await isForEverybody('case-erase');
  });

  it('refuses a coordinator', async () => {
    await signIn(coordinators[0]);
    await page.getByRole('heading', { level: 1, name: 'For information governance only' }).waitFor();
    await isForEverybody('refused');
  });
});
