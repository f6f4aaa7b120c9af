/** The page each person has of a request, as main serves it: over HTTP, with links, codes and a workflow that keep state. */
import type { Facilitator } from '../../../src/domain/facilitator';
import { type Instant, MINUTE_MS } from '../../../src/domain/intervals';
import { defaultPolicy, type Policy } from '../../../src/domain/policy';
import type { KnownPerson } from '../../../src/domain/people';
import type { Request } from '../../../src/domain/request';
import { personIdFor } from '../../../src/ids';
import { createPoolKeeping } from '../../../src/pool-keeping';
import type { LinkTerms, Purpose } from '../../../src/ports/links';
import { createSharedLink } from '../../../src/performing/shared-link';
import { createServer } from '../../../src/server';
import { createOutsidePages } from '../../../src/web/outside/pages';
import { evaluatePath } from '../../../src/web/outside/paths';
import { outsideFaultPages } from '../../../src/web/outside/plain-page';
import { createWorkflow } from '../../../src/workflow';
import { anAsk, aParticipant, aRequester, askedAt } from '../../builders';
import {
  createClock,
  createMemoryDirectory,
  createMemoryLog,
  createMemoryStore,
  createMemoryWakeUps,
  overWire,
} from '../../fakes';
import { createMemoryEvaluations } from '../../memory/evaluations';
import { createMemoryFeedback, createMemoryTalkingOver } from '../../memory/support';
import { createMemoryPool } from '../../memory/pool';
import {
  createMemoryCodes,
  createMemoryErrands,
  createMemoryLimits,
  createMemoryLinks,
} from '../../outside-fakes';
import { coordinators, everybody } from '../../sandbox/people';
import type { Answer } from '../tab-office';

/** People without an account here, plainly invented. */
export const hetty: KnownPerson = outsider('Hetty Headteacher', 'hetty.headteacher@school.example.org');
export const scarlet: KnownPerson = outsider('Scarlet Sepia', 'scarlet.sepia@health.example.org');
export const umber: KnownPerson = outsider('Umber Ultramarine', 'umber@police.example.org');
export const olive: KnownPerson = {
  id: '0a751de0-0000-4000-8000-000000000009',
  name: 'Olive Outside',
  mail: 'olive.outside@charity.example.org',
};

function outsider(name: string, mail: string): KnownPerson {
  return { id: personIdFor(mail), name, mail };
}

/** Words of the form that no page may show without a code. */
export const SECRET = 'MARK-OF-THE-REASON';

/** What all requests here have in common: an outside requester, two outside participants. */
export const common = {
  id: 'req0parity0000000000000001',
  requester: aRequester({ ...hetty, team: 'ed-pri', outside: true }),
  ask: anAsk({
    reason: `We go round in circles. ${SECRET}`,
    participants: [
      aParticipant({ name: scarlet.name, mail: scarlet.mail, team: 'hl-sn' }),
      aParticipant({ name: umber.name, mail: umber.mail, team: 'po-ne' }),
    ],
  }),
};

export const theOutsideFacilitator: Facilitator = {
  ...olive,
  team: 'vs-fa',
  outside: true,
  trainedUntil: '2028-01-31',
  declared: {
    on: '2026-10-01',
    week: { tuesday: [{ start: '09:00', end: '12:30' }] },
    exceptions: [],
    leave: [],
  },
};

export const asFacilitator = { id: olive.id, name: olive.name, mail: olive.mail, team: 'vs-fa' };

export type PersonOffice = Awaited<ReturnType<typeof openPersonOffice>>;

