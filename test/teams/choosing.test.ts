/** People who are chosen by id: by Teams' people picker, and from the chat or team it is asked from. */
import { practitioners, type SandboxPerson } from '../sandbox/people';
import { fieldsOn, partsOf, press, type Pressed, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { fillAndPress, FILLED, NEXT, openPeople } from './form-steps';
import { cardOf, CHANNEL, GROUP, type Office, openOffice, TEAM } from './office';
import { known } from './session-steps';

const [petra, sam, indigo, tess] = practitioners;
const NOBODY = '00000000-0000-4000-8000-00000000dead';
const ADD = 'Add more people';
const SEND = 'Send request';

/** Two outsiders, so that the rest of the list is right. */
const { name0, mail0, team0, name1, mail1, team1 } = FILLED;
const OUTSIDERS = { name0, mail0, team0, name1, mail1, team1 };

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const only = () => office.store.all()[0];
const choose = (people: readonly string[], team = 'cs-eh') => ({
  chosen: people.join(','),
  chosenTeam: team,
});

function members(...people: readonly SandboxPerson[]) {
  return people.map(({ id, teamsId, name, mail }) => ({ id: teamsId, aadObjectId: id, name, email: mail }));
}

describe('people chosen from the directory', () => {
  it('are found by a picker of Teams, several at once, and nothing is in it to begin with', async () => {
    const { card } = await openPeople(office);
    expect(partsOf(card).find(({ id }) => id === 'chosen')).toMatchObject({
      style: 'filtered',
      isMultiSelect: true,
      choices: [],
      value: '',
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    });
  });

  it('are listed with their names, and sent with ids, names and addresses', async () => {
    const { message, card } = await openPeople(office);
    const filled = { ...OUTSIDERS, ...choose([sam.id, indigo.id.toUpperCase(), sam.id]) };
    const more = await office.executes(petra, press(card, ADD, filled), { message });
    expect(wordsOn(more.card)).toContain(`1. Sam Saffron\n${sam.mail} · Children's Services: early help`);
    expect(wordsOn(more.card)).toContain('2. Indigo Slate');
    expect(fieldsOn(more.card)).toMatchObject({ chosen: '', chosenTeam: '' });
    await office.executes(petra, press(more.card, SEND), { message });
    expect(only()?.ask.participants.slice(0, 2)).toEqual([
      { id: sam.id, name: sam.name, mail: sam.mail, team: 'cs-eh' },
      { id: indigo.id, name: indigo.name, mail: indigo.mail, team: 'cs-eh' },
    ]);
  });

  it('need not be listed before the request is sent', async () => {
    const { message, card } = await openPeople(office);
    await office.executes(petra, press(card, SEND, { ...OUTSIDERS, ...choose([sam.id]) }), { message });
    expect(only()?.ask.participants.map(({ name }) => name)).toContain('Sam Saffron');
  });

  it('take part once, however often they are chosen, and the requester not twice', async () => {
    const { message, card } = await openPeople(office);
    const first = { ...OUTSIDERS, ...choose([sam.id]) };
    const more = await office.executes(petra, press(card, ADD, first), { message });
    const again = choose([sam.id, petra.id]);
    await office.executes(petra, press(more.card, SEND, again), { message });
    expect(only()?.ask.participants.map(({ name }) => name)).toEqual(['Sam Saffron', name0, name1]);
  });

  it.each([ADD, SEND])('wait for their agency and team: %s', async (button) => {
    const { message, card } = await openPeople(office);
    const filled = { ...OUTSIDERS, ...choose([sam.id], '') };
    const reply = await office.executes(petra, press(card, button, filled), { message });
    expect(wordsOn(reply.card)).toContain(
      'People who use Teams with you: choose the agency and team of those you chose here.',
    );
    expect(fieldsOn(reply.card)).toMatchObject({ chosen: sam.id });
    expect(office.store.all()).toEqual([]);
  });

  it.each([
    ['nobody has', NOBODY],
    ['is none', 'Sam Saffron'],
  ])('are pointed out when the id %s, and nobody is left out without a word', async (_what, id) => {
    for (const button of [ADD, SEND]) {
      const { message, card } = await openPeople(office);
      const filled = { ...OUTSIDERS, ...choose([sam.id, id]) };
      const reply = await office.executes(petra, press(card, button, filled), { message });
      expect(wordsOn(reply.card)).toContain('somebody you chose is not in the directory (any more).');
      expect(wordsOn(reply.card)).toContain('Sam Saffron');
      expect(wordsOn(reply.card)).toContain('Hattie Hazel');
      expect(office.store.all()).toEqual([]);
    }
  });

  it.each([
    ['cannot be reached', () => void (office.directoryWire.cut = true)],
    ['does not answer', () => void (office.directoryWire.jam = new Promise(() => undefined))],
  ])('are kept by id when the directory %s, and nobody waits for it', async (_what, breakIt) => {
    const { message, card } = await openPeople(office);
    breakIt();
    const started = Date.now();
    const filled = { ...OUTSIDERS, ...choose([sam.id]) };
    const more = await office.executes(petra, press(card, ADD, filled), { message });
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(wordsOn(more.card)).toContain('Colleague chosen from the directory');
    expect(office.log.lines.at(-1)?.message).toContain('could not read the directory for a form');
    await office.executes(petra, press(more.card, SEND), { message });
    expect(only()?.ask.picked).toEqual([{ id: sam.id, team: 'cs-eh' }]);
  });

  it('stay chosen while the first part is looked at again', async () => {
    const { message, card } = await openPeople(office);
    const back = await office.executes(petra, press(card, 'Back to the first part', choose([sam.id], '')), {
      message,
    });
    const again = await office.executes(petra, press(back.card, NEXT), { message });
    expect(fieldsOn(again.card)).toMatchObject({ chosen: sam.id });
  });
});

describe('those of the chat or team it is asked from', () => {
  /** Presses the one button there, and goes on in the dialog to the second card of the form. */
  async function askFrom(where: string) {
    const [message] = await office.says(petra, '<at>JAGS</at> request', where);
    const first = await office.executes(petra, press(cardOf(message), 'Ask for a JAGS'), { where });
    const goOn = (pressed: Pressed) => dialogs(office).dialogSubmits(petra, pressed, { where });
    const form = await goOn(press(first.card, 'Continue', { answer: 'no' }));
    const { card } = await goOn(fillAndPress(form.card, NEXT, FILLED));
    return { card, goOn };
  }

  const ticks = (card: unknown): unknown => partsOf(card).find(({ id }) => id === 'ticked')?.choices;

  it.each([
    ['a group chat', GROUP, GROUP],
    ['a channel, its team', `${CHANNEL};messageid=1`, TEAM],
  ])('are offered to be ticked: %s', async (_what, where, keeper) => {
    office.connector.rosters.set(keeper, members(tess, petra, sam));
    const { card, goOn } = await askFrom(where);
    expect(ticks(card)).toEqual([
      { title: 'Sam Saffron', value: sam.id },
      { title: 'Tess Teal', value: tess.id },
    ]);
    const filled = { ...OUTSIDERS, ticked: tess.id, chosenTeam: 'yj-cm' };
    const more = await goOn(press(card, ADD, filled));
    expect(wordsOn(more.card)).toContain('1. Tess Teal');
    expect(ticks(more.card)).toEqual([{ title: 'Sam Saffron', value: sam.id }]);
    await goOn(press(more.card, SEND));
    expect(only()?.ask.participants[0]).toMatchObject({ id: tess.id, mail: tess.mail, team: 'yj-cm' });
  });

  it('are named without the directory, which does not know guests by address', async () => {
    office.connector.rosters.set(GROUP, members(petra, sam));
    const { card, goOn } = await askFrom(GROUP);
    office.directoryWire.cut = true;
    const filled = { ticked: sam.id, chosenTeam: 'cs-eh' };
    const more = await goOn(press(card, ADD, filled));
    expect(wordsOn(more.card)).toContain('1. Sam Saffron');
  });

  it('are offered in the own chat too, where Teams is too old for dialogs', async () => {
    office.connector.rosters.set(GROUP, members(petra, sam));
    await known(office, petra);
    const sent = await office.submits(petra, { verb: 'ask' }, GROUP);
    const message = sent.find(({ conversationId }) => conversationId === `a:${petra.id}`)!;
    const risk = press(cardOf(message), 'Continue', { answer: 'unreported' });
    const urgent = await office.executes(petra, risk, { message });
    const form = await office.executes(petra, press(urgent.card, 'I have now reported it'), { message });
    const { card } = await office.executes(petra, fillAndPress(form.card, NEXT, FILLED), { message });
    expect(ticks(card)).toEqual([{ title: 'Sam Saffron', value: sam.id }]);
  });

  it('stay ticked, and are still there after somebody is taken off the list', async () => {
    office.connector.rosters.set(GROUP, members(petra, sam, tess));
    const { card, goOn } = await askFrom(GROUP);
    const more = await goOn(press(card, ADD, { ticked: sam.id, chosenTeam: 'cs-eh' }));
    const fewer = await goOn(press(more.card, 'Remove', { ticked: tess.id }));
    expect(fieldsOn(fewer.card)).toMatchObject({ ticked: tess.id });
    expect(ticks(fewer.card)).toHaveLength(2);
  });

  it('are not offered where a person asks in their own chat', async () => {
    expect(ticks((await openPeople(office)).card)).toBeUndefined();
  });

  it('are not shown to somebody who is not among them, whatever their card says', async () => {
    office.connector.rosters.set(GROUP, members(sam, tess));
    const { message, card } = await openPeople(office);
    const draft = { ...(JSON.parse(fieldsOn(card).draft!) as object), origin: GROUP };
    const forged = { ...OUTSIDERS, draft: JSON.stringify(draft) };
    const more = await office.executes(petra, press(card, ADD, forged), { message });
    expect(ticks(more.card)).toBeUndefined();
    expect(wordsOn(more.card)).not.toContain('Tess Teal');
  });

  it.each(['19:x y z', '../../v3/teams', '19:'.padEnd(5_000, 'a'), { id: GROUP }])(
    'are not looked for in what is no conversation (%#)',
    async (origin) => {
      const { card } = await openPeople(office);
      const draft = { ...(JSON.parse(fieldsOn(card).draft!) as object), origin };
      const before = office.connector.calls.length;
      const reply = await office.executes(petra, press(card, ADD, { draft: JSON.stringify(draft) }));
      expect(reply.status).toBe(200);
      expect(office.connector.calls).toHaveLength(before);
    },
  );

  const CROWD = Array.from({ length: 2_000 }, (_, n) => ({
    ...members(sam)[0]!,
    aadObjectId: `9ac70001-0000-4000-8000-${String(n).padStart(12, '0')}`,
  }));

  it('are not listed in a team of 2,000, which is not read to its end', async () => {
    office.connector.rosters.set(TEAM, [...CROWD, ...members(petra)]);
    const { card } = await askFrom(CHANNEL);
    expect(ticks(card)).toBeUndefined();
    expect(wordsOn(card)).toContain('There are too many people where you asked to list them all.');
    expect(office.connector.calls.filter((call) => call.includes('pagedmembers')).length).toBeLessThan(20);
  });

  it('are not even counted for somebody who is not among them', async () => {
    office.connector.rosters.set(TEAM, CROWD);
    const { card } = await askFrom(CHANNEL);
    expect(wordsOn(card)).not.toContain('too many people where you asked');
  });

  it('do not stand in the way when Teams cannot list them', async () => {
    office.connector.refuse((_method, path) => path.includes('pagedmembers'), 400);
    const { card } = await askFrom(GROUP);
    expect(wordsOn(card)).toContain('Those where you asked cannot be listed just now.');
    expect(office.log.lines.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('could not read the roster'),
    );
  });

  it('are not offered where the app is no longer welcome', async () => {
    office.connector.refuse((_method, path) => path.includes('pagedmembers'), 403);
    const { card } = await askFrom(GROUP);
    expect(ticks(card)).toBeUndefined();
    expect(wordsOn(card)).not.toContain('cannot be listed');
  });
});
