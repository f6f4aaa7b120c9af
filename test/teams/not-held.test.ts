import { NOT_HELD_REASONS } from '../../src/domain/ending';
import type { Held, Request } from '../../src/domain/request';
import { renderCard } from '../../src/teams/cards';
import { presentForFacilitator } from '../../src/present/facilitator';
import { callInWords } from '../../src/teams/wording/calls';
import { endingInShort, NOT_HELD_CHOICES } from '../../src/wording/ending';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { aRequest, at } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { buttonsOn, executing, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { booked, current, offered, shownInChannel } from './session-steps';

const [cora] = coordinators;
const [petra, sam] = practitioners;
const [fay, amber] = facilitators;
const THREAD = `${CHANNEL};messageid=1`;
const ASK = 'It did not happen';
const YES = 'Yes, it did not happen';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const facilitatorsCard = (request: Request, attempt = 1) =>
  renderCard('facilitator', presentForFacilitator(request, { facilitator: fay.id, attempt }, policy));
const view = async (request: string) =>
  (await office.executes(cora, executing('coordinate', { request }), { where: THREAD })).card;

/** Its end has passed, an hour ago. */
async function held(): Promise<Held> {
  const { id } = await booked(office);
  office.clock.pass(at('2026-12-08T12:30') - office.clock.now());
  await office.reports(id, { kind: 'session-ended', attempt: 1 });
  return current<Held>(office, id);
}

describe('the button that says a session did not happen', () => {
  it('is on the card of whoever facilitated it, once it is over, with what follows and until when', async () => {
    const card = facilitatorsCard(await held());
    expect(buttonsOn(card)).toEqual(['Record the session', ASK, YES]);
    expect(wordsOn(card)).toContain('You can say so until 17:00 on Tuesday 15 December 2026.');
  });

  it('is on a coordinator’s own view, never on the channel’s card', async () => {
    const request = await held();
    expect(buttonsOn(await view(request.id))).toEqual(expect.arrayContaining([ASK, YES]));
    expect(buttonsOn(cardOf(await shownInChannel(office, request)))).toEqual([]);
  });

  it('is nowhere before, nor on the card for an earlier attempt', async () => {
    for (const request of [await offered(office), await booked(office)]) {
      expect(buttonsOn(await view(request.id))).not.toContain(ASK);
      expect(buttonsOn(facilitatorsCard(request))).not.toContain(ASK);
    }
    expect(buttonsOn(facilitatorsCard(aRequest.held({ attempt: 2 })))).toEqual([]);
    expect(buttonsOn(await view((await held()).id))).not.toContain('Cancel the session');
  });

  it('fits a telephone, and so does each reason', () => {
    expect([ASK, ...NOT_HELD_CHOICES.map(({ title }) => title)].filter((each) => each.length > 34)).toEqual(
      [],
    );
  });
});

describe('saying that a session did not happen', () => {
  it.each(NOT_HELD_REASONS)('closes it for its facilitator, and thanks nobody for it: %s', async (reason) => {
    const { id, ...request } = await held();
    const reply = await office.executes(fay, press(facilitatorsCard({ ...request, id }), YES, { reason }));
    expect(current(office, id)).toMatchObject({
      state: 'closed',
      outcome: { kind: 'not-held', reason, by: { id: fay.id } },
    });
    const words = wordsOn(reply.card);
    expect(words).toContain('This session did not take place');
    expect(words).toContain(`${endingInShort(reason)}.\nIt does not count for your share.`);
    expect(buttonsOn(reply.card)).toEqual([]);
    const effects = office.store.effectsOf(id).map(({ effect }) => effect);
    expect(effects).toContainEqual({ kind: 'release', attempt: 1, facilitator: fay.id });
  });

  it('tells the requester kindly, and lets them ask again', async () => {
    const { id } = await held();
    const pressed = press(await view(id), YES, { reason: 'facilitator-absent' });
    const reply = await office.executes(cora, pressed, { where: THREAD });
    expect(wordsOn(reply.card)).toContain('The facilitator could not be there.');
    expect(callInWords(current(office, id), { kind: 'requester' })).toContain('is noted as not held');
    const { card } = await office.executes(petra, executing('open', { request: id }));
    expect(wordsOn(card)).toContain(
      'The session did not take place. We are sorry: the facilitator could not be there.',
    );
    expect(wordsOn(card)).not.toContain(fay.name);
    expect(buttonsOn(card)).toContain('Ask again');
    expect(buttonsOn(card)).not.toContain('Ask for a follow-up');
  });

  it('is possible once: whoever comes second is told that it is closed', async () => {
    const request = await held();
    const own = press(facilitatorsCard(request), YES, { reason: 'technical' });
    const theirs = press(await view(request.id), YES, { reason: 'called-off' });
    await office.executes(cora, theirs, { where: THREAD });
    expect((await office.executes(fay, own)).text).toBe(REFUSALS.closed);
    expect(current(office, request.id)).toMatchObject({ outcome: { reason: 'called-off' } });
    expect((await office.store.history(request.id)).filter(({ refused }) => refused)).toEqual([]);
  });

  it('is too late after five working days, and says what to do instead', async () => {
    const request = await held();
    const own = press(facilitatorsCard(request), YES, { reason: 'technical' });
    const theirs = press(await view(request.id), YES, { reason: 'technical' });
    office.clock.pass(at('2026-12-15T17:01') - office.clock.now());
    for (const reply of [
      await office.executes(fay, own),
      await office.executes(cora, theirs, { where: THREAD }),
    ])
      expect(wordsOn(reply.card)).toContain(REFUSALS['counts-as-held']);
    expect(current(office, request.id)).toEqual(request);
  });

  it('cannot be said of what is still to come', async () => {
    const { id } = await booked(office);
    const data = { request: id, attempt: 1, reason: 'other' };
    const reply = await office.executes(fay, executing('not-held-own', data));
    expect(wordsOn(reply.card)).toContain(REFUSALS['not-over']);
    expect(current(office, id).state).toBe('booked');
  });

  it.each([petra, sam, amber])('is for its facilitator and coordinators: not $name', async (person) => {
    const request = await held();
    const data = { request: request.id, attempt: 1, reason: 'other' };
    const own = await office.executes(person, executing('not-held-own', data));
    expect(own).toMatchObject({ status: 400, text: REFUSALS['not-their-session'] });
    expect(current(office, request.id)).toEqual(request);
    const by = { id: person.id, name: person.name };
    const last = (await office.store.history(request.id)).at(-1);
    expect(last).toMatchObject({ by, what: 'not-held', refused: 'not-their-session' });
  });

  it("gives a facilitator no coordinators' view", async () => {
    const { id, attempt } = await held();
    const data = { request: id, attempt, reason: 'other' };
    const reply = await office.executes(fay, executing('not-held', data), { where: THREAD });
    expect(reply).toMatchObject({ status: 400, text: REFUSALS['coordinators-only'] });
    expect(current(office, id).state).toBe('held');
  });

  it('is in the history, with its reason and nothing else', async () => {
    const request = await held();
    await office.executes(fay, press(facilitatorsCard(request), YES, { reason: 'too-few-came' }));
    const data = { verb: 'history', request: request.id };
    const { card } = await office.executes(cora, { type: 'Action.Submit', verb: 'history', data });
    expect(wordsOn(card)).toContain(
      `${fay.name} said that the session did not take place\nClosed\nReason: Too few people came`,
    );
  });
});

describe('a session closed as not held before reasons were kept', () => {
  it('still shows to its facilitator', () => {
    const old = aRequest.closed({ attempt: 1, outcome: { kind: 'not-held' } });
    expect(wordsOn(facilitatorsCard(old))).toContain(
      'This session did not take place\nIt does not count for your share.',
    );
  });
});
