/** A request that lives: changed by the requester or by the colleague who may act for them. */
import { markToConfirm } from '../../src/domain/form';
import { referenceOf, type Submitted } from '../../src/domain/request';
import { aNote, answers, someMatches } from '../builders';
import { coordinators, everybody, practitioners, type SandboxPerson } from '../sandbox/people';
import { buttonsOn, fieldsOn, partsOf, press, wordsOn } from './card-in-hand';
import { NEXT } from './form-steps';
import { type Office, openOffice, type Reply } from './office';
import { booked, current, submitted } from './session-steps';

const [petra, sam, indigo] = practitioners;
const [cora] = coordinators;
const AGAIN = 'Send again';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const execute = (verb: string, request: string, person: SandboxPerson = petra) =>
  office.executes(person, { type: 'Action.Execute', verb, data: { request } });
const pressOn = ({ card }: Reply, title: string, filled: Record<string, string> = {}, person = petra) =>
  office.executes(person, press(card, title, filled));

/** With Sam, who is in the directory, to act for Petra. */
async function withColleague(): Promise<Submitted> {
  const { id } = await submitted(office, { colleague: sam.mail });
  await office.workflow.handle({ kind: 'look-again', requestId: id, by: { id: cora.id, name: cora.name } });
  await office.reports(id, { kind: 'matches-found', matches: someMatches({ round: 2 }), known: everybody });
  return current<Submitted>(office, id);
}

async function returned(): Promise<string> {
  const { id } = await submitted(office);
  const by = { id: cora.id, name: cora.name };
  const missing = aNote({ text: '**Please** add a school.' });
  await office.workflow.handle({ kind: 'return', requestId: id, missing, by });
  return id;
}

describe('changing a request', () => {
  it('opens the form as it was left, people without addresses included', async () => {
    const { id } = await submitted(office, {
      phone: '01632 960123',
      colleague: sam.mail,
      otherNeeds: ['tasks'],
      goesOn: 'tasks',
      place: 'in-person',
      venue: 'Sycamore Centre',
      arrangements: ['bsl'],
      days: ['monday', 'friday'],
      participants: [
        { name: 'Nora Navy', mail: 'nora.navy@health-sandbox.example', team: 'hl-sn' },
        { name: 'head teacher', mail: '', team: 'ed-pri' },
      ],
    });
    const form = await execute('change', id);
    expect(wordsOn(form.card)).toContain(`Change your request ${referenceOf(id)}`);
    expect(fieldsOn(form.card)).toMatchObject({
      caseReference: 'CASE-REF-4711',
      reason: current(office, id).ask.reason,
      phone: '01632 960123',
      colleague: sam.mail,
      otherNeeds: 'tasks',
      place: 'in-person',
      venue: 'Sycamore Centre',
      arrangements: 'bsl',
      days: 'monday,friday',
    });
    const people = await pressOn(form, NEXT);
    expect(wordsOn(people.card)).toContain('1. Nora Navy');
    expect(wordsOn(people.card)).toContain('2. head teacher\nto be named later · School or college: primary');
  });

  it('sends the whole form again, and the request is the same one', async () => {
    const { id } = await submitted(office);
    const people = await pressOn(await execute('change', id), NEXT, { reason: 'We are still stuck.' });
    const sent = await pressOn(people, AGAIN);
    expect(office.store.all()).toHaveLength(1);
    expect(current(office, id)).toMatchObject({ state: 'submitted', revision: 1 });
    expect(current(office, id).ask.reason).toBe('We are still stuck.');
    expect(wordsOn(sent.card)).toContain('Not confirmed yet');
    expect(wordsOn(sent.card)).not.toContain('This replaced');
  });

  it('does not ask again what was answered, while the words stay as they are', async () => {
    const asked = answers({ reason: 'I work with Jade Hazel, aged 34, on this.', otherNeeds: ['tasks'] });
    const notNames = markToConfirm(asked, office.clock.now(), office.policy);
    const { id } = await submitted(office, { ...asked, goesOn: 'tasks', notNames });
    const form = await execute('change', id);
    const people = await pressOn(form, NEXT, { caseReference: 'OTHER-REF' });
    expect(wordsOn(people.card)).toContain('Part 2 of 2');
    const changed = await pressOn(form, NEXT, { reason: 'It is about a child called Tyler.' });
    expect(wordsOn(changed.card)).toContain('what could be a name');
  });

  it('says so when somebody else’s change was sent meanwhile, and the last one stands', async () => {
    const { id } = await withColleague();
    const petras = await pressOn(await execute('change', id), NEXT, {
      reason: 'We are stuck, the first says.',
    });
    const sams = await pressOn(
      await execute('change', id, sam),
      NEXT,
      { reason: 'We are stuck, the second says.' },
      sam,
    );
    expect(wordsOn((await pressOn(sams, AGAIN, {}, sam)).card)).not.toContain('This replaced');
    const last = await pressOn(petras, AGAIN);
    expect(wordsOn(last.card)).toContain('This replaced a change that was sent meanwhile.');
    expect(current(office, id).ask.reason).toBe('We are stuck, the first says.');
  });

  it('leaves everything as it was when it is not wanted after all', async () => {
    const request = await submitted(office);
    const back = await pressOn(await execute('change', request.id), 'Leave it as it was', { reason: '' });
    expect(wordsOn(back.card)).toContain(`Your JAGS request ${referenceOf(request.id)}`);
    expect(current(office, request.id)).toEqual(request);
  });

  it('is refused with what is wrong, and nothing typed is lost', async () => {
    const { id } = await submitted(office);
    const wrong = await pressOn(await execute('change', id), NEXT, { reason: 'NHS number 999 100 2340' });
    expect(wordsOn(wrong.card)).toContain('an NHS number');
    expect(wordsOn(wrong.card)).toContain('Change your request');
    expect(current(office, id).revision).toBeUndefined();
  });

  it('is too late once it is booked, also for a form that was opened before', async () => {
    const { id } = await booked(office);
    const reply = await execute('change', id);
    expect(wordsOn(reply.card)).toContain(
      'It is being arranged already, so the form can no longer be changed.',
    );
    expect(buttonsOn(reply.card)).not.toContain('Change');
    const young = await submitted(office);
    const people = await pressOn(await execute('change', young.id), NEXT);
    await execute('withdraw', young.id);
    expect(wordsOn((await pressOn(people, AGAIN)).card)).toContain('This request is closed.');
  });
});

