import { Fault } from '../../src/ports';
import { answers } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { partsOf, press, type Pressed, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { send } from './form-steps';
import { cardOf, CHANNEL, type Office, openOffice, textOf } from './office';
import { booked, current, known, submitted } from './session-steps';

const [petra, sam, indigo, tess] = practitioners;
const [cora] = coordinators;
const [fay] = facilitators;
const WHERE = { where: `${CHANNEL};messageid=1` };
const NOBODY = '99999999-0000-4000-8000-000000000009';

let office: Office;
let id: string;
/** Sam takes part, Indigo may act for Petra; the directory has told so. */
beforeEach(async () => {
  office = await openOffice();
  const inTenant = { name: 'Sam S.', mail: sam.mail, team: 'cs-eh' };
  const participants = [...answers().participants, inTenant];
  ({ id } = await submitted(office, { participants, colleague: indigo.mail, phone: '01632 960123' }));
  await office.workflow.handle({ kind: 'look-again', requestId: id, by: { id: cora.id, name: cora.name } });
  const matches = { round: 2, foundAt: 0, best: [], calendars: { seen: 0, asked: 0 }, removed: {} };
  await office.reports(id, { kind: 'matches-found', matches, known: [petra, sam, indigo] });
});
afterEach(() => office.close());

async function opens(): Promise<unknown> {
  const data = { verb: 'transfer-form', request: id };
  const opening: Pressed = { type: 'Action.Submit', verb: 'transfer-form', data };
  return (await office.executes(cora, opening, WHERE)).card;
}

async function handsOverTo(to: string): Promise<string> {
  const pressed = press(await opens(), 'Hand over', { to });
  return wordsOn((await dialogs(office).dialogSubmits(cora, pressed, WHERE)).card);
}

/** What somebody sees of it. */
async function opensAs(person: typeof petra): Promise<string> {
  const open = { type: 'Action.Execute', verb: 'open', data: { request: id } };
  const { card, text = '' } = await office.executes(person, open);
  return card ? wordsOn(card) : text;
}

describe('Handing a request over', () => {
  it('offers those in the tenant who know of it, and anybody in the directory', async () => {
    const [field] = partsOf(await opens()).filter((part) => part.id === 'to');
    expect(field?.choices).toEqual([
      { title: `${indigo.mail} · may act for the requester already`, value: indigo.id },
      { title: "Sam S. · Children's Services: early help", value: sam.id },
    ]);
    expect(field?.['choices.data']).toEqual({ type: 'Data.Query', dataset: 'graph.microsoft.com/users' });
  });

  it('makes somebody of the directory its requester, by the name and address the directory knows', async () => {
    expect(await handsOverTo(tess.id)).toContain('Handed over to Tess Teal.');
    const { requester } = current(office, id);
    expect(requester).toMatchObject({ id: tess.id, name: tess.name, mail: tess.mail });
    expect(requester).not.toHaveProperty('phone');
    expect(await opensAs(tess)).toContain('A coordinator has handed it over to you');
    expect(await opensAs(petra)).toContain('No such request');
  });

  it('takes a participant at the name the directory has, not the one that was typed', async () => {
    expect(await handsOverTo(sam.id.toUpperCase())).toContain('Handed over to Sam Saffron.');
    expect(current(office, id).requester).toMatchObject({ id: sam.id, name: 'Sam Saffron', team: 'cs-eh' });
  });

  it('may be to the colleague who acts for the requester already', async () => {
    await handsOverTo(indigo.id);
    expect(current(office, id).requester).toMatchObject({ id: indigo.id, mail: indigo.mail });
    expect(current(office, id).requester).not.toHaveProperty('colleague');
  });

  it.each([
    ['nobody', '', 'Please choose somebody.'],
    ['whom the directory does not know', NOBODY, 'not in the directory'],
    ['whose it is', petra.id, 'theirs already'],
  ])('is not to %s, and can be chosen again', async (_who, to, words) => {
    const said = await handsOverTo(to);
    expect(said).toContain(words);
    expect(said).toContain('Who looks after it from now on?');
    expect(current(office, id).requester.id).toBe(petra.id);
  });

  it('is not to whoever facilitates the session', async () => {
    ({ id } = await booked(office));
    expect(await handsOverTo(fay.id)).toContain('They facilitate this session');
    expect(current(office, id).requester.id).toBe(petra.id);
  });

  it.each([
    ['answers with a fault', () => Promise.reject(new Fault('Expected Graph to answer, got 503'))],
    ['does not answer in time', () => new Promise<never>(() => undefined)],
  ])(
    'asks to try again when the directory %s; those of the request need no asking',
    async (_what, answer) => {
      office.directory.known = answer;
      expect(await handsOverTo(tess.id)).toContain('could not be looked up just now');
      expect(current(office, id).requester.id).toBe(petra.id);
      await handsOverTo(sam.id);
      expect(current(office, id).requester).toMatchObject({ id: sam.id, mail: sam.mail });
    },
  );

  it('asks the directory nothing for somebody who is no coordinator', async () => {
    const asked: unknown[] = [];
    office.directory.known = async (people) => (asked.push(people), []);
    const data = { verb: 'transfer', request: id, to: tess.id };
    await dialogs(office).dialogSubmits(sam, { type: '', verb: '', data }, WHERE);
    expect(asked).toEqual([]);
    expect(current(office, id).requester.id).toBe(petra.id);
  });
});

describe('After a request was handed over', () => {
  it('the card of whoever had it says so plainly, and the new requester gets theirs', async () => {
    await known(office, petra, tess);
    const { message } = await send(office);
    ({ id } = office.store.all().at(-1)!);
    await handsOverTo(tess.id);
    await office.tells(current(office, id));
    expect(textOf(message)).toMatch(
      /^JAGS \S+: This request is now looked after by a colleague\. There is nothing you need to do\.$/,
    );
    expect(message.activity.attachments ?? []).toEqual([]);
    const theirs = office.connector.in(`a:${tess.id}`);
    const cards = theirs.filter(({ activity }) => activity.attachments?.length);
    expect(wordsOn(cardOf(cards.at(-1)))).toContain('A coordinator has handed it over to you');
    expect(theirs.map(textOf).join('\n')).toContain('Its card says how it stands.');
  });

  it('the card follows them from then on, and leaves the former chat alone', async () => {
    await known(office, petra, tess);
    const { message } = await send(office);
    ({ id } = office.store.all().at(-1)!);
    await handsOverTo(tess.id);
    await office.tells(current(office, id));
    const { updates } = message;
    await office.workflow.handle({ kind: 'withdraw', requestId: id, by: { id: tess.id, name: tess.name } });
    await office.tells(current(office, id));
    expect(message.updates).toBe(updates);
    expect(JSON.stringify(office.connector.in(`a:${tess.id}`))).toContain('You withdrew it');
  });
});
