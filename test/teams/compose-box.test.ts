/** What people reach from the box they write messages in, in whatever conversation that is. */
import { referenceOf } from '../../src/domain/request';
import { practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, wordsOn } from './card-in-hand';
import { composedForm, dialogs } from './dialog-steps';
import { FILLED, NEXT } from './form-steps';
import { CHANNEL, GROUP, type Office, openOffice } from './office';
import { booked, current, known, offered, submitted } from './session-steps';

const [petra, sam] = practitioners;

/** A conversation the bot has no part in. */
const ELSEWHERE = '19:somebody_somebody-else@unq.gbl.spaces';

let office: Office;
let box: ReturnType<typeof dialogs>;
beforeEach(async () => {
  office = await openOffice();
  box = dialogs(office);
});
afterEach(() => office.close());

describe('"Request a JAGS" in the compose box', () => {
  it('opens a dialog with the question about a child at risk, before anything else', async () => {
    const body = await box.invoke(petra, 'composeExtension/fetchTask', { commandId: 'ask' }, {});
    expect(body).toMatchObject({
      task: {
        type: 'continue',
        value: {
          title: 'Request a JAGS',
          card: { contentType: 'application/vnd.microsoft.card.adaptive' },
        },
      },
    });
    const { card } = await box.composes(petra);
    expect(wordsOn(card)).toContain('Is a child at immediate risk of significant harm?');
    expect(fieldsOn(card)).toEqual({ answer: '' });
  });

  it.each(['unreported', 'unsure'])(
    'leads to 999 and CADS in that dialog, without a form: %s',
    async (answer) => {
      const { card } = await box.composes(petra);
      const urgent = await box.composeSubmits(petra, press(card, 'Continue', { answer }));
      expect(wordsOn(urgent.card)).toMatch(/call 999[^]*CADS/);
      expect(fieldsOn(urgent.card)).toEqual({});
      const form = await box.composeSubmits(petra, press(urgent.card, 'I have now reported it'));
      expect(fieldsOn(form.card)).toMatchObject({ caseReference: '', reason: '' });
    },
  );

  it('goes on step by step in the same dialog, to the receipt', async () => {
    const receipt = await box.composeSubmits(petra, await composedForm(office, petra));
    const [request] = office.store.all();
    expect(request).toMatchObject({ state: 'submitted', requester: { id: petra.id } });
    expect(wordsOn(receipt.card)).toContain(`Your JAGS request ${referenceOf(request!.id)}`);
    expect(wordsOn(receipt.card)).toContain('Not confirmed yet');
  });

  it('says what is wrong with the form, and keeps what was typed', async () => {
    const pressed = await composedForm(office, petra);
    const wrong = { ...pressed, data: { ...pressed.data, reason: 'NHS number 999 100 2340' } };
    const again = await box.composeSubmits(petra, wrong);
    expect(wordsOn(again.card)).toContain('Nothing has been sent yet');
    expect(fieldsOn(again.card)).toMatchObject({ caseReference: FILLED.caseReference });
    expect(office.store.all()).toEqual([]);
    const next = await box.composeSubmits(petra, press(again.card, NEXT, { reason: 'We are stuck.' }));
    const right = await box.composeSubmits(petra, press(next.card, 'Send request'));
    expect(wordsOn(right.card)).toContain('Your JAGS request');
  });

  it('has room for more people there', async () => {
    const { data } = await composedForm(office, petra);
    const more = await box.composeSubmits(petra, { type: '', verb: '', data: { ...data, verb: 'form-add' } });
    expect(wordsOn(more.card)).toContain(FILLED.name1);
    expect(fieldsOn(more.card)).toMatchObject({ name0: '', name1: '' });
  });

  it('makes one request, although Teams sends the form again after five seconds', async () => {
    const pressed = await composedForm(office, petra);
    const first = await box.composeSubmits(petra, pressed);
    const again = await box.composeSubmits(petra, pressed);
    const [request, ...more] = office.store.all();
    expect(more).toEqual([]);
    for (const { card } of [first, again])
      expect(wordsOn(card)).toContain(`Your JAGS request ${referenceOf(request!.id)}`);
  });

  it('makes one request of ten at the same time', async () => {
    const pressed = await composedForm(office, petra);
    const replies = await Promise.all(Array.from({ length: 10 }, () => box.composeSubmits(petra, pressed)));
    expect(office.store.all()).toHaveLength(1);
    for (const { card } of replies) expect(wordsOn(card)).toContain('Your JAGS request');
  });

  it.each([ELSEWHERE, GROUP, CHANNEL])(
    'leaves nothing in the conversation it was opened in: %s',
    async (where) => {
      await known(office, petra);
      const before = office.connector.messages.length;
      await box.composeSubmits(petra, await composedForm(office, petra, { where }), { where });
      expect(office.connector.messages.slice(before)).toEqual([]);
    },
  );

  it('brings the receipt to their own chat afterwards, as the card that is kept up to date', async () => {
    await known(office, petra);
    await box.composeSubmits(petra, await composedForm(office, petra, { where: GROUP }), { where: GROUP });
    const [request] = office.store.all();
    expect(await office.cards.find(request!.id, 'requester')).toBeUndefined();
    await office.tells(request!);
    const card = office.connector.in(`a:${petra.id}`).at(-1);
    expect(wordsOn(card?.activity.attachments?.[0]?.content)).toContain('Your JAGS request');
    expect(office.connector.in(GROUP)).toEqual([]);
    expect(await office.cards.find(request!.id, 'requester')).toMatchObject({ activityId: card!.id });
  });

  it('withdraws from the receipt, with the one confirming tap', async () => {
    const receipt = await box.composeSubmits(petra, await composedForm(office, petra));
    const { card } = await box.composeSubmits(petra, press(receipt.card, 'Yes, withdraw it'));
    expect(wordsOn(card)).toContain('You withdrew it');
  });

  it('says so when nothing can be saved, and keeps what was typed', async () => {
    const pressed = await composedForm(office, petra);
    office.wire.cut = true;
    const { card } = await box.composeSubmits(petra, pressed);
    expect(wordsOn(card)).toContain('NOT saved');
    expect(fieldsOn(card)).toMatchObject({ name0: FILLED.name0, mail1: FILLED.mail1 });
    expect(fieldsOn(card).draft).toContain(FILLED.reason);
  });

  it('keeps what was typed while saving takes too long, and makes one request of it all', async () => {
    const pressed = await composedForm(office, petra);
    let clear = (): void => undefined;
    office.wire.jam = new Promise((resolve) => (clear = resolve));
    const { card } = await box.composeSubmits(petra, pressed);
    expect(wordsOn(card)).toContain('Please send it again in a minute');
    expect(fieldsOn(card)).toMatchObject({ name0: FILLED.name0, mail1: FILLED.mail1 });
    clear();
    delete office.wire.jam;
    const again = await box.composeSubmits(petra, press(card, 'Send request'));
    expect(wordsOn(again.card)).toContain('Your JAGS request');
    expect(office.store.all()).toHaveLength(1);
  });

  it.each(['', 'made-up', 'approve', '__proto__'])(
    'does nothing for a command nobody offers: "%s"',
    async (id) => {
      const { card } = await box.composes(petra, id);
      expect(wordsOn(card)).toMatch(/out of date|could not be read/);
      expect(buttonsOn(card)).toEqual([]);
    },
  );
});

