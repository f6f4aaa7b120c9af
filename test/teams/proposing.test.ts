import type { Booked } from '../../src/domain/request';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForRequester } from '../../src/present/requester';
import { renderCard } from '../../src/teams/cards';
import { defaultPolicy } from '../../src/domain/policy';
import { PROPOSING } from '../../src/wording/proposing';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { at } from '../builders';
import { coordinators, facilitators, outsiders, practitioners } from '../sandbox/people';
import { buttonsOn, executing, fieldsOn, press, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { cardOf, CHANNEL, type Office, openOffice, textOf } from './office';
import { booked, current, known, offered, shownInChannel, submitted } from './session-steps';

const [petra, sam, third] = practitioners;
const [cora, cory] = coordinators;
const [fay] = facilitators;
const [hattie] = outsiders;
const OPEN = 'Change who takes part';
const SEND = 'Send to the coordinators';
const THREAD = `${CHANNEL};messageid=1`;
const HATTIE = { name0: hattie.name, mail0: hattie.mail, team0: 'ed-pri' };

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const proposal = (id: string) => current<Booked>(office, id).proposal;
const told = (id: string) =>
  office.store
    .effectsOf(id)
    .flatMap(({ effect }) => ('about' in effect && effect.about ? [effect.about] : []));
const requestersCard = (id: string) =>
  renderCard('requester', presentForRequester(current(office, id), defaultPolicy));
const opens = (id: string, person = petra) => office.executes(person, press(requestersCard(id), OPEN));
const view = async (id: string, person = cora) =>
  (await office.executes(person, executing('coordinate', { request: id }), { where: THREAD })).card;
const answers = async (id: string, button: string, person = cora) =>
  office.executes(person, press(await view(id, person), button), { where: THREAD });

async function proposes(id: string, filled: Record<string, string>, person = petra) {
  const { card } = await opens(id, person);
  return dialogs(office).dialogSubmits(person, press(card, SEND, filled));
}

describe('the dialog to change who takes part', () => {
  it('shows who takes part with their agency and team, and leaves everybody in', async () => {
    const { id, ask } = await booked(office);
    const { card } = await opens(id);
    const choices = JSON.stringify(card);
    for (const { name, mail } of ask.participants) {
      expect(choices).toContain(name);
      expect(choices).toContain(mail);
    }
    expect(choices).toContain('Health: school nursing');
    expect(fieldsOn(card)).toMatchObject({ removed: '', chosen: '', name0: '', mail0: '', team0: '' });
  });

  it('is there once it is arranged, and says otherwise what to do', async () => {
    const { id } = await submitted(office);
    expect(buttonsOn(requestersCard(id))).not.toContain(OPEN);
    const kept = {
      type: 'Action.Submit',
      verb: '',
      data: { verb: 'propose-participants-form', request: id },
    };
    expect(wordsOn((await office.executes(petra, kept)).card)).toContain(REFUSALS['not-arranged']);
    expect(buttonsOn(requestersCard((await offered(office)).id))).toContain(OPEN);
  });

  it('is for whoever asked, and nobody else learns whether there is such a request', async () => {
    const { id } = await booked(office);
    const before = current(office, id);
    for (const person of [sam, fay, cora]) {
      expect(wordsOn((await opens(id, person)).card)).toContain(REFUSALS['not-found']);
      const { card } = await opens(id);
      const reply = await dialogs(office).dialogSubmits(person, press(card, SEND, HATTIE));
      expect(wordsOn(reply.card)).toContain(REFUSALS['not-found']);
    }
    expect(current(office, id)).toEqual(before);
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'propose-participants',
      refused: 'requester-only',
    });
  });

  it('keeps what was typed, and says what to change', async () => {
    const { id } = await booked(office);
    const reply = await proposes(id, { ...HATTIE, mail0: 'hattie' });
    expect(wordsOn(reply.card)).toContain('Person 1: give a full e-mail address');
    expect(fieldsOn(reply.card)).toMatchObject({ name0: hattie.name, mail0: 'hattie', team0: 'ed-pri' });
    expect(proposal(id)).toBeUndefined();
    const chosen = await proposes(id, { chosen: third.id });
    expect(wordsOn(chosen.card)).toContain('choose the agency and team of those you chose here.');
    expect(fieldsOn(chosen.card)).toMatchObject({ chosen: third.id });
  });

  it('keeps what was typed when the directory does not answer', async () => {
    const { id } = await booked(office);
    const { card } = await opens(id);
    office.directoryWire.cut = true;
    const reply = await dialogs(office).dialogSubmits(petra, press(card, SEND, HATTIE));
    expect(wordsOn(reply.card)).toContain(PROPOSING.notLookedUp);
    expect(fieldsOn(reply.card)).toMatchObject({ name0: hattie.name, mail0: hattie.mail });
    expect(proposal(id)).toBeUndefined();
  });
});

