/** Pages for people without Teams and of the tab, with one value wherever something was typed, in Chromium. */
import type { Browser } from 'playwright-core';
import { defaultThemes } from '../../../src/domain/themes';
import { openOutsideOffice, wholeForm } from '../../web/outside/outside-office';
import {
  asFacilitator,
  hetty,
  olive,
  openPersonOffice,
  scarlet,
  theOutsideFacilitator,
} from '../../web/outside/person-office';
import { openTabOffice, thePool } from '../../web/tab-office';
import type { Drawn } from './cards';
import { filledRequests } from './filled-requests';
import { differences, type Looked, lookAt, watchFor } from './in-page';
import { plainAs } from './typed-values';

/** Beside those of a request. */
export const PAGE_FIELDS = [
  ...[
    "a facilitator's name",
    'what is searched for',
    'you said, we did',
    'a cell of the file',
    'a heading of the file',
  ],
  ...['a name on the form', 'a mail on the form', 'a telephone on the form', 'a role on the form'],
] as const;

type Pages = ReadonlyMap<string, string>;

/** Each page's HTML by where it is, however it was asked for. */
export async function pagesOf(value: string): Promise<Pages> {
  return new Map([...(await tabPages(value)), ...(await personPages(value)), ...(await formPages(value))]);
}

async function tabPages(value: string): Promise<Pages> {
  const pool = thePool.map((each) => ({ ...each, name: value }));
  const office = await openTabOffice({ pool });
  const found = new Map<string, string>();
  try {
    for (const request of filledRequests(value)) await office.has(request);
    for (const { code: theme } of defaultThemes)
      await office.responses.keep({ theme, text: value, on: '2026-11-01' }, undefined);
    const paths = [
      '/tab/facilitators',
      `/tab/facilitators?q=${encodeURIComponent(value)}`,
      ...['', '/change', '/history', '/hours', '/pause', '/leave'].map(
        (step) => `/tab/facilitators/${pool[0]!.id}${step}`,
      ),
      ...['', '/hours'].map((step) => `/tab/facilitators/${pool[6]!.id}${step}`),
      '/tab/requests',
      ...filledRequests(value).map(({ id }) => `/tab/requests/${id}`),
      ...[
        '/tab/monitoring',
        '/tab/monitoring/responses',
        '/tab/monitoring/report?period=2026-Q3',
        '/tab/monitoring/report?period=2026',
      ],
      ...[`/tab/facilitators/${encodeURIComponent(value)}`, '/tab/import'],
    ];
    for (const path of paths) found.set(`tab ${nameOf(path, value)}`, (await office.sees(path)).body);
    const cell = `"${value.replaceAll('"', '""')}"`;
    const file = `Name,E-mail,Team,${cell}\n${cell},${cell},${cell},${cell}\nRose Red,rose@example.org,ed-pri,${cell}`;
    found.set('tab import of a file', (await office.posts('/tab/import', { text: file })).body);
    found.set(
      'tab import of no file',
      (await office.posts('/tab/import', { text: `${value},x\n${value},y` })).body,
    );
    const form = { name: value, mail: value, team: value, trainedUntil: value, weight: value };
    found.set('tab new facilitator', (await office.posts('/tab/facilitators/new', form)).body);
    return found;
  } finally {
    await office.close();
  }
}

async function personPages(value: string): Promise<Pages> {
  const office = await openPersonOffice();
  const found = new Map<string, string>();
  try {
    await office.pool.save(
      { ...theOutsideFacilitator, name: value },
      { at: 1, by: olive, what: 'change' } as never,
      '1',
    );
    for (const made of filledRequests(value)) {
      const participants = [
        { name: value, mail: scarlet.mail, team: 'hl-sn' },
        ...made.ask.participants.slice(1),
      ];
      const request = {
        ...made,
        requester: { ...made.requester, id: hetty.id, mail: hetty.mail, outside: true },
        ask: { ...made.ask, participants },
        ...('match' in made && { match: { ...made.match, facilitator: { ...asFacilitator, name: value } } }),
      } as typeof made;
      await office.has(request);
      for (const purpose of ['requester', 'participant', 'facilitator', 'facilitating'] as const) {
        const link = await office.linkFor(purpose, {
          ...(purpose !== 'facilitating' && { requestId: made.id }),
          ...(purpose === 'facilitator' && { attempt: 1 }),
        });
        for (const step of [
          '',
          '/withdraw',
          '/another-time',
          '/propose-participants',
          '/cannot',
          '/record-session',
        ])
          found.set(`${made.state} ${purpose}${step}`, (await office.opens(`${link}${step}`)).body);
      }
    }
    return found;
  } finally {
    await office.close();
  }
}

async function formPages(value: string): Promise<Pages> {
  const office = await openOutsideOffice();
  const found = new Map<string, string>();
  try {
    const link = await office.linkFor('hetty.headteacher@school.example.org');
    const typed = {
      ...{ name: value, caseReference: value, reason: value, phone: value, colleague: value, venue: value },
      ...{
        place: 'in-person',
        'person-0-name': value,
        'person-0-mail': value,
        'person-2-name': value,
        'person-2-team': 'hl-sn',
      },
    };
    for (const step of ['about', 'when', 'who', 'check'])
      for (const go of ['next', 'back', 'add'])
        found.set(`form ${step} ${go}`, (await office.posts(link, wholeForm({ ...typed, step, go }))).body);
    const start = { risk: 'no', mail: value };
    found.set('form start', (await office.posts('/request/link', start)).body);
    found.set('form choose', (await office.opens(`/request/choose?so=${encodeURIComponent(value)}`)).body);
    found.set('form missing', (await office.opens(`/request/${encodeURIComponent(value)}/x`)).body);
    return found;
  } finally {
    await office.close();
  }
}

/** The same for every value. */
function nameOf(path: string, value: string): string {
  return path.replace(encodeURIComponent(value), '…');
}

/** Draws the pages of one value beside those of a plain one as long; no header keeps anything in them from running. */
export async function drawPages(browser: Browser, value: string): Promise<Drawn> {
  const plain = plainAs(value);
  const pages = { hostile: await pagesOf(value), plain: await pagesOf(plain) };
  const page = await browser.newPage();
  await watchFor(page);
  // Nothing of a page comes from anywhere: neither its style nor what a link of another's would fetch.
  await page.route('**/*', (route) =>
    route.request().url() === 'https://here.example/'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: current })
      : route.abort(),
  );
  let current = '';
  const look = async (html: string): Promise<Looked> => {
    current = html.replace(/<script [^>]*src="[^"]*"[^>]*><\/script>/g, '');
    await page.goto('https://here.example/', { waitUntil: 'domcontentloaded' });
    return lookAt(page);
  };
  const found: string[] = [];
  let shown = 0;
  const seen = new Set<string>();
  for (const [name, html] of pages.hostile) {
    // Many steps are the same page: what somebody may not do is said once.
    if (seen.has(html)) continue;
    seen.add(html);
    const looked = { hostile: await look(html), plain: await look(pages.plain.get(name) ?? '') };
    shown += looked.plain.text.split(plain).length - 1;
    found.push(...differences(name, looked, { hostile: value, plain }));
  }
  await page.close();
  return { drawn: seen.size, shown, differences: found };
}