it('does not take a chat of two people for the chat with the bot', async () => {
  const { conversation, ...rest } = office.activityOf(petra, ELSEWHERE);
  const value = { commandId: 'ask', commandContext: 'compose' };
  const invoke = { ...rest, conversation: { ...conversation, conversationType: 'personal' }, value };
  await office.receive({ ...invoke, type: 'invoke', name: 'composeExtension/fetchTask' });
  expect(await office.conversations.ofPerson(petra.id)).toBeUndefined();
});

describe('"My requests" in the compose box', () => {
  it("finds one's own requests, and nobody else's", async () => {
    const old = await submitted(office);
    office.clock.pass(3_600_000);
    const young = await offered(office);
    const { found } = await box.searches(petra);
    expect(found.map(({ title }) => title)).toEqual([
      `${referenceOf(young.id)}: Waiting for the facilitator. Not confirmed yet`,
      `${referenceOf(old.id)}: Sent. Not confirmed yet`,
    ]);
    expect(await box.searches(sam)).toEqual({ found: [], text: 'You have not asked for a JAGS yet.' });
  });

  it('finds one by its reference, with or without hyphen, or by its state', async () => {
    const { id } = await submitted(office);
    await booked(office);
    for (const text of [referenceOf(id), referenceOf(id).replace('-', '').toLowerCase(), 'sent']) {
      const { found } = await box.searches(petra, text);
      expect([text, found.length > 0, found.every(({ title }) => title.includes('Sent'))]).toEqual([
        text,
        true,
        true,
      ]);
    }
    expect(await box.searches(petra, 'nothing like it')).toMatchObject({
      found: [],
      text: expect.stringContaining('No request of yours matches that') as string,
    });
  });

  it('puts into the message how it stands and who has it, at that moment', async () => {
    const { id } = await submitted(office);
    const [found] = (await box.searches(petra)).found;
    expect(wordsOn(found?.card)).toBe(
      [
        `JAGS request ${referenceOf(id)}`,
        'Sent. Not confirmed yet',
        'The coordinators have it now. They should answer by Thursday 26 November 2026.',
        'As it stood at 10:00 on Tuesday 24 November 2026.',
      ].join('\n'),
    );
    expect(buttonsOn(found?.card)).toEqual([]);
  });

  it('shows no more than Teams does', async () => {
    for (let n = 0; n < 30; n += 1) await submitted(office);
    expect((await box.searches(petra)).found).toHaveLength(25);
  });

  it('says so when nothing can be read', async () => {
    office.wire.cut = true;
    expect(await box.searches(petra)).toMatchObject({
      found: [],
      text: expect.stringMatching(/\w/) as string,
    });
  });

  it.each([
    ['a number for a text', { commandId: 'find', parameters: [{ name: 'text', value: 7 }] }],
    ['no list', { commandId: 'find', parameters: 'text' }],
    ['nothing', null],
    ['a text without end', { commandId: 'find', parameters: [{ name: 'text', value: 'x'.repeat(5_000) }] }],
    ['a command nobody offers', { commandId: 'withdraw', parameters: [] }],
  ])('answers a search of another shape: %s', async (_what, value) => {
    await submitted(office);
    const body = await box.invoke(petra, 'composeExtension/query', value as object, {});
    expect(body).toHaveProperty('composeExtension.type');
    expect(current(office, office.store.all()[0]!.id).state).toBe('submitted');
  });
});

it('has only a sentence for a search that comes from a card', async () => {
  const reply = await office.executes(petra, { type: 'Action.Execute', verb: 'find', data: { text: '' } });
  expect(reply).toMatchObject({ status: 200, text: 'You have not asked for a JAGS yet.' });
});
