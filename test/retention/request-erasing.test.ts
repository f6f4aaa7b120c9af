import { defaultPolicy as policy } from '../../src/domain/policy';
import type { LegalHold } from '../../src/domain/legal-hold';
import type { Request } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import type { Erasure } from '../../src/ports/erasures';
import type { WholeRequest } from '../../src/ports/retention';
import { createRequestErasing } from '../../src/retention/request-erasing';
import { aRequest, at, theCoordinator } from '../builders';
import { createClock, createMemoryLog } from '../fakes';

const DAY_MS = 24 * 60 * 60_000;
const submittedAt = at('2026-05-04T10:00');
const closedAt = at('2026-06-01T10:00');
const card = { conversationId: 'a:rita', activityId: '1' };

/** A request with a card and an event, and Teams and Outlook that can be out of reach. */
function erasing(
  over: Partial<WholeRequest> = {},
  request: Request = aRequest.closed({ submittedAt, closedAt, tried: 2 }),
) {
  const clock = createClock(closedAt + 181 * DAY_MS);
  const log = createMemoryLog();
  const there: { whole: WholeRequest | undefined } = {
    whole: { request, cards: [card, { conversationId: 'nowhere' }], hasWork: false, ...over },
  };
  const done = { blanked: [] as string[], removed: [] as (string | number)[], erased: [] as Erasure[] };
  const out = { teams: false, outlook: false };
  const holds: LegalHold[] = [];
  const erases = createRequestErasing({
    requests: {
      async *all() {
        yield request;
      },
      find: async () => there.whole,
    },
    holds: { all: async () => holds },
    cards: {
      async blank({ conversationId }) {
        if (out.teams) throw new Fault('Expected Teams to answer, got no connection');
        done.blanked.push(conversationId);
        return 'blank';
      },
    },
    events: {
      async removeAll(id, attempts) {
        if (out.outlook) throw new Fault('Expected Outlook to answer, got no connection');
        done.removed.push(id, attempts);
        return 1;
      },
    },
    erasures: {
      async erase(what) {
        done.erased.push(...what);
        there.whole = undefined;
      },
    },
    policy,
    now: clock.now,
    log,
  });
  return {
    eraseRequest: (why: 'retention' | 'asked-for' = 'retention') => erases.eraseRequest(request.id, why),
    clock,
    log,
    done,
    out,
    holds,
  };
}

it('takes away cards and every event it may have had, then all of its rows', async () => {
  const { eraseRequest, done } = erasing();
  const { id } = aRequest.closed();
  expect(await eraseRequest()).toBe('erased');
  expect(done).toEqual({
    blanked: ['a:rita'],
    removed: [id, 2],
    erased: [{ table: 'requests', partitionKey: id, why: 'retention' }],
  });
  expect(await eraseRequest()).toBe('not-found');
});

it('leaves an open request as it is, whoever asks', async () => {
  const { eraseRequest, done } = erasing({}, aRequest.booked());
  expect(await eraseRequest('asked-for')).toBe('open');
  expect(done.erased).toEqual([]);
});

it.each<[string, LegalHold['of']]>([
  ['itself', { kind: 'request', requestId: aRequest.closed().id }],
  ['a time it reaches into', { kind: 'period', from: '2026-06-01', until: '2026-06-01' }],
])('leaves one as it is while there is a legal hold on %s', async (_what, of) => {
  const { eraseRequest, holds, done } = erasing();
  holds.push({ id: 'h', of, why: 'An inquiry', setBy: theCoordinator, setAt: closedAt });
  expect(await eraseRequest('asked-for')).toBe('on-hold');
  expect(done).toEqual({ blanked: [], removed: [], erased: [] });
});

it.each(['teams', 'outlook'] as const)(
  'erases nothing while %s cannot be reached, and comes again',
  async (which) => {
    const { eraseRequest, out, done, log } = erasing();
    out[which] = true;
    expect(await eraseRequest()).toBe('left');
    expect(done.erased).toEqual([]);
    expect(log.lines.map(({ message }) => message)).toEqual([expect.stringContaining('will try again')]);
    out[which] = false;
    expect(await eraseRequest()).toBe('erased');
  },
);

it('waits for work that is still to be done for it', async () => {
  const { eraseRequest, done } = erasing({ hasWork: true });
  expect(await eraseRequest('asked-for')).toBe('left');
  expect(done).toEqual({ blanked: [], removed: [], erased: [] });
});

it('keeps nobody for ever because Teams is gone or work does not end: after thirty days it goes without', async () => {
  const { eraseRequest, clock, out, done, log } = erasing({ hasWork: true });
  out.teams = true;
  clock.pass(28 * DAY_MS);
  expect(await eraseRequest()).toBe('left');
  clock.pass(2 * DAY_MS);
  expect(await eraseRequest()).toBe('erased');
  expect(done.erased).toHaveLength(1);
  expect(log.lines.at(-1)?.message).toContain('may be left');
});
