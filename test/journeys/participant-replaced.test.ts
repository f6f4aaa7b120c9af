/** Somebody of another organisation cannot come to a session that was asked for on a page: somebody else comes in their place. */
import type { Page } from 'playwright-core';
import type { Booked } from '../../src/domain/request';
import { personIdFor } from '../../src/ids';
import { slotInWords } from '../../src/wording/when';
import { checkTraffic, CLEAN } from '../graph/checker';
import { sendsOnly } from '../graph/mail-traffic';
import { facilitators, outsiders, practitioners } from '../sandbox/people';
import { approve } from './approving';
import { keepAway, mailSince, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import type { CardOnPage } from './card-on-page';
import { requestKept } from './kept';
import { everyLetter, lettersTo, loggedSecrets, openByLetter, sentTwice, toldByLetter } from './letters';
import { answerRisk, comeTo, fillInAbout, fillInPeople, goOn, press } from './plain-asking';
import { looksWell, readable } from './plain-looks';
import type { PlaygroundPage } from './playground-page';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [fay, , ...OTHERS] = facilitators;
const [, sam] = practitioners;
const [hattie, percy, nora] = outsiders;
const PHONE = { screen: 'phone', scripts: false } as const;
const DESK = { screen: 'desktop', scripts: true } as const;
const REASON = 'We keep going round in circles, and each of us carries it home.';
const CASE = 'MP-118';
const INVITED = 'you are invited to take part';
const CANNOT_COME = `Cannot come: ${percy.name}.`;

journey('a participant replaced', () => {
  const system = theWholeSystem('participant-replaced', TWO_FACILITATORS);
  let coras: PlaygroundPage;
  let inChannel: CardOnPage;
  let reference: string;
  let booked: Booked;
  let hatties: Page;
  let percys: Page;
  let lettersBefore: number;

  const tenant = () => system.sandbox.microsoft365.tenant;
  const invited = () =>
    tenant()
      .events.list()[0]
      ?.attendees.map(({ address }) => address) ?? [];
  const kept = () => requestKept(system, reference, personIdFor(hattie.mail));

  beforeAll(async () => {
    for (const { mail } of OTHERS) keepAway(system, mail);
    coras = await system.open('coordinator');
    const fays = await system.open('facilitator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
    reference = await askOnPages();
    await coras.waitForText(/matches, best first/);
    inChannel = coras.cardWith(`JAGS request ${reference}`);
    await approve(inChannel, fay.name);
    await fays.waitForText('Would you facilitate this session?');
    await fays.press('Accept');
    await until(() => invited().length === 4, 'the participants to be invited');
    await until(() => lettersTo(system, hattie.mail, 'Your session is booked').length > 0, 'her letter');
    booked = (await kept()) as Booked;
    expect(booked.state).toBe('booked');
  });

  /** @returns the reference on the page that says it is sent. */
  async function askOnPages(): Promise<string> {
    const first = await system.openPlain('/request', DESK);
    await answerRisk(first, 'No');
    await first.getByLabel('Your work e-mail').fill(hattie.mail);
    await press(first, 'Mail me the link');
    await comeTo(first, 'Now look in your mail');
    const form = await openByLetter(system, hattie.mail, 'With the link below you can ask for', DESK);
    await answerRisk(form, 'No');
    const team = 'School or college: primary';
    await fillInAbout(form, { name: hattie.name, team, caseReference: CASE, reason: REASON });
    await goOn(form);
    await comeTo(form, 'Where and when');
    await goOn(form);
    await fillInPeople(form, [
      { ...percy, team: 'Police: neighbourhood' },
      { ...sam, team: "Children's Services: early help" },
    ]);
    await goOn(form);
    await press(form, 'Send request');
    await comeTo(form, 'Your request has been sent');
    return /reference is ([\w-]+)/.exec(await readable(form))![1]!;
  }

  it('begins with a letter to the participant, whose page has when and where, and nobody’s name but one', async () => {
    percys = await openByLetter(system, percy.mail, INVITED, PHONE);
    await comeTo(percys, 'Your JAGS session');
    await looksWell(system, percys, '1-invited');
    const text = await readable(percys);
    expect(text).toContain(slotInWords(booked.match.slot));
    expect(text).toContain(hattie.name);
    for (const name of [sam.name, fay.name, CASE, REASON]) expect(text).not.toContain(name);
    await percys.getByRole('link', { name: 'Join in Teams' }).waitFor();
  });

  it('lets them say that they cannot come, once they have read what follows', async () => {
    tenant().outbox.clear();
    lettersBefore = everyLetter(system).length;
    await percys.getByRole('link', { name: 'I cannot come' }).click();
    await comeTo(percys, 'You cannot come to this session?');
    await looksWell(system, percys, '2-cannot-come');
    await press(percys, 'Yes, I cannot come');
    await comeTo(percys, 'You have said that you cannot come.');
    await looksWell(system, percys, '3-said');
  });

  it('tells the requester by mail, without the name, and on her page with it', async () => {
    hatties = await openByLetter(system, hattie.mail, 'Somebody has said that they cannot come', PHONE);
    await comeTo(hatties, `Your JAGS request ${reference}`);
    await looksWell(system, hatties, '4-requester');
    expect(await readable(hatties)).toContain(CANNOT_COME);
    for (const { html } of lettersTo(system, hattie.mail)) expect(html).not.toContain(percy.name);
  });

  it('shows the coordinators how many, and in their own view who', async () => {
    await until(async () => /cannot come/i.test(await inChannel.text()), 'the coordinators’ card');
    await inChannel.picture(system.picture('5-coordinators'));
    expect(await inChannel.text()).toContain(CANNOT_COME);
  });

  it('lets her propose somebody else on her page, which changes nothing yet', async () => {
    await hatties.getByRole('link', { name: 'Change who takes part' }).click();
    await comeTo(hatties, 'Change who takes part');
    await hatties.getByLabel(`${percy.name}, Police: neighbourhood`).check();
    const row = hatties.getByRole('group', { name: 'Person 1' });
    await row.getByLabel('Name').fill(nora.name);
    await row.getByLabel('Work e-mail').fill(nora.mail);
    await row.getByLabel('Agency and team').selectOption({ label: 'Health: health visiting' });
    await looksWell(system, hatties, '6-proposing');
    await press(hatties, 'Send to the coordinators');
    await comeTo(hatties, /^Sent\. A coordinator looks at it/);
    await looksWell(system, hatties, '7-proposed');
    expect(invited()).toContain(percy.mail);
    expect(mailSince(system)).toEqual([]);
  });

  it('is agreed to by a coordinator, who alone sees who it is about', async () => {
    await coras.waitForText(/other people are proposed to take part/);
    await until(async () => (await inChannel.buttons()).includes('Agree'), 'the coordinators’ buttons');
    await inChannel.picture(system.picture('8-proposal'));
    expect(await inChannel.text()).toMatch(
      new RegExp(`To be added: ${nora.name}[^]*To be left out: ${percy.name}`),
    );
    await inChannel.press('Agree');
    await until(() => invited().includes(nora.mail), 'the new participant to be invited');
    expect(invited().sort()).toEqual([fay.mail, hattie.mail, nora.mail, sam.mail].sort());
  });

  it('writes to the new participant, whose page has when and where', async () => {
    const noras = await openByLetter(system, nora.mail, INVITED, DESK);
    await comeTo(noras, 'Your JAGS session');
    await looksWell(system, noras, '9-new-participant');
    expect(await readable(noras)).toContain(slotInWords(booked.match.slot));
    expect(await readable(noras)).toContain('online, in Teams');
    await noras.getByRole('link', { name: 'Join in Teams' }).waitFor();
  });

  it('opens nothing of it any more by the link of whoever was replaced', async () => {
    const link = percys.url();
    await percys.reload();
    await comeTo(percys, 'This link does not open anything');
    await looksWell(system, percys, '10-opens-nothing');
    for (const further of ['', '/attend', '/ask-arrangements']) {
      const answer = await percys.goto(`${link.replace(/\?.*/, '')}${further}`);
      expect(answer!.status()).toBe(404);
      expect(await readable(percys)).not.toMatch(new RegExp(`${hattie.name}|${reference}|2026|Teams`));
    }
  });

  it('tells the requester that it is agreed, and names nobody as missing any more', async () => {
    hatties = await openByLetter(system, hattie.mail, 'A coordinator has agreed', PHONE);
    await looksWell(system, hatties, '11-agreed');
    expect(await readable(hatties)).toContain('A coordinator has agreed to the other people you proposed.');
    expect(await readable(hatties)).not.toMatch(/cannot come/i);
    expect(await kept()).toMatchObject({ state: 'booked', match: booked.match });
    expect(await kept()).not.toHaveProperty('absent');
  });

  it('has written to those who are touched, once, and to nobody else', async () => {
    await system.sandbox.hub.settled();
    expect(mailSince(system)).toEqual([`${nora.mail}: invitation`, `${percy.mail}: cancellation`]);
    expect(toldByLetter(everyLetter(system).slice(lettersBefore))).toEqual([
      `${hattie.mail}: A coordinator has agreed to the other people you proposed.`,
      `${hattie.mail}: Somebody has said that they cannot come to your session. Your page says who.`,
      `${nora.mail}: ${hattie.name} has asked for a Joint Agency Group Supervision (JAGS), and you are invited to take part.`,
    ]);
    expect(sentTwice(system)).toEqual([]);
  });

  it('has kept the case out of every letter, and links and addresses out of the log', () => {
    for (const { html, subject } of everyLetter(system))
      for (const text of [CASE, REASON]) expect(`${subject} ${html}`).not.toContain(text);
    expect(loggedSecrets(system)).toEqual([]);
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(sendsOnly(system.recordFile)) ?? CLEAN).toEqual(CLEAN);
  });
});
