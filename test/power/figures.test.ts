/** Monitoring over the API: what the quality role sees, number by number, and nothing that is held back. */
import { defaultPolicy } from '../../src/domain/policy';
import { FIGURE_FIELDS, figuresOf } from '../../src/present/monitoring/figure-rows';
import { measuresOf } from '../../src/present/monitoring/measures';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { noMonitoring, someMonitoring } from '../some-monitoring';
import { type ApiOffice, openApiOffice } from './api-office';
import { operation, wrongWith } from './described';

const azurite = useEmbeddedStorage();
let office: ApiOffice;

beforeEach(async () => {
  office = await openApiOffice({ storage: azurite.storage });
});
afterEach(() => office.close());

const figures = figuresOf(someMonitoring(), defaultPolicy);
const measures = measuresOf(someMonitoring(), defaultPolicy);

/** As the tab writes a share. */
const percent = (share: number) => `${Math.round(share * 100)}%`;

describe('the figures', () => {
  it.each(measures.map((measure) => [measure.id, measure] as const))(
    'of %s are those of the tab’s table, row by row',
    (id, { table }) => {
      const own = figures.filter(({ measure, part }) => measure === id && part === 'value');
      expect(own.length).toBe(table.rows.length);
      own.forEach((figure, n) => {
        const row = table.rows[n]!;
        expect(row).toContain(figure.label);
        if (figure.unit === 'share' && figure.released)
          expect(row.slice(1, 4)).toEqual([
            String(figure.count),
            String(figure.denominator),
            percent(figure.value!),
          ]);
        else if (figure.value !== undefined)
          expect(row).toContain(String(Math.round(figure.value * 10) / 10));
        else expect(figure).not.toHaveProperty('value');
      });
    },
  );

  it('that are shares have their denominator and an interval around them; those held back have no numbers', () => {
    const shares = figures.filter(({ unit }) => unit === 'share');
    expect(shares.length).toBeGreaterThan(30);
    for (const { released, value, denominator, lower, upper } of shares) {
      if (!released) expect([value, denominator, lower, upper]).toEqual(Array(4).fill(undefined));
      else expect(lower! <= value! && value! <= upper! && denominator! > 0).toBe(true);
    }
    expect(figures.some(({ released }) => !released)).toBe(true);
  });

  it('of years are held back by agency and locality where the tab holds them back', () => {
    const { years } = someMonitoring();
    const held = years.flatMap(({ byAgency, byLocality }) =>
      [...byAgency, ...byLocality].filter(({ released }) => !released),
    );
    const rows = figures.filter(({ measure }) => measure === 'by-agency' || measure === 'by-locality');
    expect(rows.filter(({ released }) => !released)).toHaveLength(held.length);
  });

  it('come a page at a time, each once, and a page of figures that have changed since is refused', async () => {
    const listed: unknown[] = [];
    let path = '/monitoring/figures';
    let pages = 0;
    for (; path !== ''; pages += 1) {
      const answer = await office.call({ method: 'GET', path, token: office.token });
      expect(wrongWith(operation('ListFigures'), answer)).toEqual([]);
      listed.push(...(answer.body['figures'] as unknown[]));
      const next = (answer.body['nextLink'] as string | undefined) ?? '';
      if (next !== '')
        expect(next).toMatch(/^https:\/\/jags\.example\.org\/api\/v1\/monitoring\/figures\?cursor=/);
      path = next.replace('https://jags.example.org/api/v1', '');
    }
    expect(listed).toEqual(JSON.parse(JSON.stringify(figures)));
    expect(pages).toBeGreaterThan(1);

    const first = await office.call({ method: 'GET', path: '/monitoring/figures', token: office.token });
    office.figures.shows(noMonitoring());
    const stale = await office.call({
      ...{ method: 'GET', token: office.token },
      path: (first.body['nextLink'] as string).replace('https://jags.example.org/api/v1', ''),
    });
    expect(stale).toMatchObject({ status: 400, body: { errors: [{ field: 'cursor' }] } });
  });

  it('come as a file of the same rows', async () => {
    const { text, headers } = await office.call({
      ...{ method: 'GET', path: '/monitoring/figures.csv', token: office.token },
    });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = text.trim().replace('\ufeff', '').split('\r\n');
    expect(head).toBe(FIGURE_FIELDS.join(','));
    expect(rows).toHaveLength(figures.length);
    const { measure, label } = figures[0]!;
    expect(rows[0]).toContain(measure);
    expect(rows[0]).toContain(label);
  });

  it('have no lessons, no signal of now, and are none where nothing was counted', async () => {
    const text = JSON.stringify(figures);
    for (const lesson of someMonitoring().released.blocks.flatMap((block) => block.lessons))
      expect(text).not.toContain(lesson);
    expect(figuresOf(noMonitoring(), defaultPolicy).filter(({ value }) => value !== undefined)).toEqual([]);
    const { body } = await office.call({ method: 'GET', path: '/monitoring/measures', token: office.token });
    expect(
      (body['measures'] as { definition: string[] }[]).every(({ definition }) => definition.length > 0),
    ).toBe(true);
  });
});
