import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { defaultPolicy } from '../../src/domain/policy';
import type { PageAsked, PageReply } from '../../src/http/page';
import { createPoolKeeping } from '../../src/pool-keeping';
import type { TabPage } from '../../src/web/tab/page';
import { MOST_BYTES, MOST_ROWS, readRoster } from '../../src/web/tab/roster-csv';
import { formOfRows } from '../../src/web/tab/roster-form';
import { rosterPages } from '../../src/web/tab/roster-pages';
import { askedAt, theCoordinator } from '../builders';
import { send, start, stop } from '../web-server';
import { textIn } from './markup';
import { createRosterPool } from './roster-pool';

const policy = defaultPolicy;

/** The pages alone, for whoever asks: who may is settled elsewhere. */
async function open() {
  const pool = createRosterPool();
  const now = () => askedAt;
  const directory = { known: async () => [] };
  const keeping = createPoolKeeping({ pool, directory, lookAfter: async () => [], now });
  const pages = rosterPages({ pool, keeping, policy, now, report: () => undefined });
  await start({ pages: pages.map((page) => ({ ...page, answer: (asked) => answered(page, asked) })) });
}

async function answered(page: TabPage, { params, query, form }: PageAsked): Promise<PageReply> {
  const shown = await page.show({
    by: theCoordinator,
    roles: ['coordinator'],
    now: askedAt,
    params,
    query,
    form,
  });
  return 'file' in shown
    ? { status: 200, content: shown.content, headers: { 'Content-Type': shown.type } }
    : {
        status: shown.status ?? 200,
        content: textIn(renderToStaticMarkup(shown.content as VNode)),
        headers: {},
      };
}

function post(form: Iterable<readonly [string, string]>) {
  return send({
    path: '/tab/import',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'hx-request': 'true' },
    body: new URLSearchParams([...form] as [string, string][]).toString(),
  });
}

describe('The largest file', () => {
  beforeEach(open);
  afterEach(stop);

  const row = (n: number, name: string) => `"${name}","s${n}@sepia.example","Health: school nursing"\n`;
  const fileOf = (name: string) =>
    `Name,E-mail,Team\n${Array.from({ length: MOST_ROWS }, (_, n) => row(n, name)).join('')}`;

  it('can be sent, and sent again as the page it becomes', async () => {
    const text = fileOf(`Scarlet ${'é'.repeat(450)}`);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    const first = await post([['text', text]]);
    expect([first.status, first.body]).toEqual([422, expect.stringContaining('1000 rows')]);

    const file = readRoster(text);
    if ('refused' in file) throw new Error(file.refused.fault);
    const rows = file.rows.map((each) => ({ ...each, leave: false, seen: '' }));
    const second = await post(formOfRows(rows));
    expect([second.status, second.body]).toEqual([422, expect.stringContaining('1000 to put right')]);
  });

  it('is refused in words when it is a little larger, and unread when it is much larger', async () => {
    const larger = await post([['text', fileOf('é'.repeat(520))]]);
    expect([larger.status, larger.body]).toEqual([422, expect.stringContaining('larger than 1 MB')]);
    expect((await post([['text', 'é'.repeat(1_000_000)]])).status).toBe(413);
  });

  it('comes back as a download', async () => {
    const answer = await send({
      method: 'GET',
      path: '/tab/facilitators.csv',
      headers: { 'hx-request': 'true' },
    });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body.startsWith('\ufeffName,E-mail,Team')).toBe(true);
  });
});