describe('a request that was sent back', () => {
  it('shows what a coordinator wrote above the form, as typed, until it is sent again', async () => {
    const id = await returned();
    const form = await execute('change', id);
    const wrong = await pressOn(form, NEXT, { reason: '' });
    const back = await pressOn(await pressOn(form, NEXT), 'Back to the first part');
    for (const { card } of [form, wrong, back]) {
      expect(wordsOn(card)).toContain(
        'A coordinator asks you to change something:\n**Please** add a school.',
      );
      expect(
        partsOf(card)
          .filter(({ type }) => type === 'TextBlock')
          .map(({ text }) => text),
      ).not.toContain('**Please** add a school.');
    }
    await pressOn(await pressOn(form, NEXT), AGAIN);
    expect(current(office, id).state).toBe('submitted');
  });
});

describe('who may change it', () => {
  it('is the colleague too, who sees for whom they act', async () => {
    const { id } = await withColleague();
    const opened = await execute('open', id, sam);
    expect(wordsOn(opened.card)).toContain('You act for Petra Practice');
    expect(wordsOn(opened.card)).toContain('Who: Petra Practice and 2 others');
    const form = await pressOn(opened, 'Change', {}, sam);
    await pressOn(
      await pressOn(form, NEXT, { reason: 'We are stuck, the second says.' }, sam),
      AGAIN,
      {},
      sam,
    );
    expect(current(office, id)).toMatchObject({ requester: { id: petra.id, name: petra.name } });
    expect((await office.store.history(id)).at(-1)).toMatchObject({ what: 'change', by: { id: sam.id } });
  });

  it('is nobody else: not seen, not opened, not sent, and noted', async () => {
    const { id } = await withColleague();
    const before = current(office, id);
    expect(await execute('change', id, indigo)).toMatchObject({
      status: 400,
      text: expect.stringContaining('No such request was found for you') as string,
    });
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'change',
      refused: 'requester-only',
    });
    const people = await pressOn(await execute('change', id), NEXT);
    expect(await pressOn(people, AGAIN, {}, indigo)).toMatchObject({
      status: 400,
      text: expect.stringContaining('Only the person who asked') as string,
    });
    expect(current(office, id)).toEqual(before);
  });

  it('sees no coordinator’s words through a form that says it changes somebody else’s request', async () => {
    const id = await returned();
    const own = await submitted(office);
    const form = await execute('change', own.id);
    const draft = JSON.parse(fieldsOn(form.card).draft!) as object;
    const forged = JSON.stringify({ ...draft, changes: { request: id, revision: 0 } });
    const reply = await pressOn(form, NEXT, { draft: forged, reason: '' }, indigo);
    expect(wordsOn(reply.card)).not.toContain('add a school');
  });

  it.each([{ request: '../x', revision: 0 }, { request: 'request1', revision: -1 }, { request: 'request1' }])(
    'is not read from what no card of ours says: %j',
    async (changes) => {
      const form = await execute('change', (await submitted(office)).id);
      const draft = JSON.parse(fieldsOn(form.card).draft!) as object;
      const reply = await pressOn(form, NEXT, { draft: JSON.stringify({ ...draft, changes }) });
      expect(reply).toMatchObject({
        status: 400,
        text: expect.stringContaining('could not be read') as string,
      });
    },
  );

  it('withdraws as well, and finds it among their own requests', async () => {
    const { id } = await withColleague();
    const [list] = await office.says(sam, 'status');
    expect(wordsOn(list?.activity.attachments?.[0]?.content)).toContain(referenceOf(id));
    const gone = await pressOn(await execute('open', id, sam), 'Yes, withdraw it', {}, sam);
    expect(current(office, id)).toMatchObject({ state: 'closed', outcome: { kind: 'withdrawn' } });
    expect(wordsOn(gone.card)).toContain('Withdrawn');
  });
});
