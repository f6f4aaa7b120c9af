/** The tab as main serves it, over HTTP, with a pool that keeps what is changed and a sign-in that is really checked. */
import { createAppointing } from '../../src/appointing';
import { createMatchFinding } from '../../src/performing/match-finding';
import { createPoolKeeping } from '../../src/pool-keeping';
import type { Calendars } from '../../src/ports';
import type { Facilitator } from '../../src/domain/facilitator';
import type { Instant, Interval } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { createServer } from '../../src/server';
import type { Held } from '../../src/ports/operations';
import type { Governing } from '../../src/starting/governance';
import { createPages } from '../../src/web/tab/pages';
import { createSignIn } from '../../src/web/tab/sign-in';
import { createTab } from '../../src/web/tab/tab';
import { createWorkflow } from '../../src/workflow';
import { askedAt, aSlot } from '../builders';
import {
  createMemoryDirectory,
  createMemoryLog,
  createMemoryOpenRequests,
  createMemoryStore,
  createMemoryWakeUps,
} from '../fakes';
import type { MemoryConnections } from '../memory/connections';
import { createMemoryPool } from '../memory/pool';
import { createMemoryResponses } from '../memory/responses';
import { type Entra, startEntra, TAB_AUDIENCE } from '../sandbox/entra';
import {
  coordinators,
  everybody,
  facilitators,
  governanceOfficer,
  outsiders,
  qualityLead,
  TENANT_ID,
} from '../sandbox/people';
import { createMemoryFigures } from '../some-monitoring';

const [fay, amber, basil, cerise, dale, esme] = facilitators;
const [hattie] = outsiders;

/** Somebody for each thing a list can say. */
export const thePool: readonly Facilitator[] = [
  {
    ...{ id: fay.id, name: fay.name, mail: fay.mail, team: 'hl-mh' },
    ...{ trainedOn: '2025-03-31', trainedUntil: '2027-03-31', localities: ['norwich', 'south'] },
  },
  { ...{ id: amber.id, name: amber.name, mail: amber.mail, team: 'cs-iro' }, trainedUntil: '2026-12-17' },
  { ...{ id: basil.id, name: basil.name, mail: basil.mail, team: 'ed-eys' }, trainedUntil: '2026-06-30' },
  {
    ...{ id: cerise.id, name: cerise.name, mail: cerise.mail, team: 'cs-fs' },
    ...{ trainedUntil: '2027-08-31', pauses: [{ from: '2026-11-01', until: '2027-01-04' }], weight: 0.5 },
  },
  {
    ...{ id: dale.id, name: dale.name, mail: dale.mail, team: 'cs-eh' },
    ...{ trainedUntil: '2027-08-31', facilitatedBefore: '2026-05-12' },
  },
  {
    ...{ id: esme.id, name: esme.name, mail: esme.mail, team: 'yj-cm' },
    ...{ trainedUntil: '2027-08-31', leftOn: '2026-09-01' },
  },
  {
    ...{ id: '0a751de0-0000-4000-8000-000000000001', name: hattie.name, mail: hattie.mail, team: 'ed-pri' },
    ...{ outside: true, trainedUntil: '2028-01-31' },
    declared: {
      on: '2026-06-01',
      week: { tuesday: [{ start: '09:00', end: '12:30' }] },
      exceptions: [],
      leave: [],
    },
  },
];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export type TabOffice = Awaited<ReturnType<typeof openTabOffice>>;

