/** Somebody drags a booked session to another time in Outlook: taken over, put back, or left to a coordinator to decide. */
import { instantAt, localDate } from '../../src/domain/calendar';
import type { Interval } from '../../src/domain/intervals';
import { slotInWords } from '../../src/wording/when';
import { checkTraffic, CLEAN } from '../graph/checker';
import { facilitators } from '../sandbox/people';
import { type BookedSession, bookSession, mailSince, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import { requestKept, timeReserved } from './kept';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [fay] = facilitators;

journey('moved in Outlook', () => {
  const system = theWholeSystem('moved-in-outlook', TWO_FACILITATORS);
  let session: BookedSession;
  let everybody: string[];

  beforeAll(async () => {
    session = await bookSession(system);
    everybody = session.event.attendees.map(({ address }) => address).sort();
  });

  const tenant = () => system.sandbox.microsoft365.tenant;
  const event = () => tenant().events.list()[0]!;

  /** The same day, from that time on. */
  function at(time: string): Interval {
    const { start: was, end } = session.booked.match.slot;
    const start = instantAt(localDate(was), time);
    return { start, end: start + (end - was) };
  }

  /** As the organiser would, in place of the bot. */
  function drag(to: Interval): void {
    tenant().outbox.clear();
    tenant().events.move(event().id, {
      start: new Date(to.start).toISOString(),
      end: new Date(to.end).toISOString(),
    });
  }

  /** Waits until the session stands everywhere at that time, and nothing is open about it any more. */
  async function standsAt(slot: Interval): Promise<void> {
    const { own, inChannel, fays, reference } = session;
    const when = slotInWords(slot);
    await until(async () => {
      const kept = await requestKept(system, reference);
      return kept.state === 'booked' && kept.match.slot.start === slot.start && !kept.outlook;
    }, `the session to be booked for ${when}`);
    await until(() => Date.parse(event().start) === slot.start, `the event to be at ${when}`);
    for (const card of [own, inChannel, fays.lastCard()])
      await until(async () => (await card.text()).includes(when), `a card to say ${when}`);
    await until(async () => !/In Outlook/.test(await inChannel.text()), 'nothing to be left to decide');
    await until(async () => (await timeReserved(system)).length === 1, 'one time to be reserved');
    expect(await timeReserved(system)).toEqual([{ name: fay.name, slot }]);
    expect(event().id).toBe(session.event.id);
    expect(event().online!.joinUrl).toBe(session.event.online!.joinUrl);
    expect(await inChannel.buttons()).not.toContain('Put it back');
    expect(await fays.text()).toContain('Booked: you facilitate this session');
  }

  it('is taken over by itself where the new time keeps every rule, and everybody is told once', async () => {
    const { petras, fays, own, inChannel } = session;
    drag(at('13:00'));
    await standsAt(at('13:00'));
    await petras.waitForText(`is now on ${slotInWords(at('13:00'))}`);
    await inChannel.picture(system.picture('1-taken-over-by-itself'));
    await fays.picture(system.picture('2-facilitator'));
    await own.picture(system.picture('3-requester'));
    expect(mailSince(system)).toEqual(everybody.map((mail) => `${mail}: update`));
  });

  it('shows the coordinators both times where it breaks a rule, and leaves it to them', async () => {
    const { coras, inChannel, own } = session;
    drag(at('19:00'));
    await coras.waitForText(/was moved in Outlook. Its card has both times/);
    await until(async () => (await inChannel.buttons()).includes('Put it back'), 'the buttons to decide');
    await inChannel.picture(system.picture('4-both-times'));
    expect(await inChannel.text()).toContain(
      `In Outlook it now stands at ${slotInWords(at('19:00'))}. Here it is booked for ${slotInWords(at('13:00'))}`,
    );
    expect(await own.text()).toContain(slotInWords(at('13:00')));
    expect(await timeReserved(system)).toEqual([{ name: fay.name, slot: at('13:00') }]);
  });

  it('goes back to the time it is booked for, when a coordinator puts it back', async () => {
    const { inChannel } = session;
    await inChannel.press('Put it back');
    await standsAt(at('13:00'));
    await inChannel.picture(system.picture('5-put-back'));
    // One by whoever moved it, and one by which it went back.
    expect(mailSince(system)).toEqual(everybody.flatMap((mail) => [`${mail}: update`, `${mail}: update`]));
  });

  it('is booked for the new time, when a coordinator takes it over', async () => {
    const { petras, fays, own, inChannel } = session;
    drag(at('18:00'));
    await until(
      async () =>
        (await inChannel.text()).includes(`In Outlook it now stands at ${slotInWords(at('18:00'))}`),
      'both times on the card',
    );
    await inChannel.press('Take the new time over');
    await standsAt(at('18:00'));
    await petras.waitForText(`is now on ${slotInWords(at('18:00'))}`);
    await inChannel.picture(system.picture('6-taken-over'));
    await fays.picture(system.picture('7-facilitator'));
    await own.picture(system.picture('8-requester'));
    expect(mailSince(system)).toEqual(everybody.map((mail) => `${mail}: update`));
  });

  it('leaves the facilitator one card that stands, and says on the others that it was moved', async () => {
    const { fays, petras, reference } = session;
    expect(await fays.cardsWith(`JAGS ${reference}`)).toBe(3);
    for (const before of [1, 2]) {
      const old = fays.cardWith(`JAGS ${reference}`, before);
      await until(async () => /This session was moved/.test(await old.text()), 'an old card to say so');
      expect(await old.buttons()).toEqual([]);
    }
    await fays.screenshot('9-facilitators-chat');
    await petras.screenshot('10-requesters-chat');
    await system.sandbox.hub.settled();
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(system.recordFile) ?? CLEAN).toEqual(CLEAN);
  });
});
