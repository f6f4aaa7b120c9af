/** Asked from where people write to each other: the compose box, and the one button in a group. */
import { addPeople, fillInAbout, goOn, rightForm, SAFETY_QUESTION, send } from './asking';
import { journey } from './browser';
import { closeDialog, dialogText, insertFound, sendMessage, startFromComposeBox } from './compose-box-page';
import type { PlaygroundPage } from './playground-page';
import { placesWith, trafficOf } from './traces';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const GROUP = 'Everybody';
const REASON = 'Marked-reason 5512: we each carry it home';

journey('asked from the compose box', () => {
  const system = theWholeSystem('asked-from-the-compose-box', { busy: 'none' });
  const asked = rightForm({ caseReference: 'FS-5512', reason: REASON });
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let reference: string;

  beforeAll(async () => {
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
  });

  /** What the bot was asked by an invoke of that name, with its answer. */
  const invokes = (name: string) =>
    trafficOf(system).filter(({ body }) => (body as { name?: string } | undefined)?.name === name);

  it('opens a dialog in a conversation with others, with the question about a child at risk', async () => {
    await petras.go(GROUP);
    await startFromComposeBox(petras);
    await petras.waitForText(SAFETY_QUESTION);
    expect(await dialogText(petras)).toContain('Request a JAGS');
    expect(await dialogText(petras)).not.toContain('Your own case reference');
    await petras.screenshot('1-question');
  });

  it('leads to CADS in the dialog when it is not reported yet, and back to the form once it is', async () => {
    await petras.choose(SAFETY_QUESTION, 'Yes, not reported yet');
    await petras.press('Continue');
    await petras.waitForText('Please stop here and report it now');
    expect(await petras.text()).toContain('Immediate danger: call 999');
    await petras.picture(system.picture('2-urgent'));
    await closeDialog(petras);
    await startFromComposeBox(petras);
    await petras.waitForText(SAFETY_QUESTION);
    await petras.choose(SAFETY_QUESTION, 'No');
    await petras.press('Continue');
    await petras.waitForText('Your own case reference');
    await petras.picture(system.picture('3-form'));
  });

  it('sends a form back that identifies a child, with what was typed still in the dialog', async () => {
    await fillInAbout(petras, { ...asked, reason: `${REASON}. NHS number 999 100 2340` });
    await petras.press('Next: who takes part');
    await petras.waitForText('Nothing has been sent yet');
    expect(await petras.text()).toContain('an NHS number');
    expect(await petras.value('Your own case reference')).toBe('FS-5512');
    await petras.picture(system.picture('4-sent-back'));
  });

  it('ends with the receipt in the dialog', async () => {
    await petras.fill('What would you like to think about together?', REASON);
    await goOn(petras);
    await addPeople(petras, asked.people);
    await petras.picture(system.picture('4-people'));
    reference = await send(petras);
    expect(await dialogText(petras)).toContain('Not confirmed yet');
    await petras.picture(system.picture('5-receipt'));
    await closeDialog(petras);
    expect(invokes('composeExtension/fetchTask')).toHaveLength(2);
    expect(invokes('composeExtension/submitAction')).toHaveLength(5);
  });

  it('shows the request in the coordinators’ channel', async () => {
    await coras.waitForText('3 matches, best first');
    const card = coras.cardWith(`JAGS request ${reference}`);
    expect(await card.text()).toContain('Petra Practice');
    await card.picture(system.picture('6-coordinators-card'));
  });

  it('leaves nothing of it with the others, and brings the card to the chat with the bot', async () => {
    expect(await petras.readable()).not.toContain(reference);
    await petras.go('Personal Chat');
    await petras.waitForText(`Your JAGS request ${reference}`);
    await petras.picture(system.picture('7-own-card'));
    expect(await placesWith(REASON, system)).toEqual([
      'shown to Petra Practice in a dialog',
      'table jagsRequests: request',
      'typed by Petra Practice',
    ]);
  });

  it('shows others how it stands, when its requester wants to, without anything about the case', async () => {
    await petras.go(GROUP);
    await insertFound(petras, reference, `${reference}: Sent. Not confirmed yet`);
    await sendMessage(petras);
    await petras.waitForText(`JAGS request ${reference}`);
    const text = await petras.text();
    expect(text).toContain('The coordinators have it now.');
    expect(text).not.toMatch(/FS-5512|Petra|Marked-reason/);
    await petras.picture(system.picture('8-shown-to-others'));
  });

  it('posts one button in a group for "request", which opens a dialog for whoever presses', async () => {
    await petras.say('request', GROUP);
    await petras.waitForText('a window that only you can see');
    await coras.go(GROUP);
    await coras.waitForText('a window that only you can see');
    await coras.screenshot('9-in-a-group');
    await coras.press('Ask for a JAGS');
    await coras.waitForText(SAFETY_QUESTION);
    await coras.choose(SAFETY_QUESTION, 'No');
    await coras.press('Continue');
    await coras.waitForText('Your own case reference');
    await until(() => invokes('task/submit').length === 1, 'the dialog to have gone on');
    expect(await petras.readable()).not.toMatch(/Dialog:|Your own case reference/);
  });
});
