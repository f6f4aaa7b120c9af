import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Facilitator } from '../../src/domain/facilitator';
import { defaultPolicy } from '../../src/domain/policy';
import { createPoolKeeping } from '../../src/pool-keeping';
import type { Download, Shown } from '../../src/web/tab/page';
import { readRoster } from '../../src/web/tab/roster-csv';
import { judgeRows } from '../../src/web/tab/roster-import';
import { rosterPages } from '../../src/web/tab/roster-pages';
import { aFacilitator, askedAt, theCoordinator } from '../builders';
import { brokenTies, fieldsIn, textIn } from './markup';
import { createRosterPool, type RosterPool } from './roster-pool';

const HEADINGS = 'Name,E-mail,Team';
const UMBER = 'Umber Ultramarine,umber@ultramarine.example,cs-fs';
const scarlet = aFacilitator({ id: 'scarlet', name: 'Scarlet Sepia', mail: 'scarlet@sepia.example' });

function setUp(pool: RosterPool = createRosterPool([scarlet])) {
  const now = () => askedAt;
  const keeping = createPoolKeeping({
    pool,
    directory: { known: async () => [] },
    lookAfter: async () => [],
    now,
  });
  const report = (fault: unknown) => {
    throw fault;
  };
  const pages = rosterPages({ pool, keeping, policy: defaultPolicy, now, report });

  async function open(name: string, form: Iterable<readonly [string, string]> = []) {
    const page = pages.find((each) => each.name === name)!;
    const asked = { by: theCoordinator, roles: ['coordinator'] as const, now: askedAt, params: {} };
    return page.show({
      ...asked,
      query: new URLSearchParams(),
      form: new URLSearchParams([...form] as [string, string][]),
    });
  }
  async function post(form: Iterable<readonly [string, string]>) {
    const shown = (await open('tab-import-rows', form)) as Shown;
    const html = renderToStaticMarkup(shown.content as VNode);
    expect(brokenTies(html)).toEqual([]);
    return { ...shown, html, text: textIn(html), fields: fieldsIn(html) };
  }
  return {
    pool,
    post,
    download: async (name: string) => (await open(name)) as Download,
    upload: async () => renderToStaticMarkup(((await open('tab-import')) as Shown).content as VNode),
    read: (text: string) => post([['text', text]]),
    /** What the page sends with some cells typed over. */
    send: (
      fields: ReadonlyMap<string, string>,
      doing: 'check' | 'save',
      typed: Record<string, string> = {},
    ) => post([...new Map([...fields, ...Object.entries(typed)]), ['do', doing]]),
  };
}

function names({ facilitators }: RosterPool): readonly string[] {
  return facilitators.map(({ name }: Facilitator) => name);
}

