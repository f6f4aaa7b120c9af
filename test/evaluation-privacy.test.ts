/**
 * Harm 6 of domain.md: an answer is traced to whoever gave it. Several people answer, each as nobody else, by the link in their
 * letter, by the link that is shown to everybody, and as the card does; and everything that is left of it anywhere is read
 * after every answer: all rows with their versions and times, messages, letters, log.
 *
 * Whoever reads only what is there after two answers or more cannot tell which is whose: had these people given each other's
 * answers, in whatever order, the very same bytes would be stored ("the same is stored, whoever …").
 *
 * What remains, and is tested to be no more than that: (1) whoever reads the tables just before AND just after one answer
 * sees whose ticket went while that answer came. (2) Until it is closed they see who has not answered yet, as the reminder
 * must; of those who used the shared link not even that. (3) The content itself may give somebody away, which the page says.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { createEvaluations } from '../src/azure/evaluation-table';
import type { Evaluation } from '../src/domain/evaluation';
import { personIdFor } from '../src/ids';
import { at } from './builders';
import { freshStorage, useEmbeddedStorage } from './azure/embedded-storage';
import { type EvaluationTown, everyRow, held, ID, openEvaluationTown, PEOPLE } from './evaluation-town';
import { evaluationNumber } from './some-evaluation';

const embedded = useEmbeddedStorage();
const LESSONS = [
  'fewer forms',
  'longer breaks',
  'earlier notice',
  'quieter rooms',
  'clearer roles',
  'more water',
];
/** Each of them unlike every other, in what was ticked and in what was written; they come in no order of theirs. */
const ANSWERS: readonly Evaluation[] = LESSONS.map((lesson, n) =>
  evaluationNumber(1_001 + ((n * 5 + 2) % 6) * 733, { lesson }),
);

/** How each of the people answers. */
const WAYS = ['letter', 'letter', 'letter', 'shared', 'shared', 'card'] as const;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const plain = (text: string) => text.replaceAll('\\', '');
/** All that can be worked out of a person who is known, with the ids that are stored beside. */
const personMarks = ({ name, mail }: (typeof PEOPLE)[number]) => [
  name,
  mail,
  personIdFor(mail),
  ...[mail, `${ID}${mail}`, `${ID} ${mail}`, `${mail}${ID}`, JSON.stringify([ID, mail])].map(sha256),
];
const answerMarks = ({ agreement, lesson }: Evaluation) => [
  JSON.stringify(agreement),
  Object.values(agreement).join(),
  JSON.stringify(Object.values(agreement)),
  lesson!,
];
const has = (text: string, marks: readonly string[]) => marks.some((mark) => plain(text).includes(mark));
const markOf = (person: (typeof PEOPLE)[number]) => sha256(JSON.stringify([ID, person.mail]));

type Left = Awaited<ReturnType<EvaluationTown['left']>>;
const rowOf = ({ rows }: Pick<Left, 'rows'>, name: string) =>
  rows.find(({ where }) => where === `evaluations ${ID} ${name}`)!;
const dataOf = <T>(left: Pick<Left, 'rows'>, name: string) =>
  JSON.parse((JSON.parse(rowOf(left, name).holds) as { data: string }).data) as T;
interface Tickets {
  readonly open: Readonly<Record<string, readonly string[]>>;
  readonly shared: readonly string[];
}