export async function openTabOffice(
  over: {
    readonly pool?: readonly Facilitator[];
    readonly now?: () => Instant;
    /** When people are busy, by address; nobody is where nothing is said. */
    readonly busy?: Readonly<Record<string, readonly Interval[]>>;
    /** Where there is an API. */
    readonly connections?: MemoryConnections;
    /** Where information governance is set up. */
    readonly governance?: Governing;
  } = {},
) {
  const { pool: facilitatorsThere = thePool, now = () => askedAt, busy = {}, connections, governance } = over;
  const policy = defaultPolicy;
  const entra: Entra = await startEntra(0, now);
  const pool = createMemoryPool({ cut: false }, facilitatorsThere);
  const reserved = await pool.reserve(
    fay.id,
    {
      requestId: '1a2b3c4d-0000-4000-8000-000000000001',
      attempt: 1,
      slot: aSlot('2026-12-08T10:00'),
      state: 'held',
    },
    defaultPolicy,
  );
  if (facilitatorsThere === thePool && reserved !== 'reserved')
    throw new Error(`Expected a reservation, got ${reserved}`);
  const touched: Request[] = [];
  const log = createMemoryLog();
  const directory = createMemoryDirectory({
    people: everybody,
    coordinators: new Set(coordinators.map(({ id }) => id)),
    quality: new Set([qualityLead.id]),
    governance: new Set([governanceOfficer.id]),
  });
  const figures = createMemoryFigures();
  let held: Held | undefined;
  const responses = createMemoryResponses();
  const tab = { issuer: entra.issuer, audience: TAB_AUDIENCE };
  const poolKeeping = createPoolKeeping({ pool, directory, lookAfter: async () => touched, now });
  const store = createMemoryStore();
  const openRequests = createMemoryOpenRequests(store);
  const workflow = createWorkflow({
    requests: store,
    wakeUps: createMemoryWakeUps(),
    directory,
    policy,
    now,
    log,
  });
  const calendars: Calendars = {
    availability: async (mails) =>
      new Map(mails.map((mail) => [mail, { known: true, busy: busy[mail] ?? [] } as const])),
  };
  const matchFinding = createMatchFinding({ directory, pool, calendars, policy, now });
  const pages = createPages({
    ...{ pool, poolKeeping, openRequests, requests: store, workflow, policy, now, figures, responses },
    appointing: createAppointing({ matchFinding, workflow }),
    ...(connections && { connections }),
    ...(governance && { governance: { ...governance, hold: { find: async () => held } } }),
    report: (fault) => log.warn({ err: fault }, 'could not save'),
  });
  const server = createServer({
    port: 0,
    anonymous: true,
    messages: async () => ({ status: 200 }),
    pages: createTab({
      ...tab,
      signIn: createSignIn({ ...tab, allowedTenants: [TENANT_ID], directory, now, log }),
      pages,
      hold: { find: async () => held },
      now,
    }),
    ready: async () => [],
    log,
  });
  const url = `http://127.0.0.1:${await server.listen()}`;
  const token = entra.tokenFor(coordinators[0]);

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(url + path, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  return {
    ...{ url, entra, pool, poolKeeping, log, token, store, figures, responses, pages },
    /** A request that is there already. */
    async has(request: Request): Promise<void> {
      const audit = { at: now(), by: request.requester, what: 'submit' } as const;
      await store.enter(request.id, request.requester.id);
      await store.save({ next: request, effects: [], audit });
    },
    /** Everything that goes outward, from now on. */
    holds: (by: Held) => void (held = by),
    /** What `lookAfter` finds touched from now on. */
    touches: (...requests: readonly Request[]) => void touched.splice(0, touched.length, ...requests),
    /** As a browser opens it: no token. */
    opens: (path: string) => ask(path, {}),
    /** As the script asks for it. */
    sees: (path: string, as = token) =>
      ask(path, { headers: { 'HX-Request': 'true', Authorization: `Bearer ${as}` } }),
    posts: (path: string, form: Record<string, string | readonly string[]>, as = token) => {
      const body = new URLSearchParams();
      for (const [name, values] of Object.entries(form))
        for (const value of [values].flat()) body.append(name, value);
      const headers = { 'HX-Request': 'true', Authorization: `Bearer ${as}` };
      return ask(path, { method: 'POST', headers, body });
    },
    async close() {
      await server.close();
      await entra.stop();
    },
  };
}

/** What a page says, without its markup; entities as the signs they are. */
export function textOf({ body }: Answer): string {
  return body
    .replace(/<title>.*?<\/title>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ');
}
