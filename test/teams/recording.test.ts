/** The facilitator's record of a session, in a dialog from their own card. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Held, Request } from '../../src/domain/request';
import { presentForFacilitator } from '../../src/present/facilitator';
import { renderCard } from '../../src/teams/cards';
import { REFUSALS, TROUBLE } from '../../src/teams/wording/refusals';
import { safetyLine } from '../../src/wording/safety';
import { OWN_STATEMENT_TEXTS, RECORD } from '../../src/wording/session-record';
import { at } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { someRecord } from '../some-record';
import { buttonsOn, executing, fieldsOn, partsOf, press, type Pressed, wordsOn } from './card-in-hand';
import { createWorkflow } from '../../src/workflow';
import { readSubmission } from '../../src/teams/commands';
import { createRecording } from '../../src/teams/facilitating/recording';
import { createMemoryWakeUps, overWire } from '../fakes';
import { GROUP, type Office, openOffice } from './office';
import { booked, current } from './session-steps';

const [cora] = coordinators;
const [petra, sam] = practitioners;
const [fay, amber] = facilitators;
const SAVE = 'Save the record';
const FILLED = {
  came: 'cs,ed',
  also: 'none',
  'kept-reflective': '5',
  'held-feelings': '4',
  'apart-from-case': '5',
  concern: 'no',
};

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  ({ id } = await booked(office));
  office.clock.pass(at('2026-12-08T12:30') - office.clock.now());
});
afterEach(() => office.close());

const isOver = () => office.reports(id, { kind: 'session-ended', attempt: 1 });
const held = () => current<Held>(office, id);
const ownCard = (request: Request) =>
  renderCard('facilitator', presentForFacilitator(request, { facilitator: fay.id, attempt: 1 }, policy));
/** As in a dialog: what a button there sends is its Action.Submit. */
const inDialog = ({ verb, data }: Pressed): Pressed => ({
  type: 'Action.Submit',
  verb,
  data: { ...data, verb },
});
const opens = async (person = fay, title: string = RECORD.button) =>
  office.executes(person, press(ownCard(held()), title));

async function form() {
  await isOver();
  return (await opens()).card;
}
const saves = async (card: unknown, filled: Record<string, string>, person = fay) =>
  office.executes(person, inDialog(press(card, SAVE, filled)));

describe('the form of a record', () => {
  it('has the times as booked, those invited first, and nobody ticked: who came is for them to say', async () => {
    const card = await form();
    expect(fieldsOn(card)).toEqual({
      ...{ came: '', began: '10:00', ended: '11:30', also: '', themes: '', concern: '' },
      ...{ 'kept-reflective': '', 'held-feelings': '', 'apart-from-case': '' },
    });
    const [came] = partsOf(card).filter(({ id: field }) => field === 'came');
    const codes = (came!.choices as { value: string }[]).map(({ value }) => value);
    expect(codes.slice(0, held().evaluating!.agencies.length).sort()).toEqual(
      [...held().evaluating!.agencies].sort(),
    );
    expect(codes.toSorted()).toEqual(policy.agencies.map(({ code }) => code).toSorted());
  });

  it('has nowhere to write, and nothing of the case or of anybody', async () => {
    const card = await form();
    expect(partsOf(card).filter(({ type }) => type === 'Input.Text')).toEqual([]);
    const { ask, requester } = held();
    for (const secret of [
      ask.reason,
      ask.caseReference,
      requester.name,
      ...ask.participants.map((p) => p.name),
    ])
      expect(JSON.stringify(card)).not.toContain(secret);
  });

  it('is there once the session is over, and not before', async () => {
    expect(buttonsOn(ownCard(current(office, id)))).not.toContain(RECORD.button);
    const early = await office.executes(fay, executing('record-session-form', { request: id }));
    expect(early.text).toBe(REFUSALS['not-over']);
    await isOver();
    expect(wordsOn(ownCard(held()))).toContain(RECORD.askedFor);
    expect(wordsOn((await opens()).card)).toContain('until 17:00 on Tuesday 22 December 2026');
  });

  it.each([petra, sam, amber, cora])('is for whoever facilitated it: not for $name', async (person) => {
    await isOver();
    const reply = await office.executes(person, executing('record-session-form', { request: id }));
    expect(reply).toMatchObject({ status: 400, text: REFUSALS['not-their-session'] });
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'record-session',
      refused: 'not-their-session',
      by: { id: person.id },
    });
  });
});

