/**
 * Five weeks of an installation, told anew for each version that is recorded: requests come to every end there is, and to every
 * state before one.
 */
import { createDeliveries } from '../../src/azure/delivery-table';
import { createEvaluations } from '../../src/azure/evaluation-table';
import { createSubscriptions } from '../../src/azure/subscription-table';
import { respondentsOf } from '../../src/domain/evaluating';
import type { Request, RequestId } from '../../src/domain/request';
import { personIdFor } from '../../src/ids';
import { aNote, aParticipantAnswer, at, theCoordinator } from '../builders';
import { putFacilitator } from '../put-facilitator';
import { facilitators, outsiders, practitioners } from '../sandbox/people';
import { outsideFacilitator, sandboxPool } from '../sandbox/pool';
import { evaluationNumber } from '../some-evaluation';
import { someRecord } from '../some-record';
import { type Acting, type Asked, createActing, type Half, signedIn } from './acting';
import type { System } from './system';

export const BEGINS = at('2026-11-24T10:00');
/** Two working days after Christmas; what is asked for then is asked from the middle of January on. */
const LAST_DAY = '2026-12-29T10:00';
const [, , indigo, tess] = practitioners;
/** With a mailbox, and nothing else here. */
const [hattie] = outsiders;
export const HATTIE = { ...hattie, id: personIdFor(hattie.mail) };
/** Nobody of the pool can on these days: for requests that have to be asked for others. */
const NOBODY_ON = ['2026-12-14', '2027-02-03'] as const;
const UNA = { name: 'Una Umber', mail: 'una.umber@voluntary-sandbox.example' };

export async function tellStory(system: System): Promise<Acting> {
  const acting = createActing(system);
  await opens(system);
  await system.live();
  const held = await november(acting);
  await goesOn(acting, system, '2026-12-09T16:00');
  await december(acting, system, held);
  await goesOn(acting, system, LAST_DAY);
  return acting;
}

async function goesOn({ settled }: Acting, system: System, moment: string): Promise<void> {
  await settled();
  await system.stopBot();
  system.jump(at(moment));
  await system.live();
  await settled();
}

/** The pool, with somebody of another organisation in it, and a program that asked to be told. */
async function opens({ pool, now, storage, programs, microsoft365 }: System): Promise<void> {
  for (const day of NOBODY_ON)
    for (const { mail } of facilitators)
      microsoft365.tenant.people.addBusy(mail, { start: `${day}T00:00:00Z`, end: `${day}T23:00:00Z` });
  const outside = outsideFacilitator({ ...UNA, id: personIdFor(UNA.mail) }, now());
  const away = {
    ...outside,
    declared: { ...outside.declared!, leave: NOBODY_ON.map((day) => ({ from: day, until: day })) },
  };
  for (const facilitator of [...sandboxPool(now()), away]) await putFacilitator(pool, facilitator);
  const deliveries = createDeliveries({ ...storage, now });
  await createSubscriptions({ ...storage, deliveries, now }).add({
    caller: 'app-1',
    events: ['submitted', 'answered', 'offered', 'booked', 'changed', 'held', 'closed'],
    callbackUrl: `${programs.url}/workflows/kept?sig=invented`,
  });
}

/** Two sessions for December, and requests that come to nothing. */
async function november(acting: Acting): Promise<readonly RequestId[]> {
  const { asks, booked, says, matched } = acting;
  const held: RequestId[] = [];
  for (const day of ['2026-12-08', '2026-12-09'])
    held.push(await booked(await asks({ on: [day, 'morning'] })));
  const withdrawn = await asks({ on: ['2026-12-10', 'morning'] });
  await matched(withdrawn);
  await says(signedIn(practitioners[0]), withdrawn, { kind: 'withdraw' });
  const declined = await asks({ on: ['2026-12-10', 'afternoon'] });
  await says(theCoordinator, declined, { kind: 'decline', reason: 'not-enough-agencies' });
  const cancelled = await booked(await asks({ on: ['2026-12-11', 'morning'] }));
  await says(theCoordinator, cancelled, { kind: 'cancel', attempt: 1, reason: 'circumstances' });
  // Asked for other dates, and never answered.
  const silent = await asks({
    on: [NOBODY_ON[0], 'morning'],
    by: signedIn(indigo),
    over: { days: ['monday'] },
  });
  await matched(silent);
  return held;
}

/** One session is recorded and evaluated, the other did not take place; two more are booked, to be over at the end. */
async function december(acting: Acting, system: System, [one, other]: readonly RequestId[]): Promise<void> {
  const { says, until, asks, booked } = acting;
  const isHeld = ({ state }: Request) => state === 'held';
  await until(one!, 'held', isHeld);
  await record(acting, one!);
  await answer(system, one!, 4);
  const { match, attempt } = standing(await until(other!, 'held', isHeld));
  await says(signedIn(match.facilitator), other!, { kind: 'not-held', attempt, reason: 'technical' });
  for (const day of ['2026-12-23', '2026-12-24'])
    await booked(await asks({ on: [day, 'morning'], by: signedIn(tess) }));
}

