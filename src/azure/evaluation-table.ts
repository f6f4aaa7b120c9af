/**
 * What those who took part answer, one partition a session: `answers`, `used` and `tickets`. EVERY answer rewrites all three in
 * one transaction, with a token of one's own or a shared one, so that no row, no order and no time of a row joins an answer to
 * a token, or a token to a person. With the answer a person's tokens are forgotten as theirs.
 *
 * What is left for whoever reads storage itself, by its very purpose: until it is closed, who has not answered (the reminder has
 * to know); and by reading it before and after one answer, that this answer is of whoever went from the tickets. Whoever reads
 * the organiser's mailbox sees to whom a reminder went, and until it is closed what a letter's link opens: who answered, never
 * what.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { Evaluation } from '../domain/evaluation';
import type { Instant } from '../domain/intervals';
import { plainMail } from '../domain/mail-address';
import type { RequestId } from '../domain/request';
import { Fault } from '../ports';
import type { Answering, Evaluated, Evaluations, TokenState } from '../ports/evaluations';
import {
  answersRow,
  type Kept,
  lessonsFit,
  readKept,
  replace,
  type TicketsRow,
  ticketsRow,
  usedRow,
} from './evaluation-rows';
import { requestKey } from './keys';
import { hashOf, isSecret, newSecret } from './link-table';
import { commit, readRows } from './rows';

export interface EvaluationTableNeeds {
  readonly evaluations: TableClient;
  readonly now: () => Instant;
}

/** The request it is about, so that no row is needed to look a token up, and 256 bits by chance. */
const TOKEN = /^([a-z0-9-]{8,64})\.([\w-]{43})$/;
/** A person has one, and another for each letter that is written again; with fifty invited the row still takes them all. */
const MOST_TOKENS = 6;
/** Each showing of the shared code makes one. */
const MOST_SHARED = 40;
/** Every conflict is somebody else's turn, and those are as many as were invited and asked: this many there are not. */
const MOST_TRIES = 1_000;
const FIRST_JITTER_MS = 20;
const LONGEST_JITTER_MS = 400;

type Open = Kept & Required<Pick<Kept, 'used' | 'tickets'>>;

/** As what somebody answers: the hashes that are used up with it, and whose ticket goes. */
interface Respondent {
  readonly spends: readonly string[];
  readonly mark?: string;
}

export function createEvaluations({ evaluations, now }: EvaluationTableNeeds): Evaluations {
  return {
    open: (session) => inTurn(() => openOnce(session)),

    ticket: (requestId, mail) => {
      const mark = markOf(requestId, mail);
      return mint(requestId, ({ asked, open, shared }, token) => {
        const own = open[mark];
        // Asked before and not among the tickets any more: they have answered.
        if (!own && asked.includes(mark)) return undefined;
        return {
          asked: own ? asked : [...asked, mark],
          open: { ...open, [mark]: [...(own ?? []), token].slice(-MOST_TOKENS) },
          shared,
        };
      });
    },

    shared: (requestId) =>
      mint(requestId, (tickets, token, isRoom) =>
        isRoom ? { ...tickets, shared: [...tickets.shared, token].slice(-MOST_SHARED) } : undefined,
      ),

    async look(token, seat) {
      const requestId = requestOf(token);
      return requestId === undefined ? 'unknown' : stateOf(await read(requestId), token, seat);
    },

    async answer(token, evaluation, seat) {
      const requestId = requestOf(token);
      return requestId === undefined
        ? 'unknown'
        : inTurn(() => answerOnce(requestId, token, evaluation, seat));
    },

    async collected(requestId) {
      const kept = await read(requestId);
      if (!kept) return undefined;
      const { invited, quarter, answers } = kept.answers.is;
      return { invited, quarter, answers, lessons: kept.lessons };
    },

    close: (requestId) => inTurn(() => closeOnce(requestId)),

    drop: (requestId) => inTurn(() => dropOnce(requestId)),
  };

  function read(requestId: RequestId): Promise<Kept | undefined> {
    return readKept(evaluations, requestId);
  }

  async function openOnce({ requestId, quarter, invited, closesAt }: Evaluated): Promise<void | 'conflict'> {
    const kept = await read(requestId);
    if (!kept) {
      const saved = await commit(evaluations, [
        ['create', answersRow(requestId, { quarter, invited, closesAt, answers: [] }, [])],
        ['create', usedRow(requestId, [])],
        ['create', ticketsRow(requestId, { asked: [], open: {}, shared: [] })],
      ]);
      return saved === 'conflict' ? saved : undefined;
    }
    const { is, etag } = kept.answers;
    // Closed it stays closed, whatever is asked for late.
    if (is.closesAt === undefined || is.closesAt >= closesAt) return;
    const later = answersRow(requestId, { ...is, closesAt }, kept.lessons);
    const saved = await commit(evaluations, [replace(later, etag)]);
    return saved === 'conflict' ? saved : undefined;
  }

  /** A new token, with what the tickets are with its hash among them; none where that is undefined. */
  async function mint(
    requestId: RequestId,
    add: (tickets: TicketsRow, token: string, isRoom: boolean) => TicketsRow | undefined,
  ): Promise<string | undefined> {
    return inTurn(async () => {
      const kept = await read(requestId);
      if (!kept || !isOpen(kept)) return undefined;
      const token = `${requestId}.${newSecret()}`;
      const tickets = add(kept.tickets.is, hashOf(token), hasRoom(kept));
      if (!tickets) return undefined;
      const saved = await commit(evaluations, [replace(ticketsRow(requestId, tickets), kept.tickets.etag)]);
      return saved === 'conflict' ? saved : token;
    });
  }

  async function answerOnce(
    requestId: RequestId,
    token: string,
    evaluation: Evaluation,
    seat: string | undefined,
  ): Promise<Answering | 'conflict'> {
    const kept = await read(requestId);
    const state = stateOf(kept, token, seat);
    if (state !== 'open') return state;
    const respondent = respondentOf(kept as Open, token, seat);
    // Of a shared token without a seat nobody could tell whether it has been counted.
    if (!respondent) return 'unknown';
    const saved = await commit(evaluations, withAnswer(kept as Open, evaluation, respondent));
    return saved === 'conflict' ? saved : 'counted';
  }

  /** The answers are written too: an answer that is just coming in is then judged by what is there now. */
  async function closeOnce(requestId: RequestId): Promise<void | 'conflict'> {
    const kept = await read(requestId);
    if (!kept || (!kept.used && !kept.tickets)) return;
    const { closesAt: _day, ...rest } = kept.answers.is;
    const partitionKey = requestKey(requestId);
    const saved = await commit(evaluations, [
      replace(answersRow(requestId, rest, kept.lessons), kept.answers.etag),
      ['delete', { partitionKey, rowKey: 'used' }],
      ['delete', { partitionKey, rowKey: 'tickets' }],
    ]);
    return saved === 'conflict' ? saved : undefined;
  }

  async function dropOnce(requestId: RequestId): Promise<void | 'conflict'> {
    const partitionKey = requestKey(requestId);
    const rows = await readRows(evaluations, odata`PartitionKey eq ${partitionKey}`, ['RowKey']);
    if (rows.length === 0) return;
    const gone = rows.map(({ rowKey }): TransactionAction => ['delete', { partitionKey, rowKey: rowKey! }]);
    const saved = await commit(evaluations, gone);
    return saved === 'conflict' ? saved : undefined;
  }

  function isOpen(kept: Kept): kept is Open {
    const { closesAt } = kept.answers.is;
    return (
      closesAt !== undefined && now() < closesAt && kept.used !== undefined && kept.tickets !== undefined
    );
  }

  function stateOf(kept: Kept | undefined, token: string, seat: string | undefined): TokenState {
    if (!kept) return 'unknown';
    if (!isOpen(kept)) return 'over';
    const used = kept.used.is;
    if (used.includes(hashOf(token))) return 'answered';
    const { open, shared } = kept.tickets.is;
    const isShared = shared.includes(hashOf(token));
    if (!isShared) return ownerOf(open, token) === undefined ? 'unknown' : 'open';
    if (seat !== undefined && used.includes(hashOf(seat))) return 'answered';
    return hasRoom(kept) ? 'open' : 'full';
  }
}

