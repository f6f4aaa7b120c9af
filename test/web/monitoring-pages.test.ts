import { MEASURES } from '../../src/domain/monitoring/measures';
import { LONGEST_RESPONSE } from '../../src/domain/response';
import { sections } from '../../src/web/tab/sections';
import { practitioners, qualityLead } from '../sandbox/people';
import { noMonitoring, someMonitoring, someTallies } from '../some-monitoring';
import { brokenTies, fieldsIn } from './markup';
import { openTabOffice, type TabOffice, textOf } from './tab-office';

const PAGE = '/tab/monitoring';
const REPORT = '/tab/monitoring/report';
const RESPONSES = '/tab/monitoring/responses';

/** What the quality role may open, and nothing else: whoever adds a page decides it here. */
const FOR_QUALITY = ['tab', 'tab-monitoring', 'tab-measure-file', 'tab-report'];

let office: TabOffice;
let quality: string;
beforeEach(async () => {
  office = await openTabOffice();
  quality = office.entra.tokenFor(qualityLead);
});
afterEach(() => office.close());

describe('the quality role', () => {
  it('opens monitoring and no other page of the tab, whoever else opens none', async () => {
    const nobody = office.entra.tokenFor(practitioners[0]);
    for (const { name, method, path } of office.pages) {
      const address = path.replace(':measure', 'fidelity').replace(/:\w+/g, 'some-id-1234');
      const ask = (token: string) =>
        method === 'get' ? office.sees(address, token) : office.posts(address, {}, token);
      const [hers, theirs] = await Promise.all([ask(quality), ask(nobody)]);
      expect([name, hers.status === 403]).toEqual([name, !FOR_QUALITY.includes(name)]);
      expect([name, theirs.status]).toEqual([name, 403]);
      expect(hers.body).not.toMatch(/fac00000-|@norfolk-sandbox/);
    }
  });

  it('gets monitoring where coordinators get the pool', async () => {
    expect(textOf(await office.sees('/tab', quality))).toContain('Monitoring');
    expect(textOf(await office.sees('/tab'))).toContain('Facilitators');
  });

  it('is shown its own section and no other', async () => {
    const links = ({ body }: { body: string }) =>
      sections.filter(({ path }) => body.includes(`href="${path}"`));
    const hers = await office.sees(PAGE, quality);
    expect(links(hers).map(({ id }) => id)).toEqual(['monitoring']);
    expect(links(await office.sees(PAGE)).map(({ id }) => id)).toEqual([
      'facilitators',
      'requests',
      'monitoring',
      'connections',
    ]);
  });

  it('sees no moment, no pool and no way to write', async () => {
    const { body } = await office.sees(PAGE, quality);
    expect(body).not.toMatch(/id="now"|How evenly|waiting for a facilitator|\/responses/);
    expect((await office.sees(PAGE)).body).toMatch(/id="now"[\s\S]*How evenly/);
    expect(await office.responses.all()).toEqual([]);
  });
});

