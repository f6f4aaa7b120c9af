/** The tab in a real browser: signed in to, used by name and label, and measured by axe in every theme. */
import type { Page } from 'playwright-core';
import { addWorkingDays, instantAt, localDate } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import { THEMES, violationsOn } from '../axe';
import { anAsk, aRequest } from '../builders';
import { inChromium } from '../chromium';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { someConnections } from '../some-connections';
import { useTabInChromium } from './tab-in-chromium';
import type { TabOffice } from './tab-office';

const [fay] = facilitators;
const hattieId = '0a751de0-0000-4000-8000-000000000001';

/** Early enough that everybody's training counts, late enough that the notice is over. */
const soon = addWorkingDays(localDate(Date.now()), 12, defaultPolicy);
const ask = anAsk({ earliest: soon, latest: soon });
const waiting = aRequest.submitted({ ask });
/** Everybody knows the family; and a session in the morning of a day when nobody is there. */
const impossible = aRequest.submitted({
  id: 'impossible-one',
  ask: {
    ...ask,
    earliest: addWorkingDays(soon, 1, defaultPolicy),
    latest: addWorkingDays(soon, 1, defaultPolicy),
  },
});

const PAGES: readonly (readonly [string, string])[] = [
  ['list', '/tab/facilitators'],
  ['nobody', '/tab/facilitators?q=zzz'],
  ['add', '/tab/facilitators/new'],
  ['one', `/tab/facilitators/${fay.id}`],
  ['outsider', `/tab/facilitators/${hattieId}`],
  ['change', `/tab/facilitators/${fay.id}/change`],
  ['hours', `/tab/facilitators/${hattieId}/hours`],
  ['missing', '/tab/facilitators/nobody'],
  ['import', '/tab/import'],
  ['requests', '/tab/requests'],
  ['request', `/tab/requests/${waiting.id}`],
  ['impossible', `/tab/requests/${impossible.id}`],
  ['connections', '/tab/connections'],
];

const FILE = [
  'Name,E-mail,Team,Trained on',
  'Scarlet Sepia,scarlet.sepia@health-sandbox.example,Health: school nursing,31/02/2026',
  'Umber Ultramarine,umber@police-sandbox.example,Police: exploitation,16/03/2026',
].join('\n');

inChromium('the tab in a browser', () => {
  const tab = useTabInChromium();
  let office: TabOffice;
  let page: Page;
  beforeEach(async () => {
    const day = impossible.ask.latest;
    const away = [{ start: instantAt(day, '00:00'), end: instantAt(day, '23:59') }];
    ({ office, page } = await tab.opens({
      busy: Object.fromEntries(facilitators.map(({ mail }) => [mail, away])),
      connections: await someConnections(),
    }));
    await office.has(waiting);
    await office.has(impossible);
  });

  async function signIn(path: string, who: { readonly name: string } = coordinators[0]): Promise<void> {
    await page.goto(office.url + path);
    await page.getByRole('button', { name: who.name }).click();
    await page.waitForURL(office.url + path);
    await settled();
  }

  async function settled(): Promise<void> {
    await page.locator('#main [data-said], #main > div').first().waitFor();
    await page.locator('.htmx-request, .htmx-settling').first().waitFor({ state: 'detached' });
  }

  const violations = () => violationsOn(page);

  async function picture(name: string): Promise<void> {
    await tab.picture(`tab-${name}`);
  }

  it.each(PAGES)('is for everybody to use, in every theme and on a phone: %s', async (name, path) => {
    await signIn(path);
    for (const theme of THEMES) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      expect(await violations()).toEqual([]);
      await picture(`${name}-${theme}`);
    }
    await page.evaluate("document.documentElement.dataset.theme = 'default'");
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await picture(`${name}-narrow`);
  });

  it('finds as one types, keeps the cursor where it is, and says how many', async () => {
    await signIn('/tab');
    await page.getByLabel('Search by name').pressSequentially('fay fac');
    await page.getByRole('link', { name: 'Amber Azure' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').count()).toBe(2);
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    expect(await page.getByRole('status').textContent()).toBe('1 facilitator: Everybody in the pool');
    expect(page.url()).toContain('?q=fay%20fac');
  });

  it('is gone through by keyboard, with the heading first on every page, and back again', async () => {
    await signIn('/tab');
    await page.getByRole('link', { name: fay.name }).press('Enter');
    await page.getByRole('heading', { level: 1, name: fay.name }).waitFor();
    await settled();
    expect(await page.evaluate('document.activeElement.textContent')).toBe(fay.name);
    expect(await page.title()).toBe(`${fay.name} – JAGS coordination`);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Facilitators' }).waitFor();
    const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(kept).toContain('jags-tab-token');
    expect(kept).not.toContain(fay.mail);
  });

  it('leads to what is wrong, keeps what was typed, and saves once it is right', async () => {
    await signIn('/tab/facilitators/new');
    await page.getByLabel('Name (needed)').fill('Scarlet Sepia');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: '2 things need changing' }).waitFor();
    await settled();
    expect(await page.evaluate("document.activeElement.matches('[data-focus]')")).toBe(true);
    expect(await violations()).toEqual([]);
    await picture('add-wrong');
    expect(await page.getByLabel('Name (needed)').inputValue()).toBe('Scarlet Sepia');
    await page.getByRole('link', { name: 'Enter their e-mail address.' }).click();
    await page.keyboard.type('scarlet.sepia@health-sandbox.example');
    await page.getByLabel('Agency and team').selectOption({ label: 'school nursing' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Added to the pool' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/tab\/facilitators\/[0-9a-f-]{36}$/);
    await picture('added');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Scarlet Sepia' }).waitFor();
  });

  it('gets a new token when the old one is refused, and does what was asked', async () => {
    await signIn(`/tab/facilitators/${fay.id}`);
    await page.evaluate(`sessionStorage.setItem('jags-tab-token', 'x.y.z')`);
    await page.reload();
    await page.getByRole('button', { name: coordinators[0].name }).click();
    await page.getByRole('heading', { level: 1, name: fay.name }).waitFor();
  });

  it('opens the appointing of one, asks why, and takes somebody of whom nothing stands in the way', async () => {
    await signIn(`/tab/requests/${waiting.id}`);
    const second = page.getByRole('listitem').filter({ hasText: /^2\./ });
    await second.locator('summary').click();
    await picture('appoint');
    expect(await violations()).toEqual([]);
    await second.getByLabel('Why them and then').selectOption({ label: 'They are nearer' });
    await second.getByRole('button', { name: /^Appoint/ }).click();
    await page.getByRole('heading', { name: /is appointed$/ }).waitFor();
    await picture('appointed');
  });

  it('checks a file, has its mistakes put right, and saves it', async () => {
    await signIn('/tab/import');
    await page.getByLabel('Rows').fill(FILE);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: /needs? changing/ }).waitFor();
    await settled();
    expect(await violations()).toEqual([]);
    await picture('preview-wrong');
  });

  it('says for whom it is to anybody else', async () => {
    await signIn('/tab', practitioners[0]);
    await page.getByRole('heading', { name: 'For coordinators only' }).waitFor();
    expect(await violations()).toEqual([]);
  });

  it('says so when the connection is gone', async () => {
    await signIn('/tab');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: fay.name }).click();
    await page.getByRole('alert').getByText('The connection is gone').waitFor();
    await page.context().setOffline(false);
    tab.forgive();
  });
});
