/**
 * A practitioner has asked for a JAGS, and asks what is kept about her. The officer for information governance finds it in the tab, sees
 * that the request is open and so cannot be erased, and no coordinator gets as far.
 */
import { coordinators, governanceOfficer, practitioners } from '../sandbox/people';
import { ask } from './asking';
import { journey } from './browser';
import { requestsOf } from './kept';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [petra] = practitioners;

journey('an access request', () => {
  const system = theWholeSystem('access-request', { busy: 'none' });

  it('is answered by the officer, of a bot as it is really put together', async () => {
    const petras = await system.open('practitioner');
    const reference = await ask(petras);
    // Her address is known once the directory has been asked.
    await until(async () => (await requestsOf(system, petra.id))[0]?.requester.mail, 'her address');
    const officers = await system.openTab(governanceOfficer.name);
    await officers.getByRole('heading', { level: 1, name: 'Information governance' }).waitFor();
    expect(await officers.getByRole('navigation').getByRole('link').allTextContents()).toEqual([
      'Information governance',
    ]);
    await officers.getByLabel('Name, e-mail address or reference').fill(petra.mail);
    await officers.getByRole('button', { name: 'Search' }).click();
    await officers.getByRole('button', { name: /See what is kept/ }).click();
    await officers.getByRole('heading', { level: 1, name: petra.name }).waitFor();
    await officers.getByRole('heading', { name: `Request ${reference}` }).waitFor();
    await officers.getByRole('button', { name: /Erase this person/ }).click();
    await officers.getByText(`of what is open (${reference})`).waitFor();

    const coras = await system.openTab(coordinators[0].name);
    await coras.goto(`${system.sandbox.bot.url}/tab/governance`);
    await coras.getByRole('heading', { level: 1, name: 'For information governance only' }).waitFor();
  });
});
