import type { Submitted } from '../../src/domain/request';
import { someMatches } from '../builders';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { coordinators, practitioners, type SandboxPerson } from '../sandbox/people';
import { buttonsOn, press, type Pressed, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { booked, current, offered, shownInChannel, submitted } from './session-steps';

const [cora, colin] = coordinators;
const [petra, sam] = practitioners;
const THREAD = `${CHANNEL};messageid=1`;
const APPROVE = 'Approve Fay Facilitate';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** What Teams sends by itself for those a card is refreshed for. */
function refreshOf(card: unknown): Pressed {
  const { action } = (card as { refresh: { action: { verb: string; data: Record<string, unknown> } } })
    .refresh;
  return { type: 'Action.Execute', verb: action.verb, data: action.data };
}

async function viewOf(person: SandboxPerson, automatic = true) {
  const request = await submitted(office);
  const message = await shownInChannel(office, request);
  const reply = await office.executes(person, refreshOf(cardOf(message)), {
    message,
    where: THREAD,
    automatic,
  });
  return { request, message, reply };
}

describe("the channel's card", () => {
  it('tells everybody how it stands, with reasons in words and no buttons', async () => {
    const message = await shownInChannel(office, await submitted(office, { riskKnown: true }));
    const words = wordsOn(cardOf(message));
    expect(words).toContain('A child is at immediate risk.');
    expect(words).toContain("Asked for by: Petra Practice, Children's Services: family support");
    expect(words).toContain("3 people from 3 agencies: Children's Services, Health, Voluntary sector");
    expect(words).toContain(
      'free · trained until March 2027 · another agency than the requester · 1 session in 12 months, an even share would be 1.4',
    );
    expect(words).toContain("Participants' calendars seen: 2 of 4.");
    expect(buttonsOn(cardOf(message))).toEqual([]);
  });

  it('points out a possible duplicate before anybody approves, and the session it follows up', async () => {
    const { id } = await submitted(office);
    await office.executes(cora, { type: 'Action.Execute', verb: 'look-again', data: { request: id } });
    const possibleDuplicates = [1, 2, 3, 4, 5].map((n) => ({ requestId: `dupl000${n}`, people: n + 1 }));
    const matches = someMatches({ round: 2, possibleDuplicates });
    await office.reports(id, { kind: 'matches-found', matches, known: [] });
    const request = current<Submitted>(office, id);
    const followUp = { ...request, ask: { ...request.ask, followUpOf: { requestId: 'aaaa1111' } } };
    const words = wordsOn(cardOf(await shownInChannel(office, followUp)));
    expect(words).toContain(
      'Possible duplicate of DUPL-0002: 3 people in common and overlapping dates. Please check before you approve.',
    );
    expect(words).toContain('Possible duplicate of 2 more requests.');
    expect(words).toContain('Follow-up of: AAAA-1111');
  });

  it('is refreshed for the coordinators among the members of the team', async () => {
    office.connector.roster = [...Array(5).keys()]
      .map((n) => ({ id: `29:other-${n}`, aadObjectId: `other-${n}` }))
      .concat(coordinators.map(({ id, teamsId }) => ({ id: teamsId, aadObjectId: id })));
    const message = await shownInChannel(office, await submitted(office));
    expect(cardOf(message).refresh).toMatchObject({ userIds: [cora.teamsId, colin.teamsId] });
  });

  it('says what needs a person before how it stands, and claims nothing else', async () => {
    const { id } = await booked(office);
    await office.reports(id, { kind: 'trouble-met', trouble: { kind: 'not-invited', attempt: 1 } });
    const words = wordsOn(cardOf(await shownInChannel(office, current(office, id))));
    expect(words).toContain('The participants could NOT be invited');
    expect(words).not.toContain('The participants are invited.');
    const opened = { type: 'Action.Execute', verb: 'open', data: { request: id } };
    expect(wordsOn((await office.executes(petra, opened)).card)).toContain('could not be invited yet');
  });

  it('has a button for a coordinator who is not in the team', async () => {
    office.connector.roster = [{ id: cora.teamsId, aadObjectId: cora.id }];
    const message = await shownInChannel(office, await submitted(office));
    expect(cardOf(message).refresh).toMatchObject({ userIds: [cora.teamsId] });
    expect(buttonsOn(cardOf(message))).toEqual(['Show my view']);
  });

  it('is refreshed for sixty at most, with a button for the others', async () => {
    const many = Array.from({ length: 70 }, (_, n) => ({ id: `29:c-${n}`, aadObjectId: `c-${n}` }));
    many.forEach(({ aadObjectId }) => office.coordinatorIds.add(aadObjectId));
    office.connector.roster = many;
    const message = await shownInChannel(office, await submitted(office));
    expect((cardOf(message).refresh as { userIds: string[] }).userIds).toHaveLength(60);
    expect(buttonsOn(cardOf(message))).toEqual(['Show my view']);
  });

  it('is shown with the button when the roster cannot be read', async () => {
    office.connector.refuse((method, path) => method === 'GET' && path.includes('members'), 502);
    const message = await shownInChannel(office, await submitted(office));
    expect(buttonsOn(cardOf(message))).toEqual(['Show my view']);
    expect(cardOf(message)).not.toHaveProperty('refresh');
  });
});

describe("the coordinators' view", () => {
  it('has the buttons to decide', async () => {
    const { reply } = await viewOf(cora);
    expect(buttonsOn(reply.card)).toEqual([
      APPROVE,
      'Approve Amber Azure',
      'For this reason, approve',
      'Look again',
      'Read the reason',
      'Return for changes',
      'Complete or change',
      'Decline',
      'Decline the request',
      'More',
      'Write to the requester',
      'Hand over to somebody else',
      'History',
    ]);
  });

  it('leaves the card of everybody else as it is', async () => {
    const { message } = await viewOf(cora);
    expect(message.updates).toBe(0);
    expect(buttonsOn(cardOf(message))).toEqual([]);
  });

  it('is never given to somebody who is no coordinator, refreshed or asked for', async () => {
    const { reply } = await viewOf(sam);
    expect(buttonsOn(reply.card)).toEqual([]);
    const asked = await viewOf(sam, false);
    expect(asked.reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('Only NSCP coordinators') as string,
    });
  });

  it('is withheld from whoever has left the group since the card was posted', async () => {
    const { request, message } = await viewOf(cora);
    office.coordinatorIds.delete(cora.id);
    const again = await office.executes(cora, refreshOf(cardOf(message)), {
      message,
      where: THREAD,
      automatic: true,
    });
    expect(buttonsOn(again.card)).toEqual([]);
    expect(current(office, request.id).state).toBe('submitted');
  });

  it('is not posted into the channel for an old client', async () => {
    const request = await submitted(office);
    const sent = await office.submits(cora, { verb: 'coordinate', request: request.id }, THREAD);
    expect(sent.map(({ activity }) => activity.attachments)).toEqual([undefined]);
  });
});

