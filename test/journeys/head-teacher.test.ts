/** A head teacher without Teams asks, is sent back, changes it, says which times suit, and is booked: by mail and on plain pages. */
import type { Page } from 'playwright-core';
import type { Interval } from '../../src/domain/intervals';
import { personIdFor } from '../../src/ids';
import { slotInWords } from '../../src/wording/when';
import { checkTraffic, CLEAN } from '../graph/checker';
import { sendsOnly } from '../graph/mail-traffic';
import { facilitators, outsiders, practitioners } from '../sandbox/people';
import { keepAway } from './booking';
import { journey } from './browser';
import type { CardOnPage } from './card-on-page';
import { requestKept, requestsOf } from './kept';
import {
  everyLetter,
  followLink,
  lettersTo,
  loggedSecrets,
  openByLetter,
  openLetter,
  readCode,
  sentTwice,
} from './letters';
import {
  answerRisk,
  comeTo,
  fillInAbout,
  fillInPeople,
  goBackAndSendAgain,
  goOn,
  press,
  REASON_LABEL,
  TEAM_LABEL,
} from './plain-asking';
import { looksWell, readable } from './plain-looks';
import type { PlaygroundPage } from './playground-page';
import { placesWith } from './traces';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [hattie, percy] = outsiders;
const [, sam] = practitioners;
const HATTIE = personIdFor(hattie.mail);
const PHONE = { screen: 'phone', scripts: false } as const;
const DESK = { screen: 'desktop', scripts: true } as const;
const NHS_NUMBER = '999 100 2340';
const REASON = 'We keep going round in circles, and each of us carries it home.';
const CASE = 'MP-118';
const MISSING = 'Could you say what you have tried already?';
const ABOUT = { name: hattie.name, caseReference: CASE, reason: `${REASON}\nNHS number ${NHS_NUMBER}.` };
const ASK_LINK = 'With the link below you can ask for';
const RECEIVED = 'has come in';
/** Whose letters, by what they say first, and how many. */
const TOLD: readonly (readonly [string, string, number?])[] = [
  [hattie.mail, ASK_LINK],
  [hattie.mail, RECEIVED, 2],
  [hattie.mail, 'has sent it back to you'],
  [hattie.mail, 'Your code is'],
  [hattie.mail, 'A time for your session is being looked for'],
  [hattie.mail, 'Your session is booked'],
  [hattie.mail, 'everything open that you have a page for'],
  [percy.mail, 'A time is being looked for'],
  [percy.mail, 'you are invited to take part'],
];