describe('other people who are proposed', () => {
  it('wait for a coordinator: chosen by name or written in, and known by the directory', async () => {
    const { id, ask } = await booked(office);
    const reply = await proposes(id, { ...HATTIE, chosen: third.id, chosenTeam: 'cs-eh' });
    expect(wordsOn(reply.card)).toContain(PROPOSING.sent);
    expect(proposal(id)?.participants.map(({ name, id: known }) => [name, known])).toEqual([
      ...ask.participants.map((each) => [each.name, each.id]),
      [hattie.name, undefined],
      [third.name, third.id],
    ]);
    expect(current(office, id).ask).toEqual(ask);
    expect(wordsOn(requestersCard(id))).toContain('You have proposed other people to take part.');
    expect(told(id)).toEqual(['proposal']);
  });

  it('are called for in the channel without a name; who they are is in a coordinator’s own view', async () => {
    const { id, ask } = await booked(office);
    const channel = await shownInChannel(office, current(office, id));
    await proposes(id, { ...HATTIE, removed: '' });
    await office.tells(current(office, id));
    const said = office.connector.messages
      .map(textOf)
      .filter((text) => text.includes('are proposed to take part'));
    expect(said).toHaveLength(1);
    const card = wordsOn(cardOf(office.connector.in(CHANNEL).find((each) => each.id === channel.id)));
    expect(card).toContain('The requester proposes to add 1 person.');
    for (const words of [card, ...said])
      for (const { name } of [hattie, ...ask.participants]) expect(words).not.toContain(name);
    const own = await view(id);
    expect(wordsOn(own)).toContain(`To be added: ${hattie.name} (School or college: primary).`);
    expect(buttonsOn(own)).toEqual(expect.arrayContaining(['Agree', 'Leave as it is']));
    const anybodys = presentForCoordinators(current(office, id), defaultPolicy, {
      refresh: { userIds: [], button: true },
      coordinator: false,
    });
    expect(buttonsOn(renderCard('coordination', anybodys))).not.toContain('Agree');
  });

  it('take part once a coordinator agrees, and the requester is told once', async () => {
    await known(office, petra);
    const { id, ask } = await booked(office);
    const [first] = ask.participants;
    await proposes(id, { ...HATTIE, removed: first!.mail });
    const reply = await answers(id, 'Agree');
    expect(buttonsOn(reply.card)).not.toContain('Agree');
    expect(current(office, id).ask.participants.map(({ mail }) => mail)).toEqual([
      ...ask.participants.slice(1).map(({ mail }) => mail),
      hattie.mail,
    ]);
    await office.tells(current(office, id));
    const said = office.connector.in(`a:${petra.id}`).map(textOf);
    expect(said.filter((text) => text.includes('has agreed to the other people'))).toHaveLength(1);
    expect(wordsOn(requestersCard(id))).toContain('A coordinator has agreed');
  });

  it('do not take part when a coordinator leaves it as it is, and the requester is told once', async () => {
    await known(office, petra);
    const { id, ask } = await booked(office);
    await proposes(id, HATTIE);
    await answers(id, 'Leave as it is');
    expect(current(office, id).ask).toEqual(ask);
    await office.tells(current(office, id));
    const said = office.connector.in(`a:${petra.id}`).map(textOf);
    expect(said.filter((text) => text.includes('has left the people as they are'))).toHaveLength(1);
  });

  it('are not agreed to unseen: a card that shows an older proposal says so', async () => {
    const { id, ask } = await booked(office);
    await proposes(id, HATTIE);
    const older = await view(id);
    office.clock.pass(60_000);
    await proposes(id, { chosen: third.id, chosenTeam: 'cs-eh' });
    for (const button of ['Agree', 'Leave as it is']) {
      const reply = await office.executes(cory, press(older, button), { where: THREAD });
      expect(wordsOn(reply.card)).toContain(REFUSALS['changed-meanwhile']);
      expect(wordsOn(reply.card)).toContain(third.name);
    }
    expect(current(office, id).ask).toEqual(ask);
    expect(proposal(id)).toBeDefined();
  });

  it('are answered once by two coordinators at the same moment', async () => {
    const { id } = await booked(office);
    await proposes(id, HATTIE);
    const card = await view(id);
    await Promise.all([
      office.executes(cora, press(card, 'Agree'), { where: THREAD }),
      office.executes(cory, press(card, 'Leave as it is'), { where: THREAD }),
    ]);
    const answered = told(id).filter((about) => about !== 'proposal');
    expect(answered).toHaveLength(1);
    const takesPart = current(office, id).ask.participants.some(({ mail }) => mail === hattie.mail);
    expect(takesPart).toBe(answered[0] === 'proposal-agreed');
  });

  it('are not agreed to where the facilitator would take part, and the card says why', async () => {
    const { id, ask } = await booked(office);
    await proposes(id, { name0: fay.name, mail0: fay.mail, team0: 'hl-mh' });
    expect(wordsOn((await answers(id, 'Agree')).card)).toContain(REFUSALS['facilitator-involved']);
    expect(current(office, id).ask).toEqual(ask);
  });

  it('are neither proposed nor agreed to once the session has begun', async () => {
    const { id, ask } = await booked(office);
    await proposes(id, HATTIE);
    office.clock.pass(at('2026-12-08T10:00') - office.clock.now());
    expect(wordsOn((await answers(id, 'Agree')).card)).toContain(REFUSALS['too-late']);
    expect(wordsOn((await proposes(id, { ...HATTIE, name0: 'Nora Navy' })).card)).toContain(
      REFUSALS['too-late'],
    );
    expect(current(office, id).ask).toEqual(ask);
  });

  it('can be taken back by the list as it stands', async () => {
    const { id } = await booked(office);
    await proposes(id, HATTIE);
    const { card } = await opens(id);
    expect(wordsOn(card)).toContain(PROPOSING.waiting);
    const reply = await dialogs(office).dialogSubmits(petra, press(card, SEND));
    expect(wordsOn(reply.card)).toContain(PROPOSING.takenBack);
    expect(proposal(id)).toBeUndefined();
    expect(wordsOn((await proposes(id, {})).card)).toContain(REFUSALS['nothing-proposed']);
  });
});
