/** What was done to a session in Outlook, on the coordinators' card: both versions, and what they can do about it. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Booked } from '../../src/domain/request';
import { callInWords } from '../../src/teams/wording/calls';
import { presentForRequester } from '../../src/present/requester';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { aSlot } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { aSeenEvent } from '../sightings';
import { buttonsOn, executing, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { booked, current, shownInChannel } from './session-steps';

const [cora, colin] = coordinators;
const [petra] = practitioners;
const [fay] = facilitators;
const THREAD = `${CHANNEL};messageid=1`;
const elsewhen = aSlot('2026-12-10T10:00');

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const view = async (request: string, person = cora) =>
  (await office.executes(person, executing('coordinate', { request }), { where: THREAD })).card;

async function seen(over: Parameters<typeof aSeenEvent>[2], answers: Parameters<typeof aSeenEvent>[1] = {}) {
  const session = await booked(office);
  await office.reports(session.id, {
    kind: 'event-seen',
    attempt: 1,
    seen: aSeenEvent(session, answers, over),
  });
  return current<Booked>(office, session.id);
}

describe('a session moved in Outlook against the rules', () => {
  const moved = async () => {
    const session = await seen({ slot: elsewhen });
    await office.reports(session.id, { kind: 'move-judged', attempt: 1, slot: elsewhen, keeps: false });
    return session;
  };

  it('is shown with both times, and the channel is called', async () => {
    const session = await moved();
    const words = wordsOn(await view(session.id));
    expect(words).toContain('In Outlook it now stands at Thursday 10 December 2026, 10:00 to 11:30.');
    expect(words).toContain('Here it is booked for Tuesday 8 December 2026, 10:00 to 11:30');
    expect(callInWords(current(office, session.id), { kind: 'coordinators' })).toContain(
      'was moved in Outlook',
    );
  });

  it('is taken over with one tap, by one of two coordinators', async () => {
    const session = await moved();
    const [mine, theirs] = [await view(session.id), await view(session.id, colin)];
    await office.executes(cora, press(mine, 'Take the new time over'), { where: THREAD });
    const late = await office.executes(colin, press(theirs, 'Put it back'), { where: THREAD });
    expect(wordsOn(late.card)).toContain(REFUSALS['changed-meanwhile']);
    expect(wordsOn(late.card)).toContain('Moving it to Thursday 10 December 2026');
    expect(current(office, session.id)).toMatchObject({
      rearranging: { chosen: { match: { slot: elsewhen } } },
    });
  });

  it('goes back with one tap', async () => {
    const session = await moved();
    const reply = await office.executes(cora, press(await view(session.id), 'Put it back'), {
      where: THREAD,
    });
    expect(wordsOn(reply.card)).not.toContain('In Outlook it now stands');
    expect(current(office, session.id)).not.toHaveProperty('outlook');
  });
});

describe('the list of those invited', () => {
  const stranger = { mail: 'stella@elsewhere.example', name: 'Stella Stranger', answer: 'none' } as const;

  it('names who is on it in a coordinator’s own view, and only how many in the channel', async () => {
    const session = await booked(office);
    const { attendees } = aSeenEvent(session);
    await office.reports(session.id, {
      kind: 'event-seen',
      attempt: 1,
      seen: aSeenEvent(session, {}, { attendees: [...attendees.slice(0, -1), stranger] }),
    });
    const own = wordsOn(await view(session.id));
    expect(own).toContain(
      'On its list in Outlook, and not invited: Stella Stranger (stella@elsewhere.example).',
    );
    expect(own).toContain(`Taken off its list in Outlook: ${attendees.at(-1)!.name}.`);
    const channel = await shownInChannel(office, current(office, session.id));
    expect(wordsOn(cardOf(channel))).toContain('1 person is on its list in Outlook and not invited.');
    expect(JSON.stringify(cardOf(channel))).not.toContain('Stella');
    await office.executes(cora, press(await view(session.id), 'Put the list right'), { where: THREAD });
    expect(current(office, session.id)).not.toHaveProperty('outlook');
  });
});

describe('the join link that has gone', () => {
  it('is said at once, and everything is arranged anew with one tap', async () => {
    const session = await booked(office);
    const { joinUrl, ...without } = aSeenEvent(session);
    await office.reports(session.id, { kind: 'event-seen', attempt: 1, seen: without });
    const card = await view(session.id);
    expect(wordsOn(card)).toContain('Its join link was taken away in Outlook');
    await office.executes(cora, press(card, 'Arrange it anew'), { where: THREAD });
    expect(current(office, session.id)).toMatchObject({ state: 'submitted', setback: { why: 'link-gone' } });
  });
});

describe('answers', () => {
  it('are told by agency in a coordinator’s own view, and nowhere else', async () => {
    const session = await seen({}, { [petra.mail]: 'accepted' });
    expect(wordsOn(await view(session.id))).toContain("Answers in Outlook: Children's Services: 1 comes; ");
    const channel = await shownInChannel(office, session);
    expect(wordsOn(cardOf(channel))).not.toContain('Answers in Outlook');
    expect(JSON.stringify(presentForRequester(session, policy))).not.toContain('comes;');
  });

  it('of too few agencies put another time and cancelling at hand, for requester and coordinator', async () => {
    const session = await booked(office);
    await office.reports(session.id, {
      kind: 'event-seen',
      attempt: 1,
      seen: aSeenEvent(session),
      counts: true,
    });
    const request = current<Booked>(office, session.id);
    const card = await view(session.id);
    expect(wordsOn(card)).toContain(
      'People of only 1 agency have said so far that they come, and 2 are needed.',
    );
    expect(buttonsOn(card)).toEqual(expect.arrayContaining(['Find another time', 'Cancel the session']));
    const open = await office.executes(petra, executing('open', { request: session.id }));
    expect(wordsOn(open.card)).toContain(
      'Please ask the others to answer in Outlook, or ask for another time.',
    );
    expect(buttonsOn(open.card)).toContain('Ask for another time');
    expect(callInWords(request, { kind: 'requester' })).toContain('too few people have said that they come');
  });
});

it('only coordinators decide on what was done in Outlook', async () => {
  const session = await seen({ slot: elsewhen });
  const data = { request: session.id, attempt: 1 };
  for (const verb of ['take-over', 'put-back', 'put-list-right', 'arrange-anew'])
    for (const who of [petra, fay]) {
      const reply = await office.executes(who, executing(verb, { ...data, start: elsewhen.start }), {
        where: THREAD,
      });
      expect(reply.text).toBe(REFUSALS['coordinators-only']);
    }
  expect(current(office, session.id)).toEqual(session);
});
