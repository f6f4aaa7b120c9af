/** What is said of a session, by card, by page and by the code its facilitator shows; and that nobody can tell who said what. */
import type { TableClient } from '@azure/data-tables';
import type { Page } from 'playwright-core';
import { createStorage } from '../../src/azure/clients';
import { createEvaluations } from '../../src/azure/evaluation-table';
import { createFigureRows } from '../../src/azure/figures-table';
import { STATEMENTS } from '../../src/domain/evaluation';
import { MINUTE_MS } from '../../src/domain/intervals';
import { monthAt } from '../../src/domain/monitoring/month';
import {
  AGREEMENT_TEXTS,
  ALSO_INTRO,
  EVALUATION_TEXTS,
  SIGN_TEXTS,
  LESSON_LABEL,
  NOT_COUNTED,
  STATEMENT_TEXTS,
  THANKS,
} from '../../src/wording/evaluation';
import { ALSO_LABEL } from '../../src/teams/wording/evaluating';
import { OWN_STATEMENTS } from '../../src/domain/session-record';
import { CONCERN_TEXTS, OWN_STATEMENT_TEXTS, RECORD } from '../../src/wording/session-record';
import { SHARED_LINK } from '../../src/wording/shared-link';
import { outsiders } from '../sandbox/people';
import { type BookedSession, bookSession, TWO_FACILITATORS } from './booking';
import { journey } from './browser';
import { requestKept } from './kept';
import { everyLetter, openByLetter } from './letters';
import { comeTo, press } from './plain-asking';
import { looksWell } from './plain-looks';
import { until } from './until';
import { theWholeSystem } from './whole-system';

const [hattie] = outsiders;
const PHONE = { screen: 'phone', scripts: false } as const;
/** How the letter that asks begins. */
const ASKED = 'The JAGS session you took part in is over';
const LESSON = 'One list of teams and whom to ring would help us all.';

