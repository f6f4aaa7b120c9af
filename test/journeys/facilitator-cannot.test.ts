/** The facilitator cannot take it: the session is taken down, the next match is one tap away, and that one accepts. */
import type { Booked } from '../../src/domain/request';
import { slotInWords } from '../../src/wording/when';
import { checkTraffic, CLEAN } from '../graph/checker';
import { facilitators } from '../sandbox/people';
import { type FakePlayground, startFakePlayground } from '../sandbox/teams/fake-playground';
import { approve } from './approving';
import { ask } from './asking';
import { keepAway, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import type { CardOnPage } from './card-on-page';
import { requestKept, timeReserved } from './kept';
import type { PlaygroundPage } from './playground-page';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [fay, amber] = facilitators;

journey('when the facilitator cannot', () => {
  const system = theWholeSystem('facilitator-cannot', TWO_FACILITATORS);
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let fays: PlaygroundPage;
  let ambers: FakePlayground;
  let reference: string;
  let card: CardOnPage;

  beforeAll(async () => {
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    ambers = await startFakePlayground(system.sandbox.hub.url, amber);
    for (const { mail } of facilitators.slice(2)) keepAway(system, mail);
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
    reference = await ask(petras);
    card = coras.cardWith(`JAGS request ${reference}`);
    await coras.waitForText(/matches, best first/);
  });
  afterAll(() => ambers?.stop());

  const tenant = () => system.sandbox.microsoft365.tenant;

  it('begins with a match that was approved and offered', async () => {
    await approve(card, 'Fay Facilitate');
    await fays.waitForText('Would you facilitate this session?');
    expect(tenant().events.list()).toHaveLength(1);
  });

  it('lets the facilitator say so on the card, without giving a reason', async () => {
    await fays.confirm("I can't", 'Yes, ask somebody else');
    await fays.waitForText(/You said you can't/);
    await fays.picture(system.picture('facilitator'));
    expect(await fays.buttons()).toEqual([]);
  });

  it('takes the event out of the calendar, and tells the facilitator alone, who alone was invited', async () => {
    await until(() => tenant().events.list().length === 0, 'the event to be gone');
    expect(
      tenant()
        .outbox.list()
        .map(({ to, kind }) => [to, kind]),
    ).toEqual([
      [fay.mail, 'invitation'],
      [fay.mail, 'cancellation'],
    ]);
  });

  it('shows the coordinators why it came back, and fresh matches without that facilitator', async () => {
    await coras.waitForText(/Fay Facilitate can't take it/);
    await coras.waitForText(/matches, best first/);
    await card.picture(system.picture('coordinators'));
    const offered = (await card.buttons()).filter((title) => title.startsWith('Approve'));
    expect(offered).toHaveLength(2);
    const named = (await card.text()).match(/\d\. \w+ \w+ ·/g);
    expect(named).toEqual(['1. Amber Azure ·', '2. Amber Azure ·']);
    await coras.waitForText(/needs another facilitator/);
  });

  it('tells the requester that it goes on, and asks nothing of them', async () => {
    await petras.waitForText(/An arrangement fell through/);
    await petras.picture(system.picture('requester'));
  });

  it('offers it to the next facilitator with one tap', async () => {
    await card.press(/^Approve/);
    await coras.waitForText(/Offered to Amber Azure/);
    const [event, ...others] = tenant().events.list();
    expect(others).toEqual([]);
    expect(event!.attendees.map(({ address }) => address)).toEqual([amber.mail]);
  });

  it('is booked when that facilitator accepts in Outlook', async () => {
    tenant().events.respond(tenant().events.list()[0]!.id, amber.mail, 'accepted');
    await coras.waitForText(/With Amber Azure/);
    await petras.waitForText(/^Your JAGS .* is booked: .* with Amber Azure/);
    await until(() => tenant().events.list()[0]!.attendees.length === 5, 'the participants to be invited');
    expect(tenant().events.list()[0]!.attendees[0]).toMatchObject({
      address: amber.mail,
      response: 'accepted',
    });
  });

  it('is kept as booked with that facilitator alone, whose time alone is reserved', async () => {
    const kept = await requestKept(system, reference);
    expect(kept).toMatchObject({ state: 'booked', match: { facilitator: { name: amber.name } } });
    const { slot } = (kept as Booked).match;
    await until(async () => (await timeReserved(system)).length === 1, 'the former time to be given up');
    expect(await timeReserved(system)).toEqual([{ name: amber.name, slot }]);
    const [event, ...others] = tenant().events.list();
    expect(others).toEqual([]);
    expect([event!.start, event!.end].map((time) => Date.parse(time))).toEqual([slot.start, slot.end]);
    const toFay = tenant().outbox.list(fay.mail);
    expect(toFay.map(({ kind }) => kind)).toEqual(['invitation', 'cancellation']);
  });

  it('leaves everybody a card that says how it stands', async () => {
    const when = slotInWords(((await requestKept(system, reference)) as Booked).match.slot);
    await until(
      async () => (await card.text()).includes('The participants are invited'),
      "the coordinators'",
    );
    await card.picture(system.picture('booked'));
    expect(await card.text()).toContain(`With Amber Azure, ${when}`);
    const own = petras.cardWith(`Your JAGS request ${reference}`);
    await until(async () => (await own.text()).includes('Facilitator: Amber Azure'), "the requester's");
    expect(await own.text()).toContain(when);
    await until(
      () => ambers.readable().includes('Booked: you facilitate this session'),
      "the new facilitator's",
    );
    expect(await fays.text()).toMatch(/You said you can't/);
    expect(await fays.buttons()).toEqual([]);
    await system.sandbox.hub.settled();
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(system.recordFile) ?? CLEAN).toEqual(CLEAN);
  });
});
