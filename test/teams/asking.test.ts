import { referenceOf } from '../../src/domain/request';
import { outsiders, practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT, openForm, openPeople, send } from './form-steps';
import { cardOf, type Office, openOffice } from './office';

const [petra, sam] = practitioners;
const [hattie, percy] = outsiders;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('asking for a JAGS', () => {
  it('asks about a child at risk before anything else', async () => {
    const [message] = await office.says(petra, 'Request');
    expect(wordsOn(cardOf(message))).toContain('Is a child at immediate risk of significant harm?');
    expect(fieldsOn(cardOf(message))).toEqual({ answer: '' });
  });

  it.each(['unreported', 'unsure'])('leads to 999 and CADS without a form: %s', async (answer) => {
    const { card } = await openForm(office, answer);
    expect(wordsOn(card)).toMatch(/call 999/);
    expect(wordsOn(card)).toContain('0344\u00a0800\u00a08021');
    expect(wordsOn(card)).toContain('1 November 2026');
    expect(buttonsOn(card)).toEqual(['I have now reported it']);
    expect(fieldsOn(card)).toEqual({});
  });

  it('opens the form once it has been reported, and tells the coordinator so', async () => {
    const { message, card } = await openForm(office, 'unreported');
    const form = await office.executes(petra, press(card, 'I have now reported it'), { message });
    const next = await office.executes(petra, fillAndPress(form.card, NEXT, FILLED), { message });
    await office.executes(petra, fillAndPress(next.card, 'Send request', FILLED), { message });
    expect(office.store.all()[0]?.ask.riskKnown).toBe(true);
  });

  it('starts the form with sensible dates, days and times', async () => {
    const { message, card } = await openForm(office);
    expect(fieldsOn(card)).toMatchObject({
      earliest: '2026-12-08',
      latest: '2026-12-22',
      days: 'monday,tuesday,wednesday,thursday,friday',
      times: 'morning,afternoon',
      place: 'online',
      reason: '',
    });
    const next = await office.executes(petra, fillAndPress(card, NEXT, FILLED), { message });
    expect(wordsOn(next.card)).toContain('You are counted. Add 2 to 11 others');
  });

  it('needs no storage for the safety question', async () => {
    office.wire.cut = true;
    const [message] = await office.says(petra, 'request');
    expect(wordsOn(cardOf(message))).toContain('immediate risk');
  });

  it('makes a request of what was typed and shows how it stands in the same place', async () => {
    const { message, reply } = await send(office);
    const [request] = office.store.all();
    expect(request).toMatchObject({
      state: 'submitted',
      requester: { id: petra.id, name: petra.name, team: 'cs-fs' },
      ask: { caseReference: 'CASE-REF-4711', participants: [{ mail: hattie.mail }, { mail: percy.mail }] },
    });
    expect(wordsOn(reply.card)).toContain(referenceOf(request!.id));
    expect(wordsOn(reply.card)).toContain('Not confirmed yet');
    expect(wordsOn(reply.card)).toContain('You should hear by Thursday 26 November 2026');
    expect(await office.cards.find(request!.id, 'requester')).toEqual({
      conversationId: `a:${petra.id}`,
      activityId: message.id,
    });
  });

  it('keeps updating that same message afterwards', async () => {
    const { message } = await send(office);
    await office.tells(office.store.all()[0]!);
    expect(office.connector.in(`a:${petra.id}`)).toHaveLength(1);
    expect(wordsOn(cardOf(message))).toContain('Not confirmed yet');
  });

  it('makes one request of a form that is sent twice', async () => {
    const { message, form } = await send(office);
    const again = await office.executes(petra, press(form, 'Send request', FILLED), { message });
    expect(office.store.all()).toHaveLength(1);
    expect(wordsOn(again.card)).toContain('has been sent already');
    expect(wordsOn(again.card)).toContain(referenceOf(office.store.all()[0]!.id));
  });

  it('makes one request of a form that is sent ten times at once', async () => {
    const { message, card } = await openPeople(office);
    const pressed = press(card, 'Send request', FILLED);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => office.executes(petra, pressed, { message })),
    );
    expect(office.store.all()).toHaveLength(1);
    expect(replies.every(({ status }) => status === 200)).toBe(true);
  });

  it("makes a request of one's own even with somebody else's form", async () => {
    const { form } = await send(office);
    const reply = await office.executes(sam, press(form, 'Send request', FILLED));
    const [first, second] = office.store.all();
    expect(reply.status).toBe(200);
    expect(second?.requester.id).toBe(sam.id);
    expect(second?.id).not.toBe(first?.id);
  });
});
