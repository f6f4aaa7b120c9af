/** Whether schools agree to a session in their holidays: asked, kept, checked, and shown to coordinators. */
import { defaultPolicy } from '../../src/domain/policy';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { anAsk, answers, aRequest, someMatches } from '../builders';
import { coordinators, practitioners } from '../sandbox/people';
import { A_SCHOOL, IN_HOLIDAYS, withHolidays } from '../school-holidays';
import { fieldsOn, press, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { FILLED, fillAndPress, NEXT, openForm, openPeople, send } from './form-steps';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { current, known, submitted } from './session-steps';

const [petra] = practitioners;
const [cora] = coordinators;
const WHERE = { where: `${CHANNEL};messageid=1` };
const TAKES_PART = 'The schools taking part agree to a session in the school holidays';
const MAY_TAKE_PART = 'If a school takes part: it agrees to a session in the school holidays';
const REFUSED = 'School holidays: a school takes part, and no session fits outside the school holidays.';
const CHRISTMAS = { ...FILLED, ...IN_HOLIDAYS };
const WITH_SCHOOL = { participants: [...answers().participants, A_SCHOOL] };

let office: Office;
beforeEach(async () => {
  office = await openOffice({ policy: withHolidays });
});
afterEach(() => office.close());

const only = () => office.store.all()[0]!;
const execute = (verb: string, request: string) =>
  office.executes(petra, { type: 'Action.Execute', verb, data: { request } });

describe('the form', () => {
  it('asks about school holidays where there are any, more plainly once a school is on the list', async () => {
    const { message, card } = await openPeople(office);
    const back = await office.executes(petra, fillAndPress(card, 'Back to the first part', FILLED), {
      message,
    });
    expect(wordsOn(back.card)).toContain(TAKES_PART);
    const { card: fresh } = await openForm(office);
    expect(wordsOn(fresh)).toContain(MAY_TAKE_PART);
    expect(fieldsOn(fresh)).toMatchObject({ schoolsAgree: 'false' });
  });

  it('asks nothing where none are set', async () => {
    const plain = await openOffice();
    expect(fieldsOn((await openForm(plain)).card)).not.toHaveProperty('schoolsAgree');
    await plain.close();
  });

  it('leads back to the dates when they are all holidays, says what to do, and takes a tick', async () => {
    const { message, reply } = await send(office, CHRISTMAS);
    expect(wordsOn(reply.card)).toContain(REFUSED);
    expect(wordsOn(reply.card)).toContain('tick the box about their holidays');
    expect(wordsOn(reply.card)).toContain(TAKES_PART);
    expect(office.store.all()).toEqual([]);
    const next = await office.executes(petra, press(reply.card, NEXT, { schoolsAgree: 'true' }), { message });
    await office.executes(petra, press(next.card, 'Send request'), { message });
    expect(only().ask).toMatchObject({ ...IN_HOLIDAYS, schoolsAgree: true });
  });

  it('keeps a tick between its cards, until it is taken away', async () => {
    const { message, card } = await openPeople(office, { ...FILLED, schoolsAgree: 'true' });
    const back = await office.executes(petra, press(card, 'Back to the first part'), { message });
    expect(fieldsOn(back.card)).toMatchObject({ schoolsAgree: 'true' });
    const again = await office.executes(petra, press(back.card, NEXT, { schoolsAgree: 'false' }), {
      message,
    });
    await office.executes(petra, fillAndPress(again.card, 'Send request', FILLED), { message });
    expect(only().ask).not.toHaveProperty('schoolsAgree');
  });

  it('takes nothing but its own tick for one', async () => {
    await send(office, { ...FILLED, schoolsAgree: 'yes, surely' });
    expect(only().ask).not.toHaveProperty('schoolsAgree');
  });

  it('suggests days further off where the earlier request had a school: the target pauses', async () => {
    office.clock.pass(7 * 24 * 3_600_000);
    await submitted(office, { ...WITH_SCHOOL, latest: '2027-01-29' });
    const { card } = await openForm(office);
    expect(fieldsOn(card)).toMatchObject({ earliest: '2026-12-15', latest: '2026-12-31' });
    const copied = await office.executes(petra, press(card, 'Start from my last request'));
    expect(fieldsOn(copied.card)).toMatchObject({ earliest: '2026-12-15', latest: '2027-01-12' });
    const typed = press(card, 'Start from my last request', { latest: '2027-01-05' });
    expect(fieldsOn((await office.executes(petra, typed)).card)).toMatchObject({ latest: '2027-01-05' });
  });
});

describe('a request whose schools agree', () => {
  const agreed = { ...WITH_SCHOOL, ...IN_HOLIDAYS, schoolsAgree: true };

  it('is changed with the tick, and asked again and copied without: it was given for other dates', async () => {
    const { id } = await submitted(office, agreed);
    const form = await execute('change', id);
    expect(fieldsOn(form.card)).toMatchObject({ schoolsAgree: 'true' });
    const refused = await office.executes(petra, press(form.card, NEXT, { schoolsAgree: 'false' }));
    expect(wordsOn(refused.card)).toContain(REFUSED);
    const { card } = await openForm(office);
    const copied = await office.executes(petra, press(card, 'Start from my last request'));
    expect(fieldsOn(copied.card)).toMatchObject({ schoolsAgree: 'false' });
    await office.workflow.handle({ kind: 'withdraw', requestId: id, by: petra });
    const safety = await execute('ask-again', id);
    const again = await office.executes(petra, press(safety.card, 'Continue', { answer: 'no' }));
    expect(fieldsOn(again.card)).toMatchObject({ schoolsAgree: 'false' });
  });

  it('keeps it through a change where holidays are no longer asked about', async () => {
    const plain = await openOffice();
    const { id } = await submitted(plain, agreed);
    const form = await plain.executes(petra, {
      type: 'Action.Execute',
      verb: 'change',
      data: { request: id },
    });
    const people = await plain.executes(petra, press(form.card, NEXT));
    await plain.executes(petra, press(people.card, 'Send again'));
    expect(current(plain, id)).toMatchObject({ revision: 1, ask: { schoolsAgree: true } });
    await plain.close();
  });
});

describe('other dates', () => {
  const SEND = 'Send these dates';
  async function cardFor(over: Parameters<typeof answers>[0]) {
    await known(office, petra);
    const request = await submitted(office, over);
    await office.messenger.show(request, { kind: 'requester' });
    return { id: request.id, card: cardOf(office.connector.in(`a:${petra.id}`).at(-1)) };
  }

  it('in the holidays are refused on the card, which takes a tick', async () => {
    const { id, card } = await cardFor(WITH_SCHOOL);
    const refused = await office.executes(petra, press(card, SEND, IN_HOLIDAYS));
    expect(wordsOn(refused.card)).toContain(`Your dates have not been changed yet. ${REFUSED}`);
    expect(fieldsOn(refused.card)).toMatchObject({ ...IN_HOLIDAYS, schoolsAgree: 'false' });
    await office.executes(petra, press(refused.card, SEND, { schoolsAgree: 'true' }));
    expect(current(office, id).ask).toMatchObject({ ...IN_HOLIDAYS, schoolsAgree: true });
  });

  it('keep what the schools said, from a card that did not ask too', async () => {
    const { id, card } = await cardFor({ ...WITH_SCHOOL, schoolsAgree: true });
    const pressed = press(card, SEND, IN_HOLIDAYS);
    const { schoolsAgree, ...data } = pressed.data;
    expect(schoolsAgree).toBe('true');
    await office.executes(petra, { ...pressed, data });
    expect(current(office, id).ask).toMatchObject({ ...IN_HOLIDAYS, schoolsAgree: true });
  });

  it('ask nothing of a request without a school', async () => {
    const { id, card } = await cardFor({});
    expect(fieldsOn(card)).not.toHaveProperty('schoolsAgree');
    await office.executes(petra, press(card, SEND, IN_HOLIDAYS));
    expect(current(office, id).ask).toMatchObject(IN_HOLIDAYS);
  });
});

describe('coordinators', () => {
  const view = { refresh: { userIds: [], button: false }, coordinator: true };
  const NOT_SET = 'School holidays are not set, so they were not left out.';
  const footnotes = (ask = anAsk(), policy = defaultPolicy) =>
    presentForCoordinators(aRequest.submitted({ ask }), policy, view).footnotes.map(({ text }) => text);

  it('complete it with the tick, and are told like the requester when the dates cannot do', async () => {
    const { id } = await submitted(office, WITH_SCHOOL);
    const data = { verb: 'edit-form', request: id };
    const { card } = await office.executes(cora, { type: 'Action.Submit', verb: 'edit-form', data }, WHERE);
    expect(wordsOn(card)).toContain(TAKES_PART);
    const saves = (filled: Record<string, string>) =>
      dialogs(office).dialogSubmits(cora, press(card, 'Save', { ...IN_HOLIDAYS, ...filled }), WHERE);
    expect(wordsOn((await saves({})).card)).toContain(REFUSED);
    await saves({ schoolsAgree: 'true' });
    expect(current(office, id).ask).toMatchObject({ ...IN_HOLIDAYS, schoolsAgree: true });
  });

  it('are not asked of a request without a school', async () => {
    const { id } = await submitted(office);
    const data = { verb: 'edit-form', request: id };
    const { card } = await office.executes(cora, { type: 'Action.Submit', verb: 'edit-form', data }, WHERE);
    expect(fieldsOn(card)).not.toHaveProperty('schoolsAgree');
  });

  it('see that the schools agree, and nothing where they do not', () => {
    const facts = (ask = anAsk()) =>
      presentForCoordinators(aRequest.submitted({ ask }), withHolidays, view).facts;
    expect(facts(anAsk({ schoolsAgree: true }))).toContainEqual({
      label: 'Schools',
      value: 'agree to the holidays',
    });
    expect(facts().map(({ label }) => label)).not.toContain('Schools');
  });

  it('are told once that holidays are not set where a school takes part, and only then', () => {
    const noSchool = anAsk({ participants: anAsk().participants.slice(1) });
    expect(footnotes().filter((text) => text === NOT_SET)).toHaveLength(1);
    expect(footnotes(noSchool)).not.toContain(NOT_SET);
    expect(footnotes(anAsk({ schoolsAgree: true }))).not.toContain(NOT_SET);
    expect(footnotes(anAsk(), withHolidays)).not.toContain(NOT_SET);
    const unread = aRequest.submitted({ matches: someMatches({ best: [], unreachable: true }) });
    expect(presentForCoordinators(unread, defaultPolicy, view).footnotes).toEqual([]);
  });
});