describe('What is left of the answers about a session', () => {
  let town: EvaluationTown;
  /** Before the first answer, and after each. */
  let readings: Left[];
  let tokens: string[];

  beforeEach(async () => {
    town = await openEvaluationTown(embedded.storage);
    await town.ask();
    tokens = PEOPLE.map(({ mail }) => town.tokenOf(mail));
    const shared = (await town.evaluations.shared(ID))!;
    readings = [await town.left()];
    for (const [n, answer] of ANSWERS.entries()) {
      if (WAYS[n] === 'card') expect(await town.evaluations.answer(tokens[n]!, answer)).toBe('counted');
      else expect(await town.answerOnPage(WAYS[n] === 'shared' ? shared : tokens[n]!, answer)).toBe(303);
      readings.push(await town.left());
    }
  });
  afterEach(() => town.close());

  it('is all counted', () => {
    const { answers } = dataOf<{ answers: readonly Evaluation[] }>(readings.at(-1)!, 'answers');
    for (const { lesson: _lesson, ...answer } of ANSWERS) expect(answers).toContainEqual(answer);
    expect(answers).toHaveLength(ANSWERS.length);
  });

  it('is in no row beside what names or marks a person, and nowhere but in the answers of that session', () => {
    const marks = ANSWERS.flatMap(answerMarks);
    const people = [...PEOPLE.flatMap(personMarks), ...tokens, ...tokens.map(sha256)];
    for (const left of readings) {
      for (const { where, holds } of left.rows) {
        if (has(holds, marks)) expect(where).toBe(`evaluations ${ID} answers`);
        expect([where, has(holds, marks) && has(holds, people)]).toEqual([where, false]);
      }
      for (const each of [...left.messages, ...left.mails, ...left.log]) expect(has(each, marks)).toBe(false);
    }
    expect(has(rowOf(readings.at(-1)!, 'answers').holds, marks)).toBe(true);
  });

  it('has no order but that of what was answered, in none of its lists', () => {
    const sorted = (list: readonly string[]) => [...list].sort();
    for (const left of readings.slice(1)) {
      const { lessons } = JSON.parse(rowOf(left, 'answers').holds) as { lessons: string };
      expect(JSON.parse(lessons)).toEqual(sorted(JSON.parse(lessons) as string[]));
      const used = dataOf<string[]>(left, 'used');
      expect(used).toEqual(sorted(used));
      expect(Object.keys(dataOf<Tickets>(left, 'tickets').open)).toEqual(
        sorted(Object.keys(dataOf<Tickets>(left, 'tickets').open)),
      );
      const { answers } = dataOf<{ answers: readonly Evaluation[] }>(left, 'answers');
      const keys = answers.map(({ agreement }) => JSON.stringify(Object.values(agreement)));
      expect(keys).toEqual(sorted(keys));
    }
  });

  it('is three rows that every answer writes anew, so that their times and versions are those of the last, and no other row', () => {
    const three = ['answers', 'tickets', 'used'].map((name) => `evaluations ${ID} ${name}`);
    readings.slice(1).forEach((after, n) => {
      const before = new Map(readings[n]!.rows.map((row) => [row.where, row]));
      const written = after.rows.filter(({ where, etag }) => before.get(where)?.etag !== etag);
      expect(written.map(({ where }) => where).sort()).toEqual(three);
      expect(after.rows.map(({ where }) => where)).toEqual(readings[n]!.rows.map(({ where }) => where));
      const earlier = three.map((where) => before.get(where)!);
      for (const { etag, time } of written) {
        expect(time).toBeGreaterThanOrEqual(Math.max(...earlier.map((each) => each.time)));
        expect(earlier.map((each) => each.etag)).not.toContain(etag);
      }
    });
  });

  it('is in no message and no letter, and every line of the log about it is the same', () => {
    const [before, after] = [readings[0]!, readings.at(-1)!];
    expect(after.messages).toEqual(before.messages);
    expect(after.mails).toEqual(before.mails);
    const lines = after.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const posted = lines.filter(({ method }) => method === 'POST');
    expect(posted).toHaveLength(5);
    for (const { time: _time, durationMs: _duration, ...line } of posted)
      expect(line).toEqual({
        level: 'info',
        route: 'evaluation-answer',
        method: 'POST',
        status: 303,
        message: 'answered',
      });
    const secrets = [...tokens, ...tokens.map((each) => each.split('.')[1]!), ...PEOPLE.flatMap(personMarks)];
    for (const line of after.log) expect(has(line, secrets)).toBe(false);
  });

  it('keeps no ticket of whoever has answered with it, and of whoever used the shared link nothing at all', () => {
    readings.slice(1).forEach((left, n) => {
      const { open } = dataOf<Tickets>(left, 'tickets');
      const waiting = PEOPLE.filter((_, person) => person > n || WAYS[person] === 'shared');
      expect(Object.keys(open).sort()).toEqual(waiting.map(markOf).sort());
      const answered = tokens.filter((_, person) => person <= n && WAYS[person] !== 'shared');
      for (const token of answered) expect(JSON.stringify(open)).not.toContain(sha256(token));
    });
  });

  it('says who answered only as the reminder must, which goes to whoever may not have', async () => {
    const sentBefore = town.mail.sent.length;
    await town.ask(true);
    // By the shared link nobody is known to have answered.
    const unknown = WAYS.filter((way) => way === 'shared').length;
    expect(town.mail.sent).toHaveLength(sentBefore + unknown);
  });

  it('is, once it is closed, one row without a token, a mark or a day', async () => {
    await town.evaluations.close(ID);
    const rows = (await town.left()).rows.filter(({ where }) => where.startsWith('evaluations'));
    expect(rows.map(({ where }) => where)).toEqual([`evaluations ${ID} answers`]);
    const [{ holds }] = rows as [(typeof rows)[number]];
    expect(plain(holds)).not.toMatch(/[0-9a-f]{32}|2026-\d\d|17\d{11}/);
    expect(holds).toContain('2026-Q4');
  });

  it('tells whoever reads the tables around one single answer whose it was, if it came by letter: that much, and no more', () => {
    readings.slice(1).forEach((after, n) => {
      const before = readings[n]!;
      const gone = Object.keys(dataOf<Tickets>(before, 'tickets').open).filter(
        (mark) => !(mark in dataOf<Tickets>(after, 'tickets').open),
      );
      expect(gone).toEqual(WAYS[n] === 'shared' ? [] : [markOf(PEOPLE[n]!)]);
    });
  });
});

