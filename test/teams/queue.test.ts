import { referenceOf } from '../../src/domain/request';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, GROUP, type Office, openOffice, textOf } from './office';
import { booked, current, known, offered, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora] = coordinators;
const THREAD = `${CHANNEL};messageid=1`;
const DAY_MS = 24 * 3_600_000;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function queue() {
  const [message] = await office.says(cora, 'Queue');
  return { message: message!, card: cardOf(message) };
}

const opens = (card: unknown) => buttonsOn(card).filter((title) => title.startsWith('Open '));

describe('the queue', () => {
  it('lists what is open, oldest first: state, age, who asked, what is due', async () => {
    const old = await offered(office);
    office.clock.pass(DAY_MS);
    const young = await submitted(office);
    const words = wordsOn((await queue()).card);
    expect(words).toContain('2 open, oldest first.');
    expect(words.indexOf(referenceOf(old.id))).toBeLessThan(words.indexOf(`${referenceOf(young.id)}: Wait`));
    expect(words).toContain(`${referenceOf(old.id)}: Offered to the facilitator`);
    expect(words).toContain("Petra Practice, Children's Services · 1 working day old");
    expect(words).toContain('Fay Facilitate answers by 17:00 on Thursday 26 November 2026.');
    expect(words).toContain("Petra Practice, Children's Services · asked today");
    expect(words).toContain('First answer due by Friday 27 November 2026.');
  });

  it('holds neither reason nor case reference, and nothing that is closed', async () => {
    const { id, ask } = await submitted(office);
    const gone = await submitted(office);
    const by = { id: petra.id, name: petra.name };
    await office.workflow.handle({ kind: 'withdraw', requestId: gone.id, by });
    const text = JSON.stringify((await queue()).card);
    expect(text).toContain(id);
    expect(text).not.toContain(gone.id);
    expect(text).not.toContain(ask.reason);
    expect(text).not.toContain(ask.caseReference);
  });

  it('points out a child at risk, trouble, and what is overdue', async () => {
    await submitted(office, { riskKnown: true });
    const { id } = await booked(office);
    await office.reports(id, { kind: 'trouble-met', trouble: { kind: 'not-invited', attempt: 1 } });
    office.clock.pass(7 * DAY_MS);
    const words = wordsOn((await queue()).card);
    expect(words).toContain('A child is at immediate risk');
    expect(words).toContain('Overdue: first answer due by Thursday 26 November 2026.');
    expect(words).toContain('Needs your help');
    expect(words).toContain('The participants are NOT invited.');
  });

  it('goes on a page at a time within the same choice, and back, without losing any', async () => {
    for (let n = 0; n < 19; n += 1) await submitted(office);
    await offered(office);
    const { card: whole } = await queue();
    let { card } = await office.executes(cora, press(whole, 'Show these', { state: 'waiting' }));
    const seen: string[] = [];
    for (;;) {
      expect(fieldsOn(card)).toEqual({ state: 'waiting', age: 'all' });
      seen.push(...opens(card));
      if (!buttonsOn(card).includes('Next page')) break;
      card = (await office.executes(cora, press(card, 'Next page'))).card;
    }
    expect(seen).toHaveLength(19);
    expect(wordsOn(card)).toContain('17 to 19 of 19 that fit, of 20 open, oldest first.');
    const first = await office.executes(cora, press(card, 'Back to the oldest'));
    expect(fieldsOn(first.card)).toEqual({ state: 'waiting', age: 'all' });
    expect(opens(first.card)).toHaveLength(8);
  });

  it('says so when nothing is open, and when nothing fits', async () => {
    const { card } = await queue();
    expect(wordsOn(card)).toContain('Nothing is open.');
    await submitted(office);
    const { card: none } = await office.executes(cora, press(card, 'Show these', { age: 'overdue' }));
    expect(wordsOn(none)).toContain('No open request fits this choice.');
  });

  it('opens a request as the coordinator sees it, who decides there and comes back', async () => {
    const { id } = await submitted(office);
    const { message, card } = await queue();
    const opened = await office.executes(cora, press(card, `Open ${referenceOf(id)}`), { message });
    expect(buttonsOn(opened.card)).toEqual(expect.arrayContaining(['Read the reason', 'Decline']));
    const approve = 'Approve Fay Facilitate';
    const decided = await office.executes(cora, press(opened.card, approve), { message });
    expect(current(office, id).state).toBe('approved');
    const back = await office.executes(cora, press(decided.card, 'Open requests'), { message });
    expect(wordsOn(back.card)).toContain('Approved: arranging');
  });

  it('opens a request for an old client in the same place', async () => {
    const { id } = await submitted(office);
    const { message, card } = await queue();
    const pressed = press(card, `Open ${referenceOf(id)}`).fallback!;
    await office.submits(cora, pressed, undefined, message.id);
    expect(wordsOn(cardOf(message))).toContain(`JAGS request ${referenceOf(id)}`);
    expect(message.updates).toBe(1);
  });

  it('has no way back in the channel, where the list would be seen by all', async () => {
    const { id } = await submitted(office);
    const pressed = { type: 'Action.Execute', verb: 'coordinate', data: { request: id } };
    const { card } = await office.executes(cora, pressed, { where: THREAD });
    expect(buttonsOn(card)).not.toContain('Open requests');
  });

  it.each([
    ['said', (where?: string) => office.says(sam, 'queue', where)],
    ['pressed in an old client', (where?: string) => office.submits(sam, { verb: 'queue' }, where)],
  ])('is for coordinators only, asked each time: %s', async (_how, ask) => {
    await submitted(office);
    for (const where of [undefined, GROUP, THREAD]) {
      const sent = await ask(where);
      expect(sent.map(textOf)).toEqual([expect.stringContaining('Only NSCP coordinators')]);
    }
    const { card } = await queue();
    office.coordinatorIds.delete(cora.id);
    expect(await office.executes(cora, press(card, 'Show these'))).toMatchObject({
      status: 400,
      text: expect.stringContaining('Only NSCP coordinators') as string,
    });
  });

  it('goes on in private where others read along', async () => {
    const { id } = await submitted(office);
    await known(office, cora);
    const sent = await office.says(cora, '<at>JAGS</at> queue', THREAD);
    const here = sent.filter(({ conversationId }) => conversationId.startsWith(CHANNEL));
    expect(here.map(textOf)).toEqual([expect.stringContaining('our own chat')]);
    expect(JSON.stringify(here)).not.toContain(referenceOf(id));
    const there = sent.find(({ conversationId }) => conversationId === `a:${cora.id}`);
    expect(wordsOn(cardOf(there))).toContain(referenceOf(id));
  });

  it.each(['queue up', 'the queues', 'is there a queue for this?'])(
    'is not what a sentence with that word asks for: %s',
    async (text) => {
      const [message] = await office.says(cora, text);
      expect(wordsOn(cardOf(message))).not.toContain('Open requests');
    },
  );

  it('says plainly when storage cannot be reached', async () => {
    office.wire.cut = true;
    const [message] = await office.says(cora, 'queue');
    expect(textOf(message)).toContain('storage could not be reached');
  });
});
