/** What holds for every page there is, taken from the table of contents: opening one changes nothing, and each is plain. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../../src/http/page';
import { PURPOSES, type Purpose } from '../../../src/ports/links';
import type { Request } from '../../../src/domain/request';
import { ACTS } from '../../../src/web/outside/person/acts';
import { STEPS } from '../../../src/web/outside/person/steps';
import { aRequest } from '../../builders';
import { attributesIn, brokenTies } from '../markup';
import type { Answer } from '../tab-office';
import { booked, EVERY_ACT, match } from './every-act';
import { bodyOf, wholeForm } from './outside-office';
import { common, hetty, olive, openPersonOffice, type PersonOffice } from './person-office';

const NAMES = [...new Set([...Object.keys(STEPS), ...Object.keys(ACTS), 'code', 'new-link', 'no-such-step'])];

/** What any page could take for something to do: every act's form, the whole form of a request, and what is in links. */
const QUERIES: readonly string[] = [
  '',
  'risk=no&asked=yes&of=again&so=no&said=withdrawn&sent=before&for=accept&mail=hetty@school.example.org',
  'risk=unsure&go=send&step=check&code=123456&proof=abc&attempt=1&coming=false&start=1&until=2027-01-08',
  `${bodyOf(wholeForm())}&code=000000&attempt=1`,
  Object.values(EVERY_ACT)
    .map(({ form }) => `${bodyOf(form)}&code=000000`)
    .join('&'),
];

const STATES: Readonly<Record<string, Request>> = {
  submitted: EVERY_ACT['answer-poll'].request,
  offered: EVERY_ACT.accept.request,
  booked,
  'booked, on the day': booked,
  held: EVERY_ACT['not-held'].request,
  returned: aRequest.returned(common),
  closed: aRequest.closed(common),
};

describe('every page for people without Teams', () => {
  let office: PersonOffice;
  beforeEach(async () => void (office = await openPersonOffice()));
  afterEach(() => office.close());

  /** Each address of a page: with every kind of token, and one that opens nothing; with every name there is. */
  async function addressesOf({ path }: Page): Promise<readonly string[]> {
    const links = await Promise.all(
      PURPOSES.map((purpose: Purpose) =>
        office.linkFor(purpose, purpose === 'ask' ? { requestId: 'req0not0sent0yet0000000001' } : {}),
      ),
    );
    const tokens = path.startsWith('/evaluate')
      ? [...(await evaluationTokens()), 'A'.repeat(43)]
      : [...links.map((link) => link.slice('/r/'.length)), 'A'.repeat(43)];
    const withTokens = path.includes(':token')
      ? tokens.map((token) => path.replace(':token', token))
      : [path];
    return withTokens.flatMap((each) =>
      /:\w+$/.test(each) ? NAMES.map((name) => each.replace(/:\w+$/, name)) : [each],
    );
  }

  /** Of one person, and of everybody. */
  async function evaluationTokens(): Promise<readonly string[]> {
    const { evaluations, clock } = office;
    const { id: requestId } = common;
    const closesAt = clock.now() + 60_000;
    await evaluations.open({ requestId, quarter: '2026-Q4', invited: 3, closesAt });
    return [await evaluations.ticket(requestId, hetty.mail), await evaluations.shared(requestId)].map(
      (token) => token!,
    );
  }

  async function everything(): Promise<string> {
    const { id } = common;
    return JSON.stringify([
      ...[office.store.all(), office.store.effectsOf(id), await office.store.history(id)],
      ...[await office.pool.find(olive.id), office.errands.waiting, office.links.all()],
      await office.evaluations.collected(id),
    ]);
  }

  async function stands(state: string, request: Request): Promise<void> {
    await office.has(request);
    if (state.endsWith('on the day')) office.clock.pass(match.slot.start - office.clock.now());
  }

  const plainPages = (method: Page['method']) =>
    office.pages.filter((page) => page.method === method && !page.path.includes('/assets/'));

  it.each(Object.entries(STATES))(
    'changes nothing by being opened, whatever its address says: %s',
    async (state, request) => {
      await stands(state, request);
      for (const page of plainPages('get')) {
        const addresses = await addressesOf(page);
        const before = await everything();
        for (const address of addresses)
          for (const query of QUERIES) {
            const { status } = await office.opens(query === '' ? address : `${address}?${query}`);
            expect([address, [200, 303, 404, 410, 422].includes(status)]).toEqual([address, true]);
          }
        expect([page.path, await everything()]).toEqual([page.path, before]);
      }
    },
  );

  it.each(Object.entries(STATES))(
    'is kept nowhere, framed nowhere, and loads and runs nothing: %s',
    async (state, request) => {
      await stands(state, request);
      for (const page of plainPages('get'))
        for (const address of await addressesOf(page))
          for (const query of QUERIES.slice(0, 3))
            isPlain(await office.opens(`${address}?${query}`), address);
      for (const page of plainPages('post'))
        for (const address of await addressesOf(page)) {
          isPlain(await office.posts(address, {}, { 'Sec-Fetch-Site': 'cross-site' }), address);
          isPlain(await office.posts(address, { step: 'when', mail: 'x', attempt: '7' }), address);
        }
    },
  );

  it('is as plain while storage is out of reach, and where there is no such page', async () => {
    await office.has(booked);
    const addresses = [
      ...(
        await Promise.all(office.pages.filter(({ path }) => !path.includes('/assets/')).map(addressesOf))
      ).flat(),
      ...['/request/a/b', '/r', '/r/x/y/z', '/request/%E0%A4%A'],
    ];
    office.wire.cut = true;
    for (const address of addresses) {
      isPlain(await office.opens(address), address);
      isPlain(await office.posts(address), address);
      isPlain(await office.ask(address, { method: 'PUT' }), address);
      isPlain(await office.posts(address, { x: 'a'.repeat(300_000) }), address);
    }
  });

  it('has stylesheets that load nothing else', () => {
    const folder = join(__dirname, '../../../src/web/outside/assets');
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/url\(|@import|https?:/);
  });
});

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What leads away from our own pages: numbers to ring, the way into the session, whom to complain to. */
const ELSEWHERE = [
  /^tel:\+?\d+$/,
  /^https:\/\/teams\.microsoft\.example\//,
  /^https:\/\/(?:ico\.org\.uk|www\.equalityadvisoryservice\.com)\//,
];

