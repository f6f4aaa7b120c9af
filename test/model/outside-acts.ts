/** What people do in Outlook, what becomes of notifications, the passing of time, faults, and workers that are killed. */
import fc from 'fast-check';
import type { FaultRequest } from '../sandbox/microsoft365/faults';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import { MINUTE_MS } from '../../src/domain/intervals';
import { type Act, act, theRequest } from './acts';
import { IDS, STRANGER } from './cast';
import { eventsOf } from './town-calendar';
import type { Town } from './town';

const which = fc.nat({ max: IDS.length - 1 });
const possibility = fc.nat({ max: 11 });

type InOutlook = (town: Town, event: StoredEvent, n: number) => void;

const MOVES_MINUTES = [30, -30, 60, 24 * 60, 7 * 24 * 60, -24 * 60];

const IN_OUTLOOK: Readonly<Record<string, InOutlook>> = {
  answers: ({ outlook }, { id, attendees }, n) => {
    const who = attendees[n % Math.max(attendees.length, 1)];
    const answer = (['accepted', 'declined', 'accepted', 'tentativelyAccepted'] as const)[n % 4]!;
    if (who) outlook.tenant.events.respond(id, who.address, answer);
  },
  moves: ({ outlook }, { id, start, end }, n) => {
    const ms = MOVES_MINUTES[n % MOVES_MINUTES.length]! * MINUTE_MS;
    const moved = (text: string) => new Date(Date.parse(text) + ms).toISOString();
    outlook.tenant.events.move(id, { start: moved(start), end: moved(end) });
  },
  forwards: ({ outlook }, { id, attendees }) => {
    if (!attendees.some(({ address }) => address === STRANGER.mail))
      outlook.tenant.events.addAttendee(id, STRANGER);
  },
  'takes somebody off': ({ outlook }, { id, attendees }, n) => {
    const who = attendees[n % Math.max(attendees.length, 1)];
    if (who) outlook.tenant.events.removeAttendee(id, who.address);
  },
  deletes: ({ outlook }, { id }) => outlook.tenant.events.remove(id),
  'takes the link away': ({ outlook }, { id }) => outlook.tenant.events.dropJoinLink(id),
  records: ({ outlook }, { online }) => {
    if (outlook.tenant.meetings.list().some(({ meeting }) => meeting.id === online?.meetingId))
      outlook.tenant.meetings.set(online!.meetingId, { allowRecording: true });
  },
};

const RARE = ['deletes', 'takes the link away'];
const names = Object.keys(IN_OUTLOOK).flatMap((name) => (RARE.includes(name) ? [name] : [name, name, name]));

/** `noticed`: told of at once, as it mostly is. */
const inOutlook = fc
  .tuple(possibility, which, fc.constantFrom(...names), fc.boolean())
  .map(([n, r, name, noticed]) =>
    act(`outlook ${name}(${r}, ${n})${noticed ? ', noticed' : ''}`, async (town) => {
      const [event] = eventsOf(town, IDS[r]!);
      if (!event) return;
      IN_OUTLOOK[name]!(town, event, n);
      if (noticed) await tells(town, town.outlook.notices.splice(0));
    }),
  );

async function tells(town: Town, ids: readonly string[]): Promise<void> {
  for (const id of ids) await town.queue.send({ kind: 'events', ids: [id] });
  await town.workNews();
  await town.work();
}

const notified = fc.constantFrom('told', 'lost', 'doubled', 'backwards', 'one').map((how) =>
  act(`notifications ${how}`, async (town) => {
    const notices = town.outlook.notices.splice(0, how === 'one' ? 1 : Infinity);
    const told =
      how === 'doubled'
        ? notices.flatMap((id) => [id, id])
        : how === 'backwards'
          ? notices.reverse()
          : notices;
    await tells(town, how === 'lost' ? [] : told);
  }),
);

const swept = fc.boolean().map((forgets) =>
  act(forgets ? 'sweeps after a lost token' : 'sweeps', async (town) => {
    if (forgets) town.outlook.tenant.loseDeltaTokens();
    // Refused by a fault, it is swept again when it is due.
    await town.sweep.atOnce().catch(() => undefined);
    town.queue.showAgain();
    await town.workNews();
    await town.work();
  }),
);

const HOUR = 60;
const DAY = 24 * HOUR;

const passes = fc.constantFrom(1, 6, 11, HOUR, 3 * HOUR, DAY, DAY, 3 * DAY, 7 * DAY, -10).map((minutes) =>
  act(`passes(${minutes} min)`, async (town) => {
    town.pass(minutes);
    await town.work();
  }),
);

/** To the next moment at which something of a request is due, or a little after its session has begun. */
const passesTo = fc.tuple(which, fc.constantFrom('what is due', 'its beginning')).map(([r, to]) =>
  act(`passes to ${to} (${r})`, async (town) => {
    const request = theRequest(town, r);
    const moments =
      to === 'what is due'
        ? town.table.effectsOf(IDS[r]!).map(({ dueAt = 0 }) => dueAt)
        : request && 'match' in request
          ? [request.match.slot.start + 10 * MINUTE_MS]
          : [];
    const later = moments.filter((at) => at > town.clock.now());
    if (later.length > 0) town.clock.pass(Math.min(...later) - town.clock.now());
    await town.work();
  }),
);

const FAULTS: readonly FaultRequest[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, retryAfter: 30 },
  { kind: 'reset', method: 'POST' },
  { kind: 'commit-then-reset', method: 'POST' },
  { kind: 'commit-then-reset', method: 'PATCH' },
  { kind: 'commit-then-status', status: 504 },
  { kind: 'over-quota', times: 3 },
  { kind: 'options-refused', path: 'onlineMeetings' },
  { kind: 'status', status: 503, times: 40 },
];

const graphFault = fc.tuple(fc.constantFrom(...FAULTS), fc.integer({ min: 1, max: 6 })).map(([fault, nth]) =>
  act(`graph ${JSON.stringify(fault)} from call ${nth}`, async (town) => {
    town.outlook.tenant.faults.add({ ...fault, nth });
    await town.work();
  }),
);

const teamsFault = fc
  .tuple(fc.nat({ max: 5 }), fc.constantFrom('before' as const, 'after' as const))
  .map(([after, how]) =>
    act(`teams fails ${how} call ${after}`, async (town) => {
      town.teams.fail(after, how);
      await town.work();
    }),
  );

const killed = fc.tuple(fc.nat({ max: 60 }), fc.boolean()).map(([steps, later]) =>
  act(`killed after ${steps}${later ? ', taken over' : ''}`, async (town) => {
    const life = town.life();
    life.dieAfter(steps);
    await town.work(life);
    if (later) town.pass(5);
    await town.work();
  }),
);

/** Another begins while one is at work. */
const together = fc.nat({ max: 60 }).map((steps) =>
  act(`another worker after ${steps}`, async (town) => {
    const life = town.life();
    life.meanwhile(steps, () => town.work());
    await town.work(life);
  }),
);

export const outsideActs: readonly fc.Arbitrary<Act>[] = [
  inOutlook,
  inOutlook,
  notified,
  swept,
  inOutlook,
  passes,
  passesTo,
  passesTo,
  graphFault,
  teamsFault,
  killed,
  together,
];
