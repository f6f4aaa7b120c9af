/** Where the family's team works: from the form to those who are shown it, and nowhere else. */
import { defaultPolicy } from '../../src/domain/policy';
import { invitationFor } from '../../src/domain/invitation';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForFacilitator } from '../../src/present/facilitator';
import { presentForRequester } from '../../src/present/requester';
import { presentProgress } from '../../src/teams/present/progress';
import { anAsk, aRequest, askedAt, theFacilitator } from '../builders';
import { coordinators, practitioners } from '../sandbox/people';
import { fieldsOn, partsOf, press, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { FILLED, fillAndPress, NEXT, openForm, openPeople, send } from './form-steps';
import { CHANNEL, type Office, openOffice } from './office';
import { current, submitted } from './session-steps';

const [petra] = practitioners;
const [cora] = coordinators;
const WHERE = { where: `${CHANNEL};messageid=1` };
const NORTH = { ...FILLED, locality: 'north' };

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const only = () => office.store.all()[0]!;
const execute = (verb: string, request: string) =>
  office.executes(petra, { type: 'Action.Execute', verb, data: { request } });

describe('where the family’s team works', () => {
  it('is a list to choose from, and not said unless somebody does', async () => {
    const { card } = await openForm(office);
    const field = partsOf(card).find(({ id }) => id === 'locality');
    expect(field?.choices).toEqual([
      { title: 'Not said', value: '-' },
      ...policy.localities.map(({ code, name }) => ({ title: name, value: code })),
    ]);
    await send(office);
    expect(only().ask).not.toHaveProperty('locality');
  });

  it('is kept when it is chosen', async () => {
    await send(office, NORTH);
    expect(only().ask).toMatchObject({ locality: 'north' });
  });

  it('travels to the second card and back, and can be taken back there', async () => {
    const { message, card } = await openPeople(office, NORTH);
    const back = await office.executes(petra, press(card, 'Back to the first part'), { message });
    expect(fieldsOn(back.card)).toMatchObject({ locality: 'north' });
    const people = await office.executes(petra, press(back.card, NEXT, { locality: '-' }), { message });
    await office.executes(petra, fillAndPress(people.card, 'Send request', FILLED), { message });
    expect(only().ask).not.toHaveProperty('locality');
  });

  it('is pointed out when it is not of the list', async () => {
    const { reply } = await send(office, { ...FILLED, locality: 'atlantis' });
    expect(wordsOn(reply.card)).toContain("Where does the family's team work: choose from the list.");
    expect(office.store.all()).toEqual([]);
  });

  it('may be missing from a card that was opened before it was asked', async () => {
    const { message, card } = await openPeople(office);
    const { locality: _none, ...data } = fillAndPress(card, 'Send request', FILLED).data as Record<
      string,
      string
    >;
    const pressed = { ...fillAndPress(card, 'Send request', FILLED), data };
    await office.executes(petra, pressed, { message });
    expect(only().ask).not.toHaveProperty('locality');
  });
});

describe('a request with a locality', () => {
  it('is changed from what was chosen', async () => {
    const { id } = await submitted(office, { locality: 'west' });
    const form = await execute('change', id);
    expect(fieldsOn(form.card)).toMatchObject({ locality: 'west' });
    const people = await office.executes(petra, press(form.card, NEXT, { locality: 'norwich' }));
    await office.executes(petra, press(people.card, 'Send again'));
    expect(current(office, id).ask).toMatchObject({ locality: 'norwich' });
  });

  it('fills it in when it is asked again, and from the last request', async () => {
    const { id } = await submitted(office, { locality: 'west' });
    await office.workflow.handle({ kind: 'withdraw', requestId: id, by: petra });
    const safety = await execute('ask-again', id);
    const again = await office.executes(petra, press(safety.card, 'Continue', { answer: 'no' }));
    expect(fieldsOn(again.card)).toMatchObject({ locality: 'west' });
    const { card } = await openForm(office);
    const copied = await office.executes(petra, press(card, 'Start from my last request'));
    expect(fieldsOn(copied.card)).toMatchObject({ locality: 'west' });
    const typed = press(card, 'Start from my last request', { locality: 'south' });
    expect(fieldsOn((await office.executes(petra, typed)).card)).toMatchObject({ locality: 'south' });
  });

  it('is completed by a coordinator', async () => {
    const { id } = await submitted(office, { locality: 'west' });
    const data = { verb: 'edit-form', request: id };
    const { card } = await office.executes(cora, { type: 'Action.Submit', verb: 'edit-form', data }, WHERE);
    expect(fieldsOn(card)).toMatchObject({ locality: 'west' });
    const saves = (locality: string) =>
      dialogs(office).dialogSubmits(cora, press(card, 'Save', { locality }), WHERE);
    const { card: refused } = await saves('atlantis');
    expect(wordsOn(refused)).toContain("Where does the family's team work: choose from the list.");
    await saves('-');
    expect(current(office, id).ask).not.toHaveProperty('locality');
    expect((await office.store.history(id)).at(-1)?.changed).toEqual(['locality']);
  });
});

describe('the locality', () => {
  const ask = anAsk({ locality: 'west' });
  const shown = "King's Lynn and West Norfolk";
  const view = { refresh: { userIds: [], button: false }, coordinator: false };
  const asked = { facilitator: theFacilitator.id, attempt: 1 };

  it.each<[string, unknown]>([
    ['coordinators', presentForCoordinators(aRequest.submitted({ ask }), policy, view)],
    ['the requester', presentForRequester(aRequest.submitted({ ask }), policy)],
    ['the facilitator', presentForFacilitator(aRequest.offered({ ask }), asked, policy)],
  ])('is shown to %s', (_whom, card) => {
    expect(card).toMatchObject({
      facts: expect.arrayContaining([{ label: 'Locality', value: shown }]) as unknown,
    });
  });

  it.each<[string, unknown]>([
    ['in the invitation', invitationFor(aRequest.approved({ ask }), defaultPolicy)],
    ['where others read along', presentProgress(aRequest.submitted({ ask }), askedAt)],
    ['once it is closed', presentForCoordinators(aRequest.closed({ ask }), policy, view)],
  ])('is nowhere %s', (_where, what) => {
    expect(JSON.stringify(what)).not.toMatch(/King's Lynn|"west"/);
  });
});
