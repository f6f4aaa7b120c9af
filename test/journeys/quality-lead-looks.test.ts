/**
 * Somebody with the quality role opens the tab: monitoring is all there is, and what happens at this moment is no part of it. A
 * coordinator sees the request that waits, counted without being named.
 */
import { violationsInEveryTheme } from '../axe';
import { coordinators, facilitators, qualityLead } from '../sandbox/people';
import { ask } from './asking';
import { journey } from './browser';
import { theWholeSystem } from './whole-system';

journey('the quality lead looks', () => {
  const system = theWholeSystem('quality-lead-looks', { busy: 'none' });

  it('at figures that were released, on the one page that is open to them', async () => {
    const petras = await system.open('practitioner');
    const reference = await ask(petras);
    const hers = await system.openTab(qualityLead.name);
    await hers.getByRole('heading', { level: 1, name: 'Monitoring' }).waitFor();
    expect(await hers.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Monitoring']);
    expect(await hers.locator('#main').innerText()).not.toContain('waiting for a facilitator');
    await hers.goto(`${system.sandbox.bot.url}/tab/facilitators`);
    await hers.getByRole('heading', { level: 1, name: 'For coordinators only' }).waitFor();
    expect(await hers.locator('body').innerText()).not.toContain(facilitators[0].name);

    const coras = await system.openTab(coordinators[0].name);
    await coras.getByRole('link', { name: 'Monitoring', exact: true }).click();
    await coras.getByText('Requests waiting for a facilitator').waitFor();
    const text = await coras.locator('#main').innerText();
    expect(text).toMatch(/Requests waiting for a facilitator\s+1; the longest for 0 working days/);
    expect(text).not.toContain(reference);
    expect(await violationsInEveryTheme(coras)).toEqual([]);
  });
});