export async function openPersonOffice(
  over: { readonly policy?: Partial<Policy>; readonly start?: Instant } = {},
) {
  const clock = createClock(over.start ?? askedAt);
  const { now } = clock;
  const policy = { ...defaultPolicy, ...over.policy };
  const wire = { cut: false };
  const log = createMemoryLog();
  const store = createMemoryStore(wire);
  /** Pulled alone, everything can still be read. */
  const saving = { cut: false };
  const kept = createMemoryLinks(clock, wire);
  const links: typeof kept = {
    ...kept,
    async revoke(of) {
      await overWire(saving);
      return kept.revoke(of);
    },
  };
  const codes = createMemoryCodes(clock, wire);
  const errands = createMemoryErrands(wire);
  const evaluations = createMemoryEvaluations(clock, wire);
  const pool = createMemoryPool(wire, [theOutsideFacilitator]);
  const directory = createMemoryDirectory({
    people: everybody,
    coordinators: new Set(coordinators.map(({ id }) => id)),
  });
  const requests: typeof store = {
    ...store,
    async save(saved) {
      await overWire(saving);
      return store.save(saved);
    },
  };
  const workflow = createWorkflow({
    ...{ requests, directory, policy, now, log },
    wakeUps: createMemoryWakeUps(),
  });
  const poolKeeping = createPoolKeeping({ pool, directory, lookAfter: async () => [], now });
  const report = (fault: unknown) => log.error({ err: fault }, 'a page could not be shown');
  const sharedLink = createSharedLink({
    ...{ evaluations, policy, now },
    address: (token) => `https://jags.norfolk-sandbox.example${evaluatePath(token)}`,
  });
  const talkingOver = createMemoryTalkingOver();
  const feedback = createMemoryFeedback();
  const pages = createOutsidePages({
    ...{ sharedLink, talkingOver, feedbackOf: feedback.of },
    ...{ links, codes, errands, evaluations, workflow, pool, poolKeeping, policy, now, report },
    requests: store,
    limits: createMemoryLimits(clock, wire),
    most: policy,
    alerts: { raise: async () => 'shown' },
    count: () => undefined,
  });
  const server = createServer({
    port: 0,
    anonymous: true,
    messages: async () => ({ status: 200 }),
    pages,
    faultPages: outsideFaultPages(policy),
    ready: async () => [],
    log,
  });
  const url = `http://127.0.0.1:${await server.listen()}`;

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(url + path, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  return {
    ...{
      url,
      clock,
      wire,
      saving,
      log,
      store,
      links,
      codes,
      errands,
      evaluations,
      talkingOver,
      feedback,
      pool,
      workflow,
      pages,
      ask,
    },
    opens: (path: string) => ask(path),
    posts: (path: string, form: Readonly<Record<string, string | readonly string[]>> = {}, headers = {}) => {
      const body = new URLSearchParams();
      for (const [name, values] of Object.entries(form))
        for (const value of [values].flat()) body.append(name, value);
      return ask(path, { method: 'POST', headers, body });
    },
    /** A request as it stands. */
    async has(request: Request): Promise<void> {
      const was = await store.load(request.id);
      await store.enter(request.id, request.requester.id);
      const audit = { at: now(), by: request.requester, what: 'submit' } as const;
      await store.save({ ...(was && { was }), next: request, effects: [], audit });
    },
    async current(id: string = common.id): Promise<Request | undefined> {
      return (await store.load(id))?.request;
    },
    /** A link as it is mailed: its path. */
    async linkFor(purpose: Purpose, over: Partial<LinkTerms> = {}): Promise<string> {
      const token = await links.mint({ ...termsOf(purpose, now()), ...over });
      return `/r/${token}`;
    },
    /** The code that was asked for last, as it is mailed; undefined when none was. */
    async mailedCode(): Promise<string | undefined> {
      const asked = errands.waiting.splice(0).findLast(({ errand }) => errand.kind === 'code')?.errand;
      return asked?.kind === 'code' ? codes.mint(asked.link) : undefined;
    },
    close: () => server.close(),
  };
}

const PERSONS: Readonly<Record<Purpose, KnownPerson>> = {
  ask: hetty,
  requester: hetty,
  facilitator: olive,
  facilitating: olive,
  participant: scarlet,
};

export function termsOf(purpose: Purpose, now: Instant): LinkTerms {
  return {
    purpose,
    person: PERSONS[purpose],
    ...(purpose !== 'facilitating' && { requestId: common.id }),
    ...(purpose === 'facilitator' && { attempt: 1 }),
    expiresAt: now + 60 * 24 * 60 * MINUTE_MS,
  };
}
