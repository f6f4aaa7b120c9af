import { REFUSALS } from '../../src/teams/wording/refusals';
import { TRY_AGAIN } from '../../src/teams/wording/troubles';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, executing, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice, textOf } from './office';
import { current, offered, shownInChannel } from './session-steps';

const [cora, colin] = coordinators;
const [petra] = practitioners;
const THREAD = { where: `${CHANNEL};messageid=1` };
const STUCK = { kind: 'stuck', work: 'watch-answer' } as const;
const NOT_REACHED = { kind: 'not-reached', who: 'facilitator', attempt: 1 } as const;
const BUTTON = 'Try again';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function inTrouble(trouble: typeof STUCK | typeof NOT_REACHED) {
  const { id } = await offered(office);
  await office.reports(id, { kind: 'trouble-met', trouble });
  const view = (person = cora) => office.executes(person, executing('coordinate', { request: id }), THREAD);
  return { id, view, request: () => current(office, id) };
}

describe('What could not be done', () => {
  it('is on the card in plain words, with a button for coordinators only', async () => {
    const { request, view } = await inTrouble(STUCK);
    const channel = cardOf(await shownInChannel(office, request()));
    const words = wordsOn(channel);
    expect(words).toContain(
      'could NOT be done so far: seeing in Outlook whether the facilitator has answered',
    );
    expect(words).not.toContain('watch-answer');
    expect(buttonsOn(channel)).not.toContain(BUTTON);
    expect(buttonsOn((await view()).card)).toContain(BUTTON);
  });

  it('is called for once in the channel', async () => {
    const { id, request } = await inTrouble(STUCK);
    await shownInChannel(office, request());
    await office.messenger.call(request(), { kind: 'coordinators' });
    expect(textOf(office.connector.messages.at(-1))).toMatch(/^JAGS \S+ needs your help\./);
    await office.reports(id, { kind: 'trouble-over', trouble: STUCK });
    await office.reports(id, { kind: 'trouble-met', trouble: NOT_REACHED });
    await office.messenger.call(request(), { kind: 'coordinators' });
    expect(textOf(office.connector.messages.at(-1))).toMatch(
      /^JAGS \S+: somebody cannot be reached in Teams\./,
    );
  });

  it('is tried again when a coordinator says so, who is told that it is', async () => {
    const { id, view, request } = await inTrouble(STUCK);
    const pressed = press((await view()).card, BUTTON);
    const [first, second] = await Promise.all([
      office.executes(cora, pressed, THREAD),
      office.executes(colin, pressed, THREAD),
    ]);
    for (const { card } of [first, second]) expect(wordsOn(card)).toContain(TRY_AGAIN.begun);
    expect(request()).toMatchObject({ state: 'offered', triesAsked: 2 });
    await office.reports(id, { kind: 'trouble-over', trouble: STUCK });
    const late = await office.executes(cora, pressed, THREAD);
    expect(wordsOn(late.card)).toContain(TRY_AGAIN.nothing);
    expect(buttonsOn(late.card)).not.toContain(BUTTON);
    expect(wordsOn((await view()).card)).not.toContain('could NOT be done');
  });

  it('is tried by nobody else, and the attempt is kept', async () => {
    const { id, request } = await inTrouble(STUCK);
    const refused = await office.executes(petra, executing('try-again', { request: id }), THREAD);
    expect(refused.text).toBe(REFUSALS['coordinators-only']);
    expect(request().triesAsked).toBeUndefined();
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'try-again',
      refused: 'coordinators-only',
    });
  });
});

it('Whom Teams does not reach is on the card by what they are to the request, and no longer once they are', async () => {
  const { id, request, view } = await inTrouble(NOT_REACHED);
  expect(wordsOn((await view()).card)).toContain('The facilitator cannot be reached in Teams.');
  await office.executes(cora, press((await view()).card, BUTTON), THREAD);
  expect(office.store.effectsOf(id).at(-2)?.effect).toMatchObject({ kind: 'show-facilitator', attempt: 1 });
  await office.reports(id, { kind: 'trouble-over', trouble: NOT_REACHED });
  expect(wordsOn((await view()).card)).not.toContain('cannot be reached');
  expect(request().troubles).toBeUndefined();
});
