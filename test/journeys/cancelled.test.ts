/** A coordinator cancels a booked session with a reason: everybody hears of it once, and the requester can ask again. */
import { checkTraffic, CLEAN } from '../graph/checker';
import { type BookedSession, bookSession, mailSince, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import { requestKept, timeReserved } from './kept';
import { patiently } from './patiently';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const REASON = 'Another meeting took its place';

journey('a booked session cancelled', () => {
  const system = theWholeSystem('cancelled', TWO_FACILITATORS);
  let session: BookedSession;

  beforeAll(async () => {
    session = await bookSession(system);
  });

  const tenant = () => system.sandbox.microsoft365.tenant;

  it('is cancelled by a coordinator for one of a few reasons', async () => {
    const { coras, inChannel } = session;
    // A card that is refreshed while it is being read closes what was open.
    await patiently(async () => {
      if (!(await inChannel.buttons()).includes('Yes, cancel it and tell everybody'))
        await inChannel.press('Cancel the session');
      return inChannel.choose('Why does the session not take place?', REASON).then(
        () => true,
        () => false,
      );
    }, 'the reason to be chosen');
    await inChannel.picture(system.picture('1-cancelling'));
    await inChannel.press('Yes, cancel it and tell everybody');
    await coras.waitForText('The requester and everybody invited are told');
    await inChannel.picture(system.picture('2-coordinators'));
    expect(await inChannel.text()).toMatch(new RegExp(`Cancelled[^]*${REASON}\\.`));
    expect(await inChannel.text()).not.toMatch(/Petra|Fay|Asked for by/);
    expect(await inChannel.buttons()).toEqual(['Read the reason', 'History']);
  });

  it('takes the event out of the calendar, and sends everybody one cancellation', async () => {
    await until(() => tenant().events.list().length === 0, 'the event to be gone');
    const everybody = session.event.attendees.map(({ address }) => address).sort();
    expect(everybody).toHaveLength(5);
    expect(mailSince(system)).toEqual(everybody.map((mail) => `${mail}: cancellation`));
  });

  it('leaves no time reserved, and keeps the reason', async () => {
    await until(async () => (await timeReserved(system)).length === 0, 'the time to be given up');
    expect(await requestKept(system, session.reference)).toMatchObject({
      state: 'closed',
      outcome: { kind: 'cancelled', reason: 'other-meeting' },
    });
  });

  it('tells the facilitator, on a card without buttons and without the people', async () => {
    const { fays } = session;
    await fays.waitForText('This session was cancelled');
    await fays.picture(system.picture('3-facilitator'));
    expect(await fays.text()).toContain(`${REASON}.`);
    expect(await fays.text()).not.toMatch(/Petra|Percy/);
    expect(await fays.buttons()).toEqual([]);
  });

  it('tells the requester why, in kind words', async () => {
    const { petras, own, reference } = session;
    await petras.waitForText(`The session of your JAGS ${reference} was cancelled.`);
    await until(async () => /The session was cancelled/.test(await own.text()), "the requester's card");
    await own.picture(system.picture('4-requester'));
    expect(await own.text()).toContain(
      'Another meeting has taken its place. A JAGS can still come after it.',
    );
    expect(await own.buttons()).toEqual(['Ask again']);
  });

  it('offers the requester to ask again, with the form filled in', async () => {
    const { petras, own } = session;
    await own.press('Ask again');
    await petras.waitForText('Is a child at immediate risk of significant harm?');
    await petras.choose('Is a child at immediate risk of significant harm?', 'No');
    await petras.press('Continue');
    await petras.waitForText('Your own case reference');
    await petras.picture(system.picture('5-asking-again'));
    expect(await petras.value('Your own case reference')).toBe('FS-2231');
    expect(mailSince(system)).toHaveLength(5);
    await system.sandbox.hub.settled();
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(system.recordFile) ?? CLEAN).toEqual(CLEAN);
  });
});
