/** The facilitator of a booked session has to drop out: somebody else takes the same seat, and the others see a name change. */
import { slotInWords } from '../../src/wording/when';
import { checkTraffic, CLEAN } from '../graph/checker';
import { facilitators } from '../sandbox/people';
import { type FakePlayground, startFakePlayground } from '../sandbox/teams/fake-playground';
import { type BookedSession, bookSession, mailSince, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import { requestKept, timeReserved } from './kept';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [fay, amber] = facilitators;

journey('dropped out after booking', () => {
  const system = theWholeSystem('dropped-out', TWO_FACILITATORS);
  let session: BookedSession;
  let ambers: FakePlayground;

  beforeAll(async () => {
    session = await bookSession(system);
    ambers = await startFakePlayground(system.sandbox.hub.url, amber);
  });
  afterAll(() => ambers?.stop());

  const tenant = () => system.sandbox.microsoft365.tenant;
  const event = () => tenant().events.list()[0]!;
  const invited = () => event().attendees.map(({ address }) => address);

  it('lets the facilitator say so on the card, without giving a reason', async () => {
    const { fays } = session;
    await fays.confirm("I can't do it after all", 'Yes, ask somebody else');
    await fays.waitForText(/You said you can't/);
    await fays.picture(system.picture('1-facilitator'));
    expect(await fays.buttons()).toEqual([]);
  });

  it('takes that facilitator off the invitation, and asks the requester to keep the time', async () => {
    const { petras, own, booked } = session;
    await until(() => !invited().includes(fay.mail), 'the facilitator to be taken off');
    await petras.waitForText('Needs another facilitator');
    expect(await own.text()).toContain(`Please keep ${slotInWords(booked.match.slot)}`);
    await own.picture(system.picture('2-requester'));
    expect(mailSince(system)).toEqual([`${fay.mail}: cancellation`]);
  });

  it('offers the coordinators somebody else for the very same time first', async () => {
    const { coras, inChannel, booked } = session;
    await coras.waitForText(/needs another facilitator/);
    await until(async () => /best first/.test(await inChannel.text()), 'the matches on the card');
    await inChannel.picture(system.picture('3-coordinators'));
    const text = await inChannel.text();
    expect(text).toContain("Fay Facilitate can't take it.");
    expect(text).toMatch(new RegExp(`1\\. Amber Azure[^]*?${slotInWords(booked.match.slot)}`));
  });

  it('asks that one, while everything else stays as it is', async () => {
    const { inChannel, booked } = session;
    await inChannel.press(/^Approve Amber Azure/);
    await until(async () => /Offered to Amber Azure/.test(await inChannel.text()), 'Amber to be asked');
    await inChannel.picture(system.picture('4-offered'));
    await until(() => ambers.readable().includes('Would you facilitate this session?'), "Amber's card");
    expect(await requestKept(system, session.reference)).toMatchObject({ state: 'uncovered' });
    await until(async () => (await timeReserved(system)).length === 1, 'the former time to be given up');
    expect(await timeReserved(system)).toEqual([{ name: amber.name, slot: booked.match.slot }]);
  });

  it('is booked again once that one accepts', async () => {
    const { petras, inChannel, own } = session;
    await ambers.press('Accept');
    await petras.waitForText(/^Your JAGS .* is now on .* with Amber Azure/);
    await until(async () => /With Amber Azure/.test(await inChannel.text()), 'the coordinators’ card');
    await until(async () => /Facilitator: Amber Azure/.test(await own.text()), "the requester's card");
    await inChannel.picture(system.picture('5-booked-for-coordinators'));
    await own.picture(system.picture('6-booked-for-requester'));
    expect(ambers.readable()).toContain('Booked: you facilitate this session');
  });

  it('has kept event, join link, time and invitations, and written to nobody but the two facilitators', async () => {
    const { event: before, booked, reference } = session;
    expect(tenant().events.list()).toHaveLength(1);
    expect(event()).toMatchObject({
      id: before.id,
      start: before.start,
      end: before.end,
      online: { joinUrl: before.online!.joinUrl },
    });
    expect(invited().sort()).toEqual(
      before.attendees.map(({ address }) => (address === fay.mail ? amber.mail : address)).sort(),
    );
    expect(mailSince(system)).toEqual([`${amber.mail}: invitation`, `${fay.mail}: cancellation`]);
    expect(await requestKept(system, reference)).toMatchObject({
      state: 'booked',
      match: { facilitator: { name: amber.name }, slot: booked.match.slot },
    });
    expect(await timeReserved(system)).toEqual([{ name: amber.name, slot: booked.match.slot }]);
  });

  it('leaves the former facilitator a card without buttons', async () => {
    expect(await session.fays.text()).toContain("You said you can't. Thank you for telling us");
    expect(await session.fays.buttons()).toEqual([]);
    await system.sandbox.hub.settled();
  });

  it('has asked Graph only what Graph v1.0 describes', () => {
    expect(tenant().calls.unknown()).toEqual([]);
    expect(checkTraffic(system.recordFile) ?? CLEAN).toEqual(CLEAN);
  });
});
