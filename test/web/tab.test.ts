import { at } from '../builders';
import { createTab } from '../../src/web/tab/tab';
import type { Facilitator } from '../../src/domain/facilitator';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { openTabOffice, type TabOffice, textOf, thePool } from './tab-office';

const [fay] = facilitators;
const PAGES = [
  '/tab',
  '/tab/facilitators',
  '/tab/facilitators/new',
  `/tab/facilitators/${fay.id}`,
  `/tab/facilitators/${fay.id}/change`,
  `/tab/facilitators/${fay.id}/hours`,
];

describe('the tab', () => {
  let office: TabOffice;
  beforeAll(async () => {
    office = await openTabOffice();
  });
  afterAll(() => office.close());

  it.each(PAGES)('shows whoever opens %s the same frame, with nothing of anybody in it', async (path) => {
    const [shell, other] = await Promise.all([office.opens(path), office.opens('/tab')]);
    expect(shell.status).toBe(200);
    expect(shell.body).toBe(other.body);
    for (const { name, mail } of thePool) {
      expect(shell.body).not.toContain(name);
      expect(shell.body).not.toContain(mail);
    }
  });

  it.each(PAGES)('tells who is not signed in nothing at %s', async (path) => {
    const answers = await Promise.all([office.sees(path, ''), office.sees(path, 'a.b.c')]);
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect(body).not.toContain(fay.name);
    }
  });

  it.each(PAGES)('is for coordinators only: %s', async (path) => {
    const answer = await office.sees(path, office.entra.tokenFor(practitioners[0]));
    expect(answer.status).toBe(403);
    expect(textOf(answer)).toContain('For coordinators only');
    expect(answer.body).not.toContain(fay.mail);
  });

  it('says on every page that everything is held after a restore', async () => {
    const one = await openTabOffice();
    expect(textOf(await one.sees('/tab'))).not.toContain('Restored');
    one.holds({ backup: 'some', takenAt: at('2026-11-24T02:00'), since: 1, stage: 'held' });
    for (const path of PAGES)
      expect(textOf(await one.sees(path))).toContain('Restored from a backup of Tuesday 24 November 2026');
    await one.close();
  });

  it('changes nothing for who is not a coordinator', async () => {
    const path = `/tab/facilitators/${fay.id}/pause`;
    const { status } = await office.posts(
      path,
      { until: '2027-01-01' },
      office.entra.tokenFor(practitioners[0]),
    );
    expect(status).toBe(403);
    expect((await office.pool.find(fay.id))?.facilitator).not.toHaveProperty('pauses');
  });

  it.each(PAGES)('lets nothing run that is not its own, and only Teams frame it: %s', async (path) => {
    for (const { headers } of [await office.opens(path), await office.sees(path)]) {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.match(/default-src|frame-ancestors/g)).toHaveLength(2);
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).toContain(
        "form-action 'self'; base-uri 'none'; frame-ancestors https://teams.microsoft.com",
      );
      expect(policy).not.toMatch(/unsafe|\*;|\*$/);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it.each(PAGES)('has no script, style or handler inline: %s', async (path) => {
    for (const { body } of [await office.opens(path), await office.sees(path)]) {
      expect(body).not.toMatch(/<script(?![^>]* src="\/tab\/assets\/)/);
      expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|https?:\/\/(?!127\.0\.0\.1)/);
    }
  });

  it('serves its files to be kept until they change', async () => {
    const { body } = await office.opens('/tab');
    const files = [...body.matchAll(/(?:src|href|data-teams)="(\/tab\/assets\/[^"]+)"/g)].map(
      ([, path]) => path!,
    );
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) {
      const answer = await office.opens(file);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect(answer.body.length).toBeGreaterThan(500);
    }
    expect((await office.opens('/tab/assets/tab.js?v=old')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['package.json', '..%2f..%2fmain.ts', 'constructor', 'tab.js.map'])(
    'serves no other file: %s',
    async (name) => {
      expect((await office.opens(`/tab/assets/${name}`)).status).toBe(404);
    },
  );

  it('takes only forms, and none without end', async () => {
    const path = `${office.url}/tab/facilitators/new`;
    const headers = { Authorization: `Bearer ${office.token}`, 'Content-Type': 'application/json' };
    expect((await fetch(path, { method: 'POST', headers, body: '{}' })).status).toBe(415);
    const form = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await fetch(path, { method: 'POST', headers: form, body: 'a'.repeat(300_000) })).status).toBe(
      413,
    );
  });

  it('leaves nobody and no address in the log', () => {
    const written = JSON.stringify(office.log.lines);
    expect(written).toContain('tab-facilitators');
    expect(written).not.toContain(fay.id);
    expect(written).not.toContain(fay.name);
    expect(written).not.toContain(office.token.slice(-20));
  });

  it('names where to sign in only where that is this machine', async () => {
    expect((await office.opens('/tab')).body).toContain(`data-sign-in="${office.entra.issuer}/sign-in"`);
    const elsewhere = createTab({
      issuer: 'https://login.example/v2.0',
      signIn: async () => ({ refused: 'token' }),
      pages: [{ name: 'tab', method: 'get', path: '/tab', show: async () => ({ title: '', content: '' }) }],
      now: () => 0,
    });
    const asked = {
      authorization: '',
      byScript: false,
      from: '',
      isCrossSite: false,
      params: {},
      query: new URLSearchParams(),
      form: new URLSearchParams(),
    };
    const shell = await elsewhere.find(({ name }) => name === 'tab')?.answer(asked);
    expect(String(shell?.content)).not.toContain('data-sign-in');
  });

  it('says what to set while there is no sign-in', async () => {
    const [only, ...more] = createTab(undefined);
    const asked = {
      authorization: '',
      byScript: true,
      from: '',
      isCrossSite: false,
      params: {},
      query: new URLSearchParams(),
      form: new URLSearchParams(),
    };
    expect(String((await only?.answer(asked))?.content)).toContain('TAB_ISSUER');
    expect(more).toEqual([]);
  });
});

