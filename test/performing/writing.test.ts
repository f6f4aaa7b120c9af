/** Mails as effects: each written once, kept while the mail service is down, and told of when an address can take none. */
import type { MailEffect } from '../../src/domain/mail-news';
import type { PersonId } from '../../src/domain/people';
import { defaultPolicy } from '../../src/domain/policy';
import type { Effect, Request, RequestId } from '../../src/domain/request';
import { createEffects, type EffectsNeeds } from '../../src/performing/effects';
import { aFacilitatorRef, aMatch, anAsk, aRequest, aRequester, askedAt } from '../builders';
import { createMemoryMailer } from '../memory/mailer';
import { outsiders, practitioners } from '../sandbox/people';
import { somePoll } from '../some-poll';
import { openWorkshop } from '../workshop';

const [hattie, percy] = outsiders;
const [, sam] = practitioners;
const HOUR_MS = 3_600_000;
const ID: RequestId = aRequest.booked().id;

let mailer: ReturnType<typeof createMemoryMailer>;
let shop: ReturnType<typeof openWorkshop>;
let reminded: PersonId[];
beforeEach(() => {
  mailer = createMemoryMailer();
  shop = openWorkshop();
  reminded = [];
});

/** Teams reaches everybody of the tenant, but for those who are asked about times. */
const effectsWith = (over: Partial<EffectsNeeds> = {}) =>
  createEffects({
    mailer,
    messenger: { show: async () => 'shown', call: async () => 'shown' },
    reminders: {
      remind: async (_request: unknown, _days: number, { id }: { id: PersonId }) => {
        reminded.push(id);
        return 'shown';
      },
    },
    policy: defaultPolicy,
    now: shop.clock.now,
    ...over,
  } as unknown as EffectsNeeds);
const works = async (over?: Partial<EffectsNeeds>) => {
  await shop.runner({ effects: effectsWith(over) })(ID, 'tell');
};
const troubles = async () => (await shop.store.load(ID))?.request.troubles;
const invited = (mail: string): MailEffect => ({
  kind: 'mail',
  to: { as: 'participant', mail },
  news: 'invited',
});

describe('A mail', () => {
  it('is written once, under a name that is its own among all requests', async () => {
    await shop.put(aRequest.booked(), invited(hattie.mail), invited(percy.mail));
    await works();
    await works();
    expect(mailer.letters).toEqual([
      { key: `${ID}/effect-00000001`, to: { as: 'participant', mail: hattie.mail }, news: 'invited' },
      { key: `${ID}/effect-00000002`, to: { as: 'participant', mail: percy.mail }, news: 'invited' },
    ]);
  });

  it('waits for a mail service that is down for half a day, and nothing is said to be wrong with the address', async () => {
    await shop.put(aRequest.booked(), invited(hattie.mail));
    mailer.down = true;
    for (let n = 0; n < 150; n += 1) {
      await works();
      shop.clock.pass(HOUR_MS / 12);
    }
    expect([mailer.letters, await troubles()]).toEqual([[], undefined]);
    mailer.down = false;
    // As long as the next try may be away.
    shop.clock.pass(HOUR_MS);
    await works();
    expect([mailer.letters.length, shop.left(ID)]).toEqual([1, []]);
  });

  it.each<[string, Request, MailEffect['to'], MailEffect['news']]>([
    ['participant', aRequest.booked(), { as: 'participant', mail: hattie.mail }, 'invited'],
    [
      'requester',
      aRequest.booked({ requester: aRequester({ outside: true }) }),
      { as: 'requester' },
      'state',
    ],
    [
      'facilitator',
      aRequest.offered({ match: aMatch({ facilitator: aFacilitatorRef({ outside: true }) }) }),
      { as: 'facilitator', facilitator: aFacilitatorRef({ outside: true }), attempt: 1 },
      'asked',
    ],
  ])(
    'to a %s whose address can take none is told to coordinators, until one gets through',
    async (_who, request, to, news) => {
      mailer.refused = () => true;
      await shop.put(request, { kind: 'mail', to, news });
      await works();
      const told = (await shop.store.history(ID)).filter(({ what }) => what === 'trouble-met');
      expect([await troubles(), told.length]).toEqual([
        [expect.objectContaining({ kind: 'mail-returned', who: to.as })],
        1,
      ]);
      mailer.refused = undefined;
      const { request: now } = (await shop.store.load(ID))!;
      expect(await effectsWith().perform(now, { kind: 'mail', to, news }, 'effect-9')).toEqual({
        outcome: { kind: 'trouble-over', trouble: (await troubles())?.[0] },
      });
    },
  );

  it('holds up no other', async () => {
    mailer.refused = (to) => to.as === 'participant' && to.mail === hattie.mail;
    await shop.put(aRequest.booked(), invited(hattie.mail), invited(percy.mail));
    await works();
    expect(mailer.letters.map(({ to }) => to)).toEqual([{ as: 'participant', mail: percy.mail }]);
  });

  it('about what is over is not written', async () => {
    await shop.put(aRequest.closed(), invited(hattie.mail));
    await works();
    expect([mailer.letters, shop.left(ID)]).toEqual([[], []]);
  });

  it('that would tell the same as another is written once', async () => {
    const state: Effect = { kind: 'mail', to: { as: 'requester' }, news: 'state' };
    await shop.put(aRequest.booked({ requester: aRequester({ outside: true }) }), state, state);
    await works();
    expect(mailer.letters).toHaveLength(1);
  });
});

