/** The main job, from the first word to a booked session, on the whole system; then everything stops and starts again. */
import { checkTraffic, CLEAN } from '../graph/checker';
import { facilitators, outsiders, practitioners } from '../sandbox/people';
import { sendJson } from '../sandbox/teams/json-client';
import { type FakePlayground, startFakePlayground } from '../sandbox/teams/fake-playground';
import { approve } from './approving';
import { addPeople, fillInAbout, goOn, type Invited, rightForm, SAFETY_QUESTION, send } from './asking';
import { journey } from './browser';
import type { PlaygroundPage } from './playground-page';
import { nothingHasStrayed } from './nothing-has-strayed';
import { placesWith, trafficOf } from './traces';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [petra, sam, indigo] = practitioners;
const [fay, amber, , , dale] = facilitators;
const [hattie, percy] = outsiders;

/** Words that stand nowhere else, to be looked for everywhere. The number is of the range kept for drama. */
const MARKS = {
  reason: 'Marked-reason 7731: we go round in circles',
  caseReference: 'MARKED-CASE-7731',
  phone: '01632 960731',
  colleague: 'tess.teal@norfolk-sandbox.example',
};
const { reason: REASON, caseReference: CASE_REFERENCE, phone: PHONE, colleague: COLLEAGUE } = MARKS;

/** Two of the requester's own agency: not enough agencies. */
const OWN_AGENCY: readonly Invited[] = [
  { ...sam, team: "Children's Services: early help" },
  { ...indigo, team: "Children's Services: children in care" },
];
const OTHER_AGENCIES: readonly Invited[] = [
  { ...hattie, team: 'School or college: primary' },
  { ...percy, team: 'Police: neighbourhood' },
];

