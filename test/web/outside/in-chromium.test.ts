/** The plain pages in a real browser, without any script: used by name and label, and measured by axe on a phone and a desk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violationsOn } from '../../axe';
import { inChromium } from '../../chromium';
import { useOnePage } from '../../one-page';
import { GUIDE } from '../../../src/wording/guide';
import { type Form, HETTY, openOutsideOffice, type OutsideOffice, wholeForm } from './outside-office';

/** Where pictures go when somebody wants to look: OUTSIDE_PICTURES=folder. */
const pictures = process.env['OUTSIDE_PICTURES'];
const WIDTHS = [320, 1280] as const;

const PAGES: readonly (readonly [string, string])[] = [
  ['first', '/request'],
  ['unanswered', '/request?asked=yes'],
  ['urgent', '/request?risk=unreported'],
  ['choose', '/request/choose'],
  ['choose-need', '/request/choose?so=no'],
  ['door', '/request/choose?so=no,think,several-agencies,stuck'],
  ['door-cads', '/request/choose?so=no,new-concern,no'],
  ['start', '/request/start?risk=no'],
  ['again', '/request/again'],
  ['mailed', '/request/mailed'],
  ['mailed-again', '/request/mailed?of=again'],
  ['privacy', '/privacy'],
  ['terms', '/terms'],
  ['accessibility', '/accessibility'],
  ['missing', '/request/nothing/here'],
  ['over', '/request/never-was-given-out'],
];

