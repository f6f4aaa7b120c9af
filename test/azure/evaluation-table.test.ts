import { createStorage } from '../../src/azure/clients';
import { createEvaluations } from '../../src/azure/evaluation-table';
import type { Evaluated } from '../../src/ports/evaluations';
import { evaluationNumber, someEvaluation } from '../some-evaluation';
import { lossyLine, useEmbeddedStorage } from './embedded-storage';
import { aSeat, HATTIE, ID, NOW, openedOn, OTHER, PETRA, rowsOf, SAM, session } from './evaluations';

const embedded = useEmbeddedStorage();
const opened = (over: Partial<Evaluated> = {}) => openedOn(embedded.storage.evaluations, over);
const stored = () => rowsOf(embedded.storage.evaluations);

describe('A ticket', () => {
  it('counts once, on whichever instance, and is not given again once it was used', async () => {
    const { evaluations, another } = await opened();
    const token = (await evaluations.ticket(ID, PETRA))!;
    expect(await another.look(token)).toBe('open');
    expect(await evaluations.answer(token, someEvaluation())).toBe('counted');
    expect(await another.answer(token, evaluationNumber(7))).toBe('answered');
    expect(await another.look(token)).toBe('answered');
    expect(await another.ticket(ID, ` ${PETRA.toUpperCase()}`)).toBeUndefined();
    expect((await another.collected(ID))!.answers).toHaveLength(1);
  });

  it('can be one of several of the same person, who answers with one of them', async () => {
    const { evaluations } = await opened();
    const [first, second] = [await evaluations.ticket(ID, PETRA), await evaluations.ticket(ID, PETRA)];
    expect(first).not.toBe(second);
    expect(await evaluations.answer(second!, someEvaluation())).toBe('counted');
    expect(await evaluations.look(first!)).toBe('answered');
    expect(await evaluations.answer(first!, someEvaluation())).toBe('answered');
  });

  it('is good for the last six that a person was given', async () => {
    const { evaluations } = await opened();
    const tokens: string[] = [];
    for (let n = 0; n < 7; n += 1) tokens.push((await evaluations.ticket(ID, PETRA))!);
    const states = await Promise.all(tokens.map((token) => evaluations.look(token)));
    expect(states).toEqual(['unknown', ...Array<string>(6).fill('open')]);
  });

  it('is 256 bits by chance, of which only a hash is kept', async () => {
    const { evaluations } = await opened();
    const token = (await evaluations.ticket(ID, PETRA))!;
    const [, secret] = token.split('.');
    expect(Buffer.from(secret!, 'base64url')).toHaveLength(32);
    const rows = JSON.stringify(await stored());
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain('petra');
  });

  it.each([
    ['guessed', (token: string) => token.replace(/\.(.*)$/, () => `.${aSeat()}`)],
    [
      'altered in one character',
      (token: string) => token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ],
    ['of another session', (token: string) => token.replace(ID, OTHER)],
    ['of a session there is not', (token: string) => token.replace(ID, 'zzzzzzzzzzzzzzzzzzzzzzzzzz')],
    ['cut short', (token: string) => token.slice(0, -1)],
    ['with more at its end', (token: string) => `${token}A`],
    ['with a key no table takes', (token: string) => token.replace(ID, 'a/b#c?d\\e')],
    ['nothing', () => ''],
  ])('that is %s opens nothing and counts for nothing', async (_, spoil) => {
    const { evaluations } = await opened();
    await evaluations.open({ ...session, requestId: OTHER });
    const token = spoil((await evaluations.ticket(ID, PETRA))!);
    expect(await evaluations.look(token, aSeat())).toBe('unknown');
    expect(await evaluations.answer(token, someEvaluation(), aSeat())).toBe('unknown');
    expect((await evaluations.collected(ID))!.answers).toEqual([]);
    expect((await evaluations.collected(OTHER))!.answers).toEqual([]);
  });

  it('is not given for a session nobody opened', async () => {
    const { evaluations } = await opened();
    expect(await evaluations.ticket(OTHER, PETRA)).toBeUndefined();
    expect(await evaluations.shared(OTHER)).toBeUndefined();
    expect(await evaluations.collected(OTHER)).toBeUndefined();
  });
});

