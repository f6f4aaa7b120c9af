/** That the checks of a storm can fail: for each promise, a state that is right, broken by hand. */
import { MINUTE_MS } from '../../src/domain/intervals';
import { referenceOf, type Request } from '../../src/domain/request';
import { REMINDER } from '../../src/teams/wording/reminders';
import {
  aFacilitator,
  aParticipant,
  aRequest,
  aReservation,
  at,
  theCoordinator,
  theRequester,
} from '../builders';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import { COORDINATION } from '../sandbox/teams/conversations';
import type { Post } from './messages-sent';
import { breaches, PROMISES } from './promises';
import type { Kept, Seen } from './seen';

const booked = aRequest.booked();
const { id } = booked;
const OTHER = '5e550000-0000-4000-8000-000000000002';
const NOW = at('2026-11-26T09:00');

const anEvent = (over: Partial<StoredEvent> = {}): StoredEvent => {
  const moment = (instant: number): string => new Date(instant).toISOString();
  const { facilitator, slot } = booked.match;
  const people = [
    facilitator,
    { ...booked.requester, mail: booked.requester.mail! },
    ...booked.ask.participants,
  ];
  return {
    id: 'mutable-1',
    immutableId: booked.event.id,
    start: moment(slot.start),
    end: moment(slot.end),
    attendees: people.map(({ name, mail }) => ({ name, address: mail })),
    online: { joinUrl: booked.event.joinUrl },
    extendedProperties: [{ id: 'jags', value: `${id}-1` }],
    ...over,
  } as StoredEvent;
};

const aPost = (over: Partial<Post> = {}): Post => ({
  conversation: COORDINATION.id,
  content: `[{"fallbackText":"JAGS request ${referenceOf(id)}: Booked","verb":"coordinate","request":"${id}"}]`,
  askedAt: 10_000,
  doneAt: 10_010,
  at: at('2026-11-25T09:30'),
  delivered: true,
  known: true,
  ...over,
});

const rows: Kept['history'] = [
  { at: booked.submittedAt, by: theRequester, what: 'submit', to: 'submitted' },
  {
    at: booked.submittedAt + MINUTE_MS,
    by: theCoordinator,
    what: 'approve',
    from: 'submitted',
    to: 'approved',
  },
  {
    at: booked.submittedAt + 2 * MINUTE_MS,
    by: 'system',
    what: 'meeting-secured',
    from: 'approved',
    to: 'offered',
  },
  { at: booked.bookedAt, by: booked.match.facilitator, what: 'accept', from: 'offered', to: 'booked' },
];

const kept = (over: Partial<Kept> = {}): Kept => ({
  request: booked,
  history: rows,
  effects: [],
  events: [anEvent()],
  evaluations: undefined,
  ...over,
});

const reservation = aReservation({ requestId: id, attempt: 1, slot: booked.match.slot });

const seen = (over: Partial<Seen> = {}): Seen => ({
  now: NOW,
  ids: [id],
  acknowledged: [
    { id, by: theRequester.id, kind: 'submit' },
    { id, by: theCoordinator.id, kind: 'approve' },
  ],
  kept: [kept()],
  pool: [{ facilitator: aFacilitator(), reservations: [reservation] }],
  meetings: [],
  posts: [aPost()],
  answered: new Map(),
  upsets: { struck: [], kills: [], leasesLost: [] },
  counted: [],
  ...over,
});

const after = (post: Post, ms: number, over: Partial<Post> = {}): Post => ({
  ...post,
  askedAt: post.askedAt + ms,
  doneAt: post.doneAt + ms,
  ...over,
});
const closed: Request = aRequest.closed({ id });
const meeting = (joinWebUrl: string) =>
  ({ organiserId: 'o', meeting: { id: 'm', joinWebUrl } }) as Seen['meetings'][number];