describe('deciding', () => {
  it('approves the match that was chosen and shows the new state at once', async () => {
    const { request, message, reply } = await viewOf(cora);
    const decided = await office.executes(cora, press(reply.card, APPROVE), { message, where: THREAD });
    expect(current(office, request.id)).toMatchObject({
      state: 'approved',
      match: { id: '1-1' },
      approvedBy: { id: cora.id },
    });
    expect(wordsOn(decided.card)).toContain(
      'Arranging with Fay Facilitate, Tuesday 8 December 2026, 10:00 to 11:30',
    );
    expect(buttonsOn(decided.card).slice(0, 2)).toEqual(['Read the reason', 'More']);
  });

  it('lets one of two coordinators win and tells the other in a sentence', async () => {
    const { request, message, reply } = await viewOf(cora);
    const on = { message, where: THREAD };
    await office.executes(cora, press(reply.card, APPROVE), on);
    const second = await office.executes(colin, press(reply.card, 'For this reason, approve'), on);
    expect(wordsOn(second.card)).toContain('This had been decided already.');
    expect(wordsOn(second.card)).toContain('Arranging with Fay Facilitate');
    expect(current(office, request.id)).toMatchObject({ match: { id: '1-1' } });
  });

  it('declines with a reason the requester is told kindly, with what to do next', async () => {
    const { request, message, reply } = await viewOf(cora);
    const pressed = press(reply.card, 'Decline the request', { reason: 'not-enough-agencies' });
    await office.executes(cora, pressed, { message, where: THREAD });
    expect(current(office, request.id)).toMatchObject({
      state: 'closed',
      outcome: { reason: 'not-enough-agencies' },
    });
    const opened = await office.executes(petra, {
      type: 'Action.Execute',
      verb: 'open',
      data: { request: request.id },
    });
    expect(wordsOn(opened.card)).toContain('please ask again when others can join');
  });

  it('looks for fresh matches', async () => {
    const { request, message, reply } = await viewOf(cora);
    const looking = await office.executes(cora, press(reply.card, 'Look again'), { message, where: THREAD });
    expect(wordsOn(looking.card)).toContain('Looking for matches.');
    expect(current(office, request.id).round).toBe(2);
  });

  it('says which rules left nobody', async () => {
    const { id } = await submitted(office);
    const view: Pressed = { type: 'Action.Execute', verb: 'coordinate', data: { request: id } };
    await office.executes(cora, { ...view, verb: 'look-again' }, { where: THREAD });
    const none = {
      round: 2,
      foundAt: 0,
      best: [],
      calendars: { seen: 0, asked: 3 },
      removed: { cap: 2, 'not-trained': 1 },
    };
    await office.reports(id, { kind: 'matches-found', matches: none, known: [] });
    const { card } = await office.executes(cora, view, { where: THREAD });
    expect(wordsOn(card)).toContain('No match was found');
    expect(wordsOn(card)).toContain(
      '1 facilitator without valid training on the day, 2 facilitators with no session left that month',
    );
  });

  it.each([
    ['approve', { match: '1-1' }],
    ['decline', { reason: 'outside-norfolk' }],
    ['look-again', {}],
  ])('refuses somebody who is no coordinator and notes the attempt: %s', async (verb, data) => {
    const request = await submitted(office);
    const pressed = { type: 'Action.Execute', verb, data: { request: request.id, ...data } };
    const reply = await office.executes(sam, pressed, { where: THREAD });
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('Only NSCP coordinators') as string,
    });
    expect(current(office, request.id)).toEqual(request);
    expect(await office.store.history(request.id)).toContainEqual(
      expect.objectContaining({ refused: 'coordinators-only', by: { id: sam.id, name: sam.name } }),
    );
  });

  it('refuses a match that was never offered and shows those that are', async () => {
    const request = await submitted(office);
    const pressed = { type: 'Action.Execute', verb: 'approve', data: { request: request.id, match: '9-9' } };
    const reply = await office.executes(cora, pressed, { where: THREAD });
    expect(wordsOn(reply.card)).toContain('That match is no longer offered.');
    expect(current(office, request.id)).toEqual(request);
  });
});

describe('the reason', () => {
  it('is read in a dialog, as typed', async () => {
    const typed = '**Not bold**\n<b>nor this</b> ${nor} 👩‍👧 \u202etfel';
    const { id } = await submitted(office, { reason: typed });
    const { card } = await office.executes(cora, {
      type: 'Action.Submit',
      verb: 'reason',
      data: { verb: 'reason', request: id },
    });
    for (const line of typed.split('\n')) expect(wordsOn(card)).toContain(line);
  });

  it('is for coordinators, asked again at that moment', async () => {
    const { id } = await offered(office);
    const pressed = { type: 'Action.Submit', verb: 'reason', data: { verb: 'reason', request: id } };
    expect(wordsOn((await office.executes(sam, pressed)).card)).toBe(REFUSALS['coordinators-only']);
    office.coordinatorIds.delete(cora.id);
    expect(wordsOn((await office.executes(cora, pressed)).card)).toBe(REFUSALS['coordinators-only']);
  });
});