describe('the monitoring page', () => {
  it.each([
    ['of two years', someMonitoring()],
    ['of nothing yet', noMonitoring()],
  ])('is tied together, with nothing inline: %s', async (_what, monitoring) => {
    office.figures.shows(monitoring);
    const { status, body } = await office.sees(PAGE);
    expect(status).toBe(200);
    expect(brokenTies(body)).toEqual([]);
    expect(body).not.toMatch(/<style|\sstyle=|<script|\son[a-z]+=/);
    expect(body).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('begins with what has changed, and says for each whether it is signal or noise', async () => {
    const { body } = await office.sees(PAGE);
    const glance = body.slice(body.indexOf('class="glance"'), body.indexOf('id="now"'));
    const kinds = [...glance.matchAll(/<li class="([a-z-]+)"/g)].map(([, kind]) => kind);
    expect(kinds.length).toBeGreaterThanOrEqual(12);
    expect(kinds.slice(0, 2)).toEqual(['worse', 'worse']);
    expect(kinds.lastIndexOf('worse')).toBeLessThan(kinds.indexOf('noise'));
    expect(glance.match(/<svg/g)).toHaveLength(kinds.length);
  });

  it('has chart, table, definition and files of every measure', async () => {
    const { body } = await office.sees(PAGE);
    for (const id of MEASURES) {
      const from = body.indexOf(`<article id="${id}"`);
      const part = body.slice(from, body.indexOf('</article>', from));
      expect(from).toBeGreaterThan(0);
      expect(part).toContain(`href="/tab/monitoring/files/${id}"`);
      expect(part).toContain('What is counted');
      expect(part.includes('role="img"')).toBe(part.includes('data-picture'));
      if (part.includes('role="img"')) expect(part).toContain('<table');
    }
  });

  it('says what is held back', async () => {
    expect(textOf(await office.sees(PAGE))).toContain('Held back: October 2026.');
  });

  it('shows lines of participants as text, in an order of their letters', async () => {
    const [block, ...blocks] = someMonitoring().released.blocks;
    const lessons = ['<b>b</b> second', 'a first'];
    const { released } = someMonitoring();
    office.figures.shows(
      someMonitoring({
        released: {
          ...released,
          blocks: [{ ...block!, lessons }, ...blocks.map((each) => ({ ...each, lessons: [] }))],
        },
      }),
    );
    const { body } = await office.sees(PAGE);
    expect(body).not.toContain('<b>b</b>');
    expect(body).toMatch(/&lt;b>b[\s\S]*a first/);
  });
});

describe('the file of a measure', () => {
  it('has the table behind its chart, for a spreadsheet', async () => {
    const { status, headers, body } = await office.sees('/tab/monitoring/files/days-to-answer', quality);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="days-to-answer.csv"');
    const lines = body.replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe('Month,Working days (mean),Of requests,Mean,Usual range,Signal');
    expect(lines[1]).toBe('November 2024,1.6,2,2.1,1 to 3.2,7 or more in a row on one side of the mean');
    expect(lines).toContain('August 2025,none,0,,,');
    expect(lines).toHaveLength(26);
  });

  it('holds no formula, whatever a reason is called', async () => {
    const last = someTallies().at(-1)!;
    const ended = { ...last.ended, declined: { '=HYPERLINK("http://x")': 1 } };
    office.figures.shows(someMonitoring({ tallies: [{ ...last, ended }] }));
    const { body } = await office.sees('/tab/monitoring/files/declined');
    expect(body).toContain(`"'=HYPERLINK(""http://x"")",1`);
  });

  it('is there for measures alone', async () => {
    for (const name of ['nothing', 'constructor', '__proto__'])
      expect((await office.sees(`/tab/monitoring/files/${name}`)).status).toBe(404);
  });
});

describe('the report', () => {
  it('is of the latest whole quarter unless another is asked for', async () => {
    expect(textOf(await office.sees(REPORT))).toContain('JAGS report, July to September 2026');
    expect(textOf(await office.sees(`${REPORT}?quarter=2025-Q2`))).toContain(
      'JAGS report, April to June 2025',
    );
    expect(textOf(await office.sees(`${REPORT}?year=2025`, quality))).toContain('JAGS report, 2025');
  });

  it.each([
    '?quarter=2026-Q4',
    '?quarter=2024-Q3',
    '?quarter=2024-Q4',
    '?year=2024',
    '?year=2026',
    '?quarter=',
    '?quarter=2026-Q3%27',
    '?year=abc',
  ])('is none of a time that is not over, or has no figures: %s', async (query) => {
    const answer = await office.sees(REPORT + query);
    expect(answer.status).toBe(404);
    expect(textOf(answer)).toContain('There is no such report');
    expect(answer.body).toContain('?quarter=2026-Q3');
  });

  it('counts the months of its time, and people in whole blocks within it alone', async () => {
    const text = textOf(await office.sees(`${REPORT}?quarter=2026-Q3`));
    expect(text).toContain('Requests 23');
    expect(text).toContain('August to September 2026, 9 sessions, 27 answers');
    expect(text).toContain('Not in these figures: July 2026.');
  });

  it('is as it stood at its end: nothing of later months', async () => {
    const { body } = await office.sees(`${REPORT}?quarter=2025-Q4`);
    expect(body).not.toMatch(/>[A-Z][a-z]{2} 26</);
    expect(textOf({ body } as never)).not.toContain('Signal, for the worse');
  });

  it('says that nothing can be shown about people where no block lies in it', async () => {
    const { released } = someMonitoring();
    const { rolling: _none, ...rest } = released;
    office.figures.shows(someMonitoring({ released: { ...rest, blocks: [] } }));
    const text = textOf(await office.sees(REPORT));
    expect(text).toContain('Nothing can be shown about people for this time');
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it('says what was said and what is done, and why requests were not met', async () => {
    await office.responses.keep(
      { theme: 'capacity', text: 'We asked for two more posts.', on: '2026-11-02' },
      undefined,
    );
    const answer = await office.sees(REPORT);
    const text = textOf(answer);
    expect(text).toContain(
      'Workload, vacancies and turnover 4 We asked for two more posts. (2 November 2026)',
    );
    expect(text).toContain('Communication between agencies 3 No response has been written yet.');
    expect(text).toContain('What ended in July to September 2026, by the month in which it did.');
    expect(text).toContain(
      '1 of 23 requests, July to September 2026; all for one: Everybody had their sessions for the month.',
    );
    expect(text).toContain('Everybody had their sessions for the month 1');
    expect(brokenTies(answer.body)).toEqual([]);
  });

  it('says how many sessions could not be assessed beside those that drifted', async () => {
    expect(textOf(await office.sees(`${REPORT}?quarter=2026-Q3`))).toContain(
      '5 of 8 1 of 9 sessions could not be assessed',
    );
  });

  it('is of its own time throughout, of a year that is over too', async () => {
    const text = textOf(await office.sees(`${REPORT}?year=2025`));
    expect(text).toContain('What ended in 2025');
    expect(text).toContain('Sessions held in 2025.');
    expect(text).toContain('Came to no recorded session: Voluntary sector, Probation.');
    expect(text).not.toMatch(/twelve|as far as it has|October 2026/);
  });

  it('is not there before the first quarter is over', async () => {
    office.figures.shows(noMonitoring());
    const answer = await office.sees(REPORT);
    expect(answer.status).toBe(200);
    expect(textOf(answer)).toContain('come back when the quarter is over');
  });
});

describe('a response to a theme', () => {
  const write = (form: Record<string, string>, as?: string) =>
    office.posts(RESPONSES, { theme: 'capacity', version: '', ...form }, as);

  it('is kept, on one line, with its day, and shown again to be changed', async () => {
    const answer = await write({ text: '  More posts.\n\nFrom May. ' });
    expect(textOf(answer)).toContain('Saved: Workload, vacancies and turnover');
    expect(await office.responses.all()).toMatchObject([
      { theme: 'capacity', text: 'More posts. From May.', on: '2026-11-24' },
    ]);
    expect(answer.body).toContain('>More posts. From May.</textarea>');
    expect(fieldsIn(answer.body).has('version')).toBe(true);
  });

  it('is taken back by leaving it empty', async () => {
    await write({ text: 'More posts.' });
    const { version } = (await office.responses.all())[0]!;
    await write({ text: ' ', version });
    expect(textOf(await office.sees(REPORT))).toContain(
      'Workload, vacancies and turnover 4 No response has been written yet.',
    );
  });

  it('does not overwrite what somebody else has written meanwhile', async () => {
    await write({ text: 'Mine.' });
    const answer = await write({ text: 'Theirs.' });
    expect(answer.status).toBe(409);
    expect(textOf(answer)).toContain('Somebody else has written');
    expect(await office.responses.all()).toMatchObject([{ text: 'Mine.' }]);
  });

  it.each([
    ['x'.repeat(LONGEST_RESPONSE + 1), `${LONGEST_RESPONSE}`],
    ['Ring 01632 960983 about it.', 'a telephone number'],
    ['NHS number 999 100 2340 was missed.', 'an NHS number'],
  ])('is not kept when it is too long or says who somebody is', async (text, said) => {
    const answer = await write({ text });
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain(said);
    expect(answer.body).toContain(`${text.slice(0, 40)}`);
    expect(brokenTies(answer.body)).toEqual([]);
    expect(await office.responses.all()).toEqual([]);
  });

  it('asks about what is only likely a name, and takes no for an answer about just that', async () => {
    const text = 'Thanks to Scarlett we have a new form.';
    const asked = await write({ text });
    expect(asked.status).toBe(422);
    const mark = fieldsIn(asked.body.replace('name="notNames"', 'name="notNames" checked')).get('notNames')!;
    expect((await write({ text: 'Thanks to Jacob we have a new form.', notNames: mark })).status).toBe(422);
    expect((await write({ text, notNames: mark })).status).toBe(200);
  });

  it('is about a theme of the list alone, and by coordinators alone', async () => {
    expect((await write({ theme: 'nothing', text: 'x' })).status).toBe(404);
    expect((await write({ text: 'x' }, quality)).status).toBe(403);
    expect(await office.responses.all()).toEqual([]);
  });
});
