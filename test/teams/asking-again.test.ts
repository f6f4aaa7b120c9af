import { referenceOf } from '../../src/domain/request';
import { theFacilitator } from '../builders';
import { facilitators, outsiders, practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, partsOf, press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT, openForm } from './form-steps';
import { type Office, openOffice } from './office';
import { booked, current, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [hattie, , nora] = outsiders;
const COPY = 'Start from my last request';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function held() {
  const { id } = await booked(office);
  await office.reports(id, { kind: 'session-ended', attempt: 1 });
  return current(office, id);
}

async function withdrawn() {
  const { id } = await submitted(office);
  const by = { id: petra.id, name: petra.name };
  await office.workflow.handle({ kind: 'withdraw', requestId: id, by });
  return current(office, id);
}

/** Opens a request of Petra's and asks again from it, as far as the form. */
async function formFrom(id: string, button: string, answer = 'no') {
  const open = { type: 'Action.Execute', verb: 'open', data: { request: id } };
  const opened = await office.executes(petra, open);
  const safety = await office.executes(petra, press(opened.card, button));
  return { safety, ...(await office.executes(petra, press(safety.card, 'Continue', { answer }))) };
}

/** From the first card of the form through the second; the answer to sending it. */
async function sendFrom(card: unknown, filled: Readonly<Record<string, string>>, person = petra) {
  const next = await office.executes(person, fillAndPress(card, NEXT, filled));
  // Each card has a draft of its own.
  const { draft: _first, ...rest } = filled;
  return office.executes(person, fillAndPress(next.card, 'Send request', rest));
}

const newest = () => office.store.all().at(-1)!;

describe('a follow-up', () => {
  it('asks about a child at risk first, then comes filled in but for reason and dates', async () => {
    const earlier = await held();
    office.clock.pass(30 * 24 * 3_600_000);
    const { safety, card } = await formFrom(earlier.id, 'Ask for a follow-up');
    expect(wordsOn(safety.card)).toContain('Is a child at immediate risk of significant harm?');
    expect(wordsOn(card)).toContain(`A follow-up of your JAGS ${referenceOf(earlier.id)}.`);
    expect(fieldsOn(card)).toMatchObject({
      caseReference: 'CASE-REF-4711',
      team: 'cs-fs',
      familyTold: 'yes',
      place: 'online',
      reason: '',
      earliest: '2027-01-12',
    });
    expect(buttonsOn(card)).not.toContain(COPY);
    const people = await office.executes(petra, press(card, NEXT, { reason: 'Stuck again.' }));
    expect(wordsOn(people.card)).toContain('1. Nora Navy');
  });

  it('is kept with the facilitator the table knows, whatever else the form went through', async () => {
    const earlier = await held();
    const { card } = await formFrom(earlier.id, 'Ask for a follow-up');
    const people = await office.executes(petra, press(card, NEXT, { reason: 'Stuck again.' }));
    const filled = { name0: hattie.name, mail0: hattie.mail, team0: 'ed-pri' };
    const more = await office.executes(petra, press(people.card, 'Add more people', filled));
    const fewer = await office.executes(petra, press(more.card, 'Remove'));
    const back = await office.executes(petra, press(fewer.card, 'Back to the first part'));
    expect(wordsOn(back.card)).toContain('A follow-up of your JAGS');
    await sendFrom(back.card, {});
    expect(newest().ask).toMatchObject({
      reason: 'Stuck again.',
      followUpOf: { requestId: earlier.id, facilitator: theFacilitator.id },
    });
  });

  it('leads to 999 and CADS first, and is still one once that has been reported', async () => {
    const earlier = await held();
    const { card } = await formFrom(earlier.id, 'Ask for a follow-up', 'unreported');
    expect(wordsOn(card)).toMatch(/call 999/);
    const form = await office.executes(petra, press(card, 'I have now reported it'));
    await sendFrom(form.card, { reason: 'Stuck again.' });
    expect(newest().ask).toMatchObject({ riskKnown: true, followUpOf: { requestId: earlier.id } });
  });

  it('puts ids on cards and nothing else: who facilitated is in none of them', async () => {
    const earlier = await held();
    const { safety, card } = await formFrom(earlier.id, 'Ask for a follow-up');
    expect(press(safety.card, 'Continue', { answer: 'no' }).data).toEqual({
      answer: 'no',
      again: earlier.id,
      origin: '',
    });
    expect(JSON.stringify(card)).not.toContain(facilitators[0].id);
  });

  it("of somebody else's session is refused and noted, from the button and from the form", async () => {
    const earlier = await held();
    const refusal = { status: 400, text: expect.stringContaining('No such request') as string };
    const pressed = {
      type: 'Action.Execute',
      verb: 'safety',
      data: { answer: 'no', again: earlier.id },
    };
    expect(await office.executes(sam, pressed)).toMatchObject(refusal);
    const { card } = await openForm(office, 'no', sam);
    const draft = { ...(JSON.parse(fieldsOn(card).draft!) as object), followUpOf: earlier.id };
    expect(await sendFrom(card, { ...FILLED, draft: JSON.stringify(draft) }, sam)).toMatchObject(refusal);
    expect(office.store.all()).toHaveLength(1);
    const noted = (await office.store.history(earlier.id)).filter(({ what }) => what === 'ask-again');
    expect(noted).toMatchObject([
      { by: { id: sam.id }, refused: 'requester-only' },
      { by: { id: sam.id }, refused: 'requester-only' },
    ]);
  });

  it('of a request that has been erased meanwhile is sent all the same, without the link', async () => {
    const { card } = await openForm(office);
    const draft = { ...(JSON.parse(fieldsOn(card).draft!) as object), followUpOf: 'erased-request' };
    await sendFrom(card, { ...FILLED, draft: JSON.stringify(draft) });
    expect(newest().ask.reason).toBe(FILLED.reason);
    expect(newest().ask).not.toHaveProperty('followUpOf');
  });

  it('keeps what was typed when storage cannot be reached', async () => {
    const earlier = await held();
    const { card } = await formFrom(earlier.id, 'Ask for a follow-up');
    const people = await office.executes(petra, press(card, NEXT, { reason: 'Stuck again.' }));
    office.wire.cut = true;
    const reply = await office.executes(petra, press(people.card, 'Send request'));
    expect(wordsOn(reply.card)).toContain('NOT saved');
    office.wire.cut = false;
    await office.executes(petra, press(reply.card, 'Send request'));
    expect(newest().ask).toMatchObject({ reason: 'Stuck again.', followUpOf: { requestId: earlier.id } });
  });
});

describe('asking again', () => {
  it('after a request that led to no session fills the form in, and follows nothing up', async () => {
    const earlier = await withdrawn();
    const { safety, card } = await formFrom(earlier.id, 'Ask again');
    expect(wordsOn(safety.card)).toContain('Is a child at immediate risk of significant harm?');
    expect(wordsOn(card)).toContain('Filled in from your earlier request');
    await sendFrom(card, { reason: 'Stuck again.' });
    expect(newest()).toMatchObject({ state: 'submitted', ask: { caseReference: 'CASE-REF-4711' } });
    expect(newest().id).not.toBe(earlier.id);
    expect(newest().ask).not.toHaveProperty('followUpOf');
  });

  it('is not offered while a request is under way', async () => {
    const { id } = await booked(office);
    const open = { type: 'Action.Execute', verb: 'open', data: { request: id } };
    const { card } = await office.executes(petra, open);
    expect(buttonsOn(card).filter((title) => /^Ask (again|for a follow-up)/.test(title))).toEqual([]);
  });
});

describe('starting from the last request', () => {
  it('fills in team, people and place, and nothing of the other family', async () => {
    await submitted(office, { place: 'in-person', venue: 'County Hall, room 3' });
    const { card } = await openForm(office);
    const copied = await office.executes(petra, press(card, COPY));
    expect(wordsOn(copied.card)).toContain('from your last request. Please check them.');
    expect(fieldsOn(copied.card)).toMatchObject({
      team: 'cs-fs',
      place: 'in-person',
      venue: 'County Hall, room 3',
      caseReference: '',
      reason: '',
      familyTold: '',
    });
    expect(buttonsOn(copied.card)).not.toContain(COPY);
    const people = await office.executes(petra, fillAndPress(copied.card, NEXT, FILLED));
    expect(wordsOn(people.card)).toContain('1. Nora Navy');
  });

  it('loses nothing that was typed before it was pressed, and lists nobody twice', async () => {
    await submitted(office, { place: 'in-person', venue: 'County Hall, room 3' });
    const { card } = await openForm(office);
    const about = { caseReference: 'TYPED-1', team: 'cs-eh', reason: 'Stuck.', familyTold: 'yes' };
    const typed = { ...about, place: 'online', venue: 'Library, room 1' };
    const rows = { name0: nora.name, mail0: nora.mail.toUpperCase(), team0: 'hl-sn' };
    const people = await office.executes(petra, press(card, NEXT, typed));
    const back = await office.executes(petra, press(people.card, 'Back to the first part', rows));
    const copied = await office.executes(petra, { ...press(back.card, NEXT), verb: 'form-copy' });
    expect(fieldsOn(copied.card)).toMatchObject(typed);
    const again = await office.executes(petra, press(copied.card, NEXT));
    expect(wordsOn(again.card).match(/Nora Navy/g) ?? []).toHaveLength(1);
    expect(wordsOn(again.card)).toContain('Vera Violet');
  });

  it('can be pressed on the empty form: no field holds it up', async () => {
    await submitted(office);
    const { card } = await openForm(office);
    expect(buttonsOn(card)).toContain(COPY);
    expect(partsOf(card).filter(({ isRequired }) => isRequired === true)).toEqual([]);
    const copied = await office.executes(petra, press(card, COPY));
    expect(partsOf(copied.card).some(({ isRequired }) => isRequired === true)).toBe(true);
    const incomplete = await office.executes(petra, press(card, NEXT));
    expect(wordsOn(incomplete.card)).toContain('Nothing has been sent yet. Please change:');
  });

  it('is not offered to who asks for the first time, nor when that cannot be read', async () => {
    expect(buttonsOn((await openForm(office)).card)).not.toContain(COPY);
    await submitted(office);
    const [message] = await office.says(petra, 'request');
    office.wire.cut = true;
    const safety = { type: 'Action.Execute', verb: 'safety', data: { answer: 'no' } };
    const { card } = await office.executes(petra, safety, { message: message! });
    expect(wordsOn(card)).toContain('Ask for a JAGS');
    expect(buttonsOn(card)).not.toContain(COPY);
  });

  it('says so when there is none', async () => {
    const { card } = await openForm(office);
    const pressed = { ...fillAndPress(card, NEXT, FILLED), verb: 'form-copy' };
    const copied = await office.executes(petra, pressed);
    expect(wordsOn(copied.card)).toContain('There is no earlier request of yours');
    expect(fieldsOn(copied.card)).toMatchObject({ reason: FILLED.reason });
  });

  it('can be sent, checked like any other', async () => {
    await submitted(office);
    const { card } = await openForm(office);
    const copied = await office.executes(petra, press(card, COPY));
    const filled = { caseReference: 'OTHER-REF-2', reason: 'Another family.', familyTold: 'not-yet' };
    await sendFrom(copied.card, filled);
    expect(newest().ask).toMatchObject({ caseReference: 'OTHER-REF-2', reason: 'Another family.' });
    expect(newest().ask.participants.map(({ mail }) => mail)).toContain(nora.mail);
  });
});
