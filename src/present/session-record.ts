/** The record of a session as its facilitator fills it in: what there is to choose from, and what was chosen. */
import type { FormProblem } from '../domain/form-fields';
import type { Policy } from '../domain/policy';
import { CONCERNS, type RecordAnswers, unanswered } from '../domain/record-form';
import { type Held, referenceOf } from '../domain/request';
import { OWN_STATEMENTS, type OwnStatement, type RecordField } from '../domain/session-record';
import type { Choice } from '../wording/choice';
import { AGREEMENT_TEXTS, SIGN_TEXTS } from '../wording/evaluation';
import { AGREEMENT_VALUES, ALSO_TICKS } from '../domain/evaluation-form';
import {
  CONCERN_TEXTS,
  concernSafetyInWords,
  OWN_STATEMENT_TEXTS,
  recordProblemInWords,
  recordProblemWithField,
  recordUntilInWords,
} from '../wording/session-record';
import type { Agreement } from '../domain/evaluation';
import { clockInWords, momentInWords, slotInWords } from '../wording/when';

/** What is wrong with a field, beside it and in the list at the top. A statement is a field of its own. */
export interface RecordWrong {
  readonly field: Exclude<RecordField, 'agreement'> | OwnStatement;
  readonly text: string;
  readonly beside: string;
}

export interface RecordShown {
  readonly reference: string;
  readonly request: string;
  readonly attempt: number;
  readonly when: string;
  /** Until when it can be recorded; '' where nobody evaluates it. */
  readonly until: string;
  readonly answers: RecordAnswers;
  readonly agencies: readonly Choice[];
  readonly also: readonly Choice[];
  readonly statements: readonly { readonly statement: OwnStatement; readonly label: string }[];
  readonly agreements: readonly Choice[];
  readonly themes: readonly Choice[];
  readonly concerns: readonly Choice[];
  /** Whom to ring where one has not gone by the usual route yet. */
  readonly concernSafety: string;
  readonly wrong: readonly RecordWrong[];
}

export interface RecordView {
  readonly answers?: RecordAnswers;
  readonly problems?: readonly FormProblem<string>[];
}

export function presentRecord(
  request: Held,
  { answers, problems = [] }: RecordView,
  policy: Policy,
): RecordShown {
  const { match, evaluating } = request;
  const given = answers ?? asRecorded(request);
  return {
    reference: referenceOf(request.id),
    request: request.id,
    attempt: request.attempt,
    when: slotInWords(match.slot),
    until: evaluating
      ? recordUntilInWords(momentInWords(evaluating.closesAt), request.record !== undefined)
      : '',
    answers: given,
    agencies: agenciesOf(request, policy),
    also: ALSO_TICKS.map((value) => ({ title: SIGN_TEXTS[value], value })),
    statements: OWN_STATEMENTS.map((statement) => ({ statement, label: OWN_STATEMENT_TEXTS[statement] })),
    agreements: AGREEMENT_VALUES.map((value) => ({
      title: AGREEMENT_TEXTS[(value === 'not-applicable' ? value : Number(value)) as Agreement],
      value,
    })),
    themes: policy.themes.map(({ code, name }) => ({ title: name, value: code })),
    concerns: CONCERNS.map((value) => ({ title: CONCERN_TEXTS[value], value })),
    concernSafety: concernSafetyInWords(policy),
    wrong: problems.filter(isOfRecord).flatMap((problem) => wrongOf(problem, given)),
  };
}

/** As it was recorded before; at first with the times it was booked for, and nobody ticked: who came is for them to say. */
function asRecorded({ record, match }: Held): RecordAnswers {
  const { start, end } = record ?? match.slot;
  const times = { began: clockInWords(start), ended: clockInWords(end) };
  if (!record) return { ...times, came: [], also: [], agreement: {}, themes: [], concern: '' };
  const { agencies, also, agreement, themes, concern } = record;
  return {
    ...times,
    came: agencies,
    also: typeof also === 'string' ? [also] : also,
    agreement: Object.fromEntries(OWN_STATEMENTS.map((each) => [each, String(agreement[each])])),
    themes,
    concern: concern ? 'yes' : 'no',
  };
}

/** Those invited first, because they are the likely ones; each in the order of the setting. */
function agenciesOf({ evaluating }: Held, { agencies }: Policy): Choice[] {
  const invited = evaluating?.agencies ?? [];
  const sorted = [
    ...agencies.filter(({ code }) => invited.includes(code)),
    ...agencies.filter(({ code }) => !invited.includes(code)),
  ];
  return sorted.map(({ code, name }) => ({ title: name, value: code }));
}

const FIELDS: readonly RecordField[] = ['came', 'began', 'ended', 'also', 'agreement', 'themes', 'concern'];

function isOfRecord(problem: FormProblem<string>): problem is FormProblem<RecordField> {
  return (FIELDS as readonly string[]).includes(problem.field);
}

function wrongOf(problem: FormProblem<RecordField>, answers: RecordAnswers): RecordWrong[] {
  const { field } = problem;
  const said = { text: recordProblemWithField(problem), beside: recordProblemInWords(problem) };
  if (field !== 'agreement') return [{ field, ...said }];
  return unanswered(answers).map((statement) => ({
    field: statement,
    text: `${OWN_STATEMENT_TEXTS[statement]}: ${said.beside}`,
    beside: said.beside,
  }));
}
