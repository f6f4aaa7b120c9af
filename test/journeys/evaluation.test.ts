/** What is said of a session, by card, by page and by the code its facilitator shows; and that nobody can tell who said what. */
import type { Page } from 'playwright-core';
import { createStorage } from '../../src/azure/clients';
import { createEvaluations } from '../../src/azure/evaluation-table';
import { createFigureRows } from '../../src/azure/figures-table';
import { STATEMENTS } from '../../src/domain/evaluation';
import { MINUTE_MS } from '../../src/domain/intervals';
import { monthAt } from '../../src/domain/monitoring/month';
import {
  AGREEMENT_TEXTS,
  EVALUATION_TEXTS,
  LESSON_LABEL,
  NOT_COUNTED,
  STATEMENT_TEXTS,
  THANKS,
} from '../../src/wording/evaluation';
import { OWN_STATEMENT_TEXTS, RECORD } from '../../src/wording/session-record';
import { SHARED_LINK } from '../../src/wording/shared-link';
import { outsiders } from '../sandbox/people';
import { type BookedSession, bookSession, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import { requestKept } from './kept';
import { everyLetter, openByLetter } from './letters';
import { comeTo, press } from './plain-asking';
import { looksWell, readable } from './plain-looks';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [hattie, percy] = outsiders;
const PHONE = { screen: 'phone', scripts: false } as const;
const LESSON = 'One list of teams and whom to ring would help us all.';

journey('how a session was', () => {
  const system = theWholeSystem('evaluation', TWO_FACILITATORS);
  let session: BookedSession;
  let shared: string;

  beforeAll(async () => {
    session = await bookSession(system);
  });

  const moveTo = (instant: number) => system.sandbox.moveClock(instant - Date.now());
  const kept = () => requestKept(system, session.reference);
  const tables = () =>
    createStorage({ prefix: 'jags', connectionString: system.sandbox.storage.connectionString });
  const collected = async () =>
    (await createEvaluations({ evaluations: tables().evaluations, now: Date.now }).collected(
      session.booked.id,
    ))!;

  const fillIn = async (page: Page, agreement: string, also: string) => {
    for (const statement of STATEMENTS)
      await page
        .getByRole('group', { name: STATEMENT_TEXTS[statement] })
        .getByLabel(agreement, { exact: true })
        .check();
    await page.getByLabel(also, { exact: true }).check();
  };

  it('is shown to everybody as a code by its facilitator, in the last five minutes and not before', async () => {
    const { fays, booked } = session;
    const { end } = booked.match.slot;
    await moveTo(end - 30 * MINUTE_MS);
    await fays.cardWith(SHARED_LINK.button).press(SHARED_LINK.button);
    await fays.waitForText(/The evaluation can be shown from/);
    await moveTo(end - 4 * MINUTE_MS);
    await fays.cardWith(SHARED_LINK.button).press(SHARED_LINK.button);
    await fays.waitForText(SHARED_LINK.heading);
    await fays.picture(system.picture('01-code'));
    const [, link] = /(http:\/\/127\.0\.0\.1:\d+\/evaluate\/\S+)/.exec(await fays.text()) ?? [];
    shared = link!;
    expect(shared).toContain(system.sandbox.bot.url);
  });

  it('is said by that link on a phone without scripts, and counted once however often it is sent', async () => {
    const page = await system.openPlain(new URL(shared).pathname, PHONE);
    await looksWell(system, page, '02-page');
    await fillIn(page, AGREEMENT_TEXTS[4], 'none of these');
    await looksWell(system, page, '03-page-filled-in');
    const seat = await page.locator('input[type=hidden]').first().getAttribute('value');
    expect(seat).toMatch(/^[\w-]{43}$/);
    await press(page, EVALUATION_TEXTS.send);
    await comeTo(page, THANKS.heading);
    await looksWell(system, page, '04-thanks');
    expect((await collected()).answers).toHaveLength(1);
    await page.goBack();
  });
});
