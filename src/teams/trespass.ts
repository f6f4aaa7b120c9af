/** What people try on requests and are refused before it becomes a command: kept in the audit of that request. */
import type { Person } from '../domain/people';
import type { Tried } from '../ports';
import type { Attempt, Workflow } from '../workflow';
import { isRequestId } from './commands';
import type { TeamsLog } from './log';

export interface TrespassNeeds {
  readonly workflow: Pick<Workflow, 'note'>;
  readonly log: TeamsLog;
}

/** Never throws: a refusal that could not be noted stays a refusal. */
export type NoteTrespass = (attempt: Attempt) => Promise<void>;

const ABOUT_A_REQUEST: readonly string[] = [
  'open',
  'change',
  'withdraw',
  'new-dates',
  'coordinate',
  'approve',
  'decline',
  'look-again',
  'another-time',
  'keep-time',
  'take-over',
  'put-back',
  'put-list-right',
  'arrange-anew',
  'replace',
  'return',
  'edit',
  'note',
  'transfer',
  'reason',
  'history',
  'ask-again',
  'accept',
  'cannot',
  'cancel',
  'not-held',
  'record-session',
  'facilitator-missing',
  'propose-participants',
  'agree-proposal',
  'refuse-proposal',
  'attend',
  'ask-arrangements',
  'start-poll',
  'answer-poll',
  'try-again',
] satisfies readonly Tried[];

export function createTrespass({ workflow, log }: TrespassNeeds): NoteTrespass {
  return (attempt) =>
    workflow
      .note(attempt)
      .catch((error: unknown) =>
        log.warn({ requestId: attempt.requestId, err: error }, 'could not note a refused attempt'),
      );
}

/** A card of a kind nobody sends, as far as it names a request. */
export function unreadable(by: Person, verb: string, data: unknown): Attempt | undefined {
  const { request: requestId } = (data ?? {}) as { readonly request?: unknown };
  if (!isRequestId(requestId)) return undefined;
  // The button that opens a dialog is about what its form does, and the facilitator's about the same as a coordinator's.
  const tried = verb.replace(/-(form|own)$/, '');
  const what = ABOUT_A_REQUEST.includes(tried) ? (tried as Tried) : 'unknown';
  return { requestId, by, what, refused: 'unreadable' };
}
