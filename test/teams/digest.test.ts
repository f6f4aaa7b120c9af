import { createDigestWatch } from '../../src/watching/digest-watch';
import type { Signal } from '../../src/domain/monitoring/signals';
import { referenceOf } from '../../src/domain/request';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { createMemoryClaims } from '../memory/claims';
import { at } from '../builders';
import { buttonsOn, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, GROUP, type Message, type Office, openOffice, textOf } from './office';
import { booked, current, known, offered, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora] = coordinators;
const [fay] = facilitators;
const THREAD = `${CHANNEL};messageid=1`;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** The morning of a day, in the channel that has been chosen; what was posted there. */
async function morning(day = '2026-11-26', signals: readonly Signal[] = []): Promise<Message[]> {
  office.clock.pass(at(`${day}T08:45`) - office.clock.now());
  const before = office.connector.in(CHANNEL).length;
  await createDigestWatch({
    openRequests: office.openRequests,
    signals: async () => signals,
    claims: createMemoryClaims(),
    messenger: office.digestMessenger,
    policy: office.policy,
    now: office.clock.now,
    log: office.log,
  }).look();
  return office.connector.in(CHANNEL).slice(before);
}

const choose = () => office.says(cora, '<at>JAGS</at> use this channel', THREAD);

describe("the coordinators' morning, in their channel", () => {
  it('tells what waits, what ends and what needs somebody else, by reference, state and day', async () => {
    await choose();
    const waiting = await submitted(office);
    const asked = await offered(office);
    const troubled = await booked(office);
    const trouble = { kind: 'facilitator-paused', attempt: 1 } as const;
    await office.reports(troubled.id, { kind: 'trouble-met', trouble });
    const posted = await morning();
    expect(posted).toHaveLength(1);
    const words = wordsOn(cardOf(posted[0]));
    expect(words).toContain('Today, Thursday 26 November 2026');
    expect(words).toContain('1 request waits for a decision: 1 due today.');
    expect(words).toContain(`${referenceOf(waiting.id)}: Waiting for a decision\nAn answer is due today.`);
    expect(words).toContain(`${referenceOf(asked.id)}: Offered to the facilitator\nThe offer ends today.`);
    expect(words).toContain(
      `Sessions that need somebody else\n${referenceOf(troubled.id)}: Booked\nThe session is on Tuesday 8 December 2026. Needs your help`,
    );
  });

  it('tells what monitoring has come to show, a sentence each, also on a day with nothing else', async () => {
    await choose();
    const posted = await morning('2026-11-26', [
      { kind: 'drift', from: '2026-09', to: '2026-10' },
      { kind: 'month', id: 'days-to-answer', month: '2026-10', rises: false },
    ]);
    expect(posted).toHaveLength(1);
    const words = wordsOn(cardOf(posted[0]));
    expect(words).toContain(
      'By the end of October 2026 more sessions had drifted towards case management than chance explains',
    );
    expect(words).toContain('In October 2026 requests were answered sooner than chance explains');
  });

  it('names nobody and nothing of a case: it stays there for ever', async () => {
    await choose();
    const { ask } = await submitted(office, { riskKnown: true });
    await offered(office);
    await booked(office);
    const posted = [...(await morning()), ...(await morning('2026-12-07'))];
    expect(posted).toHaveLength(2);
    const text = JSON.stringify(posted.map(cardOf));
    const people = [petra, fay, cora, ...ask.participants];
    for (const { name, mail } of people.map(({ name = '', mail }) => ({ name, mail }))) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(mail);
    }
    expect(text).not.toContain(ask.reason);
    expect(text).not.toContain(ask.caseReference);
    expect(text).not.toContain('meetup-join');
  });

  it('opens a request for the coordinator who presses, and stays as it is for everybody else', async () => {
    await choose();
    const { id } = await submitted(office);
    const [message] = await morning();
    const pressed = press(cardOf(message), `Open ${referenceOf(id)}`);
    const { card } = await office.executes(cora, pressed, { message: message!, where: THREAD });
    expect(buttonsOn(card)).toEqual(expect.arrayContaining(['Read the reason', 'Decline']));
    await office.executes(cora, press(card, 'Approve Fay Facilitate'), { message: message!, where: THREAD });
    expect(current(office, id).state).toBe('approved');
    expect(message!.updates).toBe(0);
    expect(office.connector.in(CHANNEL).at(-1)).toBe(message);
  });

  it.each([
    ['somebody else', sam],
    ['the requester', petra],
    ['the facilitator', fay],
  ])('opens nothing for %s, who reads the channel too', async (_who, person) => {
    await choose();
    const { id } = await submitted(office);
    const [message] = await morning();
    for (const title of [`Open ${referenceOf(id)}`, 'All open requests']) {
      const pressed = press(cardOf(message), title);
      const on = { message: message!, where: THREAD };
      const reply = await office.executes(person, pressed, on);
      expect(reply.card).toBeUndefined();
      expect(reply.text).toContain('Only NSCP coordinators');
      const sent = await office.submits(person, pressed.fallback!, THREAD, message!.id);
      expect(sent.map(textOf)).toEqual([expect.stringContaining('Only NSCP coordinators')]);
    }
    expect(message!.updates).toBe(0);
  });

  it('shows nobody’s own view to all where a client is too old for it', async () => {
    await choose();
    const { id } = await submitted(office);
    const [message] = await morning();
    const { fallback } = press(cardOf(message), `Open ${referenceOf(id)}`);
    const sent = await office.submits(cora, fallback!, THREAD, message!.id);
    expect(sent.map(({ activity }) => activity.attachments ?? [])).toEqual([[]]);
    expect(message!.updates).toBe(0);
  });

  it('leads to the whole queue, in the coordinator’s own chat', async () => {
    await choose();
    await known(office, cora);
    const { id } = await submitted(office);
    const [message] = await morning();
    const pressed = press(cardOf(message), 'All open requests');
    const reply = await office.executes(cora, pressed, { message: message!, where: THREAD });
    expect(reply.text).toContain('our own chat');
    const there = office.connector.messages.at(-1);
    expect(there?.conversationId).toBe(`a:${cora.id}`);
    expect(wordsOn(cardOf(there))).toContain(referenceOf(id));
  });

  it('is posted nowhere before a channel has been chosen', async () => {
    await submitted(office);
    expect(await morning()).toEqual([]);
  });
});

