/**
 * A coordinator's afternoon: forty facilitators come in from a spreadsheet with mistakes, one takes a break, a request shows
 * why another is not offered, the ranking is overruled with a reason, and for an impossible day there is what would help.
 */
import type { Page } from 'playwright-core';
import { addWorkingDays, firstDayWithNotice, instantAt } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import { OVERRULED } from '../../src/wording/matching';
import { dayInWords } from '../../src/wording/when';
import { violationsInEveryTheme } from '../axe';
import { coordinators, facilitators } from '../sandbox/people';
import { ask } from './asking';
import { journey } from './browser';
import type { PlaygroundPage } from './playground-page';
import { MISTAKES, nameIn, ROWS, rosterWithMistakes } from './roster-with-mistakes';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [cora] = coordinators;
const [fay, amber, basil] = facilitators;
const iso = (at: number) => new Date(at).toISOString();

journey("a coordinator's afternoon", () => {
  const system = theWholeSystem('coordinators-afternoon', { busy: 'none' });
  const impossible = addWorkingDays(firstDayWithNotice(Date.now(), defaultPolicy), 20, defaultPolicy);
  const pausedUntil = addWorkingDays(impossible, 40, defaultPolicy);
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let tab: Page;
  let reference: string;

  beforeAll(async () => {
    const { people } = system.sandbox.microsoft365.tenant;
    // Amber is away all the time; on one day nobody is there.
    people.addBusy(amber.mail, { start: iso(Date.now()), end: iso(Date.now() + 90 * 86_400_000) });
    for (const { mail } of facilitators)
      people.addBusy(mail, {
        start: iso(instantAt(impossible, '08:00')),
        end: iso(instantAt(impossible, '18:00')),
      });
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
    reference = (await ask(petras)).replace('JAGS-', '');
    await coras.waitForText('matches, best first');
    tab = await system.openTab(cora.name);
  });

  const heading = (name: string | RegExp) => tab.getByRole('heading', { name }).first().waitFor();
  const settled = () => tab.locator('.htmx-request, .htmx-settling').first().waitFor({ state: 'detached' });
  const openPart = async (name: string): Promise<void> => {
    await tab.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await heading(name);
    await settled();
  };
  const mainText = () => tab.locator('#main').innerText();
  /** What stands between the name of one of those who are not offered, and the next. */
  const rowOf = (name: string) => tab.getByRole('row').filter({ hasText: name }).innerText();

  it('is told what is wrong with each row of the spreadsheet before anything is saved', async () => {
    await tab.getByRole('link', { name: 'Import a list' }).click();
    await heading('Add facilitators from a file');
    await settled();
    await tab.getByLabel('Rows, with the headings first').fill(rosterWithMistakes());
    await tab.getByRole('button', { name: 'Check the rows' }).click();
    await heading(/things need changing/);
    await settled();
    const told = await mainText();
    for (const { row } of MISTAKES) expect(told).toContain(`Row ${row}:`);
    expect(told).toContain('Nothing has been saved yet.');
    expect(await violationsInEveryTheme(tab)).toEqual([]);
    await tab.screenshot({ path: system.picture('1-mistakes'), fullPage: true });
  });

  it('puts them right in the preview, and saves all forty', async () => {
    for (const { row, field, right } of MISTAKES) {
      const group = tab.getByRole('group', { name: new RegExp(`Row ${row}:`) });
      await group.getByLabel(field, { exact: true }).fill(right);
    }
    await tab.getByRole('button', { name: 'Check again' }).click();
    await tab.getByRole('button', { name: `Save ${ROWS} facilitators` }).click();
    await heading(/saved|added/i);
    await settled();
    await tab.screenshot({ path: system.picture('2-saved'), fullPage: true });
    await openPart('Facilitators');
    const added = nameIn(20);
    await tab.getByLabel(/^Search/).pressSequentially(added.toLowerCase());
    await tab.getByRole('link', { name: added }).waitFor();
    expect(await mainText()).toContain(MISTAKES[2].right);
    expect(await mainText()).toContain(`Everybody in the pool ${ROWS + facilitators.length}`);
  });

  it('pauses one until a day', async () => {
    await tab.goto(`${system.sandbox.bot.url}/tab/facilitators/${basil.id}`);
    await heading(basil.name);
    await settled();
    await tab.getByLabel('Last day of the pause').fill(pausedUntil);
    await tab.getByRole('button', { name: 'Pause', exact: true }).click();
    await heading('Paused');
    await settled();
    expect(await violationsInEveryTheme(tab)).toEqual([]);
    await tab.screenshot({ path: system.picture('3-paused'), fullPage: true });
  });

  it('sees for a request who could take it and why, and why each of the others is not offered', async () => {
    expect(await coras.cardWith('Asked for by').text()).toContain('Everybody, and why');
    await openPart('Requests');
    await tab.getByRole('link', { name: reference }).click();
    await heading(`Who could facilitate ${reference}`);
    await settled();
    expect(await rowOf(basil.name)).toContain(`paused until ${dayInWords(pausedUntil)}`);
    expect(await rowOf(amber.name)).toMatch(/no free time: .*: booked/);
    expect(await rowOf(nameIn(2))).toContain('time unknown');
    expect(await rowOf('Cerise Copper')).toContain('a team they must be independent of');
    expect(await rowOf('Esme Ebony')).toContain('training counts until');
    expect(await mainText()).not.toContain('each of us carries it home');
    expect(await violationsInEveryTheme(tab)).toEqual([]);
    await tab.screenshot({ path: system.picture('4-why'), fullPage: true });
  });

  it('overrules the ranking, with a reason that the history keeps', async () => {
    const second = tab.getByRole('listitem').filter({ hasText: /^\s*2\./ });
    const name = await second.getByRole('link').innerText();
    await second.locator('summary').click();
    await second.getByLabel('Why them and then').selectOption({ label: OVERRULED.near });
    await tab.screenshot({ path: system.picture('5-overruling'), fullPage: true });
    await second.getByRole('button', { name: `Appoint ${name}` }).click();
    await heading(`${name} is appointed`);
    await coras.waitForText(new RegExp(`Offered to ${name}|With ${name}`));
    await coras.cardWith('Asked for by').press('More');
    await coras.cardWith('Asked for by').press('History');
    await coras.waitForText(`Not the first match, because: ${OVERRULED.near}`);
  });

  it('is told what would help for a day when nobody is there, and asks for it once the requester agrees', async () => {
    const other = await ask(petras, { earliest: impossible, latest: impossible, caseReference: 'FS-2232' });
    await coras.waitForText('What would help, if the requester agrees');
    await openPart('Requests');
    await tab.getByRole('link', { name: other.replace('JAGS-', '') }).click();
    await heading('What would help');
    await settled();
    expect(await mainText()).toContain('Nobody in the pool could take it as it is asked for.');
    expect(await violationsInEveryTheme(tab)).toEqual([]);
    await tab.screenshot({ path: system.picture('6-what-would-help'), fullPage: true });
    const later = tab.getByRole('listitem').filter({ hasText: /if the dates ran to/ });
    expect(await later.innerText()).toMatch(/^[1-9]\d* facilitators? more/);
    await later.getByRole('button').click();
    await heading('Looking again');
    await until(async () => (await coras.text()).includes('best first'), 'matches for the wider dates');
    await petras.waitForText(/has changed. Its card says how it stands/);
  });

  it('gives the tab to nobody else', async () => {
    const fays = await system.openTab(fay.name);
    await fays.getByRole('heading', { name: 'For coordinators only' }).waitFor();
    expect(await fays.locator('body').innerText()).not.toContain(basil.name);
    await fays.close();
  });
});
