import fc from 'fast-check';
import {
  AGREEMENT_VALUES,
  ALSO_TICKS,
  type EvaluationAnswers,
  type EvaluationProblem,
  lessonMark,
  readEvaluation,
} from '../../src/domain/evaluation-form';
import { LONGEST_LESSON, SIGNS, STATEMENTS } from '../../src/domain/evaluation';
import { evaluationProblemInWords, evaluationProblemWithField } from '../../src/wording/evaluation';

const NOW = Date.UTC(2026, 10, 16, 12);

const FILLED: EvaluationAnswers = {
  agreement: {
    'safe-to-say': '5',
    'time-to-think': '4',
    'impact-understood': '3',
    'feelings-held': '2',
    'others-understood': '1',
    'facilitator-independent': 'not-applicable',
    'carrying-more': '1',
  },
  also: ['none'],
  lesson: '',
  notNames: '',
};

function problemsOf(over: Partial<EvaluationAnswers>): readonly EvaluationProblem[] {
  const read = readEvaluation({ ...FILLED, ...over }, NOW);
  return 'problems' in read ? read.problems : [];
}

describe('an evaluation as it was filled in', () => {
  it('is read as what was chosen, and without a line where none was written', () => {
    // toStrictEqual: no line is there as undefined either.
    expect(readEvaluation({ ...FILLED, lesson: ' \u200b ' }, NOW)).toStrictEqual({
      evaluation: {
        agreement: {
          'safe-to-say': 5,
          'time-to-think': 4,
          'impact-understood': 3,
          'feelings-held': 2,
          'others-understood': 1,
          'facilitator-independent': 'not-applicable',
          'carrying-more': 1,
        },
        also: 'none',
      },
    });
  });

  it('keeps the line on one line', () => {
    const read = readEvaluation({ ...FILLED, lesson: '  fewer\r\n\tmeetings  on one day ' }, NOW);
    expect(read).toMatchObject({ evaluation: { lesson: 'fewer meetings on one day' } });
  });

  it('has five steps for each statement, and that it does not apply', () => {
    expect(AGREEMENT_VALUES).toEqual(['1', '2', '3', '4', '5', 'not-applicable']);
  });

  it.each([
    ['a statement without an answer', { agreement: { ...FILLED.agreement, 'feelings-held': undefined } }],
    ['an answer there is not', { agreement: { ...FILLED.agreement, 'feelings-held': '6' } }],
    [
      'an answer that is a number to a computer only',
      { agreement: { ...FILLED.agreement, 'feelings-held': '3.0' } },
    ],
  ])('asks for %s, and for nothing else', (_, over) => {
    expect(problemsOf(over as Partial<EvaluationAnswers>)).toEqual([
      { field: 'feelings-held', fault: 'empty' },
    ]);
  });

  it.each<[readonly string[], EvaluationProblem['fault'] | undefined]>([
    [[], 'empty'],
    [['something else'], 'empty'],
    [['none'], undefined],
    [['not-sure'], undefined],
    [['case-updates', 'allocated-actions'], undefined],
    [['none', 'case-updates'], 'contradictory'],
    [['not-sure', 'case-updates'], 'contradictory'],
    [['none', 'not-sure'], 'contradictory'],
    [['none', 'none'], undefined],
  ])('of the ticks %j it says %s', (also, fault) => {
    expect(problemsOf({ also })).toEqual(fault ? [{ field: 'also', fault }] : []);
  });

  it('says at once everything there is to put right, in the order of the form', () => {
    const problems = problemsOf({ agreement: {}, also: [], lesson: 'a'.repeat(LONGEST_LESSON + 1) });
    expect(problems.map(({ field }) => field)).toEqual([...STATEMENTS, 'also', 'lesson']);
  });

  it('sends a line back that names a child, with what and where, and never with the words', () => {
    const lesson = 'NHS number 999 100 2340 was read out';
    const [problem] = problemsOf({ lesson });
    expect(problem).toMatchObject({ field: 'lesson', fault: 'identifier' });
    const words = evaluationProblemWithField(problem!);
    expect(words).toContain('an NHS number (word ');
    expect(words).not.toContain('943');
  });

  it('asks about what is only likely a name, and takes it once it was said to be none', () => {
    const lesson = 'it was about a child called Jayden';
    const fault = problemsOf({ lesson })[0]?.fault;
    const notNames = lessonMark({ lesson }, NOW);
    expect(fault).toBe('likely-identifier');
    expect(problemsOf({ lesson, notNames })).toEqual([]);
    expect(problemsOf({ lesson: 'it was about a child called Tyler', notNames })).not.toEqual([]);
  });

  it.each<[string, number, EvaluationProblem['fault'][]]>([
    ['as long as it may be, with a likely name in it', LONGEST_LESSON, ['likely-identifier']],
    ['too long to be read for names', LONGEST_LESSON + 1, ['too-long']],
  ])('sends a line back that is %s, and asks about what it has read alone', (_how, letters, faults) => {
    const name = ' a child called Jayden';
    const lesson = `${'a'.repeat(letters - name.length)}${name}`;
    expect(problemsOf({ lesson }).map(({ field, fault }) => [field, fault])).toEqual(
      faults.map((fault) => ['lesson', fault]),
    );
    expect(lessonMark({ lesson }, NOW) !== '').toBe(faults.includes('likely-identifier'));
  });

  it('takes a line as long as it may be, and asks nothing about one that says nothing', () => {
    expect(problemsOf({ lesson: 'a'.repeat(LONGEST_LESSON) })).toEqual([]);
    expect(lessonMark({ lesson: ' \u200b ' }, NOW)).toBe('');
  });

  it('whatever is sent, is taken whole or sent back with a sentence for each field', () => {
    const value = fc.constantFrom(undefined, '', '0', '6', 'x', '__proto__', ...AGREEMENT_VALUES);
    const answers = fc.record({
      agreement: fc.record(Object.fromEntries(STATEMENTS.map((each) => [each, value]))),
      also: fc.subarray([...ALSO_TICKS, 'x'] as string[]),
      lesson: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 400 })),
      notNames: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(answers, (given) => {
        const read = readEvaluation(given, NOW);
        if ('problems' in read) {
          expect(read.problems.length).toBeGreaterThan(0);
          for (const problem of read.problems) expect(evaluationProblemInWords(problem)).toMatch(/\.$/);
          return;
        }
        const { agreement, also, lesson } = read.evaluation;
        expect(STATEMENTS.map((each) => String(agreement[each]))).toEqual(
          STATEMENTS.map((each) => (given.agreement as Record<string, unknown>)[each]),
        );
        expect(typeof also === 'string' ? [also] : also).toEqual(
          [...SIGNS, 'none', 'not-sure'].filter((each) => given.also.includes(each)),
        );
        expect((lesson ?? '').length).toBeLessThanOrEqual(LONGEST_LESSON);
      }),
    );
  });
});
