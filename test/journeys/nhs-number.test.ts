/** A form that identifies a child is sent back and nothing of it is kept; corrected, it goes; and is withdrawn again. */
import { addPeople, answerSafetyQuestion, fillInAbout, goOn, rightForm, send } from './asking';
import { journey } from './browser';
import type { PlaygroundPage } from './playground-page';
import { placesWith } from './traces';
import { until } from './until';
import { theWholeSystem } from './whole-system';

/** Of the range that belongs to nobody, with a right check digit. */
const NHS_NUMBER = '999 100 2340';
const NAMED = 'It is about Jayden, aged 7, and nobody knows what to do next.';
const REASON = 'We keep going round in circles, and each of us carries it home.';

journey('an NHS number in the form', () => {
  const system = theWholeSystem('nhs-number', { busy: 'none' });
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let reference: string;

  const inChannel = () => coras.cardWith(`JAGS request ${reference}`);

  beforeAll(async () => {
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
  });

  it('is pointed out, with where it stands, before anybody is asked for, and the text is kept to be mended', async () => {
    await answerSafetyQuestion(petras, 'No');
    await fillInAbout(petras, rightForm({ reason: `${REASON}\nNHS number ${NHS_NUMBER}.` }));
    await petras.press('Next: who takes part');
    await petras.waitForText(
      /please take out what could identify a child or family: an NHS number \(line 2, word 3\)/,
    );
    await petras.lastCard().picture(system.picture('blocked'));
    expect(await petras.lastCard().value('What would you like to think about together?')).toContain(
      NHS_NUMBER,
    );
  });

  it('a likely name is asked about', async () => {
    await petras.lastCard().fill('What would you like to think about together?', NAMED);
    await petras.press('Next: who takes part');
    await petras.waitForText(/please look again at what could be a name \(word 4\)/);
    await petras.lastCard().picture(system.picture('asked-about'));
  });

  it('has got nowhere but to who typed it', async () => {
    for (const text of [NHS_NUMBER, 'Jayden'])
      expect(await placesWith(text, system)).toEqual(['shown to Petra Practice', 'typed by Petra Practice']);
  });

  it('corrected, the request goes to the coordinators', async () => {
    await petras.lastCard().fill('What would you like to think about together?', REASON);
    await goOn(petras);
    await addPeople(petras, rightForm().people);
    reference = await send(petras);
    await until(
      async () => /matches, best first/.test(await inChannel().text()),
      'the coordinator to see it',
    );
    await petras.lastCard().picture(system.picture('corrected'));
  });

  it('is withdrawn with one confirming tap while it is pending, and nothing is left to decide', async () => {
    await petras.confirm('Withdraw', 'Yes, withdraw it');
    await petras.waitForText(/You withdrew it/);
    await until(
      async () => (await inChannel().text()).includes('Withdrawn by the requester'),
      'the channel to tell',
    );
    expect((await inChannel().buttons()).filter((title) => title.startsWith('Approve'))).toEqual([]);
    expect(system.sandbox.microsoft365.tenant.events.list()).toEqual([]);
    await petras.lastCard().picture(system.picture('withdrawn'));
  });
});
