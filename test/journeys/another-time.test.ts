/** The requester needs another time for a booked session: a coordinator chooses one, and everything but the time stays. */
import type { Booked } from '../../src/domain/request';
import { slotInWords } from '../../src/wording/when';
import { checkTraffic, CLEAN } from '../graph/checker';
import { facilitators } from '../sandbox/people';
import { type BookedSession, bookSession, mailSince, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import { requestKept, timeReserved } from './kept';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [fay] = facilitators;

journey('another time for a booked session', () => {
  const system = theWholeSystem('another-time', TWO_FACILITATORS);
  let session: BookedSession;
  let moved: Booked;

  beforeAll(async () => {
    session = await bookSession(system);
  });

  const tenant = () => system.sandbox.microsoft365.tenant;
  const event = () => tenant().events.list()[0]!;

  it('is asked for on the requester’s card, and until it is decided the session stays as it is', async () => {
    const { own, fays, coras, inChannel, booked } = session;
    await own.press('Ask for another time');
    await until(
      async () => /Another time is being looked for/.test(await own.text()),
      "the requester's card",
    );
    await own.picture(system.picture('1-requester'));
    expect(await own.text()).toContain(slotInWords(booked.match.slot));
    expect(await own.buttons()).not.toContain('Ask for another time');
    await until(async () => /Another time is being looked for/.test(await fays.text()), "the facilitator's");
    await fays.picture(system.picture('2-facilitator'));
    await coras.waitForText(/another time is asked for. Please look at its card/);
    await until(async () => /best first/.test(await inChannel.text()), 'the matches on the card');
    await inChannel.picture(system.picture('3-coordinators'));
    expect(await inChannel.text()).toContain('The requester asks for another time.');
    expect(await inChannel.buttons()).toContain('Keep the time');
    expect(event()).toMatchObject({ start: session.event.start, end: session.event.end });
  });

  it('is booked at the time that a coordinator approves, with the same facilitator', async () => {
    const { reference, petras, inChannel, booked } = session;
    await inChannel.press(/^Approve/);
    await until(async () => {
      const kept = await requestKept(system, reference);
      const isMoved = kept.state === 'booked' && kept.match.slot.start !== booked.match.slot.start;
      return isMoved && !kept.rearranging && (moved = kept);
    }, 'the session to be booked at the new time');
    await petras.waitForText(`is now on ${slotInWords(moved.match.slot)}, with ${fay.name}`);
    expect(moved.match.facilitator.name).toBe(fay.name);
  });

  it('has moved the event, with the same people and the same join link, and told everybody once', () => {
    const { event: before } = session;
    expect(tenant().events.list()).toHaveLength(1);
    expect(event().id).toBe(before.id);
    expect(Date.parse(event().start)).toBe(moved.match.slot.start);
    expect(Date.parse(event().end)).toBe(moved.match.slot.end);
    expect(event().online!.joinUrl).toBe(before.online!.joinUrl);
    const everybody = before.attendees.map(({ address }) => address).sort();
    expect(
      event()
        .attendees.map(({ address }) => address)
        .sort(),
    ).toEqual(everybody);
    expect(mailSince(system)).toEqual(everybody.map((mail) => `${mail}: update`));
  });

  it('has given up the time that was reserved before', async () => {
    await until(async () => (await timeReserved(system)).length === 1, 'the former time to be given up');
    expect(await timeReserved(system)).toEqual([{ name: fay.name, slot: moved.match.slot }]);
  });

  it('shows the facilitator a new card with the new time, and on the old one that it was moved', async () => {
    const { fays, reference } = session;
    await until(async () => (await fays.cardsWith(`JAGS ${reference}`)) === 2, 'a second card');
    await until(async () => /This session was moved/.test(await old().text()), 'the old card to say so');
    await fays.picture(system.picture('4-facilitators-new-card'));
    await old().picture(system.picture('5-facilitators-old-card'));
    expect(await fays.text()).toContain('Booked: you facilitate this session');
    expect(await fays.text()).toContain(slotInWords(moved.match.slot));
    expect(await fays.text()).toContain('Join in Teams');
    expect(await old().buttons()).toEqual([]);
    function old() {
      return fays.cardWith(`JAGS ${reference}`, 1);
    }
  });

  it('shows the requester and the coordinators the new time, and nothing of the old one', async () => {
    const { own, inChannel, booked } = session;
    const [now, before] = [moved, booked].map(({ match }) => slotInWords(match.slot)) as [string, string];
    for (const card of [own, inChannel]) {
      await until(async () => (await card.text()).includes(now), 'the new time on the card');
      expect(await card.text()).not.toContain(before);
      expect(await card.text()).not.toContain('nother time is');
    }
    await own.picture(system.picture('6-requesters-card'));
    await inChannel.picture(system.picture('7-coordinators-card'));
    expect(await own.buttons()).toContain('Ask for another time');
    await system.sandbox.hub.settled();
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(system.recordFile) ?? CLEAN).toEqual(CLEAN);
  });
});
