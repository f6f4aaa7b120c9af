import { referenceOf } from '../../src/domain/request';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, press, wordsOn } from './card-in-hand';
import { cardOf, GROUP, type Office, openOffice, textOf } from './office';
import { booked, current, known, offered, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora] = coordinators;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function listOf(person = petra) {
  const [message] = await office.says(person, 'status');
  return { message: message!, card: cardOf(message) };
}

function open(id: string, person = petra) {
  return office.executes(person, { type: 'Action.Execute', verb: 'open', data: { request: id } });
}

describe('status', () => {
  it("lists one's own requests, newest first, each with its state and what comes next", async () => {
    const old = await submitted(office);
    office.clock.pass(3_600_000);
    const young = await offered(office);
    const words = wordsOn((await listOf()).card);
    expect(words.indexOf(referenceOf(young.id))).toBeLessThan(words.lastIndexOf(referenceOf(old.id)));
    expect(words).toContain('Waiting for the facilitator. Not confirmed yet');
    expect(words).toContain('A coordinator reads it and chooses a facilitator and a time.');
    expect(words).toContain('Your reference: CASE-REF-4711');
  });

  it("lists nobody else's", async () => {
    await submitted(office);
    expect(wordsOn((await listOf(sam)).card)).toContain('You have not asked for a JAGS yet.');
  });

  it('goes on to older ones and back, without losing any', async () => {
    for (let n = 0; n < 19; n += 1) await submitted(office);
    let card = (await listOf()).card;
    const seen: string[] = [];
    for (;;) {
      seen.push(...buttonsOn(card).filter((title) => title.startsWith('Open ')));
      if (!buttonsOn(card).includes('Older requests')) break;
      card = (await office.executes(petra, press(card, 'Older requests'))).card!;
    }
    expect(seen).toHaveLength(19);
    expect(buttonsOn(card)).toContain('Newest requests');
  });

  it('is answered in private where others read along', async () => {
    await submitted(office);
    await known(office, petra);
    const sent = await office.says(petra, '<at>JAGS</at> status', GROUP);
    expect(sent.filter(({ conversationId }) => conversationId === GROUP).map(textOf)).toEqual([
      expect.stringContaining('our own chat'),
    ]);
    expect(wordsOn(cardOf(sent.find(({ conversationId }) => conversationId !== GROUP)))).toContain(
      'CASE-REF-4711',
    );
  });
});

describe('one request', () => {
  it('says what is booked, with whom, and has the join link', async () => {
    const { id } = await booked(office);
    const { card } = await open(id);
    expect(wordsOn(card)).toContain('Tuesday 8 December 2026, 10:00 to 11:30.');
    expect(wordsOn(card)).toContain('Facilitator: Fay Facilitate');
    expect(wordsOn(card)).not.toContain('Not confirmed yet');
    expect(buttonsOn(card)).toEqual([
      'Ask for an arrangement',
      'Ask for this',
      'Join in Teams',
      'Change who takes part',
      'Ask for another time',
      'Withdraw',
      'Yes, withdraw it',
      'My requests',
    ]);
  });

  it('says what to do if things get worse', async () => {
    const { id } = await submitted(office);
    expect(wordsOn((await open(id)).card)).toContain('If things get worse, do not wait for this: call 999');
  });

  it('is not opened for somebody else, coordinators included', async () => {
    const { id } = await submitted(office);
    for (const person of [sam, cora])
      expect(await open(id, person)).toMatchObject({
        status: 400,
        text: expect.stringContaining('No such request was found for you') as string,
      });
  });

  it('is withdrawn by the requester, at any time before the session', async () => {
    const { id } = await booked(office);
    const opened = await open(id);
    const reply = await office.executes(petra, press(opened.card, 'Yes, withdraw it'));
    expect(current(office, id)).toMatchObject({ state: 'closed', outcome: { kind: 'withdrawn' } });
    expect(wordsOn(reply.card)).toContain('You withdrew it.');
    expect(buttonsOn(reply.card)).toEqual(['Ask again']);
  });

  it('says that it was closed already when withdrawn twice', async () => {
    const { id } = await submitted(office);
    const opened = await open(id);
    await office.executes(petra, press(opened.card, 'Yes, withdraw it'));
    const again = await office.executes(petra, press(opened.card, 'Yes, withdraw it'));
    expect(wordsOn(again.card)).toContain('This request is closed.');
  });

  it('is not withdrawn by somebody else, and the attempt is noted', async () => {
    const request = await submitted(office);
    const reply = await office.executes(sam, {
      type: 'Action.Execute',
      verb: 'withdraw',
      data: { request: request.id },
    });
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('Only the person who asked') as string,
    });
    expect(current(office, request.id)).toEqual(request);
    expect((await office.store.history(request.id)).at(-1)).toMatchObject({
      refused: 'requester-only',
      by: { id: sam.id },
    });
  });
});

describe('when storage cannot be reached', () => {
  it.each(['status', 'use this channel'])('says so plainly: %s', async (text) => {
    office.wire.cut = true;
    const [message] = await office.says(
      cora,
      text,
      text === 'status' ? undefined : '19:coordination@thread.tacv2',
    );
    expect(textOf(message)).toContain('NOT saved');
  });

  it('says that a withdrawal was not saved', async () => {
    const { id } = await submitted(office);
    office.wire.cut = true;
    const reply = await office.executes(petra, {
      type: 'Action.Execute',
      verb: 'withdraw',
      data: { request: id },
    });
    expect(reply).toMatchObject({ status: 400, text: expect.stringContaining('NOT saved') as string });
  });

  it('answers before Teams gives up, without claiming what it cannot know', async () => {
    const { id } = await submitted(office);
    let clear = (): void => undefined;
    office.wire.jam = new Promise((resolve) => (clear = resolve));
    const started = Date.now();
    const reply = await office.executes(petra, {
      type: 'Action.Execute',
      verb: 'withdraw',
      data: { request: id },
    });
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('we cannot tell yet') as string,
    });
    clear();
  });
});
