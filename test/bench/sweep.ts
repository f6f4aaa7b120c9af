/** What noticing a change made in Outlook costs: one sweep beside many closed requests, and how soon a card shows it. */
import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { createCalendarQueue } from '../../src/azure/calendar-queue';
import { createReadingRow } from '../../src/azure/calendar-rows';
import { createStorage } from '../../src/azure/clients';
import { createOpenRequests } from '../../src/azure/open-requests';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { createCalendarNews } from '../../src/watching/calendar-news';
import { createCalendarSweep } from '../../src/watching/calendar-sweep';
import { MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { createCalendarChanges } from '../../src/graph/calendar-changes';
import { createGraph } from '../../src/graph/client';
import { createMeetings } from '../../src/graph/meetings';
import { createLog } from '../../src/log';
import { aRequest, askedAt, theRequester } from '../builders';
import { FAY, invitation, KEY } from '../graph/sessions';
import type { Microsoft365 } from '../sandbox/microsoft365/microsoft365';
import { ORGANISER_ID } from '../sandbox/people';
import type { RunningStorage } from '../sandbox/storage';
import { type Compared, compare, type Effort, effortOf } from './compare';
import { cardAfterChange } from './card-after-change';
import { judged, inRounds, type Section, withSpread } from './table';

const OPEN = 200;
const CLOSED = 20_000;
const AIM = 1.2;
const TURNS = { warmUpPairs: 10, rounds: 7, pairsPerRound: 6 };
/** Of the writes that make ready what is measured. */
const WRITES_AT_ONCE = 32;

export async function measureSweep(storage: RunningStorage, graph: Microsoft365): Promise<Section> {
  const sweep = await sweepBeside(storage, graph);
  const card = await cardAfterChange();
  return {
    rows: [
      {
        what: `sweep, ${OPEN} open and ${CLOSED.toLocaleString('en-GB')} closed`,
        ours: withSpread(sweep.ours.wallMs, 'ms'),
        bare: withSpread(sweep.bare.wallMs, 'ms'),
        ...judged(sweep.ratio.wallMs, AIM),
      },
      {
        what: 'change in Outlook to card',
        ours: withSpread(card.ours.wallMs, 'ms'),
        bare: withSpread(card.bare.wallMs, 'ms'),
        ...inRounds(card.ratio.wallMs),
      },
    ],
    means:
      'Sweep: one event was changed; delta is read, what changed is queued, taken from there, found among the open requests ' +
      'and looked at (by nobody, which both do). Bare: the same with no closed requests, in tables of their own on the same ' +
      'Azurite. Card: the bot as it is shipped, from the facilitator’s yes in the simulated Outlook until the coordinators’ ' +
      'card is updated. Bare: the same from a decision saved by a click. Both wait for the worker’s queue, the former for ' +
      'the notification and the calendar’s queue as well.',
  };
}

async function sweepBeside(
  { connectionString }: RunningStorage,
  graph: Microsoft365,
): Promise<Compared<Effort>> {
  const meetings = createMeetings({ graph: createGraph({ url: graph.url }), organiser: ORGANISER_ID });
  const start = Date.now() + 20 * 24 * 60 * MINUTE_MS;
  const slot = { start, end: start + 90 * MINUTE_MS };
  const event = await meetings.create({ ...KEY, requestId: randomUUID() }, invitation({ slot }));
  const ours = await installation('sweepfull', CLOSED);
  const bare = await installation('sweepbare', 0);
  const afterChange = (sweepOnce: () => Promise<void>) => async () => {
    graph.tenant.events.respond(event.id, FAY.mail, 'accepted');
    return effortOf(sweepOnce);
  };
  return compare({ ...TURNS, ours: afterChange(ours), bare: afterChange(bare) });

  /** Sweeps once, and throws when the session was not found. */
  async function installation(prefix: string, closed: number): Promise<() => Promise<void>> {
    const storage = createStorage({ connectionString, prefix });
    await storage.prepare();
    const index = createRequestIndex(storage.index);
    const requests = createRequests({ requests: storage.requests, index });
    const limit = pLimit(WRITES_AT_ONCE);
    const put = (next: Request) =>
      limit(async () => {
        const audit = { at: askedAt, by: theRequester, what: 'submit', to: next.state } as const;
        if (next.state !== 'closed') await index.enter(next.id, theRequester.id);
        await requests.save({ next, effects: [], audit });
      });
    const meant = aRequest.booked({ id: randomUUID(), event });
    const others = Array.from({ length: OPEN - 1 }, () => aRequest.booked({ id: randomUUID() }));
    // Struck off the open ones as they were closed, they are left with their rows alone.
    const done = Array.from({ length: closed }, () => aRequest.closed({ id: randomUUID() }));
    await Promise.all([meant, ...others, ...done].map(put));

    const log = createLog({ to: { write: () => undefined } });
    const queue = createCalendarQueue({ eventChanges: storage.eventChanges, log });
    const sweep = createCalendarSweep({
      changes: createCalendarChanges({ graph: createGraph({ url: graph.url }), organiser: ORGANISER_ID }),
      row: createReadingRow(storage),
      queue,
      policy: defaultPolicy,
      now: Date.now,
      log,
    });
    let looks = 0;
    const workNews = createCalendarNews({
      queue,
      openRequests: createOpenRequests({ requests, index }),
      looking: {
        async look({ id }) {
          if (id === meant.id) looks += 1;
        },
      },
      sweep,
      log,
    });
    return async () => {
      const before = looks;
      await sweep.atOnce();
      await workNews();
      if (looks !== before + 1)
        throw new Error(`Expected the changed session to be looked at once, got ${looks - before} times`);
    };
  }
}