describe('On the morning of a reminder', () => {
  const remind = { kind: 'remind-session', attempt: 1, days: 5, at: askedAt } as const;

  it('those of the tenant are reminded in Teams, and the others by a mail each', async () => {
    await shop.put(aRequest.booked(), remind);
    await works();
    expect(mailer.letters.map(({ to, news }) => [to, news])).toEqual([
      [{ as: 'participant', mail: hattie.mail }, 'session-reminder'],
      [{ as: 'participant', mail: percy.mail }, 'session-reminder'],
    ]);
    expect(reminded).toContain(sam.id);
  });

  it('nobody is who has said that they cannot come', async () => {
    await shop.put(aRequest.booked({ absent: [hattie.mail, percy.mail, sam.mail] }), remind);
    await works();
    expect([mailer.letters, reminded.includes(sam.id)]).toEqual([[], false]);
  });

  it('nobody is once it is too late to be of use', async () => {
    await shop.put(aRequest.booked(), remind);
    shop.clock.pass(5 * HOUR_MS);
    await works();
    expect(mailer.letters).toEqual([]);
  });

  it('a facilitator without Teams is reminded by mail to answer', async () => {
    const match = aMatch({ facilitator: aFacilitatorRef({ outside: true }) });
    await shop.put(aRequest.offered({ match }), { kind: 'remind-facilitator', attempt: 1, at: askedAt });
    await works();
    expect(mailer.letters.map(({ to, news }) => [to.as, news])).toEqual([['facilitator', 'answer-reminder']]);
  });
});

describe('Asking which times suit', () => {
  const request = aRequest.submitted({ ask: anAsk(), poll: somePoll({ asked: [sam.mail] }) });
  const ask: Effect = { kind: 'ask-poll', poll: somePoll().at, mail: sam.mail };

  it.each(['shown', 'known'] as const)('is done on a card where that is %s', async (answer) => {
    const asked: PersonId[] = [];
    await shop.put(request, ask);
    await works({ polling: { ask: async (_request, id) => (asked.push(id), answer) } });
    expect([asked, mailer.letters]).toEqual([[sam.id], []]);
  });

  it('is done by mail where Teams does not reach them', async () => {
    await shop.put(request, ask);
    await works({ polling: { ask: async () => 'nowhere' } });
    expect(mailer.letters).toMatchObject([{ to: { as: 'participant', mail: sam.mail }, news: 'poll' }]);
  });

  it('ends when its time has come', async () => {
    const end: Effect = { kind: 'end-poll', poll: somePoll().at, at: askedAt };
    expect(await effectsWith().perform(request, end, 'effect-1')).toEqual({
      outcome: { kind: 'poll-over', at: somePoll().at },
    });
  });
});
