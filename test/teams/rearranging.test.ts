/** A session that stands and is to be changed, on the cards of those it concerns. */
import type { Booked, Uncovered } from '../../src/domain/request';
import { callInWords } from '../../src/teams/wording/calls';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { aFacilitatorRef, aMatch, aSlot, someMatches } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { buttonsOn, executing, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { booked, current, known } from './session-steps';

const [cora, colin] = coordinators;
const [petra, sam] = practitioners;
const [fay, amber] = facilitators;
const THREAD = `${CHANNEL};messageid=1`;
const another = aFacilitatorRef({ ...amber, team: 'vs-fa' });
const later = aSlot('2026-12-10T10:00');

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await known(office, fay, amber, petra);
});
afterEach(() => office.close());

const view = async (request: string, person = cora) =>
  (await office.executes(person, executing('coordinate', { request }), { where: THREAD })).card;

async function cardOfFacilitator(request: Booked | Uncovered, who = fay, attempt = 1) {
  await office.messenger.show(request, { kind: 'facilitator', facilitator: { ...another, ...who }, attempt });
  return cardOf(office.connector.in(`a:${who.id}`).at(-1));
}

async function finds(id: string, best: readonly ReturnType<typeof aMatch>[]) {
  const { round } = current(office, id);
  const numbered = best.map((each, n) => ({ ...each, id: `${round}-${n + 1}` }));
  await office.reports(id, {
    kind: 'matches-found',
    matches: someMatches({ round, best: numbered }),
    known: [],
  });
}

describe('a facilitator who drops out', () => {
  it('does so on their card; the coordinator approves the next with one tap, who accepts on theirs', async () => {
    const session = await booked(office);
    const own = await cardOfFacilitator(session);
    const reply = await office.executes(fay, press(own, 'Yes, ask somebody else'));
    expect(wordsOn(reply.card)).toContain("You said you can't. Thank you for telling us");
    expect(buttonsOn(reply.card)).toEqual([]);

    await finds(session.id, [aMatch({ facilitator: another })]);
    const card = await view(session.id);
    expect(wordsOn(card)).toContain('Needs another facilitator');
    expect(wordsOn(card)).toContain('Everybody else stays invited.');
    expect(wordsOn(card)).toContain("Fay Facilitate can't take it.");
    const decided = await office.executes(cora, press(card, 'Approve Amber Azure'), { where: THREAD });
    expect(wordsOn(decided.card)).toContain('Approved by Cora Coordinate.');

    await office.reports(session.id, { kind: 'reserved', attempt: 2 });
    await office.reports(session.id, { kind: 'meeting-secured', attempt: 2, openingChecks: [] });
    const asked = await cardOfFacilitator(current<Uncovered>(office, session.id), amber, 2);
    expect(wordsOn(asked)).toContain('Would you facilitate this session?');
    expect(wordsOn(asked)).toContain('When: Tuesday 8 December 2026, 10:00 to 11:30 (London time)');
    const yes = await office.executes(amber, press(asked, 'Accept'));
    expect(wordsOn(yes.card)).toContain('Booked: you facilitate this session');
    expect(current(office, session.id)).toMatchObject({
      state: 'booked',
      match: { facilitator: { id: amber.id }, slot: session.match.slot },
      event: session.event,
    });
  });

  it('goes on reading what they said themselves, whatever somebody asked in their place does', async () => {
    const session = await booked(office);
    await office.executes(fay, press(await cardOfFacilitator(session), 'Yes, ask somebody else'));
    await finds(session.id, [aMatch({ facilitator: another })]);
    await office.executes(cora, press(await view(session.id), 'Approve Amber Azure'), { where: THREAD });
    await office.reports(session.id, { kind: 'reserved', attempt: 2 });
    await office.reports(session.id, { kind: 'meeting-secured', attempt: 2, openingChecks: [] });
    await office.reports(session.id, { kind: 'answer-overdue', attempt: 2 });
    const request = current<Uncovered>(office, session.id);
    expect(wordsOn(await cardOfFacilitator(request))).toContain("You said you can't.");
    expect(wordsOn(await cardOfFacilitator(request, amber, 2))).toContain('The time to answer has passed');
  });

  it('leaves the requester calm, and the channel called', async () => {
    const session = await booked(office);
    await office.executes(fay, press(await cardOfFacilitator(session), 'I know this family'));
    const request = current<Uncovered>(office, session.id);
    expect(callInWords(request, { kind: 'coordinators' })).toMatch(/needs another facilitator\.$/);
    const open = await office.executes(petra, executing('open', { request: session.id }));
    expect(wordsOn(open.card)).toContain('Please keep Tuesday 8 December 2026, 10:00 to 11:30');
    expect(buttonsOn(open.card)).not.toContain('Join in Teams');
  });

  it('whoever is asked in their place may be let go before they answer, and sees that they are not needed', async () => {
    const session = await booked(office);
    await office.executes(fay, press(await cardOfFacilitator(session), 'Yes, ask somebody else'));
    await finds(session.id, [aMatch({ facilitator: another })]);
    await office.executes(cora, press(await view(session.id), 'Approve Amber Azure'), { where: THREAD });
    await office.reports(session.id, { kind: 'reserved', attempt: 2 });
    await office.reports(session.id, { kind: 'meeting-secured', attempt: 2, openingChecks: [] });
    const asked = await cardOfFacilitator(current<Uncovered>(office, session.id), amber, 2);
    await office.executes(colin, press(await view(session.id, colin), 'Ask somebody else instead'), {
      where: THREAD,
    });
    const late = await office.executes(amber, press(asked, 'Accept'));
    expect(current(office, session.id).state).toBe('uncovered');
    expect(JSON.stringify(late)).toContain(REFUSALS['facilitator-only']);
  });
});