describe('A file on its way into the pool', () => {
  it('is shown, put right where it is wrong, and saved', async () => {
    const { pool, read, send } = setUp();

    const first = await read(
      `${HEADINGS},Weight,Shoe size\nUmber Ultramarine,umber,cs-fs,much,43\nScarlet Sepia,scarlet@sepia.example,hl-mh,2,38`,
    );
    expect(first).toMatchObject({ status: 422, said: '2 rows: 1 to change, 1 to put right.' });
    expect(first.html).toContain(
      '<a href="#rows.0.mail" hx-boost="false">Row 2: “E-mail” needs one full address',
    );
    expect(first.html).toContain('<a href="#rows.0.weight" hx-boost="false">Row 2: “Weight” needs a number');
    expect(first.text).toContain('“Shoe size”');
    expect(first.text).toContain('Weight: 2, was none');
    expect(first.text).toContain('1 row needs putting right');
    expect(first.html).toMatch(/<button[^>]*value="save"[^>]*disabled/);

    const second = await send(first.fields, 'check', {
      'rows.0.mail': 'umber@ultramarine.example',
      'rows.0.weight': '0,5',
    });
    expect(second).toMatchObject({ status: 200, said: '2 rows: 1 to add, 1 to change.' });
    expect(second.html).not.toMatch(/<button[^>]*disabled/);
    expect(second.text).toContain('Save 2 facilitators');
    expect(second.text).toContain('“Shoe size”');
    expect(names(pool)).toEqual(['Scarlet Sepia']);

    const third = await send(second.fields, 'save');
    expect(third.title).toBe('2 facilitators saved');
    expect(third.text).toContain('Changed: Weight.');
    expect(pool.facilitators).toMatchObject([
      { id: 'scarlet', weight: 2 },
      { name: 'Umber Ultramarine', team: 'cs-fs', weight: 0.5, outside: true },
    ]);
  });

  it('can leave rows out, and take them in again', async () => {
    const { pool, read, send } = setUp();
    const first = await read(`${HEADINGS}\n${UMBER}\n,nobody,`);
    const second = await send(first.fields, 'check', { 'rows.1.leave': 'on' });
    expect(second).toMatchObject({ status: 200, said: '2 rows: 1 to add, 1 left out.' });
    const { 'rows.1.leave': _leave, ...takenIn } = Object.fromEntries(second.fields);
    expect((await send(new Map(Object.entries(takenIn)), 'check')).status).toBe(422);
    expect((await send(second.fields, 'save')).text).toContain('Left out.');
    expect(names(pool)).toEqual(['Scarlet Sepia', 'Umber Ultramarine']);
  });

  it('is not saved while anything of it is wrong, whatever is sent', async () => {
    const { pool, post } = setUp();
    const page = await post([
      ['rows.0.name', 'Umber'],
      ['rows.1.name', 'Tan'],
      ['do', 'save'],
    ]);
    expect(page.status).toBe(422);
    expect(names(pool)).toEqual(['Scarlet Sepia']);
  });

  it('is not saved over what somebody else did meanwhile, before it has been looked at', async () => {
    const { pool, read, send } = setUp();
    const shown = await read(`${HEADINGS},Weight\nScarlet Sepia,scarlet@sepia.example,hl-mh,2`);
    pool.put({ ...scarlet, weight: 3 });
    const stale = await send(shown.fields, 'save');
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('changed meanwhile');
    expect(stale.text).toContain('Weight: 2, was 3');
    expect((await send(stale.fields, 'save')).title).toBe('1 facilitator saved');
    expect(pool.facilitators).toMatchObject([{ weight: 2 }]);
  });

  it('is kept where saving it did not work', async () => {
    const pool = createRosterPool([scarlet]);
    const late: RosterPool = { ...pool, save: async () => 'conflict' };
    const { read, send } = setUp(late);
    const shown = await read(`${HEADINGS},Weight\nScarlet Sepia,scarlet@sepia.example,hl-mh,2\n${UMBER},`);
    const saved = await send(shown.fields, 'save');
    expect(saved.title).toBe('0 facilitators saved');
    expect(saved.text).toContain('somebody else has changed this facilitator meanwhile');
    const again = await setUp(pool).send(saved.fields, 'check');
    expect(again.said).toBe('2 rows: 1 to add, 1 to change.');
  });

  it('touches nothing it has no column for when an address is put right', async () => {
    const { read, send } = setUp();
    const first = await read(`${HEADINGS}\nScarlet Sepia,scarlet,hl-mh`);
    const second = await send(first.fields, 'check', { 'rows.0.mail': 'scarlet@sepia.example' });
    expect(second.said).toBe('1 row: 1 with nothing new.');
    expect(second.text).toContain('There is nothing to save.');
  });

  it('names the other row where two have one address', async () => {
    const { read } = setUp();
    const page = await read(`${HEADINGS}\n${UMBER}\n${UMBER}`);
    expect(page.text).toContain('Rows 2 and 3 have the same e-mail address');
  });

  it('runs nothing of what is in it', async () => {
    const { read } = setUp();
    const evil = '<img src=x onerror=alert(1)>';
    const page = await read(
      `${HEADINGS},"${evil}"\n"${evil}",a@b.example,cs-fs,x\n"""><script>",x,"${evil}",`,
    );
    expect(page.html).not.toMatch(/<img|<script/);
    expect(page.fields.get('rows.0.name')).toBe(evil);
    expect(page.fields.get('rows.1.name')).toBe('"><script>');
  });

  it('that cannot be read is refused in words, and still there', async () => {
    const { read, post } = setUp();
    const page = await read('Name;Town\nUmber;Norwich');
    expect(page.status).toBe(422);
    expect(page.text).toContain('There is no column “E-mail”, “Team” in this file');
    expect(page.html).toContain('Name;Town\nUmber;Norwich</textarea>');
    expect((await post([['do', 'save']])).status).toBe(422);
  });
});

describe('The page of the file', () => {
  it('says what each column is for', async () => {
    const html = await setUp().upload();
    expect(brokenTies(html)).toEqual([]);
    expect(textIn(html)).toContain('Empty: 24 months from the training.');
    expect(textIn(html)).toContain('King&#39;s Lynn'.replace('&#39;', "'"));
  });

  it('has an example that can be read, with nobody real in it', async () => {
    const { file, content, type } = await setUp().download('tab-import-example');
    expect({ file, type }).toEqual({ file: 'facilitators-example.csv', type: 'text/csv; charset=utf-8' });
    const read = readRoster(content);
    if ('refused' in read) throw new Error(content);
    const rows = read.rows.map((row) => ({ ...row, leave: false }));
    const kinds = judgeRows(rows, [], askedAt, defaultPolicy).map(({ outcome }) => outcome.kind);
    expect(kinds).toEqual(['add', 'add']);
    expect(content.match(/@[\w.-]+/g)).toEqual(['@organisation.example', '@organisation.example']);
  });
});

it('The file of the pool has everybody who is in it, by name', async () => {
  const pool = createRosterPool([
    scarlet,
    aFacilitator({ id: 'a', name: 'Amber Azure', mail: 'a@azure.example', leftOn: '2026-11-25' }),
    aFacilitator({ id: 'b', name: 'Basil Bronze', mail: 'b@bronze.example', leftOn: '2026-11-24' }),
  ]);
  const { content, file } = await setUp(pool).download('tab-pool-file');
  expect(file).toBe('facilitators.csv');
  const lines = content.trim().split('\r\n').slice(1);
  expect(lines.map((line) => line.split(',')[0])).toEqual(['Amber Azure', 'Scarlet Sepia']);
});
