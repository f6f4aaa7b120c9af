import type { Evaluated } from '../../src/ports/evaluations';
import { evaluationNumber, someEvaluation } from '../some-evaluation';
import { useEmbeddedStorage } from './embedded-storage';
import { aSeat, HATTIE, ID, NOW, openedOn, OTHER, PETRA, rowsOf, SAM, session } from './evaluations';

const embedded = useEmbeddedStorage();
const opened = (over: Partial<Evaluated> = {}) => openedOn(embedded.storage.evaluations, over);
const stored = () => rowsOf(embedded.storage.evaluations);

describe('An evaluation', () => {
  it('of two people is two answers at most, and says neither when nor in which order', async () => {
    const { evaluations } = await opened({ invited: 2 });
    const [petra, sam] = [(await evaluations.ticket(ID, PETRA))!, (await evaluations.ticket(ID, SAM))!];
    await evaluations.answer(sam, evaluationNumber(9, { lesson: 'b' }));
    await evaluations.answer(petra, evaluationNumber(3, { lesson: 'a' }));
    expect(await evaluations.collected(ID)).toEqual({
      invited: 2,
      quarter: '2026-Q4',
      answers: [evaluationNumber(3), evaluationNumber(9)],
      lessons: ['a', 'b'],
    });
  });

  it('takes answers until its last moment and none after it, whoever has answered', async () => {
    const { evaluations, clock } = await opened();
    const [petra, sam] = [(await evaluations.ticket(ID, PETRA))!, (await evaluations.ticket(ID, SAM))!];
    clock.now = session.closesAt - 1;
    expect(await evaluations.answer(petra, someEvaluation())).toBe('counted');
    clock.now = session.closesAt;
    for (const token of [petra, sam]) expect(await evaluations.look(token)).toBe('over');
    expect(await evaluations.answer(sam, someEvaluation())).toBe('over');
    expect(await evaluations.ticket(ID, HATTIE)).toBeUndefined();
    expect(await evaluations.shared(ID)).toBeUndefined();
  });

  it('stays as it is when it is opened again, but for a later end', async () => {
    const { evaluations, clock } = await opened();
    const token = (await evaluations.ticket(ID, PETRA))!;
    await evaluations.answer((await evaluations.ticket(ID, SAM))!, someEvaluation());
    await evaluations.open({ ...session, invited: 9, quarter: '2027-Q1', closesAt: session.closesAt - 1 });
    await evaluations.open({ ...session, invited: 9, quarter: '2027-Q1', closesAt: session.closesAt + 1 });
    expect(await evaluations.collected(ID)).toMatchObject({ invited: 3, quarter: '2026-Q4' });
    clock.now = session.closesAt;
    expect(await evaluations.look(token)).toBe('open');
    expect(await evaluations.ticket(ID, SAM)).toBeUndefined();
  });

  it('is opened once by many at once', async () => {
    const { evaluations, another } = await opened();
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        (n % 2 ? evaluations : another).open({ ...session, requestId: OTHER }),
      ),
    );
    expect(await evaluations.collected(OTHER)).toMatchObject({ answers: [] });
  });

  it('forgets on closing which token was used, whose they were and what day it was; what was answered stays', async () => {
    const { evaluations, clock } = await opened();
    const [petra, sam] = [(await evaluations.ticket(ID, PETRA))!, (await evaluations.ticket(ID, SAM))!];
    await evaluations.answer(petra, evaluationNumber(4, { lesson: 'more time' }));
    await evaluations.close(ID);
    await evaluations.close(ID);
    const rows = await stored();
    expect(Object.keys(rows)).toEqual(['answers']);
    expect(JSON.parse(rows['answers']!['data'] as string)).toEqual({
      quarter: '2026-Q4',
      invited: 3,
      answers: [evaluationNumber(4)],
    });
    expect(await evaluations.look(petra)).toBe('over');
    expect(await evaluations.answer(sam, someEvaluation())).toBe('over');
    await evaluations.open({ ...session, closesAt: session.closesAt + 1 });
    clock.now = NOW + 1;
    expect(await evaluations.ticket(ID, SAM)).toBeUndefined();
    expect((await evaluations.collected(ID))!.lessons).toEqual(['more time']);
  });

  it('that is dropped leaves nothing, and its tokens open nothing, even where it is opened anew', async () => {
    const { evaluations } = await opened();
    const token = (await evaluations.ticket(ID, PETRA))!;
    await evaluations.answer(token, someEvaluation());
    await evaluations.drop(ID);
    await evaluations.drop(ID);
    expect(await stored()).toEqual({});
    expect(await evaluations.look(token)).toBe('unknown');
    await evaluations.open(session);
    expect(await evaluations.answer(token, someEvaluation())).toBe('unknown');
    expect(await evaluations.collected(ID)).toMatchObject({ answers: [], lessons: [] });
    expect(await evaluations.ticket(ID, PETRA)).toBeDefined();
  });

  it('that is closed or dropped while answers come in, is whole: what counted is there or gone with the rest', async () => {
    const { evaluations, another } = await opened({ invited: 50 });
    const shared = (await evaluations.shared(ID))!;
    const answers = Array.from({ length: 8 }, () => another.answer(shared, someEvaluation(), aSeat()));
    const [answered] = await Promise.all([Promise.all(answers), evaluations.close(ID)]);
    const counted = answered.filter((each) => each === 'counted').length;
    expect((await evaluations.collected(ID))!.answers).toHaveLength(counted);
    expect(Object.keys(await stored())).toEqual(['answers']);
    await evaluations.open({ ...session, requestId: OTHER, invited: 50 });
    const token = (await evaluations.shared(OTHER))!;
    await Promise.all([
      ...Array.from({ length: 8 }, () => another.answer(token, someEvaluation(), aSeat())),
      evaluations.drop(OTHER),
    ]);
    expect(await evaluations.collected(OTHER)).toBeUndefined();
  });

  it('has no column but what it needs, and no row but three', async () => {
    const { evaluations } = await opened();
    await evaluations.answer((await evaluations.ticket(ID, PETRA))!, someEvaluation());
    const columns = Object.entries(await stored()).map(([row, columnsOf]) => [
      row,
      Object.keys(columnsOf)
        .filter((name) => name !== 'etag')
        .sort(),
    ]);
    const always = ['data', 'partitionKey', 'rowKey', 'timestamp'];
    expect(Object.fromEntries(columns)).toEqual({
      answers: [...always, 'lessons'].sort(),
      tickets: always,
      used: always,
    });
  });

  it('takes fifty with the longest lines and all the tokens they can have', async () => {
    const { evaluations } = await opened({ invited: 50 });
    const mails = Array.from({ length: 50 }, (_, n) => `person${n}@agency.example`);
    for (let n = 0; n < 41; n += 1) await evaluations.shared(ID);
    const tickets: string[] = [];
    for (const mail of mails) {
      for (let n = 0; n < 5; n += 1) await evaluations.ticket(ID, mail);
      tickets.push((await evaluations.ticket(ID, mail))!);
    }
    const lesson = '"'.repeat(280);
    for (const token of tickets)
      expect(await evaluations.answer(token, someEvaluation({ lesson }))).toBe('counted');
    expect((await evaluations.collected(ID))!.lessons).toHaveLength(50);
  });

  it('counts an answer whose line finds no room any more, without it', async () => {
    const { evaluations } = await opened();
    const token = (await evaluations.shared(ID))!;
    const lesson = 'a'.repeat(30_000);
    expect(await evaluations.answer(token, someEvaluation({ lesson }), aSeat())).toBe('counted');
    expect(await evaluations.answer(token, someEvaluation({ lesson }), aSeat())).toBe('counted');
    expect(await evaluations.collected(ID)).toMatchObject({ answers: [{}, {}], lessons: [lesson] });
  });
});
