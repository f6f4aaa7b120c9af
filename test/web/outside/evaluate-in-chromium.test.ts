/** The page to evaluate a session in a real browser without scripts: filled in with a thumb, with keys, and with mistakes. */
import type { Page } from 'playwright-core';
import { MINUTE_MS } from '../../../src/domain/intervals';
import { STATEMENTS } from '../../../src/domain/evaluation';
import {
  AGREEMENT_TEXTS,
  NOT_COUNTED,
  SIGN_TEXTS,
  STATEMENT_TEXTS,
  THANKS,
} from '../../../src/wording/evaluation';
import { inChromium } from '../../chromium';
import { useOnePage } from '../../one-page';
import { isForEverybody } from './for-everybody';
import { openOutsideOffice, type OutsideOffice } from './outside-office';

const ID = 'req0parity0000000000000001';

/** In how many lines the choices of each statement stand: the steps in one, what is none of them below. */
const LINES_OF_STEPS = `[...document.querySelectorAll('.scale')].map((scale) =>
  new Set([...scale.children].map((each) => each.getBoundingClientRect().top)).size)`;

inChromium('the page to evaluate a session in a browser', () => {
  const one = useOnePage({ width: 320, height: 640 });
  let office: OutsideOffice;
  let page: Page;

  beforeEach(async () => {
    office = await openOutsideOffice();
    const closesAt = office.clock.now() + 60 * MINUTE_MS;
    await office.evaluations.open({ requestId: ID, quarter: '2026-Q4', invited: 2, closesAt });
    page = one.page;
  });
  afterEach(() => one.afterwards(office.close()));

  const agreeing = (statement: (typeof STATEMENTS)[number], answer: string) =>
    page.getByRole('group', { name: STATEMENT_TEXTS[statement] }).getByText(answer, { exact: true });

  it('is filled in with a thumb: anywhere on an answer, and first with what has to be put right', async () => {
    await page.goto(`${office.url}/evaluate/${await office.evaluations.shared(ID)}`);
    await isForEverybody(page, 'evaluate');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: /8 things need changing/ }).waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('summary');
    await isForEverybody(page, 'evaluate-unanswered');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate<readonly number[]>(LINES_OF_STEPS)).toEqual(STATEMENTS.map(() => 2));
    await page.getByRole('link', { name: new RegExp(`^${STATEMENT_TEXTS['feelings-held']}`) }).click();
    expect(await page.evaluate('document.activeElement.id || location.hash')).toMatch(/feelings-held/);
    for (const statement of STATEMENTS) await agreeing(statement, AGREEMENT_TEXTS[4]).click();
    await agreeing('carrying-more', AGREEMENT_TEXTS['not-applicable']).click();
    await page.getByLabel(SIGN_TEXTS.none).check();
    await page.getByLabel(SIGN_TEXTS['case-updates']).check();
    await page.getByLabel('What should the partnership learn?').fill('It was about a child called Jayden');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: '2 things need changing' }).waitFor();
    await isForEverybody(page, 'evaluate-wrong');
    await page.getByLabel(SIGN_TEXTS.none).uncheck();
    await page.getByLabel('No, it is not').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { level: 1, name: THANKS.heading }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/evaluate/thanks');
    await isForEverybody(page, 'evaluate-thanks');
    await page.reload();
    expect(await office.evaluations.collected(ID)).toMatchObject({
      answers: [
        { agreement: { 'safe-to-say': 4, 'carrying-more': 'not-applicable' }, also: ['case-updates'] },
      ],
      lessons: ['It was about a child called Jayden'],
    });
  });

  it('is filled in with keys alone, in nine stops', async () => {
    await page.goto(`${office.url}/evaluate/${await office.evaluations.ticket(ID, 'hetty@school.example')}`);
    await page.getByLabel(AGREEMENT_TEXTS[1]).first().focus();
    for (let n = 0; n < STATEMENTS.length; n += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
    }
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Send');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: THANKS.heading }).waitFor();
    expect(await office.evaluations.collected(ID)).toMatchObject({
      answers: [{ agreement: { 'safe-to-say': 2, 'carrying-more': 2 }, also: 'none' }],
    });
  });

  it.each(['ticket', 'shared'] as const)('counts two presses of Send once: %s', async (kind) => {
    await filledInBy(kind);
    await page.getByRole('button', { name: 'Send' }).dblclick();
    await page.getByRole('heading', { level: 1, name: /^Thank you|^You have answered/ }).waitFor();
    expect((await office.evaluations.collected(ID))!.answers).toHaveLength(1);
  });

  it('has nothing to send again for whoever goes back, with a link of their own', async () => {
    await filledInBy('ticket');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { level: 1, name: THANKS.heading }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: NOT_COUNTED.answered.heading }).waitFor();
  });

  async function filledInBy(kind: 'ticket' | 'shared'): Promise<void> {
    const { evaluations, url } = office;
    const token = kind === 'ticket' ? evaluations.ticket(ID, 'hetty@school.example') : evaluations.shared(ID);
    await page.goto(`${url}/evaluate/${await token}`);
    for (const statement of STATEMENTS) await agreeing(statement, AGREEMENT_TEXTS[2]).click();
    await page.getByLabel(SIGN_TEXTS['not-sure']).check();
  }

  it.each(['answered', 'over', 'unknown', 'full'] as const)('says plainly that it is %s', async (state) => {
    const { evaluations, url, clock } = office;
    const token = (await evaluations.ticket(ID, 'hetty@school.example'))!;
    const shared = (await evaluations.shared(ID))!;
    const answer = { agreement: {}, also: 'none' } as never;
    if (state === 'answered') await evaluations.answer(token, answer);
    if (state === 'full')
      for (const seat of ['A', 'B']) await evaluations.answer(shared, answer, seat.repeat(43));
    if (state === 'over') clock.pass(60 * MINUTE_MS);
    await page.goto(`${url}/evaluate/${{ unknown: 'nothing', full: shared }[state as string] ?? token}`);
    await page.getByRole('heading', { level: 1, name: NOT_COUNTED[state].heading }).waitFor();
    await isForEverybody(page, `evaluate-${state}`);
  });
});