/** The way in, and what the service says of itself. */
const FOR_SEARCH_ENGINES = ['/request', '/privacy', '/terms', '/accessibility'];

function isPlain({ status, headers, body }: Answer, address: string): void {
  const seen = Object.fromEntries(
    [
      'content-security-policy',
      'cache-control',
      'referrer-policy',
      'x-content-type-options',
      'set-cookie',
    ].map((name) => [name, headers.get(name)]),
  );
  expect([address, seen]).toEqual([
    address,
    {
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'set-cookie': null,
    },
  ]);
  expect([address, headers.get('x-robots-tag')]).toEqual([
    address,
    FOR_SEARCH_ENGINES.includes(address) && headers.get('x-robots-tag') === null ? null : 'noindex',
  ]);
  if (status === 303) {
    expect(headers.get('location')).toMatch(/^\/(?:request|r|evaluate)(?:[/?]|$)/);
    return;
  }
  expect([address, headers.get('content-type')]).toEqual([address, 'text/html; charset=utf-8']);
  expect(body.match(/<(?:script|style|iframe|object|embed|base|img|svg)\b/i)).toBeNull();
  expect(
    attributesIn(body).filter((name) => /^(?:on\w+|style|src|srcset|srcdoc|formaction|ping)$/.test(name)),
  ).toEqual([]);
  const leads = [...body.matchAll(/ (?:href|action)="([^"]*)"/g)].map(([, to]) => to!);
  expect(
    leads.filter(
      (to) =>
        !/^(?:#|\/request(?:[/?]|$)|\/r\/|\/evaluate\/|\/(?:privacy|terms|accessibility)$)/.test(to) &&
        !ELSEWHERE.some((each) => each.test(to)),
    ),
  ).toEqual([]);
  expect([address, brokenTies(body)]).toEqual([address, []]);
  expect(body.match(/<h1[\s>]/g)).toHaveLength(1);
  expect(body).toContain('href="tel:03448008021"');
}