/** What is open on the last day, by what it is to be. */
export interface Open {
  readonly offered: readonly RequestId[];
  readonly submitted: readonly RequestId[];
  readonly booked: readonly RequestId[];
  /** Booked, and wanted at another time. */
  readonly rearranging: RequestId;
  /** Several times fit, and nobody has been asked which suits. */
  readonly toPoll: RequestId;
}

/** A request in every state that is open, with nothing left to do but what waits for its time. */
export async function lastDay(acting: Acting, system: System): Promise<Open> {
  const { asks, booked, says, until, matched, settled, approves } = acting;
  const halves = halvesOf([13, 14, 15, 18, 19, 20, 21, 22, 25, 26, 27, 28, 29]);
  const asksNext = (asked: Omit<Asked, 'on'> = {}) => asks({ on: halves.shift()!, ...asked });
  const several = async (count: number, make: () => Promise<RequestId>) => {
    const made: RequestId[] = [];
    while (made.length < count) made.push(await make());
    return made;
  };
  const [evaluated] = (await system.openRequests.all()).filter(({ state }) => state === 'held');
  await record(acting, evaluated!.id);
  await answer(system, evaluated!.id, 2);

  const returned = await asksNext();
  await matched(returned);
  await says(theCoordinator, returned, { kind: 'return', missing: aNote() });
  const submitted = await several(5, () => asksNext());
  const offered = await several(4, async () => {
    const id = await asksNext({ by: signedIn(indigo) });
    await approves(id);
    return id;
  });
  const all = await several(10, async () => booked(await asksNext()));
  const rearranging = await booked(
    await asks({ on: ['2027-02-01', 'morning'], over: { latest: '2027-02-05' } }),
  );
  await says(theCoordinator, rearranging, { kind: 'another-time', attempt: 1 });
  const [uncovered, proposed, ...others] = all;
  const { match, attempt } = standing(await acting.state(uncovered!));
  await says(signedIn(match.facilitator), uncovered!, { kind: 'cannot', attempt });
  await until(uncovered!, 'uncovered', ({ state }) => state === 'uncovered');
  const plum = aParticipantAnswer({ name: 'Plum Puce', mail: 'plum.puce@health-sandbox.example' });
  await says(signedIn(practitioners[0]), proposed!, {
    kind: 'propose-participants',
    answers: { removed: [], added: [plum], notNames: '' },
    known: [],
  });
  // Each can on one of these days only, so that there is something to choose between.
  const days = [8, 9, 10, 11, 12];
  for (const [n, { mail }] of facilitators.entries())
    for (const day of days.filter((each) => each !== days[n % days.length]))
      system.microsoft365.tenant.people.addBusy(mail, {
        start: new Date(Date.UTC(2027, 1, day)).toISOString(),
        end: new Date(Date.UTC(2027, 1, day + 1)).toISOString(),
      });
  const asksForDays = () =>
    asks({ on: ['2027-02-08', 'morning'], by: signedIn(tess), over: { latest: '2027-02-12' } });
  const polled = await asksForDays();
  const { round } = await matched(polled);
  await says(theCoordinator, polled, { kind: 'start-poll', round });
  const toPoll = await asksForDays();
  await matched(toPoll);
  await matched(await asks({ on: [NOBODY_ON[1], 'morning'], by: signedIn(indigo) }));
  await asksNext({ by: HATTIE, unconfirmed: true, over: { team: 'ed-pri' } });
  for (const id of offered) await acting.offered(id);
  await settled();
  return { offered, submitted, booked: others, rearranging, toPoll };
}

function halvesOf(days: readonly number[]): Half[] {
  return days.flatMap((day) => [
    [`2027-01-${day}`, 'morning'] as const,
    [`2027-01-${day}`, 'afternoon'] as const,
  ]);
}

export function standing(request: Request) {
  if (!('event' in request)) throw new Error(`Expected ${request.id} to have an event, got ${request.state}`);
  return request;
}

async function record({ says, state }: Acting, id: RequestId): Promise<void> {
  const { attempt, match } = standing(await state(id));
  const record = someRecord({ ...match.slot, agencies: ['cs', 'hl'] });
  await says(signedIn(match.facilitator), id, { kind: 'record-session', attempt, record });
}

/** So many of those who took part. */
async function answer({ storage, now, requests }: System, id: RequestId, count: number): Promise<void> {
  const evaluations = createEvaluations({ evaluations: storage.evaluations, now });
  const { request } = (await requests.load(id))!;
  const mails = respondentsOf(request).flatMap((to) =>
    to.as === 'participant' ? [to.mail] : [request.requester.mail ?? ''],
  );
  for (const [n, mail] of mails.slice(0, count).entries())
    await evaluations.answer((await evaluations.ticket(id, mail))!, evaluationNumber(n));
}
