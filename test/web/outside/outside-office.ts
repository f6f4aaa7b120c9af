/** The plain pages as main serves them, over HTTP, with fakes that keep what is asked and sent. */
import type { Instant } from '../../../src/domain/intervals';
import { defaultPolicy, type Policy } from '../../../src/domain/policy';
import { MINUTE_MS } from '../../../src/domain/intervals';
import { personIdFor, requestIdFor } from '../../../src/ids';
import type { Alert } from '../../../src/ports/alerts';
import { createPoolKeeping } from '../../../src/pool-keeping';
import { createServer } from '../../../src/server';
import { createOutsidePages } from '../../../src/web/outside/pages';
import { outsideFaultPages } from '../../../src/web/outside/plain-page';
import { createWorkflow } from '../../../src/workflow';
import { askedAt } from '../../builders';
import {
  createClock,
  createMemoryDirectory,
  createMemoryLog,
  createMemoryStore,
  createMemoryWakeUps,
} from '../../fakes';
import { createMemoryEvaluations } from '../../memory/evaluations';
import { createMemoryPool } from '../../memory/pool';
import {
  createMemoryCodes,
  createMemoryErrands,
  createMemoryLimits,
  createMemoryLinks,
} from '../../outside-fakes';
import { coordinators, everybody } from '../../sandbox/people';
import type { Answer } from '../tab-office';

/** Somebody with no account here, plainly invented. */
export const HETTY = 'hetty.headteacher@school.example.org';

/** Small enough for a test to come to each of them. */
export const MOST = { asksFromOneAddress: 20, asksForOneMail: 3, asksInAll: 25 };

export type OutsideOffice = Awaited<ReturnType<typeof openOutsideOffice>>;

export async function openOutsideOffice(
  over: { readonly policy?: Partial<Policy>; readonly start?: Instant; readonly most?: typeof MOST } = {},
) {
  const clock = createClock(over.start ?? askedAt);
  const { now } = clock;
  const policy = { ...defaultPolicy, ...over.policy };
  /** Storage: links, limits, errands and requests go with it. */
  const wire = { cut: false };
  const log = createMemoryLog();
  const store = createMemoryStore(wire);
  const links = createMemoryLinks(clock, wire);
  const errands = createMemoryErrands(wire);
  const evaluations = createMemoryEvaluations(clock, wire);
  const alerts: Alert[] = [];
  const directory = createMemoryDirectory({
    people: everybody,
    coordinators: new Set(coordinators.map(({ id }) => id)),
  });
  const pool = createMemoryPool(wire);
  const counted: (readonly [kind: string, team: string])[] = [];
  const workflow = createWorkflow({
    requests: store,
    wakeUps: createMemoryWakeUps(),
    directory,
    policy,
    now,
    log,
  });
  const server = createServer({
    port: 0,
    anonymous: true,
    messages: async () => ({ status: 200 }),
    pages: createOutsidePages({
      ...{ links, errands, evaluations, workflow, requests: store, policy, now },
      limits: createMemoryLimits(clock, wire),
      codes: createMemoryCodes(clock, wire),
      pool,
      poolKeeping: createPoolKeeping({ pool, directory, lookAfter: async () => [], now }),
      most: over.most ?? MOST,
      alerts: {
        async raise(alert) {
          alerts.push(alert);
          return 'shown';
        },
      },
      count: (kind, team) => counted.push([kind, team]),
      report: (fault) => log.error({ err: fault }, 'a page could not be shown'),
    }),
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
    ...{ url, clock, wire, log, store, links, errands, evaluations, alerts, policy, ask, counted },
    opens: (path: string) => ask(path),
    posts: (path: string, form: Form | URLSearchParams, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', headers, body: bodyOf(form) }),
    /** A link to the form, as it is mailed. */
    async linkFor(mail: string, nonce = 'the-errand'): Promise<string> {
      const id = personIdFor(mail);
      const token = await links.mint({
        purpose: 'ask',
        person: { id, name: '', mail },
        requestId: requestIdFor(id, nonce),
        expiresAt: now() + 24 * 60 * MINUTE_MS,
      });
      return `/request/${token}`;
    },
    /** The request somebody's form made, if it has. */
    async sentBy(mail: string, nonce = 'the-errand') {
      return (await store.load(requestIdFor(personIdFor(mail), nonce)))?.request;
    },
    close: () => server.close(),
  };
}

export type Form = Readonly<Record<string, string | readonly string[]>>;

export function bodyOf(form: Form | URLSearchParams): URLSearchParams {
  if (form instanceof URLSearchParams) return form;
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form))
    for (const value of [values].flat()) body.append(name, value);
  return body;
}

/** A whole form, every field of it right; each page would send it in parts. */
export function wholeForm(over: Form = {}): Form {
  return {
    step: 'check',
    go: 'send',
    risk: 'no',
    name: 'Hetty Headteacher',
    caseReference: 'SCH-2041',
    team: 'ed-pri',
    phone: '',
    colleague: '',
    reason: 'We go round in circles and everybody carries it home.',
    familyTold: 'yes',
    place: 'online',
    venue: '',
    locality: 'norwich',
    earliest: '2026-12-09',
    latest: '2026-12-18',
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    times: ['morning', 'afternoon'],
    'person-0-name': 'Scarlet Sepia',
    'person-0-mail': 'scarlet.sepia@health.example.org',
    'person-0-team': 'hl-sn',
    'person-1-name': 'Umber Ultramarine',
    'person-1-mail': 'umber@police.example.org',
    'person-1-team': 'po-ne',
    ...over,
  };
}

/** Everything a page would send as it stands: hidden fields, what is typed, chosen and ticked. */
export function formIn(html: string): URLSearchParams {
  const form = new URLSearchParams();
  const inputs =
    /<input ((?:[^>"]|"[^"]*")*)>|<textarea ([^>]*)>([^<]*)<\/textarea>|<select ([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, textarea, typed = '', select, options = ''] of html.matchAll(inputs)) {
    const tag = input ?? textarea ?? select ?? '';
    const name = attribute(tag, 'name');
    if (name === undefined) continue;
    const isBox = ['checkbox', 'radio'].includes(attribute(tag, 'type') ?? '');
    if (isBox && attribute(tag, 'checked') === undefined) continue;
    if (select !== undefined)
      form.append(name, attribute(/<option ([^>]*\sselected[^>]*)>/.exec(options)?.[1] ?? '', 'value') ?? '');
    else if (textarea !== undefined) form.append(name, decoded(typed.replace(/^\n/, '')));
    else form.append(name, attribute(tag, 'value') ?? (isBox ? 'on' : ''));
  }
  return form;
}

/** As browsers read it: one without a value is empty, and what stands in a value is no attribute. */
function attribute(tag: string, name: string): string | undefined {
  for (const [, each, value = ''] of tag.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g))
    if (each === name) return decoded(value);
  return undefined;
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