describe('the digest, asked for', () => {
  it.each(['digest', 'This morning'])('is shown to a coordinator in their own chat: %s', async (text) => {
    const { id } = await submitted(office);
    const [message] = await office.says(cora, text);
    const opened = await office.executes(cora, press(cardOf(message), `Open ${referenceOf(id)}`), {
      message: message!,
    });
    expect(wordsOn(opened.card)).toContain(`JAGS request ${referenceOf(id)}`);
    expect(buttonsOn(opened.card)).toContain('Open requests');
  });

  it('goes on in private where others read along', async () => {
    await known(office, cora);
    const { id } = await submitted(office);
    const sent = await office.says(cora, '<at>JAGS</at> digest', THREAD);
    const here = sent.filter(({ conversationId }) => conversationId.startsWith(CHANNEL));
    expect(here.map(textOf)).toEqual([expect.stringContaining('our own chat')]);
    const there = sent.find(({ conversationId }) => conversationId === `a:${cora.id}`);
    expect(wordsOn(cardOf(there))).toContain(referenceOf(id));
  });

  it('says so when there is nothing', async () => {
    const [message] = await office.says(cora, 'digest');
    expect(textOf(message)).toContain('Nothing needs a coordinator today');
  });

  it('is for coordinators only, wherever it is asked for', async () => {
    await submitted(office);
    for (const where of [undefined, GROUP, THREAD]) {
      const sent = await office.says(sam, 'digest', where);
      expect(sent.map(textOf)).toEqual([expect.stringContaining('Only NSCP coordinators')]);
    }
  });
});