journey('how a session was', () => {
  const system = theWholeSystem('evaluation', TWO_FACILITATORS);
  let session: BookedSession;
  let shared: string;
  let hatties: string;

  beforeAll(async () => {
    session = await bookSession(system);
  });

  const moveTo = (instant: number) => system.sandbox.moveClock(instant - Date.now());
  const kept = () => requestKept(system, session.reference);
  const tables = () =>
    createStorage({
      prefix: 'jags',
      connectionString: system.sandbox.storage.connectionString,
      patient: true,
    });
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
    await fillIn(page, AGREEMENT_TEXTS[4], SIGN_TEXTS.none);
    await looksWell(system, page, '03-page-filled-in');
    const [sent] = await Promise.all([theSending(page), press(page, EVALUATION_TEXTS.send)]);
    await comeTo(page, THANKS.heading);
    await looksWell(system, page, '04-thanks');
    // Pressed twice on a slow line, the same form comes in twice.
    const again = await page.context().request.post(sent.url, { data: sent.body, headers: sent.headers });
    expect(await again.text()).toContain(NOT_COUNTED.answered.heading);
    expect((await collected()).answers).toHaveLength(1);
  });

  it('is said on a card in Teams by whoever asked for it, once it is over', async () => {
    const { petras, booked } = session;
    await moveTo(booked.match.slot.end + 3 * MINUTE_MS);
    await petras.waitForText(EVALUATION_TEXTS.title);
    const card = petras.cardWith(EVALUATION_TEXTS.title);
    for (const statement of STATEMENTS)
      await card.choose(STATEMENT_TEXTS[statement], AGREEMENT_TEXTS[statement === 'carrying-more' ? 1 : 5]);
    await card.choose(ALSO_LABEL, SIGN_TEXTS['allocated-actions']);
    await card.fill(LESSON_LABEL, LESSON);
    await card.picture(system.picture('05-card'));
    await card.press(EVALUATION_TEXTS.send);
    await petras.waitForText(THANKS.heading);
    await petras.cardWith(THANKS.heading).picture(system.picture('06-card-thanks'));
    const { answers, lessons } = await collected();
    expect(answers).toHaveLength(2);
    expect(lessons).toEqual([LESSON]);
  });

  it('is said by a head teacher by the link of her letter, and counts no second time', async () => {
    const mail = await openByLetter(system, hattie.mail, ASKED, PHONE);
    hatties = mail.url();
    await fillIn(mail, AGREEMENT_TEXTS[3], SIGN_TEXTS['allocated-actions']);
    await press(mail, EVALUATION_TEXTS.send);
    await comeTo(mail, THANKS.heading);
    const again = await system.openPlain(new URL(hatties).pathname, PHONE);
    await comeTo(again, NOT_COUNTED.answered.heading);
    await looksWell(system, again, '07-answered-already');
    expect((await collected()).answers).toHaveLength(3);
  });

  it('is recorded by its facilitator in two minutes, with nowhere to write', async () => {
    const { fays } = session;
    const card = () => fays.cardWith(RECORD.button);
    await until(async () => (await fays.cardsWith(RECORD.button)) > 0, 'the record to be asked for');
    await card().picture(system.picture('09-asked-to-record'));
    await card().press(RECORD.button);
    await fays.waitForText(RECORD.intro);
    const dialog = fays.lastCard();
    await dialog.choose(RECORD.came, "Children's Services");
    await dialog.choose(RECORD.came, 'Police');
    await dialog.choose(ALSO_INTRO, SIGN_TEXTS.none);
    for (const statement of OWN_STATEMENTS)
      await dialog.choose(OWN_STATEMENT_TEXTS[statement], AGREEMENT_TEXTS[4]);
    await dialog.choose(RECORD.concern, CONCERN_TEXTS.no);
    await dialog.picture(system.picture('10-record'));
    await dialog.press('Save the record');
    await until(async () => {
      const request = await kept();
      return request.state === 'held' && request.record !== undefined;
    }, 'the record to be kept');
    await fays.waitForText(RECORD.recorded);
    await fays.cardWith(RECORD.change).picture(system.picture('11-recorded'));
  });

  it('leaves nothing in the log that tells who answered, and no link', () => {
    const log = system.botLog();
    const links = everyLetter(system).flatMap(({ html }) =>
      [...html.matchAll(/\/evaluate\/([\w.-]+)/g)].map(([, token]) => token!),
    );
    expect(links.length).toBeGreaterThan(1);
    for (const token of [...links, new URL(shared).pathname.split('/').at(-1)!]) {
      expect(log).not.toContain(token);
      expect(log).not.toContain(token.split('.')[1]);
    }
    expect(log).not.toContain(LESSON);
    for (const statement of STATEMENTS) expect(log).not.toContain(statement);
    // That a page was answered is logged like any other page: not whose session it was about, nor from where it was sent.
    const lines = log.split('\n').filter((line) => /evaluate|evaluation-answer/.test(line));
    const told = lines.flatMap((line) => Object.keys(JSON.parse(line) as object));
    expect([...new Set(told)].sort()).toEqual([
      'durationMs',
      'level',
      'message',
      'method',
      'part',
      'route',
      'status',
      'time',
    ]);
  });

  it('is over when its time is: the page says so, the request is completed, and the figures are kept', async () => {
    const held = await kept();
    if (held.state !== 'held') throw new Error(`Expected a session that is evaluated, got ${held.state}`);
    await moveTo(held.evaluating!.closesAt + 5 * MINUTE_MS);
    await until(async () => (await kept()).state === 'closed', 'the request to be completed');
    for (const path of [new URL(shared).pathname, new URL(hatties).pathname]) {
      const page = await system.openPlain(path, PHONE);
      await comeTo(page, NOT_COUNTED.over.heading);
      await looksWell(system, page, '12-over');
    }
    const request = await kept();
    expect(request).toMatchObject({
      state: 'closed',
      outcome: { kind: 'completed' },
      session: { invited: 4 },
    });
    const month = monthAt(session.booked.match.slot.start);
    const rows = createFigureRows(tables());
    const fact = await until(
      async () =>
        (await rows.facts(month)).find(({ id, session: counted }) => id === request.id && counted?.people),
      'the session to be counted',
    );
    expect(fact.session).toMatchObject({
      came: ['cs', 'po'],
      lessons: [LESSON],
      people: { answers: 3, response: { count: 3, of: 4 }, drifted: { count: 1, of: 1 } },
    });
    const left = await rowsOf(tables().evaluations);
    expect(left).toEqual(['answers']);
  });
});

/** What a browser sends when the form is sent. */
async function theSending(page: Page) {
  const request = await page.waitForRequest((each) => each.method() === 'POST');
  const headers = { 'content-type': request.headers()['content-type']! };
  return { url: request.url(), body: request.postData()!, headers };
}

async function rowsOf(table: TableClient): Promise<string[]> {
  const keys: string[] = [];
  for await (const { rowKey } of table.listEntities()) keys.push(rowKey!);
  return keys;
}
