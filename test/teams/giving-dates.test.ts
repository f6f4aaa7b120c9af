import type { Submitted } from '../../src/domain/request';
import { someMatches } from '../builders';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, wordsOn } from './card-in-hand';
import { cardOf, type Office, openOffice, textOf } from './office';
import { current, known, shownInChannel, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora] = coordinators;
const REQUESTER = { kind: 'requester' } as const;
const SEND = 'Send these dates';
const LATER = { earliest: '2027-01-11', latest: '2027-01-22' };

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await known(office, petra);
});
afterEach(() => office.close());

/** Looked for once more, and this time nobody is free. */
async function noTime(): Promise<Submitted> {
  const { id } = await submitted(office);
  await office.workflow.handle({ kind: 'look-again', requestId: id, by: { id: cora.id, name: cora.name } });
  const matches = someMatches({ round: 2, best: [], removed: { 'no-free-slot': 2 } });
  await office.reports(id, { kind: 'matches-found', matches, known: [] });
  return current<Submitted>(office, id);
}

async function cardOfPetra(request: Submitted) {
  await office.messenger.show(request, REQUESTER);
  return cardOf(office.connector.in(`a:${petra.id}`).at(-1));
}

describe('a requester whose dates no time fits', () => {
  it('is asked for others on their card, with the day and what silence means, and called', async () => {
    const request = await noTime();
    const words = wordsOn(await cardOfPetra(request));
    expect(words).toContain('Needs other dates from you. Not confirmed yet');
    expect(words).toContain(
      'Please give other dates by Tuesday 8 December 2026. Without an answer the request is closed then.',
    );
    expect(words).not.toContain('You should hear by');
    await office.messenger.call(request, REQUESTER);
    expect(textOf(office.connector.in(`a:${petra.id}`).at(-1))).toMatch(
      /^Your JAGS request \S+ needs other dates from you by Tuesday 8 December 2026\./,
    );
  });

  it('gives them there, and the request goes on', async () => {
    const request = await noTime();
    const card = await cardOfPetra(request);
    expect(fieldsOn(card)).toMatchObject({ earliest: '', latest: '', times: 'morning,afternoon' });
    const reply = await office.executes(petra, press(card, SEND, { ...LATER, days: 'monday,friday' }));
    expect(current(office, request.id)).toMatchObject({
      ask: { ...LATER, days: ['monday', 'friday'], times: ['morning', 'afternoon'] },
      round: 3,
    });
    expect(wordsOn(reply.card)).toContain('Sent. Not confirmed yet');
    expect(wordsOn(reply.card)).toContain('Dates: 11 to 22 January 2027');
  });

  it('is told what is wrong with them, and keeps what was typed', async () => {
    const request = await noTime();
    const typed = { earliest: '2027-01-11', latest: '2027-01-01' };
    const reply = await office.executes(petra, press(await cardOfPetra(request), SEND, typed));
    expect(wordsOn(reply.card)).toContain(
      'Your dates have not been changed yet. Latest day: this is before the earliest day; give Monday 11 January 2027 or later.',
    );
    expect(fieldsOn(reply.card)).toMatchObject(typed);
    expect(current(office, request.id)).toEqual(request);
  });

  it("is what the coordinators' card waits for, and coordinators may still act", async () => {
    const message = await shownInChannel(office, await noTime());
    expect(wordsOn(cardOf(message))).toContain('Waiting for other dates');
    expect(wordsOn(cardOf(message))).toContain(
      'The requester has been asked for other dates, by Tuesday 8 December 2026. Without an answer the request is closed then.',
    );
  });

  it('is told when silence has closed it', async () => {
    const { id, datesAsked } = await noTime();
    await office.reports(id, { kind: 'dates-time-over', asked: datesAsked!.at });
    const closed = current(office, id);
    await office.messenger.call(closed, REQUESTER);
    expect(textOf(office.connector.in(`a:${petra.id}`).at(-1))).toMatch(
      /^Your JAGS request \S+ was closed, because we had no answer about other dates\./,
    );
  });
});

describe('other dates', () => {
  it('can be given unasked, from the dates as they are', async () => {
    const request = await submitted(office);
    const card = await cardOfPetra(request);
    expect(fieldsOn(card)).toMatchObject({ earliest: '2026-12-08', latest: '2026-12-18' });
    await office.executes(petra, press(card, SEND, { latest: '2027-01-22' }));
    expect(current(office, request.id)).toMatchObject({
      ask: { earliest: '2026-12-08', latest: '2027-01-22' },
    });
  });

  it('are refused once it has been decided, on a card that shows how it stands', async () => {
    const request = await submitted(office);
    const card = await cardOfPetra(request);
    const by = { id: cora.id, name: cora.name };
    await office.workflow.handle({ kind: 'approve', requestId: request.id, matchId: '1-1', by });
    const reply = await office.executes(petra, press(card, SEND, LATER));
    expect(wordsOn(reply.card)).toContain('This had been decided already.');
    expect(buttonsOn(reply.card)).not.toContain('Give other dates');
    expect(current(office, request.id).ask).toEqual(request.ask);
  });

  it('are not given by somebody else, who learns nothing and is noted', async () => {
    const request = await submitted(office);
    const reply = await office.executes(sam, press(await cardOfPetra(request), SEND, LATER));
    expect(reply).toMatchObject({ status: 400, text: expect.stringContaining('Only the person') as string });
    expect(reply.card).toBeUndefined();
    expect(current(office, request.id)).toEqual(request);
    expect((await office.store.history(request.id)).at(-1)).toMatchObject({ refused: 'requester-only' });
  });
});
