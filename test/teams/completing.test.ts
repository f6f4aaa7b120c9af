import type { Submitted } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import { answers } from '../builders';
import { coordinators, outsiders, practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, type Pressed, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { current, shownInChannel, submitted } from './session-steps';

const [petra] = practitioners;
const [cora, colin] = coordinators;
const [hattie] = outsiders;
const WHERE = { where: `${CHANNEL};messageid=1` };

let office: Office;
let id: string;
/** Two people whose names are not known yet: a school nurse, and a head of year. */
beforeEach(async () => {
  office = await openOffice();
  const roles = [
    { name: 'school nurse', mail: '', team: 'hl-sn' },
    { name: 'head of year', mail: '', team: 'ed-sec' },
  ];
  ({ id } = await submitted(office, { participants: [...answers().participants, ...roles] }));
});
afterEach(() => office.close());

async function opens(): Promise<unknown> {
  const opening: Pressed = {
    type: 'Action.Submit',
    verb: 'edit-form',
    data: { verb: 'edit-form', request: id },
  };
  return (await office.executes(cora, opening, WHERE)).card;
}

/** Fills in the dialog, new or as given, and saves it. */
async function saves(filled: Record<string, string>, card?: unknown, person = cora): Promise<unknown> {
  const pressed = press(card ?? (await opens()), 'Save', filled);
  return (await dialogs(office).dialogSubmits(person, pressed, WHERE)).card;
}

async function view(): Promise<unknown> {
  const coordinate = { type: 'Action.Execute', verb: 'coordinate', data: { request: id } };
  return (await office.executes(cora, coordinate, WHERE)).card;
}

const ask = () => current<Submitted>(office, id).ask;
const dropped = { dropped1: 'true' };
const named = { name0: hattie.name, mail0: hattie.mail };

describe('A request in which somebody is to be named', () => {
  it('says who, and why nobody can be approved; what helps comes first', async () => {
    const card = await view();
    expect(wordsOn(card)).toContain(
      '2 still to be named: school nurse (Health: school nursing), head of year (School or college: secondary)',
    );
    expect(wordsOn(card)).toContain('Until they are, no match can be approved.');
    expect(buttonsOn(card)[1]).toBe('Complete or change');
    expect(buttonsOn(card).filter((title) => title.startsWith('Approve'))).toEqual([]);
  });

  it('says so in the channel too, where it tells nobody what to press', async () => {
    const words = wordsOn(cardOf(await shownInChannel(office, current(office, id))));
    expect(words).toContain('2 still to be named: school nurse');
    expect(words).not.toContain('Please press');
  });

  it('counts everybody who is to take part', async () => {
    expect(wordsOn(await view())).toContain('5 people from 4 agencies');
  });

  it('can be approved once they are named or not needed, on fresh matches', async () => {
    expect(wordsOn(await saves({ ...named, ...dropped }))).toContain('Saved. Matches are looked for again');
    expect(ask()).not.toHaveProperty('toBeNamed');
    expect(ask().participants.at(-1)).toEqual({ name: hattie.name, mail: hattie.mail, team: 'hl-sn' });
    expect(current(office, id)).toMatchObject({ round: 2, revision: 1 });
    expect(wordsOn(await view())).not.toContain('still to be named');
  });

  it('may be completed one by one', async () => {
    await saves(named);
    expect(ask().toBeNamed).toEqual([{ role: 'head of year', team: 'ed-sec' }]);
    const again = await opens();
    expect(wordsOn(again)).toContain('head of year · School or college: secondary');
    expect(wordsOn(again)).not.toContain('school nurse');
  });

  it('is approved by no forged press before that', async () => {
    const approve = { type: 'Action.Execute', verb: 'approve', data: { request: id, match: '1-1' } };
    const reply = await office.executes(cora, approve, WHERE);
    expect(wordsOn(reply.card)).toContain('Please complete the request first');
    expect(current(office, id).state).toBe('submitted');
  });
});

describe('Changing a request', () => {
  it('starts from how it stands', async () => {
    expect(fieldsOn(await opens())).toMatchObject({
      earliest: '2026-12-08',
      latest: '2026-12-18',
      place: 'online',
      times: 'morning,afternoon',
      name0: '',
      interpreterName0: '',
    });
  });

  it('takes dates, place, arrangements and interpreters, who are no participants', async () => {
    const filled = {
      latest: '2026-12-16',
      days: 'tuesday,wednesday',
      times: 'morning',
      place: 'in-person',
      venue: 'The old town hall',
      arrangements: 'bsl,step-free',
      interpreterName0: 'Ivo Indigo',
      interpreterMail0: 'Ivo@interpreters.example',
    };
    await saves(filled);
    expect(ask()).toMatchObject({
      latest: '2026-12-16',
      days: ['tuesday', 'wednesday'],
      place: { kind: 'in-person', venue: 'The old town hall' },
      arrangements: ['bsl', 'step-free'],
      interpreters: [{ name: 'Ivo Indigo', mail: 'ivo@interpreters.example' }],
    });
    const words = wordsOn(await view());
    expect(words).toContain('Arrangements: BSL interpreter, step-free access');
    expect(words).toContain('Interpreters: Ivo Indigo');
    expect(words).toContain('5 people from');
    const entry = (await office.store.history(id)).at(-1);
    expect(entry).toMatchObject({ what: 'edit', by: { id: cora.id } });
    const changed = ['arrangements', 'days', 'interpreters', 'latest', 'place', 'times'];
    expect([...(entry?.changed ?? [])].sort()).toEqual(changed);
    expect(wordsOn(cardOf(await shownInChannel(office, current(office, id))))).not.toContain('Ivo');
  });

  it('says beside each field what is wrong, and keeps everything that was typed', async () => {
    const filled = { earliest: '2026-11-02', name0: hattie.name, venue: 'Somewhere' };
    const card = await saves({ ...filled, interpreterMail1: 'ivo' });
    const words = wordsOn(card);
    expect(words).toContain('Earliest day: this day has passed');
    expect(words).toContain('To be named 1: give a full work e-mail');
    expect(words).toContain('Interpreter 1: give the name too');
    expect(words.match(/Please change: /g)).toHaveLength(3);
    expect(fieldsOn(card)).toMatchObject({ ...filled, interpreterMail0: 'ivo', interpreterMail1: '' });
    expect(current(office, id)).not.toHaveProperty('revision');
  });

  it('stores nothing that identifies a child, until it has been answered about', async () => {
    const asked = await saves({ place: 'in-person', venue: 'Flat 3, Sycamore House' });
    expect(wordsOn(asked)).toContain("could be a family's home");
    expect(ask().place).toEqual({ kind: 'online' });
    const certain = await saves({ ...named, name1: '999 100 2340', mail1: 'a@b.example' }, asked);
    expect(wordsOn(certain)).toContain('an NHS number');
    expect(
      JSON.stringify([office.store.all(), await office.store.history(id), office.log.lines]),
    ).not.toMatch(/Sycamore|999 100/);
    const [, mark = ''] = /"valueOn":"(\w+)"/.exec(JSON.stringify(asked)) ?? [];
    await saves({ notNames: mark }, asked);
    expect(ask().place).toEqual({ kind: 'in-person', venue: 'Flat 3, Sycamore House' });
  });

  it('names nobody twice, and nobody who takes part already', async () => {
    const [nora] = answers().participants;
    expect(wordsOn(await saves({ name0: nora!.name, mail0: nora!.mail }))).toContain(
      'is on the list already',
    );
    const twice = { name0: 'One Person', mail0: 'p@x.example', name1: 'One Person', mail1: 'P@x.example' };
    expect(wordsOn(await saves(twice))).toContain('is on the list already');
    expect(ask().toBeNamed).toHaveLength(2);
  });

  it('overwrites nothing that was changed meanwhile: it says so, and shows how it is now', async () => {
    const [mine, theirs] = [await opens(), await opens()];
    await saves(named, theirs, colin);
    const card = await saves({ place: 'in-person', venue: 'Mine', ...dropped }, mine);
    expect(wordsOn(card)).toContain('has been changed meanwhile, so nothing of yours was saved');
    expect(wordsOn(card)).not.toContain('school nurse');
    expect(fieldsOn(card)).toMatchObject({ place: 'online', dropped0: 'false' });
    expect(ask()).toMatchObject({ place: { kind: 'online' }, toBeNamed: [{ role: 'head of year' }] });
    await saves({ dropped0: 'true' }, card);
    expect(ask()).not.toHaveProperty('toBeNamed');
  });

  it('lets one of twenty at once win, and tells the others', async () => {
    const card = await opens();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => saves({ place: 'in-person', venue: `Room ${n}` }, card)),
    );
    const saved = replies.map(wordsOn).filter((words) => words.includes('Saved.'));
    expect(saved).toHaveLength(1);
    expect(replies.map(wordsOn).filter((words) => words.includes('changed meanwhile'))).toHaveLength(19);
    expect(current(office, id)).toMatchObject({ revision: 1 });
  });

  it('is not lost with the storage', async () => {
    const card = await opens();
    const save = office.store.save.bind(office.store);
    office.store.save = () => Promise.reject(new Fault('Expected storage to answer, got no connection'));
    const lost = await saves({ place: 'in-person', venue: 'The old town hall' }, card);
    expect(wordsOn(lost)).toContain('NOT saved');
    expect(ask().place).toEqual({ kind: 'online' });
    office.store.save = save;
    await saves({}, lost);
    expect(ask().place).toEqual({ kind: 'in-person', venue: 'The old town hall' });
  });

  it('may be done while the requester has it back, and ends their turn', async () => {
    const by = { id: cora.id, name: cora.name };
    const missing = { text: 'Who is the nurse?', notNames: '' };
    await office.workflow.handle({ kind: 'return', requestId: id, missing, by });
    await saves(named);
    expect(current(office, id)).toMatchObject({ state: 'submitted', requester: { id: petra.id } });
  });

  it('comes too late once it is being arranged', async () => {
    await saves({ dropped0: 'true', dropped1: 'true' });
    const card = await opens();
    const by = { id: petra.id, name: petra.name };
    await office.workflow.handle({ kind: 'withdraw', requestId: id, by });
    expect(wordsOn(await saves({}, card))).toContain('closed meanwhile');
    expect(wordsOn(await opens())).toContain('closed meanwhile');
  });

  it('shows as many people as fit, and says that more follow', async () => {
    const roles = Array.from({ length: 30 }, () => ({ name: 'school nurse', mail: '', team: 'hl-sn' }));
    await office.close();
    office = await openOffice({ policy: { ...office.policy, mostParticipants: 40 } });
    ({ id } = await submitted(office, { participants: [...answers().participants, ...roles] }));
    expect(wordsOn(await opens())).toContain('19 more people are named after these.');
    await saves(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`dropped${n}`, 'true'])));
    expect(ask().toBeNamed).toHaveLength(19);
  });
});