journey('from asking to booked', () => {
  const system = theWholeSystem('from-asking-to-booked');
  const asked = rightForm({ caseReference: CASE_REFERENCE, reason: REASON, people: OWN_AGENCY });
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let fays: PlaygroundPage;
  /** In the coordinators' team, and no coordinator. */
  let ambers: FakePlayground;
  let reference: string;

  beforeAll(async () => {
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    // Everybody else's diary is as it is; so three can facilitate, Fay Facilitate among them.
    system.sandbox.microsoft365.tenant.people.addBusy(dale.mail, {
      start: new Date().toISOString(),
      end: new Date(Date.now() + 90 * 86_400_000).toISOString(),
      status: 'oof',
    });
    ambers = await startFakePlayground(system.sandbox.hub.url, amber);
  });
  afterAll(() => ambers?.stop());

  const event = () => system.sandbox.microsoft365.tenant.events.list()[0]!;
  const invited = () =>
    event()
      .attendees.map(({ address }) => address)
      .sort();
  const inChannel = () => coras.cardWith(`JAGS request ${reference}`);
  const ownCard = () => petras.cardWith(`Your JAGS request ${reference}`);
  /** Cards of this request that the bot posted anew, not in place of what was there. */
  const postedCards = () =>
    trafficOf(system).filter(
      ({ way, method, body }) =>
        way === 'bot→connector' &&
        method === 'POST' &&
        new RegExp(`"text":"(?:Your )?JAGS (?:request )?${reference}"`).test(JSON.stringify(body)),
    );

  it('begins with a coordinator choosing the channel, once', async () => {
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
  });

  it('asks first of all whether a child is at risk, and opens the form on No', async () => {
    await petras.askFor('request');
    await petras.waitForText(SAFETY_QUESTION);
    expect(await petras.readable()).not.toContain('Your own case reference');
    await petras.lastCard().picture(system.picture('1-safety'));
    await petras.choose(SAFETY_QUESTION, 'No');
    await petras.press('Continue');
    await petras.waitForText('Your own case reference');
    await petras.lastCard().picture(system.picture('2-form'));
  });

  it('names what is wrong in the form, and keeps everything typed', async () => {
    await fillInAbout(petras, { ...asked, earliest: asked.latest, latest: asked.earliest });
    await petras.press('Next: who takes part');
    await petras.waitForText('Nothing has been sent yet');
    await petras.lastCard().picture(system.picture('3-form-with-mistakes'));
    const form = petras.lastCard();
    expect(await form.text()).toMatch(/Latest day: .*before the earliest day/);
    expect(await form.value('Your own case reference')).toBe(CASE_REFERENCE);
    expect(await form.value('What would you like to think about together?')).toBe(REASON);
    expect(await form.value('Your agency and team')).toBe("Children's Services: family support");
    expect(await form.isChosen('Has the family been told?', 'Not yet')).toBe(true);
    expect(await form.isChosen('Online or in person?', 'Online, in Teams')).toBe(true);
    expect(await form.isChosen('Days that could work', 'Friday')).toBe(true);
    expect(await placesWith(REASON, system)).toEqual(['shown to Petra Practice', 'typed by Petra Practice']);
  });

  it('goes on to the people once that is right, and names what is wrong with them', async () => {
    const form = petras.lastCard();
    await form.date('Earliest day', asked.earliest);
    await form.date('Latest day', asked.latest);
    await form.fill('A number to ring you on (optional)', PHONE);
    await form.fill('A colleague who may act for you (optional), work e-mail', COLLEAGUE);
    await goOn(petras);
    await addPeople(petras, asked.people);
    await petras.press('Send request');
    await petras.waitForText('Nothing has been sent yet');
    await petras.lastCard().picture(system.picture('3-people-with-mistakes'));
    const text = await petras.text();
    expect(text).toMatch(/Who should think together: .*at least 2 agencies/);
    for (const { name, mail } of OWN_AGENCY) expect(text).toMatch(new RegExp(`${name}\\s+${mail}`));
  });

  it('takes the form once it is right', async () => {
    await addPeople(petras, OTHER_AGENCIES);
    reference = await send(petras);
    expect(await petras.text()).toContain('Not confirmed yet');
    await petras.lastCard().picture(system.picture('4-receipt'));
  });

  it('makes one request of a form that is sent twice', async () => {
    const sent = trafficOf(system).findLast(({ body }) => JSON.stringify(body).includes('"form-send"'));
    const answer = await sendJson(`${system.sandbox.bot.url}/api/messages`, 'POST', sent?.body);
    expect(await answer.text()).toContain('This form has been sent already');
    await petras.askFor('status');
    await petras.waitForText('One request.');
  });

  it('shows the coordinators within seconds who could facilitate when, and why, without the reason', async () => {
    await coras.waitForText('3 matches, best first');
    const text = await inChannel().text();
    expect(text).toContain('Petra Practice');
    expect(text).not.toContain('at immediate risk');
    expect(text).toContain("5 people from 3 agencies: Children's Services, School or college, Police");
    expect(text).toContain('online, in Teams');
    expect(text).toMatch(
      /free · 3 of 3 calendars seen are free · no session in 12 months · .*agency.* · trained until \w+ \d{4}/,
    );
    expect(text).toContain("Participants' calendars seen: 3 of 5");
    await inChannel().picture(system.picture('5-coordinators-card'));
  });

  it('gives buttons to the coordinator, and none to others in the team', async () => {
    expect(await inChannel().buttons()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Approve Fay Facilitate/),
        'Read the reason',
        'Decline',
      ]),
    );
    await until(() => ambers.readable().includes('matches, best first'), 'the card to be shown to the team');
    const about = JSON.stringify(ambers.shown.filter((shown) => JSON.stringify(shown).includes(reference)));
    expect(about).toContain('Fay Facilitate');
    expect(about).not.toMatch(/Action\.(Execute|Submit|ShowCard)/);
  });

  it('opens the reason in a dialog, for the coordinator alone', async () => {
    await inChannel().press('Read the reason');
    await coras.waitForText(REASON);
    await coras.lastCard().picture(system.picture('6-reason'));
    expect(ambers.readable()).not.toContain(REASON);
  });

  it('turns an approval into one private, neutral event with a Teams link, to which only the facilitator is invited', async () => {
    await approve(inChannel(), 'Fay Facilitate');
    await coras.waitForText('Offered to the facilitator');
    await inChannel().picture(system.picture('7-offered'));
    const { tenant } = system.sandbox.microsoft365;
    expect(tenant.events.list()).toHaveLength(1);
    expect(event()).toMatchObject({
      subject: 'Joint Agency Group Supervision',
      details: { sensitivity: 'private' },
      online: { provider: 'teamsForBusiness', joinUrl: expect.stringMatching(/^https:/) as string },
    });
    expect(invited()).toEqual([fay.mail]);
    expect(tenant.meetings.list().map(({ meeting }) => meeting)).toMatchObject([
      { allowRecording: false, allowTranscription: false, recordAutomatically: false },
    ]);
    expect(tenant.outbox.list().map(({ to, kind }) => ({ to, kind }))).toEqual([
      { to: fay.mail, kind: 'invitation' },
    ]);
    await petras.waitForText(/Fay Facilitate has been asked to facilitate/);
  });

  it('asks the facilitator on a card, and invites the participants when they accept', async () => {
    await fays.waitForText('Would you facilitate this session?');
    await fays.lastCard().picture(system.picture('8-asked-to-facilitate'));
    await fays.press('Accept');
    await fays.waitForText('Booked: you facilitate this session');
    await fays.lastCard().picture(system.picture('9-facilitators-card'));
    const everyone = [fay, petra, sam, indigo, hattie, percy].map(({ mail }) => mail);
    await until(() => invited().length === everyone.length, 'the participants to be invited');
    expect(invited()).toEqual(everyone.sort());
    expect(event().online?.joinUrl).toMatch(/^https:/);
  });

  it('changes everybody’s card in place, and tells the requester', async () => {
    await coras.waitForText(/^With Fay Facilitate/);
    await petras.waitForText(/^Your JAGS .* is booked/);
    await inChannel().picture(system.picture('10-booked-for-coordinators'));
    await ownCard().picture(system.picture('11-booked-for-requester'));
    expect(await ownCard().text()).toMatch(/Booked[^]*Join in Teams[^]*Withdraw/);
    expect(await inChannel().buttons()).toEqual([
      'Read the reason',
      'Find another time',
      'Cancel the session',
      'More',
    ]);
    // The requester's stands where the form was; the coordinators' and the facilitator's were posted once.
    expect(postedCards()).toHaveLength(2);
    await system.sandbox.hub.settled();
  });

  it('lists it under status', async () => {
    await petras.askFor('status');
    await petras.waitForText(`${reference}: Booked`);
    await petras.lastCard().picture(system.picture('12-status'));
  });

  nothingHasStrayed(system, {
    marks: MARKS,
    requester: petra,
    facilitator: fay,
    own: OWN_AGENCY,
    others: OTHER_AGENCIES,
  });

  it('is all still there after everything was stopped and started', async () => {
    const before = system.sandbox.microsoft365.tenant.events.list();
    await ambers.stop();
    await Promise.all([petras, coras, fays].map(({ page }) => page.context().close()));
    await system.restart();
    expect(system.sandbox.microsoft365.tenant.events.list()).toEqual(before);
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    await coras.go('Coordination');
    await coras.waitForText(/^With Fay Facilitate/);
    await fays.waitForText('Booked: you facilitate this session');
    await petras.askFor('status');
    await petras.waitForText('One request.');
    await petras.waitForText(`${reference}: Booked`);
  });

  it('goes on from there: withdrawn, the session is taken down and everybody is told', async () => {
    await ownCard().confirm('Withdraw', 'Yes, withdraw it');
    await petras.waitForText(/You withdrew it/);
    await coras.waitForText('Withdrawn by the requester');
    await fays.waitForText('No longer needed');
    const { tenant } = system.sandbox.microsoft365;
    await until(() => tenant.events.list().length === 0, 'the event to be gone');
    const told = tenant.outbox.list().filter(({ kind }) => kind === 'cancellation');
    expect(told.map(({ to }) => to).sort()).toEqual(
      [fay, petra, sam, indigo, hattie, percy].map(({ mail }) => mail).sort(),
    );
    expect(postedCards()).toHaveLength(2);
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(system.sandbox.microsoft365.tenant.calls.unknown()).toEqual([]);
    expect(checkTraffic(system.recordFile) ?? CLEAN).toEqual(CLEAN);
  });
});
