/** What those who come say of their own part in a session, in chat: that they cannot come, and what is to be arranged. */
import type { Booked } from '../../src/domain/request';
import { createReminders } from '../../src/teams/reaching/reminding';
import { OWN_PART } from '../../src/wording/taking-part';
import { at } from '../builders';
import { coordinators, facilitators, outsiders, practitioners } from '../sandbox/people';
import { buttonsOn, executing, press, wordsOn } from './card-in-hand';
import { cardOf, GROUP, type Office, openOffice } from './office';
import { booked, current, known, shownInChannel } from './session-steps';

const [cora] = coordinators;
const [petra, sam, , stranger] = practitioners;
const [fay] = facilitators;
const [, percy] = outsiders;
const CANNOT = "I can't come";
const CAN = 'I can come after all';
const ASK = 'Ask for this';

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  await known(office, petra, sam);
  id = (await booked(office)).id;
  await comes({ ...percy, team: 'po-ch' }, { id: sam.id, name: sam.name, mail: sam.mail, team: 'cs-eh' });
});
afterEach(() => office.close());

const request = () => current<Booked>(office, id);
const about = () =>
  office.store
    .effectsOf(id)
    .flatMap(({ effect }) => ('about' in effect ? [`${effect.kind} ${effect.about ?? ''}`] : []));

/** Who is to come besides Petra. */
async function comes(...participants: Booked['ask']['participants']): Promise<void> {
  const was = await office.store.load(id);
  const before = request();
  const audit = { at: office.clock.now(), by: 'system', what: 'unknown' } as const;
  const next = { ...before, ask: { ...before.ask, participants } };
  await office.store.save({ ...(was && { was }), next, effects: [], audit });
}

/** The card of a reminder, as Sam has it in their chat. */
async function reminded(days = 5) {
  await createReminders(office.teams).remind(request(), days, { id: sam.id, as: 'participant' });
  return cardOf(office.connector.in(`a:${sam.id}`).at(-1));
}

async function requestersCard() {
  await office.messenger.show(request(), { kind: 'requester' });
  return cardOf(
    office.connector
      .in(`a:${petra.id}`)
      .filter(({ activity }) => activity.attachments)
      .at(-1),
  );
}

describe('A participant who cannot come', () => {
  it('says so with one tap, is told what to do, and can take it back on the same card', async () => {
    const reply = await office.executes(sam, press(await reminded(), CANNOT));
    expect(request().absent).toEqual([sam.mail]);
    const words = wordsOn(reply.card);
    expect(words).toContain(OWN_PART.absentNoted);
    expect(words).toContain(OWN_PART.cannotCome);
    expect(buttonsOn(reply.card)).not.toContain(CANNOT);

    const after = await office.executes(sam, press(reply.card, CAN));
    expect(request().absent).toBeUndefined();
    expect(wordsOn(after.card)).toContain(OWN_PART.comingNoted);
    expect(buttonsOn(after.card)).toContain(CANNOT);
  });

  it('is named to whoever named them, and that others can come instead', async () => {
    await office.executes(sam, press(await reminded(), CANNOT));
    const words = wordsOn(await requestersCard());
    expect(words).toContain(`Cannot come: ${sam.name}.`);
    expect(words).toContain('“Change who takes part”');
    expect(buttonsOn(await requestersCard())).toContain('Change who takes part');
  });

  it('is a number in the channel, and named in a coordinator’s own view alone', async () => {
    await office.executes(sam, press(await reminded(), CANNOT));
    const channel = wordsOn(cardOf(await shownInChannel(office, request())));
    expect(channel).toContain('1 person said that they cannot come.');
    expect(channel).not.toContain(sam.name);
    const own = await office.executes(cora, executing('coordinate', { request: id }));
    expect(wordsOn(own.card)).toContain(`Cannot come: ${sam.name}.`);
    expect(about()).toEqual(['call-requester cannot-come']);
  });

  it('leaves too few agencies: the coordinators are called, and both are told what can be done', async () => {
    await comes({ id: sam.id, name: sam.name, mail: sam.mail, team: 'po-ch' });
    await office.executes(sam, press(await reminded(), CANNOT));
    expect(about()).toContain('call-coordinators cannot-come');
    const tooFew = 'Without them there are too few agencies';
    expect(wordsOn(cardOf(await shownInChannel(office, request())))).toContain(tooFew);
    expect(wordsOn(await requestersCard())).toContain(tooFew);
  });

  it('sees on a card that has grown old how it stands now, and nothing is done', async () => {
    const card = await reminded();
    office.clock.pass(at('2026-12-08T10:00') - office.clock.now());
    const late = await office.executes(sam, press(card, CANNOT));
    expect(wordsOn(late.card)).toContain('It is too late for that');
    expect(buttonsOn(late.card)).not.toContain(CANNOT);
    const by = { id: cora.id, name: cora.name };
    await office.reports(id, { kind: 'session-ended', attempt: 1 });
    await office.workflow.handle({ kind: 'not-held', attempt: 1, reason: 'technical', requestId: id, by });
    const over = await office.executes(sam, press(card, CANNOT));
    expect(wordsOn(over.card)).toContain('Your JAGS session');
    expect(buttonsOn(over.card)).not.toContain(CANNOT);
    expect(about()).toEqual([]);
  });
});

