/** A child may be at risk: what comes before any form, and what the coordinators are told (domain.md, harm 1). */
import { answerSafetyQuestion, fillIn, rightForm, send } from './asking';
import { journey } from './browser';
import type { PlaygroundPage } from './playground-page';
import { trafficOf } from './traces';
import { theWholeSystem } from './whole-system';

const RISK_KNOWN = /a child is at immediate risk/i;

journey('when a child may be at risk', () => {
  const system = theWholeSystem('urgent', { busy: 'none' });
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;

  beforeAll(async () => {
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
  });

  const formsShown = () =>
    trafficOf(system).filter(({ reply }) => JSON.stringify(reply ?? '').includes('"form-next"')).length;

  it('answers the question only once one of the four is chosen', async () => {
    await petras.askFor('request');
    await petras.press('Continue');
    await petras.waitForText('Please choose one of the four answers.');
    expect(formsShown()).toBe(0);
  });

  it.each([
    ['Yes, not reported yet', 'Please stop here and report it now', 'not-reported'],
    ['Not sure', 'Please talk it through with CADS first', 'not-sure'],
  ])('on "%s" gives CADS and 999, and no form', async (answer, heading, name) => {
    await answerSafetyQuestion(petras, answer);
    await petras.waitForText(heading);
    const text = await petras.text();
    expect(text).toContain('Immediate danger: call 999');
    expect(text).toContain('call CADS: 0344 800 8021');
    expect(await petras.buttons()).toEqual(['I have now reported it']);
    expect(formsShown()).toBe(0);
    await petras.picture(system.picture(name));
  });

  it('opens the form once it has been reported', async () => {
    await petras.press('I have now reported it');
    await petras.waitForText('Your own case reference');
    expect(await petras.text()).toMatch(RISK_KNOWN);
    await petras.picture(system.picture('form-after-reporting'));
  });

  it('opens the form at once where it is known already, and the coordinators see so', async () => {
    await answerSafetyQuestion(petras, 'Yes, and CADS, the social worker or police already know');
    await fillIn(petras, rightForm());
    const reference = await send(petras);
    await coras.waitForText('3 matches, best first');
    const card = coras.cardWith(`JAGS request ${reference}`);
    expect(await card.text()).toMatch(RISK_KNOWN);
    await card.picture(system.picture('coordinators-card'));
  });
});