describe('A shared token', () => {
  it('counts once for each seat, whichever of them is shown', async () => {
    const { evaluations } = await opened();
    const [one, other] = [(await evaluations.shared(ID))!, (await evaluations.shared(ID))!];
    const seat = aSeat();
    expect(await evaluations.look(one, seat)).toBe('open');
    expect(await evaluations.answer(one, someEvaluation(), seat)).toBe('counted');
    expect(await evaluations.answer(one, someEvaluation(), seat)).toBe('answered');
    expect(await evaluations.answer(other, someEvaluation(), seat)).toBe('answered');
    expect(await evaluations.look(one, seat)).toBe('answered');
    expect(await evaluations.look(one)).toBe('open');
    expect(await evaluations.answer(one, someEvaluation(), aSeat())).toBe('counted');
  });

  it.each([undefined, '', '1', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}!`])(
    'takes no answer with %j for a seat',
    async (seat) => {
      const { evaluations } = await opened();
      const token = (await evaluations.shared(ID))!;
      expect(await evaluations.answer(token, someEvaluation(), seat)).toBe('unknown');
    },
  );

  it('takes no answer by the shared token once there are as many as were invited', async () => {
    const { evaluations } = await opened({ invited: 2 });
    const token = (await evaluations.shared(ID))!;
    const ticket = (await evaluations.ticket(ID, PETRA))!;
    expect(await evaluations.answer(token, someEvaluation(), aSeat())).toBe('counted');
    expect(await evaluations.answer(ticket, someEvaluation())).toBe('counted');
    expect(await evaluations.look(token)).toBe('full');
    expect(await evaluations.answer(token, someEvaluation(), aSeat())).toBe('full');
    expect(await evaluations.shared(ID)).toBeUndefined();
    expect((await evaluations.collected(ID))!.answers).toHaveLength(2);
  });

  it('leaves everybody who was invited their own place, whoever has used the shared token', async () => {
    const { evaluations } = await opened({ invited: 2 });
    const token = (await evaluations.shared(ID))!;
    const early = (await evaluations.ticket(ID, HATTIE))!;
    await evaluations.answer(token, someEvaluation(), aSeat());
    await evaluations.answer(token, someEvaluation(), aSeat());
    expect(await evaluations.answer(token, someEvaluation(), aSeat())).toBe('full');
    expect(await evaluations.look(early)).toBe('open');
    expect(await evaluations.answer(early, someEvaluation())).toBe('counted');
    const late = (await evaluations.ticket(ID, SAM))!;
    expect(await evaluations.answer(late, someEvaluation())).toBe('counted');
    expect(await evaluations.answer(late, someEvaluation())).toBe('answered');
    expect((await evaluations.collected(ID))!.answers).toHaveLength(4);
  });
});

describe('Answers that come at once', () => {
  it('all count, fifty of them, by tickets and by seats', async () => {
    const { evaluations, another } = await opened({ invited: 50 });
    const shared = (await evaluations.shared(ID))!;
    const mails = Array.from({ length: 20 }, (_, n) => `person${n}@agency.example`);
    const tickets: string[] = [];
    for (const mail of mails) tickets.push((await evaluations.ticket(ID, mail))!);
    const ways = [
      ...tickets.map((token) => [token, undefined] as const),
      ...Array.from({ length: 30 }, () => [shared, aSeat()] as const),
    ];
    const answered = await Promise.all(
      ways.map(([token, seat], n) =>
        asOftenAsAsked(() =>
          (n % 2 ? evaluations : another).answer(token, evaluationNumber(n, { lesson: `lesson ${n}` }), seat),
        ),
      ),
    );
    // Whoever had to try again may hear that the first try had counted.
    expect(answered.filter((each) => each !== 'counted' && each !== 'answered')).toEqual([]);
    const { answers, lessons } = (await evaluations.collected(ID))!;
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(50);
    expect(new Set(lessons).size).toBe(50);
    expect(await evaluations.answer(shared, someEvaluation(), aSeat())).toBe('full');
  });

  it('of one person on two devices are one', async () => {
    const { evaluations, another } = await opened();
    const tokens = [(await evaluations.ticket(ID, PETRA))!, (await evaluations.ticket(ID, PETRA))!];
    const answered = await Promise.all([
      evaluations.answer(tokens[0]!, someEvaluation()),
      another.answer(tokens[1]!, someEvaluation()),
      another.answer(tokens[0]!, someEvaluation()),
    ]);
    expect(answered.sort()).toEqual(['answered', 'answered', 'counted']);
    expect((await evaluations.collected(ID))!.answers).toHaveLength(1);
  });

  it('past the last place count no more than there were places', async () => {
    const { evaluations } = await opened({ invited: 2 });
    const token = (await evaluations.shared(ID))!;
    const seats = Array.from({ length: 6 }, aSeat);
    const answered = await Promise.all(
      seats.map((seat) => evaluations.answer(token, someEvaluation(), seat)),
    );
    expect(answered.filter((each) => each === 'counted')).toHaveLength(2);
    expect(answered.filter((each) => each === 'full')).toHaveLength(4);
  });

  it('count once when the answer of storage was lost', async () => {
    const line = await lossyLine(embedded.connectionString);
    const { evaluations } = await opened();
    const token = (await evaluations.ticket(ID, PETRA))!;
    const prefix = embedded.storage.evaluations.tableName.replace('Evaluations', '');
    const { evaluations: table } = createStorage({ prefix, connectionString: line.connectionString });
    const lossy = createEvaluations({ evaluations: table, now: () => NOW });
    line.loseAnswers(1);
    expect(['counted', 'answered']).toContain(await lossy.answer(token, someEvaluation()));
    expect((await evaluations.collected(ID))!.answers).toHaveLength(1);
    await line.close();
  });
});

/** A storage that is too busy to answer in time is no answer: the page says so, and people try again. */
async function asOftenAsAsked<Answer>(answer: () => Promise<Answer>, tries = 10): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (tries === 1 || (error as Error).name !== 'AbortError') throw error;
    return asOftenAsAsked(answer, tries - 1);
  }
}
