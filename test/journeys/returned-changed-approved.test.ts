/** A coordinator sends a request back with what is missing; the requester changes it; it is approved, and booked. */
import { facilitators } from '../sandbox/people';
import { ask, goOn } from './asking';
import { journey } from './browser';
import type { CardOnPage } from './card-on-page';
import type { PlaygroundPage } from './playground-page';
import { placesWith } from './traces';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const MISSING = 'Could the nights be written about too?';
const REASON = 'We keep going round in circles at night, and each of us carries it home.';

journey('returned, changed, approved', () => {
  const system = theWholeSystem('returned-changed-approved', {
    busy: 'none',
    settings: { POLICY_MATCHES_SHOWN: '1' },
  });
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let fays: PlaygroundPage;
  let reference: string;

  beforeAll(async () => {
    // Away all the time, so that the one match is whoever sits at the third page.
    for (const { mail } of facilitators.slice(1))
      system.sandbox.microsoft365.tenant.people.addBusy(mail, {
        start: new Date().toISOString(),
        end: new Date(Date.now() + 90 * 86_400_000).toISOString(),
        status: 'oof',
      });
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
    reference = await ask(petras);
    await coras.waitForText('One match');
  });

  const inChannel = (): CardOnPage => coras.cardWith(`Asked for by`);
  const dialog = (): CardOnPage => coras.cardWith('What should they change?');
  const own = (): CardOnPage => petras.cardWith(`Your JAGS request ${reference}`);

  it('takes no child’s number in what the coordinator writes, and keeps the rest of it', async () => {
    await inChannel().press('Return for changes');
    await coras.waitForText('What should they change?');
    await dialog().fill('What should they change?', `${MISSING} NHS number 999 100 2340.`);
    await dialog().press('Return to the requester');
    await coras.waitForText(/an NHS number \(word 10\)/);
    await dialog().picture(system.picture('1-identified'));
    expect(await dialog().value('What should they change?')).toContain(MISSING);
  });

  it('is returned with what is missing, which the requester reads and nobody else', async () => {
    await dialog().fill('What should they change?', MISSING);
    await dialog().press('Return to the requester');
    await coras.waitForText(/Returned. The requester is told/);
    await petras.waitForText(/needs a change from you. Its card says what/);
    await until(async () => (await own().text()).includes(MISSING), 'what is missing on the card');
    await own().picture(system.picture('2-returned-for-requester'));
    await coras.waitForText('Returned to the requester');
    await inChannel().picture(system.picture('3-returned-for-coordinators'));
    expect(await inChannel().buttons()).not.toContain('Look again');
  });

  it('comes back as it was left, with the coordinator’s words on it, and is sent again', async () => {
    await own().press('Change');
    await petras.waitForText('Your own case reference');
    expect(await petras.text()).toContain(MISSING);
    expect(await petras.value('Your own case reference')).toBe('FS-2231');
    await petras.picture(system.picture('4-changing'));
    await petras.fill('What would you like to think about together?', REASON);
    await goOn(petras);
    await petras.picture(system.picture('5-who'));
    expect(await petras.text()).toContain('Percy Plum');
    await petras.press('Send again');
    await until(
      async () => /^\s*Your JAGS request[^]*Sent\. Not confirmed yet/.test(await petras.text()),
      'the receipt',
    );
  });

  it('shows the coordinators both in its history', async () => {
    await coras.waitForText('Waiting for a decision');
    await coras.waitForText('One match');
    await inChannel().confirm('More', 'History');
    await coras.waitForText(/What has been done/);
    const history = coras.cardWith('sent the form again');
    await history.picture(system.picture('6-history'));
    const text = await history.text();
    expect(text).toMatch(/sent the request back for changes[^]*Could the nights[^]*sent the form again/);
    expect(text).toContain('Changed: reason');
    expect(text).not.toContain('at night');
  });

  it('is approved, accepted and booked', async () => {
    await inChannel().press(/^Approve Fay Facilitate/);
    await fays.waitForText('Would you facilitate this session?');
    await fays.press('Accept');
    await petras.waitForText(/^Your JAGS .* is booked/);
    await coras.waitForText(/^With Fay Facilitate/);
    expect(system.sandbox.microsoft365.tenant.events.list()).toHaveLength(1);
    await system.sandbox.hub.settled();
  });

  it('has left the number that was refused nowhere but on the screen of whoever typed it', async () => {
    expect(await placesWith('999 100 2340', system)).toEqual([
      'shown to Cora Coordinate in a dialog',
      'typed by Cora Coordinate',
    ]);
  });
});