journey('a head teacher without Teams', () => {
  const system = theWholeSystem('head-teacher', {
    busy: 'none',
    settings: { POLICY_PARTNER_DOMAINS: 'meadow-primary.example' },
  });
  let coras: PlaygroundPage;
  let fays: PlaygroundPage;
  let mail: Page;
  let page: Page;
  let percys: Page;
  let reference: string;
  let times: readonly Interval[];
  let own: string;

  beforeAll(async () => {
    for (const facilitator of facilitators.slice(1)) keepAway(system, facilitator.mail);
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
  });

  const tenant = () => system.sandbox.microsoft365.tenant;
  const inChannel = (): CardOnPage => coras.cardWith(`JAGS request ${reference}`);
  const shows = async (on: Page, heading: string | RegExp, picture: string) => {
    await comeTo(on, heading);
    await looksWell(system, on, picture);
  };
  const kept = () => requestKept(system, reference, HATTIE);

  it('is asked about a risk first, and then for the work e-mail, on a phone without scripts', async () => {
    page = await system.openPlain('/request', PHONE);
    await looksWell(system, page, '01-risk');
    await answerRisk(page, 'No');
    await shows(page, 'Your work e-mail', '02-work-e-mail');
    await page.getByLabel('Your work e-mail').fill(hattie.mail);
    await press(page, 'Mail me the link');
    await shows(page, 'Now look in your mail', '03-mailed');
  });

  it('opens the form by the link that was mailed, which may be pressed twice', async () => {
    mail = await openLetter(system, hattie.mail, ASK_LINK, PHONE);
    await mail.screenshot({ path: system.picture('04-letter-with-link'), fullPage: true });
    for (const window of [mail, await system.openMail(hattie.mail, PHONE)]) {
      await followLink(window, ASK_LINK);
      await comeTo(window, 'Before anything else');
      page = window;
    }
    await looksWell(system, page, '05-risk-again');
    await answerRisk(page, 'No');
    await comeTo(page, 'About you and the family');
  });

  it('is shown what is missing and what could identify a child, with everything typed still there', async () => {
    await fillInAbout(page, ABOUT);
    await goOn(page);
    await shows(page, '2 things need changing', '06-about-wrong');
    expect(await readable(page)).toMatch(/Your agency and team: an answer is needed here/);
    expect(await readable(page)).toMatch(/an NHS number \(line 2, word 3\)/);
    expect(await page.getByLabel(REASON_LABEL).inputValue()).toBe(ABOUT.reason);
    expect(await page.getByLabel('Not yet').isChecked()).toBe(true);
  });

  it('goes on once it is put right: where and when, who, and everything once more', async () => {
    await page.getByLabel(REASON_LABEL).fill(REASON);
    await page.getByLabel(TEAM_LABEL).selectOption({ label: 'School or college: primary' });
    await looksWell(system, page, '07-about');
    await goOn(page);
    await shows(page, 'Where and when', '08-when');
    await goOn(page);
    await comeTo(page, 'Who should think together?');
    await fillInPeople(page, [
      { ...percy, team: 'Police: neighbourhood' },
      { ...sam, team: "Children's Services: early help" },
    ]);
    await looksWell(system, page, '09-who');
    await goOn(page);
    await shows(page, 'Check your answers and send them', '10-check');
    expect(await readable(page)).toContain(REASON);
  });

  it('is sent once, whatever is pressed: the back button, and the link in the mail again', async () => {
    await press(page, 'Send request');
    await shows(page, 'Your request has been sent', '11-sent');
    reference = /Its reference is (\S+)/.exec(await readable(page))![1]!;
    expect(await readable(page)).not.toContain(REASON);

    await goBackAndSendAgain(page);
    await comeTo(page, 'Your request has been sent');

    mail = await openByLetter(system, hattie.mail, ASK_LINK, PHONE);
    await comeTo(mail, 'Your request has been sent');
    expect(await requestsOf(system, HATTIE)).toHaveLength(1);
  });

  it('is confirmed by mail, which leads to a page of their own', async () => {
    mail = await openLetter(system, hattie.mail, RECEIVED, PHONE);
    await mail.screenshot({ path: system.picture('13-confirmation'), fullPage: true });
    await followLink(mail, RECEIVED);
    page = mail;
    own = new URL(page.url()).pathname;
    await shows(page, 'Sent. Not confirmed yet', '14-own-page');
    expect(await readable(page)).toContain(reference);
    expect(await readable(page)).not.toContain(REASON);
  });

  it('stands in the channel as a request from outside, with no word of the reason', async () => {
    await coras.waitForText(/matches, best first/);
    await inChannel().picture(system.picture('15-channel'));
    const text = await inChannel().text();
    expect(text).toMatch(/Hattie Hazel, School or college: primary/);
    expect(text).toMatch(/outside the tenant, e-mail confirmed; .*from a known partner/);
    expect(text).not.toContain(REASON);
  });

  it('is sent back by a coordinator, and the mail leads to what is to be changed', async () => {
    await inChannel().press('Return for changes');
    await coras.waitForText('What should they change?');
    const dialog = coras.cardWith('What should they change?');
    await dialog.fill('What should they change?', MISSING);
    await dialog.press('Return to the requester');
    await coras.waitForText(/Returned. The requester is told/);
    page = await openByLetter(system, hattie.mail, 'has sent it back to you', DESK);
    await shows(page, 'Needs a change from you', '16-returned');
    expect(await readable(page)).toContain(MISSING);
  });

  it('is changed with a code that is mailed, and sent again', async () => {
    await page.getByRole('link', { name: 'Change the request' }).click();
    await shows(page, 'Change the request', '17-change');
    await press(page, 'Mail me the code');
    await shows(page, 'Enter the code we have mailed you', '18-code');
    await page.getByLabel('Code').fill(await readCode(system, hattie.mail, DESK));
    await press(page, 'Go on');
    await shows(page, 'About you and the family', '19-changing');
    expect(await readable(page)).toContain(MISSING);
    expect(await page.getByLabel(REASON_LABEL).inputValue()).toBe(REASON);
    await page.getByLabel(REASON_LABEL).fill(`${REASON} We have met twice, and changed nothing.`);
    await goOn(page);
    await comeTo(page, 'Where and when');
    await goOn(page);
    await comeTo(page, 'Who should think together?');
    await goOn(page);
    await shows(page, 'Check your answers and send them', '20-check-change');
    await press(page, 'Send again');
    await shows(page, 'Your change has been sent. A coordinator reads it.', '21-changed');
    expect((await kept()).ask.reason).toMatch(/met twice/);
    await until(() => lettersTo(system, hattie.mail, RECEIVED).length === 2, 'a second confirmation');
  });

  it('is asked which times suit, once a coordinator wants to know, and says so on a phone', async () => {
    await coras.waitForText('Waiting for a decision');
    await until(async () => (await inChannel().buttons()).includes('Ask which times suit'), 'the button');
    await inChannel().picture(system.picture('22-may-ask'));
    await inChannel().press('Ask which times suit');
    await coras.waitForText(/0 of 2 have answered which times suit/);
    page = await openByLetter(system, hattie.mail, 'A time for your session is being looked for', PHONE);
    await shows(page, 'Which of these times would suit you?', '23-poll');
    const request = await kept();
    times = request.state === 'submitted' && request.poll ? request.poll.slots : [];
    expect(times).toHaveLength(3);
    for (const time of times.slice(1)) await page.getByLabel(slotInWords(time)).check();
    await press(page, 'Send my answer');
    await shows(page, /Thank you for your answer/, '24-answered');
  });

  it('is asked of the police officer too, who answers at a desk', async () => {
    percys = await openByLetter(system, percy.mail, 'A time is being looked for', DESK);
    await shows(percys, 'Which of these times would suit you?', '25-others-poll');
    await percys.getByLabel(slotInWords(times[2]!)).check();
    await press(percys, 'Send my answer');
    await shows(percys, 'Thank you for your answer. Only the coordinators see it.', '26-others-answered');
    expect(await readable(percys)).not.toContain('change it');
  });

  it('is approved for the time that suits both, and accepted', async () => {
    await coras.waitForText(/2 of 2 answered which times suit/);
    await inChannel().picture(system.picture('27-answers'));
    await inChannel().press(/^Approve/);
    await fays.waitForText('Would you facilitate this session?');
    await fays.press('Accept');
    await until(async () => (await kept()).state === 'booked', 'the session to be booked');
  });

  it('is told by mail that it is booked, and sees when, with whom and the way in at a desk', async () => {
    page = await openByLetter(system, hattie.mail, 'Your session is booked', DESK);
    await comeTo(page, 'Booked');
    await page.getByRole('link', { name: 'Join in Teams' }).waitFor();
    await looksWell(system, page, '28-booked');
    const text = await readable(page);
    expect(text).toContain(slotInWords(times[2]!));
    expect(text).toMatch(/Facilitator\s+Fay Facilitate/);
    expect(await kept()).toMatchObject({ match: { slot: times[2] } });
    expect(tenant().events.list()).toHaveLength(1);
  });

  it('has lost the mail, and is sent a new link; the old one opens nothing, on a phone or at a desk', async () => {
    page = await system.openPlain('/request', DESK);
    await page.getByRole('link', { name: 'Send me a new link to my requests and sessions' }).click();
    await page.getByLabel('Get a new link').fill(hattie.mail);
    await looksWell(system, page, '29-new-link');
    await press(page, 'Mail me new links');
    await shows(page, 'Now look in your mail', '30-mailed-again');
    page = await openByLetter(system, hattie.mail, 'everything open that you have a page for', PHONE);
    await shows(page, 'Booked', '31-booked-on-phone');
    for (const device of [PHONE, DESK]) {
      const old = await system.openPlain(own, device);
      await comeTo(old, 'This link does not open anything');
      await looksWell(system, old, `32-old-link-${device.screen}`);
      expect(await readable(old)).not.toContain(reference);
    }
  });

  it('has been written to once for each thing, and others for what is theirs', async () => {
    await until(() => lettersTo(system, percy.mail, 'you are invited').length > 0, 'the invitation');
    for (const [address, reads, times = 1] of TOLD)
      expect([reads, lettersTo(system, address, reads).length]).toEqual([reads, times]);
    expect(everyLetter(system)).toHaveLength(10);
    expect(sentTwice(system)).toEqual([]);
  });

  it('has nothing of the case in a letter, and no link, code or address in the log', async () => {
    for (const { html, subject } of everyLetter(system))
      for (const text of [CASE, REASON, MISSING]) expect(`${subject} ${html}`).not.toContain(text);
    expect(loggedSecrets(system)).toEqual([]);
    expect(await placesWith(NHS_NUMBER, system)).toEqual([]);
    await system.sandbox.hub.settled();
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(sendsOnly(system.recordFile)) ?? CLEAN).toEqual(CLEAN);
  });
});
