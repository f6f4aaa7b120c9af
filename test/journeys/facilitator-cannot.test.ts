/** The facilitator cannot take it: the session is taken down, and the next match is one tap away. */
import { facilitators } from '../sandbox/people';
import { approve } from './approving';
import { ask } from './asking';
import { journey } from './browser';
import type { CardOnPage } from './card-on-page';
import type { PlaygroundPage } from './playground-page';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [fay, amber] = facilitators;

journey('when the facilitator cannot', () => {
  const system = theWholeSystem('facilitator-cannot', {
    busy: 'none',
    // As many as there are facilitators left, so that each is shown once and named on the button.
    settings: { POLICY_MATCHES_SHOWN: '2' },
  });
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;
  let fays: PlaygroundPage;
  let card: CardOnPage;

  beforeAll(async () => {
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    fays = await system.open('facilitator');
    keepAway(...facilitators.slice(2));
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
    card = coras.cardWith(`JAGS request ${await ask(petras)}`);
    await coras.waitForText(/matches, best first/);
  });

  const tenant = () => system.sandbox.microsoft365.tenant;

  /** Away all the time, so that the matches are the two who are left. */
  function keepAway(...people: readonly { readonly mail: string }[]): void {
    for (const { mail } of people)
      tenant().people.addBusy(mail, {
        start: new Date().toISOString(),
        end: new Date(Date.now() + 90 * 86_400_000).toISOString(),
        status: 'oof',
      });
  }

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
    await card.picture(system.picture('booked'));
    await system.sandbox.hub.settled();
  });
});