const BROKEN: Readonly<Record<keyof typeof PROMISES, Seen>> = {
  'no request is lost': seen({ kept: [] }),
  'what was acknowledged is kept': seen({ acknowledged: [{ id, by: theCoordinator.id, kind: 'cancel' }] }),
  'no state without its audit row': seen({ kept: [kept({ history: rows.slice(0, -1) })] }),
  'nothing is left to do': seen({
    kept: [
      kept({
        effects: [{ key: 'effect-tell-1', lane: 'tell', effect: { kind: 'show-requester' }, tries: 0 }],
      }),
    ],
  }),
  'no double booking': seen({
    pool: [
      {
        facilitator: aFacilitator(),
        reservations: [reservation, { ...reservation, requestId: OTHER }],
      },
    ],
  }),
  'no duplicate event or meeting': seen({
    kept: [kept({ events: [anEvent(), anEvent({ id: 'mutable-2' })] })],
  }),
  'the calendar says what is kept': seen({
    kept: [
      kept({ events: [anEvent({ start: '2026-12-08T12:00:00.000Z', end: '2026-12-08T13:30:00.000Z' })] }),
    ],
  }),
  'reservations equal sessions': seen({ pool: [{ facilitator: aFacilitator(), reservations: [] }] }),
  'messages are repeated only where the outcome was unknown': seen({
    posts: [aPost(), after(aPost(), 4_000)],
  }),
  'reminders only for live sessions': seen({
    posts: [aPost({ content: `[${REMINDER.title} ${referenceOf(id)}]`, at: booked.submittedAt + 10 })],
  }),
  'evaluations counted are those given': seen({
    kept: [kept({ evaluations: [] })],
    answered: new Map([['token', { id, counted: true }]]),
  }),
  'each closed request is counted once': seen({
    kept: [kept({ request: closed, events: [], history: [...rows, ends()] })],
    pool: [{ facilitator: aFacilitator(), reservations: [] }],
  }),
};

function ends(): Kept['history'][number] {
  return { at: NOW, by: theRequester, what: 'withdraw', from: 'booked', to: 'closed' };
}

it('finds nothing where everything is as it should be', async () => {
  expect(await breaches(seen())).toEqual([]);
});

it.each(Object.keys(PROMISES))('finds it broken: %s', async (promise) => {
  const found = await breaches(BROKEN[promise]!);
  expect(found.map((breach) => breach.split(': ')[0])).toContain(promise);
});

describe('a message that was posted twice', () => {
  const twice = [aPost(), after(aPost(), 4_000)];
  const promise = 'messages are repeated only where the outcome was unknown';
  const check = (over: Partial<Seen>) => PROMISES[promise]!(seen({ posts: twice, ...over }));

  it.each([
    ['the answer to the first was lost', { posts: [aPost({ known: false }), twice[1]!] }],
    [
      'its process died before it could write it down',
      { upsets: { struck: [], kills: [{ at: 10_500 }], leasesLost: [] } },
    ],
    [
      'storage did not take what was written down',
      {
        upsets: {
          struck: [{ at: 10_100, text: `RowKey='card' ${id}`, unknown: false }],
          kills: [],
          leasesLost: [],
        },
      },
    ],
  ] satisfies [string, Partial<Seen>][])('is none of it where %s', async (_, over) => {
    expect(await check(over)).toEqual([]);
  });

  it('is none where the second is the digest of the day, which names requests too', async () => {
    const digest = after(aPost(), 20_000, { content: `[{"fallbackText":"Today","request":"${id}"}]` });
    expect(await check({ posts: [aPost(), digest] })).toEqual([]);
  });

  it('is one where something else broke, or long before', async () => {
    const upsets = {
      struck: [{ at: 10_100, text: OTHER, unknown: true }],
      kills: [{ at: 9_000 }],
      leasesLost: [],
    };
    expect(await check({ upsets })).toHaveLength(1);
  });
});

it('finds two meetings behind one link, and whoever is listed though nobody invited them', async () => {
  const link = booked.event.joinUrl!;
  const stranger = aParticipant({ name: 'Wanda White', mail: 'wanda.white@other-sandbox.example' });
  const listed = anEvent();
  const event = {
    ...listed,
    attendees: [...listed.attendees, { ...stranger, address: stranger.mail }],
  } as StoredEvent;
  const found = await breaches(
    seen({ meetings: [meeting(link), meeting(link)], kept: [kept({ events: [event] })] }),
  );
  expect(found).toHaveLength(2);
});