inChromium('the plain pages in a browser', () => {
  const one = useOnePage();
  let office: OutsideOffice;
  let page: Page;

  beforeAll(() => void (pictures && mkdirSync(pictures, { recursive: true })));
  beforeEach(async () => {
    office = await openOutsideOffice();
    page = one.page;
  });
  afterEach(() => one.afterwards(office.close()));

  /** On a phone and on a desk: nothing axe finds, nothing that has to be scrolled sideways. */
  async function isForEverybody(name: string): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate<readonly string[]>(SMALL_TARGETS)).toEqual([]);
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  }

  it.each(PAGES)('is for everybody to use, on a phone and on a desk: %s', async (name, path) => {
    await page.goto(office.url + path);
    await isForEverybody(name);
  });

  it('takes a headteacher from the first question to a request that is sent', async () => {
    // 1. The question, the address, and what is mailed.
    await page.goto(`${office.url}/request`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'Please choose one of the four answers.' }).click();
    await page.getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Your work e-mail').fill('hetty at school');
    await page.getByRole('button', { name: 'Mail me the link' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await isForEverybody('start-wrong');
    await page.getByLabel('Your work e-mail').fill(HETTY);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Now look in your mail' }).waitFor();
    expect(office.errands.waiting.map(({ errand }) => errand)).toEqual([{ kind: 'ask-link', mail: HETTY }]);

    // 2. The form, first with nothing in it, then with what is to be changed.
    const path = await office.linkFor(HETTY);
    await page.goto(office.url + path);
    await isForEverybody('form-risk');
    await page.getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await isForEverybody('form-about');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: /things need changing/ }).waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('summary');
    await isForEverybody('form-about-wrong');
    await page.getByLabel('Your name').fill('Hetty Headteacher');
    await page.getByLabel('Your agency and team').selectOption({ label: 'School or college: primary' });
    await page.getByLabel('Your own case reference').fill('SCH-2041');
    await page
      .getByLabel('What would you like to think about together?')
      .fill('We go round in circles.\nTom Fletcher is tired of it.');
    await page.getByLabel('Not yet').check();
    await page.getByLabel('Tasks to be set').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Go on all the same').check();
    await page.getByLabel('No, it is not').check();
    await isForEverybody('form-about-asked');
    await page.getByRole('button', { name: 'Continue' }).click();

    // 3. Where and when; back and on again keeps what was typed.
    await page.getByRole('heading', { level: 1, name: 'Where and when' }).waitFor();
    await isForEverybody('form-when');
    await page.getByLabel('Monday').uncheck();
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Hetty Headteacher');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByLabel('Monday').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Continue' }).click();

    // 4. Who; one row more and one less.
    await page.getByRole('heading', { level: 1, name: 'Who should think together?' }).waitFor();
    const people = page.getByRole('group');
    await people.nth(0).getByLabel('Name or role').fill('Scarlet Sepia');
    await people.nth(0).getByLabel('Agency and team').selectOption({ label: 'Health: school nursing' });
    await people.nth(1).getByLabel('Name or role').fill('police officer');
    await people.nth(1).getByLabel('Agency and team').selectOption({ label: 'Police: neighbourhood' });
    await page.getByRole('button', { name: 'Add another person' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('person-2-name');
    await isForEverybody('form-who');
    await page.getByRole('button', { name: 'Remove person 3' }).click();
    expect(await people.count()).toBe(2);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: /^Person 1: give the work e-mail too/ }).click();
    await isForEverybody('form-who-wrong');
    await page.keyboard.type('scarlet.sepia@health.example.org');
    await page.keyboard.press('Enter');

    // 5. Everything once more, and sent.
    await page.getByRole('heading', { level: 1, name: 'Check your answers and send them' }).waitFor();
    await isForEverybody('form-check');
    await page.getByRole('button', { name: 'Change: Where and when' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check your answers and send them' }).waitFor();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your request has been sent' }).waitFor();
    expect(page.url()).toBe(office.url + path);
    await isForEverybody('sent');
    expect(await page.content()).not.toContain('circles');
    await page.goto(`${office.url}${path}?sent=before`);
    await isForEverybody('sent-before');

    const request = await office.sentBy(HETTY);
    expect(request).toMatchObject({
      state: 'submitted',
      requester: { name: 'Hetty Headteacher', team: 'ed-pri' },
      ask: { reason: 'We go round in circles.\nTom Fletcher is tired of it.', otherNeeds: ['tasks'] },
    });
    expect(request?.ask.days).toEqual(['tuesday', 'wednesday', 'thursday', 'friday']);
  });

  it('asks about risk where a form comes without the answer, leads to CADS, and keeps what was typed', async () => {
    const path = await office.linkFor(HETTY);
    await page.goto(`${office.url}${path}?risk=no`);
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(formPosting(path, { risk: '' }))}`);
    await page.getByRole('button', { name: 'post' }).click();
    await isForEverybody('form-risk-unanswered');
    await page.getByLabel(GUIDE.risk.answers.unreported, { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await isForEverybody('form-urgent');
    await page.getByRole('button', { name: 'I have now reported it' }).click();
    await page.getByText('SCH-2041').waitFor();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your request has been sent' }).waitFor();
    expect((await office.sentBy(HETTY))?.ask.riskKnown).toBe(true);
  });

  it('keeps the form where storage is out of reach', async () => {
    const path = await office.linkFor(HETTY);
    await page.goto(`${office.url}${path}?risk=no`);
    // Filled in at one stroke; from a page of our own, because those of others are refused.
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(formPosting(path))}`);
    office.wire.cut = true;
    await page.getByRole('button', { name: 'post' }).click();
    await page.getByRole('heading', { name: 'NOT saved' }).waitFor();
    await isForEverybody('form-not-saved');
    office.wire.cut = false;
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your request has been sent' }).waitFor();
  });
});

/** Buttons, boxes and links that stand alone: at least 44 px high, or as wide as what they stand in. */
const SMALL_TARGETS = `[...document.querySelectorAll('button:not(.unseen), .choice input, select, .answers a, .call a, .more a, .back a, .about a')]
  .filter((each) => each.getBoundingClientRect().height < 43.5)
  .map((each) => each.outerHTML.slice(0, 120))`;

function formPosting(action: string, over: Form = {}): string {
  const fields = Object.entries(wholeForm(over)).flatMap(([name, values]) =>
    [values].flat().map((value) => `<input type="hidden" name="${name}" value="${value}">`),
  );
  return `<form method="post" action="${action}">${fields.join('')}<button>post</button></form>`;
}