describe('another time', () => {
  it('is asked for by the requester, chosen by the coordinator, and on the facilitator’s new card', async () => {
    const session = await booked(office);
    const open = await office.executes(petra, executing('open', { request: session.id }));
    const asked = await office.executes(petra, press(open.card, 'Ask for another time'));
    expect(wordsOn(asked.card)).toContain('Another time is being looked for.');
    expect(buttonsOn(asked.card)).not.toContain('Ask for another time');

    await finds(session.id, [aMatch({ slot: later })]);
    const card = await view(session.id);
    expect(wordsOn(card)).toContain('The requester asks for another time.');
    await office.executes(cora, press(card, 'Approve Fay Facilitate'), { where: THREAD });
    await office.reports(session.id, { kind: 'reserved', attempt: 2 });
    await office.reports(session.id, { kind: 'moved', attempt: 2 });
    const moved = current<Booked>(office, session.id);
    expect(moved).toMatchObject({ state: 'booked', match: { slot: later }, event: session.event });
    expect(wordsOn(await cardOfFacilitator(moved, fay, 1))).toContain('This session was moved');
    expect(wordsOn(await cardOfFacilitator(moved, fay, 2))).toContain(
      'When: Thursday 10 December 2026, 10:00 to 11:30 (London time)',
    );
    expect(callInWords(moved, { kind: 'requester' })).toContain('Thursday 10 December 2026');
  });

  it('is asked for by the facilitator, and kept as it is by the coordinator', async () => {
    const session = await booked(office);
    const own = await cardOfFacilitator(session);
    const reply = await office.executes(fay, press(own, 'Ask for another time'));
    expect(wordsOn(reply.card)).toContain('Another time is being looked for.');
    await finds(session.id, []);
    const card = await view(session.id);
    expect(wordsOn(card)).toContain('The facilitator asks for another time.');
    expect(wordsOn(card)).toContain('No other time was found in the weeks to come.');
    const kept = await office.executes(cora, press(card, 'Keep the time'), { where: THREAD });
    expect(wordsOn(kept.card)).not.toContain('asks for another time');
    expect(current(office, session.id)).not.toHaveProperty('rearranging');
  });

  it('is still wanted once the facilitator has dropped out, and both sides read that it is', async () => {
    const session = await booked(office);
    const asking = await office.executes(petra, executing('open', { request: session.id }));
    await office.executes(petra, press(asking.card, 'Ask for another time'));
    await office.executes(fay, press(await cardOfFacilitator(session), 'Yes, ask somebody else'));
    expect(current(office, session.id).state).toBe('uncovered');
    expect(wordsOn(await view(session.id))).toContain('The requester had asked for another time.');
    const open = await office.executes(petra, executing('open', { request: session.id }));
    expect(wordsOn(open.card)).toContain('They know that another time was asked for.');
  });

  it.each([
    ['the requester', petra],
    ['a coordinator', cora],
  ])("is not asked for with the facilitator's button by %s, who has one of their own", async (_, by) => {
    const session = await booked(office);
    const data = { request: session.id, attempt: 1 };
    const reply = await office.executes(by, executing('another-time-facilitating', data));
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining(REFUSALS['facilitator-only']) as string,
    });
    expect(current(office, session.id)).toEqual(session);
  });

  it('is not for whoever has nothing to do with it', async () => {
    const session = await booked(office);
    const data = { request: session.id, attempt: 1 };
    for (const verb of ['another-time', 'another-time-asked', 'another-time-facilitating', 'keep-time']) {
      const reply = await office.executes(
        sam,
        executing(verb, data),
        verb.includes('-time-') ? {} : { where: THREAD },
      );
      expect(JSON.stringify(reply)).not.toContain('Fay');
      expect(current(office, session.id)).toEqual(session);
    }
  });
});
