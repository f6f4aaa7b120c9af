import { CANCEL_REASONS } from '../../src/domain/ending';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { renderCard } from '../../src/teams/cards';
import { presentForFacilitator } from '../../src/present/facilitator';
import { presentForRequester } from '../../src/present/requester';
import { callInWords } from '../../src/teams/wording/calls';
import { CANCEL_CHOICES, endingInShort } from '../../src/wording/ending';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { aRequest, theCoordinator, theFacilitator } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { buttonsOn, executing, partsOf, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { booked, current, known, offered, shownInChannel, submitted } from './session-steps';

const [cora, colin] = coordinators;
const [petra, sam] = practitioners;
const [fay] = facilitators;
const THREAD = `${CHANNEL};messageid=1`;
const CANCEL = 'Yes, cancel it and tell everybody';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const view = async (request: string, person = cora) =>
  (await office.executes(person, executing('coordinate', { request }), { where: THREAD })).card;

describe('the button that cancels a session', () => {
  it('is on a coordinator’s own view of what is booked, with the reasons and what follows', async () => {
    const { id } = await booked(office);
    const card = await view(id);
    expect(buttonsOn(card)).toEqual(expect.arrayContaining(['Cancel the session', CANCEL]));
    const [field] = partsOf(card).filter((part) => part.id === 'reason');
    expect((field?.choices as { value: string }[]).map(({ value }) => value)).toEqual([...CANCEL_REASONS]);
    expect(wordsOn(card)).toContain('Everybody invited is told that it is cancelled');
  });

  it('is never on the channel’s card, and not where nothing is booked', async () => {
    const message = await shownInChannel(office, await booked(office));
    expect(buttonsOn(cardOf(message))).toEqual([]);
    for (const { id } of [await submitted(office), await offered(office)])
      expect(buttonsOn(await view(id))).not.toContain('Cancel the session');
  });

  it('fits a telephone, and so does each reason', () => {
    expect(CANCEL_CHOICES.filter(({ title }) => title.length > 34)).toEqual([]);
    expect('Cancel the session'.length).toBeLessThanOrEqual(35);
  });
});

describe('cancelling a session', () => {
  it.each(CANCEL_REASONS)('tells the requester kindly why, and lets them ask again: %s', async (reason) => {
    const { id } = await booked(office);
    const reply = await office.executes(cora, press(await view(id), CANCEL, { reason }), { where: THREAD });
    expect(current(office, id)).toMatchObject({ state: 'closed', outcome: { kind: 'cancelled', reason } });
    const words = wordsOn(reply.card);
    expect(words).toContain(`${endingInShort(reason)}.`);
    expect(words).toContain('The requester and everybody invited are told.');
    const { card } = await office.executes(petra, executing('open', { request: id }));
    expect(wordsOn(card)).toContain('The session was cancelled.');
    expect(wordsOn(card)).toContain('please ask again: the form is filled in for you');
    expect(buttonsOn(card)).toContain('Ask again');
    expect((await office.executes(petra, press(card, 'Ask again'))).status).toBe(200);
  });

  it('calls the requester once, and puts right the card of each', async () => {
    await known(office, petra, fay);
    const { id } = await booked(office);
    await office.tells(current(office, id));
    const messages = (person: { id: string }) => office.connector.in(`a:${person.id}`);
    const before = { petra: messages(petra).length, fay: messages(fay).length };
    await office.executes(cora, press(await view(id), CANCEL, { reason: 'too-few' }), { where: THREAD });
    const request = current(office, id);
    const effects = office.store.effectsOf(id).map(({ effect }) => effect.kind);
    expect(effects).toEqual(expect.arrayContaining(['cancel-event', 'release']));
    await office.messenger.show(request, { kind: 'requester' });
    await office.messenger.call(request, { kind: 'requester' });
    await office.messenger.show(request, {
      kind: 'facilitator',
      facilitator: { ...theFacilitator, mail: fay.mail, team: 'hl-mh' },
      attempt: 1,
    });
    expect(messages(petra)).toHaveLength(before.petra + 1);
    expect(messages(petra).at(-1)!.activity.text).toContain('was cancelled. Its card says why');
    expect(messages(fay)).toHaveLength(before.fay);
    expect(wordsOn(cardOf(messages(fay).at(-1)))).toContain('This session was cancelled');
  });

  it.each([sam, petra, fay])('is for coordinators: not $name, who is noted', async (person) => {
    const before = await booked(office);
    const pressed = executing('cancel', { request: before.id, attempt: 1, reason: 'too-few' });
    const reply = await office.executes(person, pressed, { where: THREAD });
    expect(reply).toMatchObject({ status: 400, text: REFUSALS['coordinators-only'] });
    expect(current(office, before.id)).toEqual(before);
    expect((await office.store.history(before.id)).at(-1)).toMatchObject({
      what: 'cancel',
      by: { id: person.id },
      refused: 'coordinators-only',
    });
  });

  it('happens once: the second coordinator is told, and sees how it stands', async () => {
    const { id } = await booked(office);
    const card = await view(id);
    await office.executes(cora, press(card, CANCEL, { reason: 'too-few' }), { where: THREAD });
    const second = press(card, CANCEL, { reason: 'facilitator' });
    const reply = await office.executes(colin, second, { where: THREAD });
    expect(wordsOn(reply.card)).toContain('This request is closed.');
    expect(current(office, id)).toMatchObject({ outcome: { reason: 'too-few' } });
  });

  it('comes too late once the session has begun, and says so on the card', async () => {
    const { id, match } = await booked(office);
    const card = await view(id);
    office.clock.pass(match.slot.start - office.clock.now());
    const reply = await office.executes(cora, press(card, CANCEL, { reason: 'too-few' }), { where: THREAD });
    expect(wordsOn(reply.card)).toContain(REFUSALS['too-late']);
    expect(current(office, id).state).toBe('booked');
  });

  it('is in the history, with its reason', async () => {
    const { id } = await booked(office);
    await office.executes(cora, press(await view(id), CANCEL, { reason: 'other-meeting' }), {
      where: THREAD,
    });
    const data = { verb: 'history', request: id };
    const { card } = await office.executes(cora, { type: 'Action.Submit', verb: 'history', data });
    expect(wordsOn(card)).toContain('Cora Coordinate cancelled the session');
    expect(wordsOn(card)).toContain('Reason: Another meeting took its place');
  });
});

describe('a session cancelled before reasons were kept', () => {
  const old = aRequest.closed({ attempt: 1, outcome: { kind: 'cancelled' } });

  it('still shows to everybody, without one', () => {
    const requester = wordsOn(renderCard('requester', presentForRequester(old, policy)));
    expect(requester).toContain('The session was cancelled.\n');
    const asked = { facilitator: theFacilitator.id, attempt: 1 };
    const facilitator = renderCard('facilitator', presentForFacilitator(old, asked, policy));
    expect(wordsOn(facilitator)).toContain('This session was cancelled\nThere is nothing you need to do.');
  });

  it('is called by its reference alone, as every other', () => {
    const now = { ...old, outcome: { kind: 'cancelled', reason: 'too-few', by: theCoordinator } } as const;
    const audience = { kind: 'requester' } as const;
    expect(callInWords(now, audience)).toBe(callInWords(old, audience));
  });
});