describe('An arrangement that is needed', () => {
  it('is added by a participant on their card, where it is seen from then on, and the coordinators are told', async () => {
    const reply = await office.executes(
      sam,
      press(await reminded(), ASK, { arrangements: 'captions,step-free' }),
    );
    expect(request().ask.arrangements).toEqual(['captions', 'step-free']);
    expect(wordsOn(reply.card)).toContain(OWN_PART.arrangementsNoted);
    expect(wordsOn(reply.card)).toContain('Arrangements: live captions, step-free access');
    expect(JSON.stringify(reply.card)).not.toContain('"value":"captions"');
    expect(about()).toEqual(['call-coordinators arrangements']);
  });

  it('is added by the requester on theirs, once it is arranged', async () => {
    const reply = await office.executes(petra, press(await requestersCard(), ASK, { arrangements: 'bsl' }));
    expect(request().ask.arrangements).toEqual(['bsl']);
    expect(wordsOn(reply.card)).toContain('Arrangements: BSL interpreter');
  });

  it('is asked for on the form before that', async () => {
    const { ask } = request();
    const was = await office.store.load(id);
    const audit = { at: office.clock.now(), by: 'system', what: 'unknown' } as const;
    const { requester, submittedAt, answerDueAt } = request();
    const common = { requester, ask, submittedAt, answerDueAt, round: 1, attempt: 0, passed: [] };
    const next = { ...common, id, state: 'submitted' } as const;
    await office.store.save({ ...(was && { was }), next, effects: [], audit });
    const card = await requestersCard();
    expect(buttonsOn(card)).toContain('Change');
    expect(buttonsOn(card)).not.toContain(ASK);
  });

  it('has to be ticked', async () => {
    const reply = await office.executes(sam, press(await reminded(), ASK));
    expect(wordsOn(reply.card)).toContain(OWN_PART.nothingChosen);
    expect(request().ask.arrangements).toBeUndefined();
  });
});

describe('What somebody says of their own part', () => {
  it.each([
    ['a stranger', stranger],
    ['the facilitator', fay],
    ['a coordinator', cora],
  ])('is not for %s to say, whatever card they hold', async (_who, person) => {
    const card = await reminded();
    for (const pressed of [
      press(card, CANNOT),
      press(card, ASK, { arrangements: 'bsl' }),
      { ...press(card, ASK, { arrangements: 'bsl' }), verb: 'ask-arrangements-own' },
    ]) {
      const reply = await office.executes(person, pressed);
      expect(reply.card).toBeUndefined();
      expect(reply.text).toContain('You are not on the list');
    }
    expect(request()).toMatchObject({ state: 'booked' });
    expect(request().absent).toBeUndefined();
    expect(about()).toEqual([]);
  });

  it('is not said by the requester of themself: they withdraw it, or ask for another time', async () => {
    const reply = await office.executes(petra, press(await reminded(), CANNOT));
    expect(request().absent).toBeUndefined();
    expect(buttonsOn(reply.card)).not.toContain(CANNOT);
  });

  it.each([
    ['attend', { attempt: 1, coming: false }],
    ['ask-arrangements', { arrangements: 'bsl' }],
    ['ask-arrangements-own', { arrangements: 'bsl' }],
  ])('is not taken where others read along: %s', async (verb, data) => {
    const reply = await office.executes(sam, executing(verb, { request: id, ...data }), { where: GROUP });
    expect(reply.text).toContain('our own chat');
    expect(about()).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['attend', { attempt: 1 }],
    ['attend', { attempt: 0, coming: true }],
    ['attend', { attempt: 1, coming: 'false' }],
    ['ask-arrangements', { arrangements: 'a sofa' }],
    ['ask-arrangements', { arrangements: ['bsl'] }],
    ['ask-arrangements-own', { arrangements: 'bsl,bsl,bsl,bsl,bsl' }],
  ])('is refused as unreadable where it is of another shape, and kept: %s, %j', async (verb, data) => {
    const reply = await office.executes(sam, executing(verb, { request: id, ...data }));
    expect(reply.text).toContain('could not be read');
    const what = verb.replace('-own', '');
    expect((await office.store.history(id)).at(-1)).toMatchObject({ what, refused: 'unreadable' });
  });
});
