import { referenceOf } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import { aRequest } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice, textOf } from './office';
import { booked, current, known, offered, shownInChannel, submitted } from './session-steps';

const [petra] = practitioners;
const [fay] = facilitators;
const [cora] = coordinators;
const COORDINATORS = { kind: 'coordinators' } as const;
const NEW_CHANNEL = '19:new@thread.tacv2';
const REQUESTER = { kind: 'requester' } as const;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function chooseNewChannel(): Promise<void> {
  const kept = JSON.parse((await office.conversations.channel())!) as { conversation: object };
  const conversation = { ...kept.conversation, id: NEW_CHANNEL };
  await office.conversations.keepChannel(JSON.stringify({ ...kept, conversation }));
}

describe('showing a request', () => {
  it('is nowhere before a channel was chosen', async () => {
    expect(await office.messenger.show(await submitted(office), COORDINATORS)).toBe('nowhere');
  });

  it('posts one card to the channel, in a thread of its own, and updates it in place', async () => {
    const request = await offered(office);
    const message = await shownInChannel(office, request);
    expect(message.activity.replyToId).toBeUndefined();
    await office.reports(request.id, { kind: 'answered', attempt: 1, answer: 'accepted' });
    expect(await office.messenger.show(current(office, request.id), COORDINATORS)).toBe('shown');
    expect(office.connector.in(CHANNEL)).toHaveLength(1);
    expect(wordsOn(cardOf(message))).toContain('Booked');
  });

  it('posts anew when the card is gone', async () => {
    const request = await submitted(office);
    const message = await shownInChannel(office, request);
    office.connector.remove(message.id);
    await office.messenger.show(request, COORDINATORS);
    expect(office.connector.in(CHANNEL).at(-1)?.id).not.toBe(message.id);
    await office.messenger.show(request, COORDINATORS);
    expect(office.connector.in(CHANNEL)).toHaveLength(1);
  });

  it('posts in the new channel when it has changed, and leaves a line where the card was', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    await chooseNewChannel();
    await office.messenger.show(request, COORDINATORS);
    expect(office.connector.in(NEW_CHANNEL)).toHaveLength(1);
    expect(
      office.connector.in(CHANNEL).map(({ activity }) => [activity.text, activity.attachments]),
    ).toContainEqual([`JAGS ${referenceOf(request.id)} is now shown in another channel.`, undefined]);
  });

  it('posts in the new channel even where the old one cannot be written to, and logs what is left there', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    await chooseNewChannel();
    office.connector.refuse((method) => method === 'PUT', 400);
    expect(await office.messenger.show(request, COORDINATORS)).toBe('shown');
    expect(office.connector.in(NEW_CHANNEL)).toHaveLength(1);
    expect(JSON.stringify(office.log.lines)).toContain('a card stays as it was where it is no longer shown');
  });

  it('records that it is sending before it posts, and posts again when the outcome is unknown', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    const other = await submitted(office);
    office.connector.refuse((method, path) => method === 'POST' && path.includes(CHANNEL), 500);
    await expect(office.messenger.show(other, COORDINATORS)).rejects.toThrow(Fault);
    expect(await office.cards.find(other.id, 'coordinators')).toEqual({ conversationId: CHANNEL });
  });

  it('waits as long as Teams asks', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    office.connector.refuse((method) => method === 'PUT', 429, { 'retry-after': '1' });
    const failure = await office.messenger.show(request, COORDINATORS).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Fault);
    expect((failure as Fault).detail).toMatchObject({ retryAfterMs: 1_000 });
    expect(JSON.stringify(failure)).not.toContain('CASE-REF');
  });

  it('opens a chat with a facilitator who has never spoken to the bot', async () => {
    const request = await offered(office);
    await shownInChannel(office, request);
    const audience = { kind: 'facilitator', facilitator: request.match.facilitator, attempt: 1 } as const;
    expect(await office.messenger.show(request, audience)).toBe('shown');
    expect(wordsOn(cardOf(office.connector.in(`a:${fay.id}`)[0]))).toContain(
      'Would you facilitate this session?',
    );
    expect(JSON.parse((await office.conversations.ofPerson(fay.id))!)).toMatchObject({
      conversation: { id: `a:${fay.id}` },
    });
  });

  it('reminds a facilitator who has been asked of the day to answer by', async () => {
    await known(office, fay);
    const request = aRequest.offered();
    const facilitator = request.match.facilitator;
    expect(await office.messenger.call(request, { kind: 'facilitator', facilitator, attempt: 1 })).toBe(
      'shown',
    );
    const said = textOf(office.connector.messages.at(-1));
    expect(said).toContain('please answer by 17:00 on Thursday 26 November 2026');
    for (const secret of [request.ask.reason, request.ask.caseReference, request.requester.name])
      expect(said).not.toContain(secret);
  });

  it('is for nobody, where a facilitator is of another organisation: Outlook asks them', async () => {
    const request = aRequest.offered();
    const before = office.connector.messages.length;
    const facilitator = { ...request.match.facilitator, outside: true } as const;
    const told = await office.messenger.show(request, { kind: 'facilitator', facilitator, attempt: 1 });
    expect(told).toBe('nobody');
    expect(office.connector.messages).toHaveLength(before);
  });

  it('is nowhere for somebody Teams does not let us write to', async () => {
    const request = await submitted(office);
    await shownInChannel(office, request);
    office.connector.refuse((_method, path) => path === '/v3/conversations', 403);
    expect(await office.messenger.show(request, REQUESTER)).toBe('nowhere');
  });

  it('is nowhere for somebody who has taken the bot away', async () => {
    await known(office, petra);
    office.connector.refuse((method, path) => method === 'POST' && path.includes(petra.id), 403);
    expect(await office.messenger.show(await submitted(office), REQUESTER)).toBe('nowhere');
  });
});

describe('calling', () => {
  it("draws attention in the card's own thread", async () => {
    const request = await offered(office);
    const message = await shownInChannel(office, request);
    await office.reports(request.id, { kind: 'answered', attempt: 1, answer: 'declined' });
    await office.messenger.call(current(office, request.id), COORDINATORS);
    const [call] = office.connector.in(`${CHANNEL};messageid=${message.id}`);
    expect(textOf(call)).toMatch(/^JAGS \S+ needs another facilitator\.$/);
    expect(call?.activity.textFormat).toBe('plain');
  });

  it('tells the requester that it is booked, and when', async () => {
    await known(office, petra);
    const request = await booked(office);
    await office.messenger.call(request, REQUESTER);
    expect(textOf(office.connector.in(`a:${petra.id}`).at(-1))).toMatch(
      /^Your JAGS \S+ is booked: Tuesday 8 December 2026, 10:00 to 11:30, with Fay Facilitate\.$/,
    );
  });

  it('tells the requester that it was declined', async () => {
    await known(office, petra);
    const { id } = await submitted(office);
    const by = { id: cora.id, name: cora.name };
    await office.workflow.handle({ kind: 'decline', requestId: id, reason: 'outside-norfolk', by });
    await office.messenger.call(current(office, id), REQUESTER);
    expect(textOf(office.connector.in(`a:${petra.id}`).at(-1))).toContain(
      'was declined on Tuesday 24 November 2026',
    );
  });
});
