/** What people do on their cards: coordinators, requesters, facilitators and those who take part. */
import fc from 'fast-check';
import { CANCEL_REASONS, NOT_HELD_REASONS } from '../../src/domain/ending';

import { openPoll } from '../../src/domain/poll';
import { isStanding } from '../../src/domain/rearranging';
import type { Request, State, Submitted } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import { answers, aParticipantAnswer } from '../builders';
import { type Act, act, asks, theRequest } from './acts';
import { attemptOf, type Choose, coordinator, type Doing, TAKING_PART } from './taking-part-acts';
import { FACILITATORS, IDS } from './cast';
import type { Town } from './town';

const NEW_PERSON = aParticipantAnswer({
  name: 'Percy Plum',
  mail: 'percy.plum@police-sandbox.example',
  team: 'po-ch',
});

const { days, times, earliest, schoolsAgree } = answers();
const OTHER_DATES = { days, times, earliest, schoolsAgree };

const asked = (request: Request): Doing => {
  if (request.state === 'offered')
    return { by: request.match.facilitator, command: { kind: 'accept', attempt: request.attempt } };
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  return chosen && { by: chosen.match.facilitator, command: { kind: 'accept', attempt: chosen.attempt } };
};

const approves: Choose = (request, n) => {
  const matches = isStanding(request)
    ? request.rearranging?.matches
    : 'matches' in request
      ? request.matches
      : undefined;
  const best = matches?.best ?? [];
  const match = best[n % Math.max(best.length, 1)];
  return match && { by: coordinator(n), command: { kind: 'approve', matchId: match.id, because: 'agreed' } };
};

const CHOICES: Readonly<Record<string, Choose>> = {
  approves,
  accepts: (request, n) => {
    const doing = asked(request);
    return n % 7 === 6 ? { by: FACILITATORS[n % 2]!, command: { kind: 'accept', attempt: n } } : doing;
  },
  'cannot come': (request, n) => {
    const doing =
      asked(request) ?? (request.state === 'booked' ? { by: request.match.facilitator } : undefined);
    const attempt = (isStanding(request) && request.rearranging?.chosen?.attempt) || attemptOf(request, n);
    return (
      doing && {
        by: doing.by,
        command: { kind: 'cannot', attempt, ...(n === 5 && { knowsFamily: true as const }) },
      }
    );
  },
  'would like another time': (request, n) => {
    const who = [
      request.requester,
      coordinator(n),
      'match' in request ? request.match.facilitator : request.requester,
    ];
    return { by: who[n % 3]!, command: { kind: 'another-time', attempt: attemptOf(request, n) } };
  },
  'keeps the time': (request, n) => ({
    by: coordinator(n),
    command: { kind: 'keep-time', attempt: request.attempt },
  }),
  cancels: (request, n) => ({
    by: coordinator(n),
    command: {
      kind: 'cancel',
      attempt: attemptOf(request, n),
      reason: CANCEL_REASONS[n % CANCEL_REASONS.length]!,
    },
  }),
  withdraws: ({ requester }) => ({ by: requester, command: { kind: 'withdraw' } }),
  'gives other dates': ({ requester }, n) => ({
    by: requester,
    command: { kind: 'new-dates', dates: { ...OTHER_DATES, latest: n % 2 ? '2026-12-16' : '2026-12-22' } },
  }),
  replaces: (_, n) => ({ by: coordinator(n), command: { kind: 'replace' } }),
  'looks again': (_, n) => ({ by: coordinator(n), command: { kind: 'look-again' } }),
  'tries again': (_, n) => ({ by: coordinator(n), command: { kind: 'try-again' } }),
  'proposes people': ({ requester }, n) => ({
    by: requester,
    command: {
      kind: 'propose-participants',
      answers: { removed: [], added: n % 4 === 0 ? [] : [NEW_PERSON], notNames: '' },
      known: [],
    },
  }),
  'answers a proposal': (request, n) =>
    'proposal' in request && request.proposal
      ? {
          by: coordinator(n),
          command: { kind: n % 3 ? 'agree-proposal' : 'refuse-proposal', at: request.proposal.at },
        }
      : undefined,
  'was not held': (request, n) => ({
    by: coordinator(n),
    command: {
      kind: 'not-held',
      attempt: request.attempt,
      reason: NOT_HELD_REASONS[n % NOT_HELD_REASONS.length]!,
    },
  }),
  ...TAKING_PART,
  'takes the move over': (request, n) =>
    isStanding(request) && request.outlook?.movedTo
      ? {
          by: coordinator(n),
          command: { kind: 'take-over', attempt: request.attempt, start: request.outlook.movedTo.start },
        }
      : undefined,
  'puts it back': (request, n) => ({
    by: coordinator(n),
    command: { kind: 'put-back', attempt: request.attempt },
  }),
  'puts the list right': (request, n) => ({
    by: coordinator(n),
    command: { kind: 'put-list-right', attempt: request.attempt },
  }),
  'arranges it anew': (request, n) => ({
    by: coordinator(n),
    command: { kind: 'arrange-anew', attempt: request.attempt },
  }),
};

/** What takes a request further, so that stories get far. */
const further: Choose = (request, n) => asked(request) ?? approves(request, n);

