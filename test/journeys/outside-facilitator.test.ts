/** A facilitator of another organisation is asked by mail, accepts on a phone, and cannot after all: somebody else takes the seat. */
import type { Page } from 'playwright-core';
import type { Booked } from '../../src/domain/request';
import { slotInWords } from '../../src/wording/when';
import { checkTraffic, CLEAN } from '../graph/checker';
import { sendsOnly } from '../graph/mail-traffic';
import { facilitators, outsiders, practitioners } from '../sandbox/people';
import { addToPool, outsideFacilitator } from '../sandbox/pool';
import { approve } from './approving';
import { ask, COLLEAGUES, rightForm } from './asking';
import { keepAway, mailSince, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import type { CardOnPage } from './card-on-page';
import { requestKept, timeReserved } from './kept';
import {
  everyLetter,
  lettersTo,
  loggedSecrets,
  openByLetter,
  readCode,
  sentTwice,
  toldByLetter,
} from './letters';
import { looksWell, readable } from './plain-looks';
import type { PlaygroundPage } from './playground-page';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [fay] = facilitators;
const [petra] = practitioners;
const [hattie, percy, , fourth] = outsiders;
const vera = { ...fourth, id: 'fac00000-0000-4000-8000-000000000090' };
const PHONE = { screen: 'phone', scripts: false } as const;
const DESK = { screen: 'desktop', scripts: true } as const;
const ASKED = 'You are asked to facilitate';
const OWN_PAGE = 'With the link below you see your sessions';

journey('a facilitator of another organisation', () => {
  const system = theWholeSystem('outside-facilitator', TWO_FACILITATORS);
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let fays: PlaygroundPage;
  let inChannel: CardOnPage;
  let reference: string;
  let page: Page;
  let own: Page;
  let booked: Booked;

  beforeAll(async () => {
    await addToPool(system.sandbox.storage.connectionString, [outsideFacilitator(vera, Date.now())]);
    for (const { mail } of facilitators.slice(1)) keepAway(system, mail);
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
    reference = await ask(petras);
    await coras.waitForText(/matches, best first/);
    inChannel = coras.cardWith(`JAGS request ${reference}`);
  });

  const tenant = () => system.sandbox.microsoft365.tenant;
  const event = () => tenant().events.list()[0]!;
  const invited = () => event().attendees.map(({ address }) => address);
  const heading = (on: Page, name: string | RegExp) => on.getByRole('heading', { name }).first().waitFor();
  const press = (on: Page, name: string) => on.getByRole('button', { name, exact: true }).click();

  it('is asked by a letter, with nothing of the case and nobody’s name but the requester’s', async () => {
    await approve(inChannel, vera.name);
    page = await openByLetter(system, vera.mail, ASKED, PHONE);
    const [letter] = lettersTo(system, vera.mail);
    expect(letter!.html).toContain('Petra Practice');
    for (const { name } of COLLEAGUES) expect(letter!.html).not.toContain(name);
    const mail = await system.openMail(vera.mail, PHONE);
    await mail.screenshot({ path: system.picture('1-letter'), fullPage: true });
    await mail.context().close();
  });

  it('sees on a phone without scripts when, where and with whom', async () => {
    await heading(page, 'Would you facilitate this session?');
    await looksWell(system, page, '2-asked');
    const text = await readable(page);
    for (const { name, team } of COLLEAGUES) expect(text).toMatch(new RegExp(`${name}[^]*${team}`));
    expect(text).not.toMatch(/Join in Teams/);
  });

  it('accepts with the code that is mailed, and with no other', async () => {
    await press(page, 'Accept');
    await heading(page, 'Enter the code we have mailed you');
    await looksWell(system, page, '3-code');
    const code = await readCode(system, vera.mail, PHONE);
    await page.getByLabel('Code').fill(code === '123456' ? '654321' : '123456');
    await press(page, 'Go on');
    await heading(page, 'One thing needs changing');
    await looksWell(system, page, '4-wrong-code');
    expect((await requestKept(system, reference)).state).toBe('offered');
    await page.getByLabel('Code').fill(code);
    await press(page, 'Go on');
    await heading(page, /Thank you: you have accepted/);
    await looksWell(system, page, '5-accepted');
    expect(await readable(page)).toContain('Booked: you facilitate this session');
  });

  it('has the session booked by that, and everybody invited', async () => {
    await petras.waitForText(/^Your JAGS .* is booked: .* with Vera Violet/);
    await coras.waitForText(/^With Vera Violet.* The participants are invited/);
    await until(() => invited().length === 5, 'the participants to be invited');
    const kept = await requestKept(system, reference);
    expect(kept.state).toBe('booked');
    booked = kept as Booked;
    expect(await timeReserved(system)).toEqual([{ name: vera.name, slot: booked.match.slot }]);
    await until(
      () => lettersTo(system, vera.mail, 'Booked: you facilitate').length > 0,
      'a letter to say so',
    );
    await page.reload();
    await page.getByRole('link', { name: 'Join in Teams' }).waitFor();
    await looksWell(system, page, '6-booked');
  });

  it('sees their sessions on a page of their own, by a link mailed to them', async () => {
    await press(page, 'Mail me the link to it');
    await heading(page, 'We have mailed you the link to your own page, with all your sessions.');
    own = await openByLetter(system, vera.mail, OWN_PAGE, PHONE);
    await heading(own, 'Your facilitating');
    await looksWell(system, own, '7-own-page');
    expect(await readable(own)).toContain(slotInWords(booked.match.slot));
    expect(await readable(own)).not.toMatch(/Petra|JAGS-/);
  });

  it('keeps their hours there', async () => {
    await own.getByRole('link', { name: 'My hours' }).click();
    await heading(own, 'My hours');
    await own.getByRole('group', { name: 'Friday' }).getByLabel('No hours').check();
    await looksWell(system, own, '8-hours');
    await press(own, 'Save my hours');
    await heading(own, 'Thank you. Your hours are up to date as of today.');
    await own.getByRole('link', { name: 'My hours' }).click();
    expect(await own.getByRole('group', { name: 'Friday' }).getByLabel('No hours').isChecked()).toBe(true);
    expect(
      await own
        .getByRole('group', { name: 'Monday' })
        .getByLabel(/^All day/)
        .isChecked(),
    ).toBe(true);
  });

  it('cannot after all, and says so at a desk', async () => {
    tenant().outbox.clear();
    page = await openByLetter(system, vera.mail, 'Booked: you facilitate', DESK);
    await page.getByRole('link', { name: 'I cannot do it after all' }).click();
    await heading(page, 'You cannot facilitate this session?');
    await looksWell(system, page, '9-cannot');
    await press(page, 'Yes, ask somebody else');
    await heading(page, 'The coordinators have been told.');
    await looksWell(system, page, '10-said');
    expect((await requestKept(system, reference)).state).toBe('uncovered');
    await until(() => !invited().includes(vera.mail), 'the facilitator to be taken off the invitation');
    await petras.waitForText('Needs another facilitator');
  });

  it('is followed by somebody else at the same time, whom a coordinator finds', async () => {
    await coras.waitForText(/needs another facilitator/);
    await until(async () => /best first/.test(await inChannel.text()), 'the matches on the card');
    expect(await inChannel.text()).toContain("Vera Violet can't take it.");
    expect(await inChannel.text()).toContain(slotInWords(booked.match.slot));
    await inChannel.picture(system.picture('11-coordinators'));
    await inChannel.press(/^Approve/);
    await fays.waitForText('Would you facilitate this session?');
    await fays.press('Accept');
    await petras.waitForText(/^Your JAGS .* is now on .* with Fay Facilitate/);
    await until(async () => (await timeReserved(system)).length === 1, 'the former time to be given up');
    expect(await timeReserved(system)).toEqual([{ name: fay.name, slot: booked.match.slot }]);
    expect(mailSince(system)).toEqual([`${fay.mail}: invitation`, `${vera.mail}: cancellation`]);
  });

  it('finds their page saying so, without the people and without a way in', async () => {
    await page.reload();
    await heading(page, 'You are no longer down for this session');
    await looksWell(system, page, '12-no-longer');
    expect(await readable(page)).not.toMatch(/Petra|Hattie|Join in Teams|Accept/);
    await own.goto(page.url().replace(/\?.*/, ''));
    expect(await readable(own)).not.toContain(slotInWords(booked.match.slot));
  });

  it('has been written to once for each thing, and nobody else by a letter of theirs', async () => {
    await until(() => lettersTo(system, vera.mail, "You said you can't").length > 0, 'the last letter');
    const invitation = `${petra.name} has asked for a Joint Agency Group Supervision (JAGS), and you are invited to take part.`;
    expect(toldByLetter(everyLetter(system))).toEqual([
      `${hattie.mail}: ${invitation}`,
      `${percy.mail}: ${invitation}`,
      `${vera.mail}: Booked: you facilitate this session.`,
      `${vera.mail}: ${OWN_PAGE}, keep your hours up to date and take a break.`,
      `${vera.mail}: You are asked to facilitate a Joint Agency Group Supervision (JAGS).`,
      `${vera.mail}: You said you can't. Thank you for telling us.`,
      `${vera.mail}: Your code is …`,
    ]);
    expect(sentTwice(system)).toEqual([]);
    const { caseReference, reason } = rightForm();
    for (const { html, subject } of everyLetter(system))
      for (const text of [caseReference, reason]) expect(`${subject} ${html}`).not.toContain(text);
    expect(loggedSecrets(system)).toEqual([]);
    await system.sandbox.hub.settled();
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(sendsOnly(system.recordFile)) ?? CLEAN).toEqual(CLEAN);
  });
});
