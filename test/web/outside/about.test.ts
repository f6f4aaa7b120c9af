/** What the service says of itself, and that it says what holds where it runs. */
import { defaultPolicy } from '../../../src/domain/policy';
import { createOutsidePages } from '../../../src/web/outside/pages';
import { openTabOffice } from '../tab-office';
import { openOutsideOffice, type OutsideOffice } from './outside-office';

const ABOUT = ['/privacy', '/terms', '/accessibility'] as const;

describe('the pages about the service', () => {
  let office: OutsideOffice;
  const open = async (policy: Partial<typeof defaultPolicy> = {}) => {
    await office?.close();
    office = await openOutsideOffice({ policy });
  };
  beforeEach(() => open());
  afterAll(() => office.close());

  const textOf = async (path: string) =>
    (await office.opens(path)).body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it.each(ABOUT)('%s is open to everybody, stands without storage, and may be listed', async (path) => {
    office.wire.cut = true;
    const { status, headers } = await office.opens(path);
    expect([status, headers.get('x-robots-tag')]).toEqual([200, null]);
  });

  it('are one press away from every page, and from each other', async () => {
    for (const path of [
      '/request',
      '/request/again',
      '/evaluate/thanks',
      '/request/nothing/here',
      ...ABOUT,
    ]) {
      const { body } = await office.opens(path);
      for (const about of ABOUT) expect([path, body.includes(`<a href="${about}">`)]).toEqual([path, true]);
    }
  });

  it('are one press away from the tab too', async () => {
    const tab = await openTabOffice();
    try {
      const { body } = await tab.opens('/tab');
      for (const about of ABOUT) expect(body).toContain(`<a href="${about}" target="_blank" rel="noopener">`);
    } finally {
      await tab.close();
    }
  });

  it.each(ABOUT)('%s has headings in order, and none twice', async (path) => {
    const { body } = await office.opens(path);
    const headings = [...body.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)];
    expect(headings.map(([, level]) => level).join('')).toMatch(/^12+$/);
    expect(new Set(headings.map(([, , text]) => text)).size).toBe(headings.length);
  });

  it('name whom to turn to, where somebody is named', async () => {
    for (const path of ABOUT)
      expect(await textOf(path)).toContain('Norfolk Safeguarding Children Partnership');
    await open({ onTheDayContact: 'JAGS coordination, 01632 960123' });
    for (const path of ABOUT) expect(await textOf(path)).toContain('JAGS coordination, 01632 960123');
  });

  it('name whom facilitators turn to on the page about privacy, where somebody is named', async () => {
    expect(await textOf('/privacy')).not.toContain('Facilitators can also');
    await open({ supportContact: 'Facilitator support, 01632 960145' });
    expect(await textOf('/privacy')).toContain(
      'Facilitators can also turn to Facilitator support, 01632 960145',
    );
  });

  it('tell how long things last by the settings', async () => {
    await open({ askLinkHours: 1, pageLinkDays: 30, codeMinutes: 20, evaluationDays: 7, keptDays: 90 });
    const privacy = await textOf('/privacy');
    for (const said of ['for 1 hour,', 'for 30 days,', 'for 20 minutes', 'for 7 working days'])
      expect(privacy).toContain(said);
    expect(privacy).toContain('90 days after a request has ended the service erases it by itself');
    expect(privacy).toContain('until 90 days after the quarter');
    expect(await textOf('/accessibility')).toContain('after 1 hour, a code after 20 minutes');
  });

  it('tell what has to be there before a figure about people is shown', async () => {
    await open({ releaseAnswers: 8, releaseSessions: 4, releaseFacilitators: 3 });
    expect(await textOf('/privacy')).toContain('at least 8 answers, 4 sessions and 3 facilitators');
  });

  it('say who chooses the next facilitator as it is set', async () => {
    expect(await textOf('/privacy')).toContain('No program decides about a request');
    await open({ reoffer: 'automatic' });
    expect(await textOf('/privacy')).not.toContain('No program decides');
  });

  it('begin the terms with the numbers to ring, and the hours in which requests are read', async () => {
    const terms = await textOf('/terms');
    expect(terms.indexOf('999')).toBeLessThan(terms.indexOf('Who may use it'));
    await open({ dayStart: '08:30', dayEnd: '16:30', cadsLine: '01632 960200' });
    expect(await textOf('/terms')).toContain('Monday to Friday, 08:30 to 16:30');
    expect((await office.opens('/terms')).body).toContain('href="tel:01632960200"');
  });

  it.each([
    'Compliance status',
    'partially compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2 AA',
    '(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
    'Equality Advisory and Support Service (EASS)',
    'This statement was prepared on',
  ])('have the parts an accessibility statement must have: %s', async (part) => {
    expect(await textOf('/accessibility')).toContain(part);
  });

  it('are among the pages main serves', () => {
    const pages = createOutsidePages({ policy: defaultPolicy } as Parameters<typeof createOutsidePages>[0]);
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining([...ABOUT]));
  });
});