const ANY = Object.keys(CHOICES);

/** What somebody would do in a state, as long as it has something to do with it; ends are drawn less often. */
const SENSIBLE: Readonly<Partial<Record<State, readonly string[]>>> = {
  submitted: [
    'approves',
    'approves',
    'asks which times suit',
    'gives other dates',
    'looks again',
    'withdraws',
    'tries again',
  ],
  offered: ['accepts', 'cannot come', 'cannot come', 'replaces', 'proposes people'],
  booked: [
    'would like another time',
    'would like another time',
    'cannot come',
    'replaces',
    'keeps the time',
    'proposes people',
    'misses the facilitator',
    'is not there',
    'needs an arrangement',
    'tries again',
    'cancels',
  ],
  uncovered: ['accepts', 'accepts', 'cannot come', 'replaces', 'looks again', 'cancels'],
  held: ['was not held', 'misses the facilitator', 'cancels'],
};

/** What is asked of somebody just now comes before that. */
function sensibleIn(request: Request): readonly string[] {
  const usual = SENSIBLE[request.state] ?? ANY;
  const hasProposal = 'proposal' in request && request.proposal;
  if (openPoll(request)) return [...usual, ...often('says which times suit')];
  if (!isStanding(request)) return [...usual, ...(hasProposal ? often('answers a proposal') : [])];
  const { rearranging, outlook = {} } = request;
  return [
    ...usual,
    ...(hasProposal ? often('answers a proposal') : []),
    ...(rearranging?.matches && !rearranging.chosen ? often('approves') : []),
    ...(outlook.movedTo ? often('takes the move over', 'puts it back') : []),
    ...(outlook.uninvited || outlook.missing ? often('puts the list right') : []),
    ...(outlook.linkGone ? often('arranges it anew') : []),
  ];
}

function often(...names: readonly string[]): readonly string[] {
  return Array.from({ length: 4 }, () => names).flat();
}

const which = fc.nat({ max: IDS.length - 1 });
const possibility = fc.nat({ max: 13 });

function does(n: number, r: number, choice: (request: Request) => Choose | undefined, name: string): Act {
  return act(`${name}(${r}, ${n})`, async (town, promised) => {
    const request = theRequest(town, r);
    const doing = request && choice(request)?.(request, n);
    if (doing) await asks(town, promised, request, doing.by, doing.command);
  });
}

const anything = fc
  .tuple(possibility, which, fc.constantFrom(...ANY))
  .map(([n, r, name]) => does(n, r, () => CHOICES[name], name));

const sensible = fc.tuple(possibility, which, fc.nat({ max: 59 })).map(([n, r, k]) => {
  const choice = (request: Request) => {
    const some = sensibleIn(request);
    return CHOICES[some[k % some.length]!];
  };
  return does(n, r, choice, `something ${k}`);
});

/** The same while a worker is at one of its calls. */
const meanwhile = fc
  .tuple(fc.oneof(sensible, sensible, anything), fc.nat({ max: 40 }))
  .map(([doing, steps]) =>
    act(`meanwhile(${String(doing)}, ${steps})`, async (town, promised) => {
      const life = town.life();
      life.meanwhile(steps, () => doing.run(promised, town));
      await town.work(life);
    }),
  );

const appoints = fc.tuple(possibility, which).map(([n, r]) =>
  act(`appoints(${r}, ${n})`, async (town) => {
    const request = theRequest(town, r);
    if (request?.state !== 'submitted' || !request.matches) return;
    try {
      await appoint(town, request, n);
    } catch (error) {
      // Whoever cannot be shown the pool now looks again later.
      if (!(error instanceof Fault)) throw error;
    }
    await town.work();
  }),
);

/** Somebody of the pool by a coordinator's own choice, at a time of theirs; another comes too where they can. */
async function appoint({ appointing }: Town, request: Submitted, n: number): Promise<void> {
  const { verdicts } = await appointing.overview(request);
  const able = verdicts.flatMap((each) => ('matches' in each ? [each] : []));
  const chosen = able[n % Math.max(able.length, 1)];
  const match = chosen?.matches[n % chosen.matches.length];
  if (!match) return;
  const other = FACILITATORS.find(({ id }) => id !== match.facilitator.id)!;
  await appointing.appoint(
    request,
    {
      facilitator: match.facilitator.id,
      start: match.slot.start,
      because: 'experience',
      ...(n % 2 === 0 && { beside: { facilitator: other.id, as: n % 4 === 0 ? 'second' : 'observer' } }),
    },
    coordinator(n),
  );
}

/** Taken further, and worked at once. */
export function goesOn(n: number, r: number): Act {
  return act(`goesOn(${r}, ${n})`, async (town, promised) => {
    await town.work();
    await does(n, r, () => further, '').run(promised, town);
    town.pass(2);
    await town.work();
  });
}

const onwards = fc.tuple(possibility, which).map(([n, r]) => goesOn(n, r));

export const peopleActs: readonly fc.Arbitrary<Act>[] = [
  anything,
  sensible,
  sensible,
  sensible,
  meanwhile,
  meanwhile,
  appoints,
  onwards,
  onwards,
];