describe('a record', () => {
  it('is kept with the session, shown as done on the card, and can be changed as it was recorded', async () => {
    const reply = await saves(await form(), { ...FILLED, themes: 'roles', concern: 'yes' });
    expect(wordsOn(reply.card)).toContain(RECORD.recorded);
    expect(held().record).toEqual(someRecord({ themes: ['roles'], concern: true }));
    expect(wordsOn(ownCard(held()))).toContain(RECORD.recorded);
    expect(wordsOn(ownCard(held()))).not.toContain(RECORD.askedFor);

    const again = (await opens(fay, RECORD.change)).card;
    expect(fieldsOn(again)).toMatchObject({ ...FILLED, themes: 'roles', concern: 'yes' });
    await saves(again, { came: 'cs', also: 'case-updates,case-decisions', concern: 'no' });
    expect(held().record).toMatchObject({
      ...{ agencies: ['cs'], also: ['case-decisions', 'case-updates'], concern: false },
    });
  });

  it('shows on the facilitator’s card at once', async () => {
    await saves(await form(), FILLED);
    expect(office.store.effectsOf(id).map(({ effect }) => effect.kind)).toContain('show-facilitator');
  });

  it('that lacks something is not kept; what is missing is named, and what was chosen is still there', async () => {
    const reply = await saves(await form(), {
      ...FILLED,
      came: '',
      also: 'none,not-sure',
      'held-feelings': '',
    });
    const words = wordsOn(reply.card);
    for (const text of [
      RECORD.notSaved,
      'Which agencies came: please tick',
      'Mostly, we also: please tick either',
      `${OWN_STATEMENT_TEXTS['held-feelings']}: please choose one`,
    ])
      expect(words).toContain(text);
    expect(words).not.toContain(`${OWN_STATEMENT_TEXTS['kept-reflective']}: please`);
    expect(fieldsOn(reply.card)).toMatchObject({
      ...FILLED,
      came: '',
      also: 'none,not-sure',
      'held-feelings': '',
    });
    expect(held().record).toBeUndefined();
    await saves(reply.card, FILLED);
    expect(held().record).toEqual(someRecord());
  });

  it('without a word on whether a concern arose is not kept: nothing said is no “no”', async () => {
    const card = await form();
    expect(wordsOn(card)).toContain(`has not gone that way yet, ring now: ${safetyLine(policy)}`);
    const reply = await saves(card, { ...FILLED, concern: '' });
    expect(wordsOn(reply.card)).toContain('Whether a safeguarding concern arose: please choose');
    expect(fieldsOn(reply.card)).toMatchObject({ ...FILLED, concern: '' });
    expect(held().record).toBeUndefined();
  });

  it('with an end before its beginning, or without a beginning, is sent back with the times as typed', async () => {
    const card = await form();
    for (const times of [{ began: '11:00', ended: '10:00' }, { ended: '23:59' }, { began: '' }]) {
      const reply = await saves(card, { ...FILLED, ...times });
      expect(wordsOn(reply.card)).toContain(RECORD.notSaved);
      expect(fieldsOn(reply.card)).toMatchObject(times);
    }
    expect(held().record).toBeUndefined();
  });

  it('is too late once the evaluation has closed, and says what to do', async () => {
    const card = await form();
    await office.reports(id, { kind: 'evaluation-over', attempt: 1 });
    const reply = await saves(card, FILLED);
    expect(wordsOn(reply.card)).toContain(REFUSALS['record-closed']);
    const form2 = await office.executes(fay, executing('record-session-form', { request: id }));
    expect(form2.text).toBe(REFUSALS['record-closed']);
  });

  it.each([petra, sam, amber, cora])('cannot be made by $name, whatever they hold', async (person) => {
    const card = await form();
    await saves(card, FILLED, person);
    expect(held().record).toBeUndefined();
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'record-session',
      by: { id: person.id },
      refused: 'not-their-session',
    });
  });

  it('that could not be saved is still there to be sent again', async () => {
    const card = await form();
    const saving = { cut: true };
    const requests: typeof office.store = {
      ...office.store,
      async save(saved) {
        await overWire(saving);
        return office.store.save(saved);
      },
    };
    const workflow = createWorkflow({ ...office.teams, requests, wakeUps: createMemoryWakeUps() });
    const recording = createRecording({ ...office.teams, requests, workflow });
    const sent = readSubmission('record-session', press(card, SAVE, FILLED).data)!;
    const answer = await recording.save(sent, fay);
    const reply = answer as Extract<typeof answer, { kind: 'dialog' }>;
    expect(wordsOn(reply.card)).toContain(TROUBLE.dialogNotSaved);
    expect(fieldsOn(reply.card)).toMatchObject(FILLED);
    saving.cut = false;
    expect(await recording.save(sent, fay)).toMatchObject({ kind: 'said' });
  });

  it('is not taken where others read along', async () => {
    const card = await form();
    const { data } = press(card, SAVE, FILLED);
    const reply = await office.executes(fay, executing('record-session', data), { where: GROUP });
    expect(reply.text).toBe(TROUBLE.privateOnly);
    expect(held().record).toBeUndefined();
  });
});
