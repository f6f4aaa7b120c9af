/** Two ways a request ends without a session; what is left of it, and what old cards say. */
import { patiently } from './patiently';
import { ask } from './asking';
import { journey } from './browser';
import { timeReserved } from './kept';
import type { PlaygroundPage } from './playground-page';
import { until } from './until';
import { theWholeSystem } from './whole-system';

journey('declined, and withdrawn', () => {
  const system = theWholeSystem('decline-and-withdraw', { busy: 'none' });
  let petras: PlaygroundPage;
  let coras: PlaygroundPage;

  beforeAll(async () => {
    petras = await system.open('practitioner');
    coras = await system.open('coordinator');
    await coras.say('use this channel', 'Coordination');
    await coras.waitForText('Requests for a JAGS are now shown in this channel');
  });

  const tenant = () => system.sandbox.microsoft365.tenant;
  const madeEvents = () =>
    tenant()
      .calls.list()
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/events'));

  it('tells the requester kindly why it was declined, and what can help instead', async () => {
    const reference = await ask(petras);
    const card = coras.cardWith(`JAGS request ${reference}`);
    await coras.waitForText(/matches, best first/);
    const reason = 'Better door: an existing meeting';
    // A card that is refreshed while it is being read closes what was open.
    await patiently(async () => {
      if (!(await card.buttons()).includes('Decline the request')) await card.press('Decline');
      return card.choose('Why is a JAGS not the right step now?', reason).then(
        () => true,
        () => false,
      );
    }, 'the reason for declining to be chosen');
    await card.picture(system.picture('declining'));
    await card.press('Decline the request');
    await coras.waitForText(/The requester is told so, and what to do next/);
    expect(await card.buttons()).toEqual(['Read the reason', 'History']);
    await card.picture(system.picture('declined-for-coordinators'));
    const bare = await card.text();
    for (const mark of ['Petra', 'Cora', 'Asked for by', 'Where:', 'Dates:'])
      expect(bare).not.toContain(mark);
    await petras.waitForText(/something else will help you sooner: A meeting that exists already/);
    await petras.waitForText(/^Your JAGS request .* was declined/);
    const own = petras.cardWith(`Your JAGS request ${reference}`);
    await own.picture(system.picture('declined'));
    expect(await own.text()).toContain('Bring it to the next of these meetings');
    expect(await own.text()).toMatch(/Closed on \w+day /);
    expect(await own.text()).not.toContain('Your reference');
    expect(await own.buttons()).toEqual(['Ask again']);
  });

  it('leaves no event and no reservation of a request withdrawn while it is being booked', async () => {
    tenant().faults.add({ kind: 'slow', ms: 8_000, method: 'POST', path: '/events$' });
    const reference = await ask(petras);
    const own = `Your JAGS request ${reference}`;
    const card = coras.cardWith(`JAGS request ${reference}`);
    await until(async () => /matches, best first/.test(await card.text()), 'matches for the coordinator');
    await petras.askFor('status');
    await petras.waitForText('2 requests, newest first.');
    await petras.press(`Open ${reference}`);
    await until(() => petras.text().then((text) => text.startsWith(own)), 'the request to be opened');

    await card.press(/^Approve/);
    await until(() => madeEvents().length > 0, 'the event to be asked for');
    await coras.waitForText('Approved: arranging');
    await card.picture(system.picture('arranging'));
    await petras.cardWith(own, 1).confirm('Withdraw', 'Yes, withdraw it');
    await petras.waitForText(/You withdrew it/);
    await coras.waitForText('Withdrawn by the requester');
    await until(() => madeEvents()[0]!.status === 201, 'the event to have been made all the same');
    await until(() => tenant().events.list().length === 0, 'the event to be taken down');
    await until(async () => (await timeReserved(system)).length === 0, 'the reservation to be released');
    expect(madeEvents()).toHaveLength(1);
    expect(await card.buttons()).toEqual(['Read the reason', 'History']);
  });

  it('answers an old card with one plain sentence, and shows how it stands', async () => {
    await petras.confirm('Withdraw', 'Yes, withdraw it');
    await petras.waitForText('This request is closed. Nothing has changed; to start again, say "request".');
    await petras.picture(system.picture('old-card'));
    expect(await petras.text()).toContain('Withdrawn');
    expect(await petras.buttons()).not.toContain('Withdraw');
    await system.sandbox.hub.settled();
  });
});
