/** The evaluation of a session as a form: seven statements, what else was done, one line. Filled in on a phone, in a minute. */
import { AGREEMENTS, LONGEST_LESSON, type Statement, STATEMENTS } from '../../../domain/evaluation';
import {
  ALSO_TICKS,
  type EvaluationAnswers,
  type EvaluationProblem,
  lessonMark,
} from '../../../domain/evaluation-form';
import type { Instant } from '../../../domain/intervals';
import {
  AGREEMENT_TEXTS,
  ALSO_INTRO,
  CONFIDENTIAL,
  EVALUATION_TEXTS,
  evaluationProblemInWords,
  evaluationProblemWithField,
  LESSON_HINT,
  LESSON_LABEL,
  NOT_MONITORED,
  SIGN_TEXTS,
  STATEMENT_TEXTS,
} from '../../../wording/evaluation';
import { NAME_QUESTION } from '../../../wording/identifiers';
import { Checkboxes, Hidden, Scale, TextArea, type Wrong } from '../fields';
import { Button, Buttons, Notice } from '../parts';
import { evaluatePath } from '../paths';
import { sentence } from '../person/step';
import type { Shown } from '../plain-page';
import { frameWords } from '../wording/frame';

export interface EvaluationAsked {
  readonly token: string;
  /** Of whoever has this page open; sent again with it, it counts once. */
  readonly seat: string;
  readonly now: Instant;
  /** As it was sent, where it could not be taken. */
  readonly filled?: EvaluationAnswers;
  readonly problems?: readonly EvaluationProblem[];
  /** Why it was not counted, where nothing is wrong with it. */
  readonly notice?: string;
}

const STEPS = [...AGREEMENTS, 'not-applicable'] as const;
const NOTHING: EvaluationAnswers = { agreement: {}, also: [], lesson: '', notNames: '' };

export function evaluationPage(asked: EvaluationAsked): Shown {
  const { token, seat, filled = NOTHING, problems = [], notice } = asked;
  const wrong = problems.map(wrongOf);
  const status = notice === undefined ? (wrong.length > 0 ? 422 : undefined) : 503;
  return {
    title: EVALUATION_TEXTS.title,
    privacy: EVALUATION_TEXTS.privacy,
    wrong,
    ...(status !== undefined && { status }),
    content: (
      <>
        {notice !== undefined && <Notice kind="bad" heading={notice} takesFocus />}
        <p>{EVALUATION_TEXTS.intro}</p>
        <p class="promise">{CONFIDENTIAL}</p>
        <form method="post" action={evaluatePath(token)} noValidate>
          <Hidden name="seat" value={seat} />
          <h2>{EVALUATION_TEXTS.statements}</h2>
          {STATEMENTS.map((statement) => (
            <Agreeing key={statement} statement={statement} filled={filled} wrong={wrong} />
          ))}
          <Checkboxes
            name="also"
            label={ALSO_INTRO}
            hint={EVALUATION_TEXTS.alsoHint}
            choices={ALSO_TICKS.map((tick) => ({ value: tick, label: SIGN_TEXTS[tick] }))}
            chosen={filled.also}
            wrong={wrong}
          />
          <TextArea
            name="lesson"
            label={`${LESSON_LABEL} ${frameWords.optional}`}
            hint={LESSON_HINT}
            rows={3}
            longest={LONGEST_LESSON}
            value={filled.lesson}
            wrong={wrong}
          />
          <NameQuestion {...asked} />
          <p>{NOT_MONITORED}</p>
          <Buttons>
            <Button>{EVALUATION_TEXTS.send}</Button>
          </Buttons>
        </form>
      </>
    ),
  };
}

function Agreeing(props: {
  readonly statement: Statement;
  readonly filled: EvaluationAnswers;
  readonly wrong: readonly Wrong[];
}) {
  const { statement, filled, wrong } = props;
  return (
    <Scale
      name={statement}
      label={STATEMENT_TEXTS[statement]}
      choices={STEPS.map((step) => ({ value: String(step), label: AGREEMENT_TEXTS[step] }))}
      chosen={filled.agreement[statement] ?? ''}
      wrong={wrong}
    />
  );
}

/** Asked with the problem, and shown on as answered while the words are the same. */
function NameQuestion({ filled = NOTHING, problems = [], now }: EvaluationAsked) {
  const mark = lessonMark(filled, now);
  const isAnswered = mark !== '' && filled.notNames === mark;
  if (!isAnswered && !problems.some(({ fault }) => fault === 'likely-identifier')) return null;
  return (
    <Checkboxes
      name="notNames"
      label={NAME_QUESTION.question}
      choices={[{ value: mark, label: NAME_QUESTION.no }]}
      chosen={isAnswered ? [mark] : []}
    />
  );
}

function wrongOf(problem: EvaluationProblem): Wrong {
  return {
    field: problem.field,
    text: evaluationProblemWithField(problem),
    beside: sentence(evaluationProblemInWords(problem)),
  };
}
