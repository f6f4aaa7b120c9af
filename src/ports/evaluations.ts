/**
 * Confidential evaluation of sessions. One partition a session: the sorted multiset of its answers and the set of used token
 * hashes, rewritten together by every answer, so that no row, no order and no time joins an answer to whoever gave it. Which
 * token is whose is known only until it has been used.
 */
import type { Evaluation, EvaluationAnswer } from '../domain/evaluation';
import type { Instant } from '../domain/intervals';
import type { RequestId } from '../domain/request';

/** A session whose evaluation is opened: how many may answer, until when, and in which quarter (YYYY-Qn) it was. */
export interface Evaluated {
  readonly requestId: RequestId;
  readonly quarter: string;
  readonly invited: number;
  readonly closesAt: Instant;
}

/**
 * What a token is good for. `answered`: with it, or another of the same person, and it counts once. `full`: with the shared one, as many have
 * answered as were invited, of whom nobody can be told apart. `over`: whether it was used or not. `unknown`: guessed,
 * altered, or of a session that did not take place.
 */
export type TokenState = 'open' | 'answered' | 'full' | 'over' | 'unknown';

/** `counted`: this time, and never before. */
export type Answering = 'counted' | Exclude<TokenState, 'open'>;

/** What was answered about one session: sorted, so that nothing tells in which order. */
export interface Collected {
  readonly invited: number;
  readonly quarter: string;
  readonly answers: readonly EvaluationAnswer[];
  /** Apart from the answers, sorted too: nothing joins a line to the ticks it came with. */
  readonly lessons: readonly string[];
}

export interface Evaluations {
  /** Opens it once: opened again, what is there stays, and only a later end counts. */
  open(session: Evaluated): Promise<void>;
  /**
   * A token for one of those asked, by their address: 256 bits by chance, kept as a hash. They may have several, of which
   * the last few are good, and answer with one. Undefined once they have answered, and when it is over or was never opened.
   */
  ticket(requestId: RequestId, mail: string): Promise<string | undefined>;
  /** A token everybody in the room shares; each who opens it answers once, with a seat of their own. Undefined when it is full. */
  shared(requestId: RequestId): Promise<string | undefined>;
  /** `seat`: with a shared token, what was given to whoever opened it. Reads only. */
  look(token: string, seat?: string): Promise<TokenState>;
  /** With the shared token until there are as many answers as were invited; with one of their own whoever was asked always can. */
  answer(token: string, evaluation: Evaluation, seat?: string): Promise<Answering>;
  /** What there is by now; undefined where none was opened. For counting alone, never to be shown by session. */
  collected(requestId: RequestId): Promise<Collected | undefined>;
  /** Forgets tokens and whose they were; answers stay, and no more come. Repeating it is harmless. */
  close(requestId: RequestId): Promise<void>;
  /** Forgets it all: the session did not take place. */
  drop(requestId: RequestId): Promise<void>;
}
