import { aSessionEvent } from '../builders';
import { facilitators, practitioners } from '../sandbox/people';
import { buttonsOn, press, wordsOn } from './card-in-hand';
import { cardOf, type Office, openOffice } from './office';
import { current, known, offered } from './session-steps';

const [fay, amber] = facilitators;
const [petra] = practitioners;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await known(office, fay, petra);
});
afterEach(() => office.close());

async function offerInHand() {
  const request = await offered(office);
  await office.messenger.show(request, {
    kind: 'facilitator',
    facilitator: request.match.facilitator,
    attempt: 1,
  });
  const message = office.connector.in(`a:${fay.id}`).at(-1)!;
  return { request, message, card: cardOf(message) };
}

describe("the facilitator's card", () => {
  it('says when, where, who asked, who takes part, until when, and what to check', async () => {
    const { card } = await offerInHand();
    const words = wordsOn(card);
    expect(words).toContain('When: Tuesday 8 December 2026, 10:00 to 11:30 (London time)');
    expect(words).toContain('Where: online, in Teams');
    expect(words).toContain('Asked for by: Petra Practice');
    expect(words).toContain('Nora Navy · Health: school nursing');
    expect(words).toContain('Please answer by 17:00 on Thursday 26 November 2026.');
    expect(words).toContain('Recording could not be switched off beforehand');
    expect(buttonsOn(card)).toEqual(['Accept', "I can't", 'Yes, ask somebody else', 'I know this family']);
  });

  it('books the session with Accept', async () => {
    const { request, message, card } = await offerInHand();
    const reply = await office.executes(fay, press(card, 'Accept'), { message });
    expect(current(office, request.id).state).toBe('booked');
    expect(wordsOn(reply.card)).toContain('Booked: you facilitate this session');
    expect(buttonsOn(reply.card)).toEqual([
      'Join in Teams',
      "I can't do it after all",
      'Ask for another time',
      'Yes, ask somebody else',
      'I know this family',
    ]);
  });

  it("gives it back with I can't, and lets nobody be asked why", async () => {
    const { request, message, card } = await offerInHand();
    const reply = await office.executes(fay, press(card, 'Yes, ask somebody else'), { message });
    expect(current(office, request.id)).toMatchObject({ state: 'submitted', passed: [fay.id] });
    expect(wordsOn(reply.card)).toContain("You said you can't.");
    expect(buttonsOn(reply.card)).toEqual([]);
  });

  it.each(['Accept', 'Yes, ask somebody else'])(
    'refuses somebody else and notes the attempt: %s',
    async (title) => {
      const { request, card } = await offerInHand();
      const reply = await office.executes(amber, press(card, title));
      expect(reply).toMatchObject({
        status: 400,
        text: expect.stringContaining('offered to somebody else') as string,
      });
      expect(current(office, request.id)).toEqual(request);
      expect(await office.store.history(request.id)).toContainEqual(
        expect.objectContaining({ refused: 'facilitator-only', by: { id: amber.id, name: amber.name } }),
      );
    },
  );

  it('gives it back with "I know this family": yes is all that is said', async () => {
    const offer = await offered(office);
    const { card } = await office.executes(fay, {
      type: 'Action.Execute',
      verb: 'cannot',
      data: { request: offer.id, attempt: 1, knowsFamily: true },
    });
    expect(wordsOn(card)).toContain("You said you can't");
    const request = current(office, offer.id);
    expect(request).toMatchObject({ state: 'submitted', setback: { why: 'knows-family' } });
    expect(request.passed).toEqual([fay.id]);
    const kinds = office.store.effectsOf(offer.id).map(({ effect }) => effect.kind);
    expect(kinds).toContain('note-family');
  });

  it('says in one sentence that an old card counts no more', async () => {
    const { request, message, card } = await offerInHand();
    await office.executes(fay, press(card, 'Yes, ask somebody else'), { message });
    const reply = await office.executes(fay, press(card, 'Accept'), { message });
    expect(wordsOn(reply.card)).toContain('This session is no longer offered to you.');
    expect(current(office, request.id).state).toBe('submitted');
  });

  it('answers a double click with the same booking', async () => {
    const { message, card } = await offerInHand();
    await office.executes(fay, press(card, 'Accept'), { message });
    const reply = await office.executes(fay, press(card, 'Accept'), { message });
    expect(wordsOn(reply.card)).toContain('This had been decided already.');
    expect(wordsOn(reply.card)).toContain('Booked: you facilitate this session');
  });

  it('shows nothing of a request to somebody who was never asked', async () => {
    const { request } = await offerInHand();
    await office.reports(request.id, { kind: 'event-created', attempt: 1, event: aSessionEvent() });
    const reply = await office.executes(amber, {
      type: 'Action.Execute',
      verb: 'accept',
      data: { request: request.id, attempt: 2 },
    });
    expect(reply.card).toBeUndefined();
    expect(reply.status).toBe(400);
  });

  it.each([
    ['withdrawn', 'No longer needed'],
    ['overdue', 'The time to answer has passed'],
  ])('becomes plain in place once it is over: %s', async (how, words) => {
    const { request, message } = await offerInHand();
    if (how === 'overdue') await office.reports(request.id, { kind: 'answer-overdue', attempt: 1 });
    else
      await office.workflow.handle({
        kind: 'withdraw',
        requestId: request.id,
        by: { id: petra.id, name: petra.name },
      });
    await office.messenger.show(current(office, request.id), {
      kind: 'facilitator',
      facilitator: request.match.facilitator,
      attempt: 1,
    });
    expect(message.updates).toBe(1);
    expect(wordsOn(cardOf(message))).toContain(words);
    expect(wordsOn(cardOf(message))).not.toContain('Nora Navy');
    expect(buttonsOn(cardOf(message))).toEqual([]);
  });
});