describe('what somebody typed', () => {
  const HOSTILE = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onfocus='alert(1)`,
    '</textarea><b>x',
  ];
  const pool: readonly Facilitator[] = HOSTILE.map((name, n) => ({
    ...{ id: `fac00000-0000-4000-8000-0000000000a${n}`, name, mail: `a${n}"<b>@x.example`, team: '<i>team' },
    ...{ trainedUntil: '2027-01-01', localities: ['"><u>'] },
  }));

  it.each(pool)('stays text on every page: $name', async ({ id, name }) => {
    const office = await openTabOffice({ pool });
    try {
      const mine = `/tab/facilitators/${id}`;
      const pages = [
        await office.sees('/tab/facilitators'),
        await office.sees(`/tab/facilitators?q=${encodeURIComponent(name)}`),
        await office.sees(mine),
        await office.sees(`${mine}/change`),
        await office.sees(`${mine}/hours`),
        await office.posts(`${mine}/change`, { name, mail: name, team: name, version: name, weight: name }),
        await office.posts('/tab/facilitators/new', { name, mail: name, trainedOn: name, localities: name }),
        await office.posts(`${mine}/hours`, { 'monday-0-start': name, 'leave-0-from': name }),
      ];
      for (const { body } of pages) {
        expect(body).not.toMatch(/<(script|img|b|i|u)[\s>]/);
        expect(body.replace(/="[^"]*"/g, '')).not.toMatch(/<[^>]*\son(error|focus)=/);
      }
    } finally {
      await office.close();
    }
  });

  it('is said by whom in the history, as text', async () => {
    const office = await openTabOffice();
    const name = '<script>alert(1)</script>';
    const token = office.entra.tokenFor(coordinators[0], { name });
    const { body } = await office.posts(`/tab/facilitators/${fay.id}/pause`, { until: '2026-12-31' }, token);
    await office.close();
    expect(body).toContain('&lt;script>');
    expect(body).not.toContain(name);
  });
});
