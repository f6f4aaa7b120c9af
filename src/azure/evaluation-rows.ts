/**
 * The three rows of a session's evaluation. Each is written in one form for one content: answers, lines, hashes and marks are
 * sorted, so that a row tells what was answered and nothing of who came when.
 */
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { answerKey, type EvaluationAnswer, signsOf, STATEMENTS } from '../domain/evaluation';
import type { Instant } from '../domain/intervals';
import type { RequestId } from '../domain/request';
import { requestKey } from './keys';
import { fromData, LONGEST_PROPERTY, readRows, toData } from './rows';

/** What is kept for good. The day it was is nowhere in it once it is closed. */
export interface AnswersRow {
  readonly quarter: string;
  readonly invited: number;
  /** Absent once it is closed. */
  readonly closesAt?: Instant;
  readonly answers: readonly EvaluationAnswer[];
}

/** Which tokens are whose, as hashes, of those who have not answered. */
export interface TicketsRow {
  /** Marks of everybody who was ever given a token: whoever is not among `open` any more has answered. */
  readonly asked: readonly string[];
  readonly open: Readonly<Record<string, readonly string[]>>;
  /** Tokens that are everybody's. */
  readonly shared: readonly string[];
}

interface Versioned<T> {
  readonly is: T;
  readonly etag: string;
}

/** All there is of one session, each row under the version it was read in. */
export interface Kept {
  readonly requestId: RequestId;
  readonly answers: Versioned<AnswersRow>;
  readonly lessons: readonly string[];
  /** Hashes of tokens and seats that were answered with; absent once it is closed, like the tickets. */
  readonly used?: Versioned<readonly string[]>;
  readonly tickets?: Versioned<TicketsRow>;
}

const ANSWERS = 'answers';
const USED = 'used';
const TICKETS = 'tickets';

/** Undefined where none was opened. */
export async function readKept(table: TableClient, requestId: RequestId): Promise<Kept | undefined> {
  const rows = await readRows(table, odata`PartitionKey eq ${requestKey(requestId)}`);
  const versioned = <T>(rowKey: string): Versioned<T> | undefined => {
    const row = rows.find((each) => each.rowKey === rowKey);
    return row && { is: fromData<T>(row), etag: row.etag };
  };
  const answers = versioned<AnswersRow>(ANSWERS);
  if (!answers) return undefined;
  const lessons = rows.find(({ rowKey }) => rowKey === ANSWERS)?.['lessons'];
  const used = versioned<readonly string[]>(USED);
  const tickets = versioned<TicketsRow>(TICKETS);
  return {
    requestId,
    answers,
    lessons: typeof lessons === 'string' ? (JSON.parse(lessons) as string[]) : [],
    ...(used && { used }),
    ...(tickets && { tickets }),
  };
}

export function answersRow(requestId: RequestId, row: AnswersRow, lessons: readonly string[]) {
  const { quarter, invited, closesAt, answers } = row;
  const sorted = answers.map(inOneForm).sort((one, other) => byCode(answerKey(one), answerKey(other)));
  const stored: AnswersRow = {
    quarter,
    invited,
    ...(closesAt !== undefined && { closesAt }),
    answers: sorted,
  };
  return {
    partitionKey: requestKey(requestId),
    rowKey: ANSWERS,
    data: toData(stored, `the answers about session ${requestId}`),
    lessons: JSON.stringify([...lessons].sort(byCode)),
  };
}

export function usedRow(requestId: RequestId, used: readonly string[]) {
  const data = toData([...used].sort(byCode), `the used tokens of session ${requestId}`);
  return { partitionKey: requestKey(requestId), rowKey: USED, data };
}

export function ticketsRow(requestId: RequestId, { asked, open, shared }: TicketsRow) {
  const stored: TicketsRow = {
    asked: [...asked].sort(byCode),
    open: Object.fromEntries(Object.entries(open).sort(([one], [other]) => byCode(one, other))),
    shared,
  };
  const data = toData(stored, `the tickets of session ${requestId}`);
  return { partitionKey: requestKey(requestId), rowKey: TICKETS, data };
}

/** Whether there is room for these lines: a property holds so much and no more. */
export function lessonsFit(lessons: readonly string[]): boolean {
  return JSON.stringify(lessons).length <= LONGEST_PROPERTY;
}

export function replace(row: { readonly partitionKey: string; readonly rowKey: string }, etag: string) {
  return ['update', row, 'Replace', { etag }] satisfies TransactionAction;
}

/** The same answer is the same text, however it was put together. */
function inOneForm({ agreement, also }: EvaluationAnswer): EvaluationAnswer {
  const inOrder = STATEMENTS.map((statement) => [statement, agreement[statement]] as const);
  return {
    agreement: Object.fromEntries(inOrder) as EvaluationAnswer['agreement'],
    also: typeof also === 'string' ? also : [...signsOf(also)].sort(byCode),
  };
}

/** Not by the rules of a language: those may change with the machine. */
function byCode(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
