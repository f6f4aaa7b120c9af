/** How it ends: an outage of Outlook and Teams, then a worker that stands still; so that effects of every kind wait, tried or not. */
import { setTimeout as pause } from 'node:timers/promises';
import { createCalendarQueue } from '../../src/azure/calendar-queue';
import { createErrands } from '../../src/azure/errand-queue';
import type { Match } from '../../src/domain/match';
import type { Request, RequestId } from '../../src/domain/request';
import { createMeetings } from '../../src/graph/meetings';
import { createSessionLooking } from '../../src/watching/session-looking';
import { theCoordinator } from '../builders';
import { createMemoryLog } from '../fakes';
import { ORGANISER_ID, practitioners } from '../sandbox/people';
import { type Acting, signedIn } from './acting';
import { HATTIE, type Open, standing } from './story';
import type { System } from './system';

const DAY_MS = 24 * 60 * 60_000;
const petra = signedIn(practitioners[0]);

/** Writing fails, one kind of call after another, and what asks for it is decided in between. */
export async function outage(acting: Acting, system: System, open: Open): Promise<void> {
  const { approves, accepts, says, until, state } = acting;
  const { faults } = system.microsoft365.tenant;
  const fails = (method: string, path: string) =>
    faults.add({ kind: 'status', status: 500, method, path, times: 'always' });
  const [secured, created] = open.submitted;
  const [invited] = open.offered;
  const [cancelled] = open.booked;
  fails('PATCH', 'onlineMeetings');
  await approves(secured!);
  await tried(system, secured!, 'secure-meeting');
  fails('POST', '/events$');
  await approves(created!);
  await tried(system, created!, 'create-event');
  fails('PATCH', '/events/');
  await accepts(invited!);
  await tried(system, invited!, 'invite-participants');
  const wanted = await until(open.rearranging, 'matched anew', (request) => matchesAnew(request).length > 0);
  const { slot } = standing(wanted).match;
  const another = matchesAnew(wanted).find((match) => match.slot.start !== slot.start);
  await says(theCoordinator, open.rearranging, {
    kind: 'approve',
    matchId: another!.id,
    because: 'time-suits',
  });
  await tried(system, open.rearranging, 'move-event');
  fails('POST', '/cancel$');
  system.hub.faults.add({ kind: 'server-error' }, { times: 1_000_000 });
  await says(theCoordinator, cancelled!, {
    kind: 'cancel',
    attempt: standing(await state(cancelled!)).attempt,
    reason: 'not-needed',
  });
  await tried(system, cancelled!, 'cancel-event');
}

/** Nobody works any more; people go on. */
export async function standstill(acting: Acting, system: System, open: Open): Promise<void> {
  const { approves, accepts, says, asks, state } = acting;
  const { storage, microsoft365 } = system;
  const [, , reserved, withdrawn] = open.submitted;
  const [, accepted, refused] = open.offered;
  const [, dropped, moved, judged, gone] = open.booked;
  await asks({ on: ['2027-02-02', 'morning'] });
  await approves(reserved!);
  await says(theCoordinator, open.toPoll, { kind: 'start-poll', round: (await state(open.toPoll)).round });
  await says(petra, withdrawn!, { kind: 'withdraw' });
  await accepts(accepted!);
  for (const [id, more] of [
    [refused!, {}],
    [dropped!, { knowsFamily: true as const }],
  ] as const) {
    const { match, attempt } = standing(await state(id));
    await says(signedIn(match.facilitator), id, { kind: 'cannot', attempt, ...more });
  }
  const log = createMemoryLog();
  const meetings = createMeetings({ graph: acting.graph, organiser: ORGANISER_ID, log });
  const looking = createSessionLooking({ meetings, workflow: acting.workflow, policy: acting.policy });
  for (const id of [moved!, judged!]) {
    const { event, match } = standing(await state(id));
    const to = { start: match.slot.start + DAY_MS, end: match.slot.end + DAY_MS };
    const stored = microsoft365.tenant.events.list().find(({ immutableId }) => immutableId === event.id);
    microsoft365.tenant.events.move(stored!.id, {
      start: new Date(to.start).toISOString(),
      end: new Date(to.end).toISOString(),
    });
    await looking.look((await system.requests.load(id))!.request);
  }
  await says(theCoordinator, moved!, { kind: 'put-back', attempt: standing(await state(moved!)).attempt });
  const { event } = standing(await state(gone!));
  await createCalendarQueue({ eventChanges: storage.eventChanges, log }).send({
    kind: 'events',
    ids: [event.id],
  });
  await createCalendarQueue({ eventChanges: storage.eventChanges, log }).send({ kind: 'everything' });
  await createErrands({ errands: storage.errands, log }).send({ kind: 'new-links', mail: HATTIE.mail });
  await createErrands({ errands: storage.errands, log }).send({ kind: 'ask-link', mail: HATTIE.mail });
}

const LONGEST_MS = 200_000;

function matchesAnew(request: Request): readonly Match[] {
  return ('rearranging' in request && request.rearranging?.matches?.best) || [];
}

async function tried({ workbench }: System, id: RequestId, kind: string): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; ; await pause(50)) {
    const work = await workbench.work(id);
    if (work?.effects.some(({ effect, tries }) => effect.kind === kind && tries > 0)) return;
    if (Date.now() > end)
      throw new Error(
        `Expected ${kind} of ${id} to be tried in vain, got ${JSON.stringify(work?.loaded.request).slice(0, 500)}`,
      );
  }
}