describe('The same is stored, whoever gave which answer, which line, and in whatever order', () => {
  it('but for the versions and times of the rows', async () => {
    const town = await openEvaluationTown(embedded.storage);
    await town.ask();
    const shared = (await town.evaluations.shared(ID))!;
    const ways = PEOPLE.map(({ mail }, n) => ({
      token: WAYS[n] === 'shared' ? shared : town.tokenOf(mail),
      seat: String.fromCharCode(65 + n).repeat(43),
    }));
    const begun = (await everyRow(embedded.storage)).filter(({ where }) => where.startsWith('evaluations'));
    await town.close();

    /** From the rows as they were when everybody had their letter. */
    async function storedOf(
      order: readonly number[],
      answers: readonly number[],
      lessons: readonly number[],
    ) {
      const storage = freshStorage(embedded.connectionString);
      await storage.evaluations.createTable();
      for (const { holds } of begun)
        await storage.evaluations.createEntity(JSON.parse(holds) as { partitionKey: string; rowKey: string });
      const evaluations = createEvaluations({
        evaluations: storage.evaluations,
        now: () => at('2026-12-09T09:00'),
      });
      for (const n of order) {
        const answer = { ...ANSWERS[answers[n]!]!, lesson: LESSONS[lessons[n]!]! };
        expect(await evaluations.answer(ways[n]!.token, answer, ways[n]!.seat)).toBe('counted');
      }
      const rows = [];
      for await (const { etag: _etag, timestamp: _time, ...row } of storage.evaluations.listEntities())
        rows.push(row);
      return JSON.stringify(rows);
    }

    const asTheyCame = PEOPLE.map((_, n) => n);
    const expected = await storedOf(asTheyCame, asTheyCame, asTheyCame);
    expect(expected).toContain('fewer forms');
    const shuffled = fc.shuffledSubarray(asTheyCame, { minLength: asTheyCame.length });
    await fc.assert(
      fc.asyncProperty(shuffled, shuffled, shuffled, async (order, answers, lessons) => {
        expect(await storedOf(order, answers, lessons)).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('of two who answered between two readings, whichever way round', async () => {
    const closesAt = held.evaluating!.closesAt;
    const [petra, sam] = ['petra@county.example', 'sam@county.example'];
    const stored = new Set<string>();
    for (const [one, other] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const storage = freshStorage(embedded.connectionString);
      await storage.evaluations.createTable();
      const now = () => at('2026-12-09T09:00');
      const evaluations = createEvaluations({ evaluations: storage.evaluations, now });
      await evaluations.open({ requestId: ID, quarter: '2026-Q4', invited: 3, closesAt });
      const tokens = [(await evaluations.ticket(ID, petra))!, (await evaluations.ticket(ID, sam))!];
      await evaluations.answer(tokens[0]!, ANSWERS[one]!);
      await evaluations.answer(tokens[1]!, ANSWERS[other]!);
      const rows = await everyRow({ evaluations: storage.evaluations } as never);
      // Tokens differ by chance from one session to the other; what is not a hash must not.
      stored.add(rows.map(({ holds }) => holds.replaceAll(/[0-9a-f]{64}/g, 'hash')).join('\n'));
    }
    expect(stored.size).toBe(1);
  });
});
