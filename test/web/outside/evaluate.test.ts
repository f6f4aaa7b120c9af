/** The page by which participants evaluate a session, over HTTP. */
import { STATEMENTS } from '../../../src/domain/evaluation';
import { MINUTE_MS } from '../../../src/domain/intervals';
import {
  AGREEMENT_TEXTS,
  CONFIDENTIAL,
  NOT_COUNTED,
  NOT_MONITORED,
  SIGN_TEXTS,
  STATEMENT_TEXTS,
  THANKS,
} from '../../../src/wording/evaluation';
import { textOf } from '../tab-office';
import { type Form, formIn, openOutsideOffice, type OutsideOffice } from './outside-office';

const ID = 'req0parity0000000000000001';
const AGREED = ['5', '4', '3', '2', '1', 'not-applicable', '1'];
/** As somebody fills it in who leaves out what may be left out. */
const FILLED: Form = {
  ...Object.fromEntries(STATEMENTS.map((statement, n) => [statement, AGREED[n]!])),
  also: ['allocated-actions', 'case-updates'],
  lesson: '',
};

describe('the page to evaluate a session', () => {
  let office: OutsideOffice;
  beforeEach(async () => {
    office = await openOutsideOffice();
    const closesAt = office.clock.now() + 60 * MINUTE_MS;
    await office.evaluations.open({ requestId: ID, quarter: '2026-Q4', invited: 3, closesAt });
  });
  afterEach(() => office.close());

  const pathOf = (token: string | undefined) => `/evaluate/${token}`;
  const ticket = async (mail = 'hetty@school.example.org') =>
    pathOf(await office.evaluations.ticket(ID, mail));
  const shared = async () => pathOf(await office.evaluations.shared(ID));
  const collected = async () => (await office.evaluations.collected(ID))!;
  const seatOf = (html: string): string => formIn(html).get('seat')!;

  async function sent(path: string, over: Form = {}) {
    return office.posts(path, { seat: seatOf((await office.opens(path)).body), ...FILLED, ...over });
  }

  it('says first that it is confidential, asks the seven and the rest in their words, and has nothing ticked', async () => {
    const page = await office.opens(await ticket());
    const { status, body } = page;
    const text = textOf(page);
    expect(status).toBe(200);
    const asked = [
      CONFIDENTIAL,
      ...STATEMENTS.map((statement) => STATEMENT_TEXTS[statement]),
      ...Object.values(SIGN_TEXTS),
      NOT_MONITORED,
    ];
    const places = asked.map((each) => text.indexOf(each));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(body.match(/<input [^>]*type="radio"/g)).toHaveLength(7 * Object.keys(AGREEMENT_TEXTS).length);
    expect(body).not.toMatch(/<input [^>]*\schecked/);
    expect([...formIn(body).keys()]).toEqual(['seat', 'lesson']);
  });

  it('counts what was sent, thanks on a page of its own, and leaves nothing of it anywhere else', async () => {
    const path = await ticket();
    const answer = await sent(path, { lesson: 'Fewer people who come for the first time' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/evaluate/thanks']);
    expect(await collected()).toMatchObject({
      answers: [
        {
          agreement: { 'safe-to-say': 5, 'time-to-think': 4, 'facilitator-independent': 'not-applicable' },
          also: ['allocated-actions', 'case-updates'],
        },
      ],
      lessons: ['Fewer people who come for the first time'],
    });
    const thanks = textOf(await office.opens('/evaluate/thanks'));
    for (const each of [THANKS.heading, office.policy.staffSupport, NOT_MONITORED, '0344'])
      expect(thanks).toContain(each);
    expect([office.store.all(), office.links.all(), office.errands.waiting]).toEqual([[], [], []]);
    expect(JSON.stringify(office.log.lines)).not.toMatch(/req0parity|evaluate\/|allocated|Fewer/);
  });

  it('counts it once, however often it is sent', async () => {
    const [path, everybodys] = [await ticket(), await shared()];
    expect((await sent(path)).status).toBe(303);
    const again = await sent(path);
    expect([again.status, textOf(again)]).toEqual([409, expect.stringContaining(NOT_COUNTED.answered.text)]);
    expect((await office.opens(path)).status).toBe(409);
    const form = { seat: seatOf((await office.opens(everybodys)).body), ...FILLED };
    const both = await Promise.all([office.posts(everybodys, form), office.posts(everybodys, form)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await collected()).answers).toHaveLength(2);
  });

  it('gives everybody who opens the shared link a seat of their own, and no more than were invited', async () => {
    const path = await shared();
    const pages = [];
    for (let n = 0; n < 4; n += 1) pages.push((await office.opens(path)).body);
    const seats = pages.map(seatOf);
    expect(new Set(seats).size).toBe(4);
    for (const seat of seats) expect(Buffer.from(seat, 'base64url')).toHaveLength(32);
    const statuses = [];
    for (const seat of seats) statuses.push((await office.posts(path, { seat, ...FILLED })).status);
    expect(statuses).toEqual([303, 303, 303, 409]);
    expect(textOf(await office.opens(path))).toContain(NOT_COUNTED.full.text);
  });

  it.each<[string, Form, string]>([
    ['without one of the statements', { 'feelings-held': '' }, 'feelings-held'],
    ['with an answer there is not', { 'feelings-held': '9' }, 'feelings-held'],
    ['without a box', { also: [] }, 'also'],
    ['with “none of these” and a sign', { also: ['none', 'case-updates'] }, 'also'],
    ['with “none of these” and “not sure”', { also: ['none', 'not-sure'] }, 'also'],
    ['with a line that is too long', { lesson: 'a'.repeat(281) }, 'lesson'],
    ['with an NHS number', { lesson: 'as with 999 100 2340' }, 'lesson'],
  ])('sends it back %s, saying where, with what was filled in and the same seat', async (_, over, field) => {
    const path = await ticket();
    const form: Form = { seat: seatOf((await office.opens(path)).body), ...FILLED, ...over };
    const { status, body } = await office.posts(path, form);
    expect(status).toBe(422);
    expect([...body.matchAll(/<a href="#([\w-]+)">/g)].map(([, id]) => id)).toEqual([field]);
    const back = formIn(body);
    expect(back.get('seat')).toBe(form['seat']);
    expect(back.get('lesson')).toBe(form['lesson']);
    expect(back.get('safe-to-say')).toBe('5');
    expect((await collected()).answers).toEqual([]);
    expect(JSON.stringify(office.log.lines)).not.toContain('943');
  });

  it('asks about what may be a name, and takes it once that was answered', async () => {
    const path = await ticket();
    const lesson = 'It was about a child called Jayden';
    const { body } = await sent(path, { lesson });
    const mark = /name="notNames" value="(\w+)"/.exec(body)![1]!;
    expect((await sent(path, { lesson, notNames: mark })).status).toBe(303);
    expect((await collected()).lessons).toEqual([lesson]);
  });

  it('keeps what was filled in where storage is out of reach, and then counts it', async () => {
    const path = await ticket();
    const form = { seat: seatOf((await office.opens(path)).body), ...FILLED, lesson: 'More of it' };
    office.wire.cut = true;
    const { status, body } = await office.posts(path, form);
    office.wire.cut = false;
    expect(status).toBe(503);
    expect(formIn(body).getAll('also')).toEqual(FILLED['also']);
    expect((await office.posts(path, formIn(body))).status).toBe(303);
    expect((await collected()).answers).toHaveLength(1);
  });

  it.each<[string, number, keyof typeof NOT_COUNTED, (path: string) => Promise<string>]>([
    ['after its last moment', 410, 'over', async (path) => (office.clock.pass(60 * MINUTE_MS), path)],
    ['once it is closed', 410, 'over', async (path) => (await office.evaluations.close(ID), path)],
    [
      'of a session that did not take place',
      404,
      'unknown',
      async (path) => (await office.evaluations.drop(ID), path),
    ],
    [
      'altered in a letter',
      404,
      'unknown',
      async (path) => path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ],
    ['guessed', 404, 'unknown', async () => `/evaluate/${ID}.${'A'.repeat(43)}`],
    ['of no form a token has', 404, 'unknown', async () => '/evaluate/%00%2F..%5C'],
  ])('is a plain page for a link %s, and counts nothing', async (_, status, state, spoilt) => {
    const path = await ticket();
    const seat = seatOf((await office.opens(path)).body);
    const link = await spoilt(path);
    for (const answer of [await office.opens(link), await office.posts(link, { seat, ...FILLED })]) {
      expect(answer.status).toBe(status);
      const text = textOf(answer);
      expect(text).toContain(NOT_COUNTED[state].text);
      expect(text).toContain(office.policy.staffSupport);
      expect(text).not.toContain(STATEMENT_TEXTS['safe-to-say']);
    }
    expect((await office.evaluations.collected(ID))?.answers ?? []).toEqual([]);
  });

  it('keeps out whoever tries links that open nothing, and lets all answer who share their address', async () => {
    const path = await ticket();
    const guess = () => office.opens(`/evaluate/${ID}.${'A'.repeat(43)}`);
    const statuses = [];
    for (let n = 0; n < 22; n += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array<number>(20).fill(404), 429, 429]);
    expect((await sent(path)).status).toBe(303);
  });

  it('takes nothing from another website, and no answer by being opened', async () => {
    const path = await ticket();
    const elsewhere = await office.posts(path, FILLED, { 'Sec-Fetch-Site': 'cross-site' });
    expect(elsewhere.status).toBe(403);
    const query = new URLSearchParams(
      Object.entries(FILLED).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
    );
    expect((await office.opens(`${path}?${query}`)).status).toBe(200);
    expect((await collected()).answers).toEqual([]);
  });
});