function respondentOf(kept: Open, token: string, seat: string | undefined): Respondent | undefined {
  const { open } = kept.tickets.is;
  const mark = ownerOf(open, token);
  if (mark !== undefined) return { mark, spends: open[mark]! };
  return seat !== undefined && isSecret(seat) ? { spends: [hashOf(seat)] } : undefined;
}

function withAnswer(kept: Open, evaluation: Evaluation, { spends, mark }: Respondent): TransactionAction[] {
  const { requestId, answers, lessons, used, tickets } = kept;
  const { lesson, ...answer } = evaluation;
  const all = lesson === undefined ? lessons : [...lessons, lesson];
  const { [mark ?? '']: _answered, ...open } = tickets.is.open;
  return [
    replace(
      answersRow(
        requestId,
        { ...answers.is, answers: [...answers.is.answers, answer] },
        // The answer counts all the same.
        lessonsFit(all) ? all : lessons,
      ),
      answers.etag,
    ),
    replace(usedRow(requestId, [...used.is, ...spends]), used.etag),
    replace(ticketsRow(requestId, { ...tickets.is, open }), tickets.etag),
  ];
}

/** For an answer by the shared token: whoever was invited keeps their own place, whatever others do with that. */
function hasRoom({ answers }: Kept): boolean {
  return answers.is.answers.length < answers.is.invited;
}

function ownerOf(open: TicketsRow['open'], token: string): string | undefined {
  const hash = hashOf(token);
  return Object.keys(open).find((mark) => open[mark]!.includes(hash));
}

/** Stands for a person in the tickets of one session alone; their address is in none of the rows. */
function markOf(requestId: RequestId, mail: string): string {
  return hashOf(JSON.stringify([requestId, plainMail(mail)]));
}

/** Undefined for what no token looks like. */
function requestOf(token: string): RequestId | undefined {
  return TOKEN.exec(token)?.[1];
}

/** Again until nobody else was quicker; each time after a pause by chance, longer where many come at once. */
async function inTurn<T>(once: () => Promise<T | 'conflict'>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const outcome = await once();
    if (outcome !== 'conflict') return outcome;
    await sleep(Math.random() * Math.min(FIRST_JITTER_MS * (tries + 1), LONGEST_JITTER_MS));
  }
  throw new Fault(`Expected a turn in an evaluation within ${MOST_TRIES} tries, got none`);
}
