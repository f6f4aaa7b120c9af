/** Somebody asks where to turn, and a JAGS is not it: shown to TAFS, and counted without a word about them. */
import { createStorage } from '../../src/azure/clients';
import { createTally } from '../../src/azure/tally-table';
import { localDate, monthOf } from '../../src/domain/calendar';
import { DOOR_WORDING } from '../../src/wording/doors';
import { GUIDE } from '../../src/wording/guide';
import { practitioners } from '../sandbox/people';
import { SAFETY_QUESTION } from './asking';
import { journey } from './browser';
import type { PlaygroundPage } from './playground-page';
import { placesWith } from './traces';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [petra] = practitioners;
const { risk, need, who, moment } = GUIDE;

journey('redirected to TAFS', () => {
  const system = theWholeSystem('redirected-to-tafs', { busy: 'none' });
  let petras: PlaygroundPage;

  beforeAll(async () => {
    petras = await system.open('practitioner');
  });

  async function counted() {
    const { connectionString } = system.sandbox.storage;
    const storage = createStorage({ prefix: 'jags', connectionString, patient: true });
    const counts = await createTally(storage).counts(monthOf(localDate(Date.now())));
    return counts.map(({ kind, agency, count }) => `${kind} ${agency} ${count}`);
  }

  /** One tap; the next card is there once it reads so. */
  async function tap(answer: string, next: string): Promise<void> {
    await petras.press(answer);
    await petras.waitForText(next);
  }

  it('asks about a child at risk first, whoever wants help to choose', async () => {
    await petras.askFor('help me choose');
    await petras.waitForText(SAFETY_QUESTION);
    await petras.choose(
      'Your agency and team, if you like (choose it before you answer)',
      'Health: school nursing',
    );
    await petras.picture(system.picture('first-question'));
  });

  it('leads to TAFS in four taps, saying why and what to do next', async () => {
    await tap(risk.answers.no, need.question);
    await tap(need.answers.think, who.question);
    await tap(who.answers['several-agencies'], moment.question);
    await petras.picture(system.picture('last-question'));
    await tap(moment.answers.routine, 'What to do next');
    const text = await petras.text();
    expect(text).toContain(DOOR_WORDING.tafs.why);
    expect(text).toContain(DOOR_WORDING.tafs.next);
    expect(await petras.buttons()).toEqual(['Ask for a JAGS all the same', 'Back']);
    await petras.picture(system.picture('tafs'));
  });

  it('counts it once, for her agency, and keeps nothing else of it', async () => {
    await until(async () => (await counted()).length > 0, 'the door to be counted');
    expect(await counted()).toEqual(['door-tafs hl 1']);
    expect(await placesWith('door-tafs', system)).toEqual(['table jagsTally: door']);
    for (const mark of [petra.name, petra.id, petra.teamsId, petra.mail])
      expect(await placesWith(mark, system)).not.toContain('table jagsTally: door');
    expect(system.botLog()).not.toContain('could not count');
  });

  it('starts the form with what she has told already, should she ask for a JAGS all the same', async () => {
    await tap('Ask for a JAGS all the same', 'Your own case reference');
    expect(await petras.value('Your agency and team')).toBe('Health: school nursing');
    await petras.picture(system.picture('form'));
    expect(await counted()).toEqual(['door-tafs hl 1']);
  });
});
