/** What people do in a system that is recorded, and waiting for what comes of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import type { LocalDate } from '../../src/domain/calendar';
import type { FormAnswers } from '../../src/domain/form';
import type { Person } from '../../src/domain/people';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import type { Match } from '../../src/domain/match';
import type { PersonCommand, Request, RequestId } from '../../src/domain/request';
import { createDirectory } from '../../src/graph/people';
import { createGraph } from '../../src/graph/client';
import { createWorkflow } from '../../src/workflow';
import { answers, aParticipantAnswer, theCoordinator } from '../builders';
import { createMemoryLog } from '../fakes';
import { COORDINATORS_GROUP, outsiders, practitioners } from '../sandbox/people';
import { POLICY, type System } from './system';

const LONGEST_MS = 200_000;
const [, sam] = practitioners;
const petra = signedIn(practitioners[0]);
const vera = outsiders[3];

export type Half = readonly [LocalDate, 'morning' | 'afternoon'];

export interface Asked {
  /** A session is possible then and at no other time, unless `over` says otherwise. */
  readonly on: Half;
  /** Petra Practice where it is nobody else. */
  readonly by?: Person;
  readonly over?: Partial<FormAnswers>;
  readonly unconfirmed?: true;
}

export type Acting = ReturnType<typeof createActing>;

export function createActing(system: System) {
  const { storage, requests, workbench, now } = system;
  const log = createMemoryLog();
  const policy: Policy = { ...defaultPolicy, ...POLICY };
  const graph = createGraph({ url: system.microsoft365.url, log });
  const directory = createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now });
  const wakeUps = createWakeUps({ wakeUps: storage.wakeUps, log });
  const workflow = createWorkflow({ requests, wakeUps, directory, policy, now, log });
  let asked = 0;

  const state = async (id: RequestId): Promise<Request> => (await requests.load(id))!.request;

  /** Waits until it is so. */
  async function until(id: RequestId, what: string, isSo: (request: Request) => boolean): Promise<Request> {
    for (const end = Date.now() + LONGEST_MS; ; await pause(50)) {
      const request = await state(id);
      if (isSo(request)) return request;
      if (Date.now() > end)
        throw new Error(`Expected ${id} to be ${what}, got ${JSON.stringify(request).slice(0, 600)}`);
    }
  }

  async function says(by: Person, requestId: RequestId, command: PersonCommand): Promise<void> {
    const handled = await workflow.handle({ ...command, requestId, by });
    if (!handled.accepted)
      throw new Error(`Expected ${command.kind} of ${requestId} to be taken, got ${handled.refusal.refused}`);
  }

  const acting = {
    workflow,
    policy,
    graph,
    state,
    until,
    says,
    /** Asks for a session on one day; whoever asks is Petra Practice unless it is somebody else. */
    async asks(this: void, { on: [day, half], by = petra, over, unconfirmed }: Asked): Promise<RequestId> {
      asked += 1;
      const id = `${String(asked).padStart(4, '0')}kept-for-upgrades`;
      const people = [
        { id: sam.id, name: '', mail: '', team: 'cs-eh' },
        aParticipantAnswer(),
        aParticipantAnswer({ name: vera.name, mail: vera.mail, team: 'vs-da' }),
      ];
      await says(by, id, {
        kind: 'submit',
        ...(unconfirmed && { unconfirmed }),
        answers: answers({
          caseReference: `KEPT-${asked}`,
          participants: people,
          earliest: day,
          latest: day,
          times: [half],
          ...over,
        }),
      });
      return id;
    },
    matched: (id: RequestId) =>
      until(id, 'matched', (request) => request.state === 'submitted' && request.matches !== undefined),
    async approves(this: void, id: RequestId): Promise<Match> {
      const request = await until(
        id,
        'matched',
        (each) => each.state === 'submitted' && (each.matches?.best.length ?? 0) > 0,
      );
      const [best] = request.state === 'submitted' ? request.matches!.best : [];
      await says(theCoordinator, id, { kind: 'approve', matchId: best!.id });
      return best!;
    },
    offered: (id: RequestId) => until(id, 'offered', (request) => request.state === 'offered'),
    async accepts(this: void, id: RequestId): Promise<void> {
      const request = await state(id);
      if (!('match' in request)) throw new Error(`Expected ${id} to have a match, got ${request.state}`);
      await says(signedIn(request.match.facilitator), id, { kind: 'accept', attempt: request.attempt });
    },
    /** Approved, accepted and everybody invited. */
    async booked(this: void, id: RequestId): Promise<RequestId> {
      await acting.approves(id);
      await acting.offered(id);
      await acting.accepts(id);
      await until(id, 'booked', (request) => request.state === 'booked');
      return id;
    },
    /** Everything that is due is done. */
    async settled(this: void): Promise<void> {
      for (const end = Date.now() + LONGEST_MS; ; await pause(100)) {
        const due = await Promise.all((await workbench.open()).map(dueOf));
        if (due.flat().length === 0) return;
        if (Date.now() > end) throw new Error(`Expected nothing to be due, got ${due.flat().join(', ')}`);
      }
    },
    dueOf,
  };
  return acting;

  /** What is to do now, by kind; whether a facilitator has answered is asked for as long as they have not. */
  async function dueOf(id: RequestId): Promise<readonly string[]> {
    const work = await workbench.work(id);
    return (work?.effects ?? [])
      .filter(({ effect, dueAt = 0, retryAt = 0 }) => {
        return effect.kind !== 'watch-answer' && Math.max(dueAt, retryAt) <= now();
      })
      .map(({ effect }) => `${effect.kind} of ${id}`);
  }
}

/** As a sign-in says who somebody is. */
export function signedIn({ id, name }: Person): Person {
  return { id, name };
}
