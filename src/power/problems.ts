/** What is answered in place of what was asked for: problem details (RFC 9457), in words that can be mailed on. */
import type { ApiReply } from '../http/api';
import { PROBLEM_WORDS } from './wording';

/** One thing to put right. */
export interface FieldError {
  /** `participants[1].mail`; the name of a parameter or header. */
  readonly field: string;
  readonly detail: string;
}

export type ProblemKind = keyof typeof PROBLEM_WORDS;

export interface ProblemMore {
  /** In place of the kind's own. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** What to send back to answer the question it asks. */
  readonly marks?: { readonly notNames?: string; readonly goesOn?: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The names are stable: whoever calls may branch on them. */
const TYPE = 'urn:jags:problem:';

export function problem(kind: ProblemKind, { detail, errors, marks, headers }: ProblemMore = {}): ApiReply {
  const { status, title, detail: usual } = PROBLEM_WORDS[kind];
  return {
    status,
    body: {
      type: `${TYPE}${kind}`,
      title,
      status,
      detail: detail ?? usual,
      ...(errors && { errors }),
      ...(marks && { marks }),
    },
    ...(headers && { headers }),
  };
}

/** Of what the server itself refuses. */
const KINDS: Readonly<Record<number, ProblemKind>> = {
  400: 'unreadable',
  403: 'refused',
  404: 'not-found',
  405: 'method',
  408: 'too-slow',
  413: 'too-large',
  415: 'not-json',
};

export function faultProblem(status: number): ApiReply {
  const kind = KINDS[status];
  if (kind) return problem(kind);
  // Whatever else is found wrong with a call is the caller's to put right.
  return problem(status < 500 ? 'unreadable' : 'fault');
}
