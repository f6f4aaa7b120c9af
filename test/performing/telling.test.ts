import type { Effect, Request } from '../../src/domain/request';
import type { Trouble } from '../../src/domain/setback';
import type { Audience, Messenger } from '../../src/ports';
import { createTelling, type TellingEffect } from '../../src/performing/telling';
import { aRequest, askedAt } from '../builders';

const offered = aRequest.offered();
const { facilitator } = offered.match;
const SHOW_FACILITATOR = { kind: 'show-facilitator', attempt: 1, facilitator } as const;
const REQUESTER: Trouble = { kind: 'not-reached', who: 'requester' };
const LEAD: Trouble = { kind: 'not-reached', who: 'lead' };
const FACILITATOR: Trouble = { kind: 'not-reached', who: 'facilitator', attempt: 1 };

/** A Teams that gives everybody the same answer, and remembers whom it was asked for. */
function telling(answer: Awaited<ReturnType<Messenger['show']>>) {
  const asked: string[] = [];
  const noted = (how: string, { kind }: Audience) => void asked.push(`${how}-${kind}`);
  const tell = createTelling({
    messenger: {
      async show(_request, audience) {
        noted('show', audience);
        return answer;
      },
      async call(_request, audience) {
        noted('call', audience);
        return answer === 'shown' ? 'shown' : 'nowhere';
      },
    },
    now: () => askedAt,
  });
  return { tell: (request: Request, effect: TellingEffect) => tell(request, effect), asked };
}

const met = (trouble: Trouble) => ({ outcome: { kind: 'trouble-met', trouble } });
const over = (trouble: Trouble) => ({ outcome: { kind: 'trouble-over', trouble } });
const DONE = { done: true };

it.each<Effect['kind']>([
  'show-coordinators',
  'show-requester',
  'show-lead',
  'show-facilitator',
  'call-coordinators',
  'call-requester',
  'call-lead',
])('%s is for whom it says', async (kind) => {
  const { tell, asked } = telling('shown');
  const effect = kind === 'show-facilitator' ? SHOW_FACILITATOR : ({ kind } as TellingEffect);
  expect(await tell(offered, effect)).toEqual(DONE);
  expect(asked).toEqual([kind]);
});

describe('Where nobody can be reached', () => {
  it.each<[TellingEffect, object]>([
    [{ kind: 'show-coordinators' }, { again: askedAt + 30_000 }],
    [{ kind: 'show-requester' }, met(REQUESTER)],
    [{ kind: 'show-lead' }, met(LEAD)],
    [SHOW_FACILITATOR, met(FACILITATOR)],
    [{ kind: 'call-requester' }, DONE],
    [{ kind: 'call-lead' }, DONE],
  ])('%j', async (effect, expected) => {
    expect(await telling('nowhere').tell(offered, effect)).toEqual(expected);
  });

  it('it is told once, and once more when it is over', async () => {
    const told = aRequest.offered({ troubles: [REQUESTER, LEAD, FACILITATOR] });
    const effects = [{ kind: 'show-requester' }, { kind: 'show-lead' }, SHOW_FACILITATOR] as const;
    for (const effect of effects) expect(await telling('nowhere').tell(told, effect)).toEqual(DONE);
    const { tell } = telling('shown');
    expect(await Promise.all(effects.map((effect) => tell(told, effect)))).toEqual([
      over(REQUESTER),
      over(LEAD),
      over(FACILITATOR),
    ]);
  });

  it('a facilitator who is asked no longer concerns nobody', async () => {
    const { tell } = telling('nowhere');
    for (const request of [aRequest.closed({ attempt: 1 }), aRequest.offered({ attempt: 2 })])
      expect(await tell(request, SHOW_FACILITATOR)).toEqual(DONE);
  });
});

it.each<TellingEffect>([{ kind: 'show-lead' }, SHOW_FACILITATOR])(
  '%j is no trouble where there is nobody to be reached in Teams',
  async (effect) => {
    expect(await telling('nobody').tell(offered, effect)).toEqual(DONE);
  },
);

it('A call says what it is about, where the state alone does not tell', async () => {
  const calls: unknown[] = [];
  const tell = createTelling({
    messenger: {
      show: async () => 'shown',
      async call(_request, ...what) {
        calls.push(what);
        return 'shown';
      },
    },
    now: () => askedAt,
  });
  const booked = aRequest.booked();
  await tell(booked, { kind: 'call-coordinators', about: 'facilitator-missing' });
  await tell(booked, { kind: 'call-requester', about: 'proposal-agreed' });
  await tell(booked, { kind: 'call-coordinators' });
  expect(calls).toEqual([
    [{ kind: 'coordinators' }, 'facilitator-missing'],
    [{ kind: 'requester' }, 'proposal-agreed'],
    [{ kind: 'coordinators' }, undefined],
  ]);
});
