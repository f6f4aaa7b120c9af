/** The sessions somebody takes part in, the next first. Nothing of the case: the list stays in the chat. */
import type { StandingSession } from '../../domain/rearranging';
import { referenceOf } from '../../domain/request';
import { isolated } from '../../wording/typed-text';
import { slotInWords } from '../../wording/when';
import { sessionsInWords, SESSIONS } from '../wording/own-sessions';

export interface SessionsCard {
  readonly summary: string;
  readonly items: readonly {
    readonly request: string;
    readonly reference: string;
    readonly when: string;
    readonly askedBy: string;
  }[];
}

/** As many as a phone shows without tiring; nobody takes part in more at once. */
const MOST = 8;

export function presentSessions(sessions: readonly StandingSession[]): SessionsCard {
  const next = [...sessions].sort((one, other) => one.match.slot.start - other.match.slot.start);
  return {
    summary: sessionsInWords(sessions.length, MOST),
    items: next.slice(0, MOST).map(({ id, match, requester }) => ({
      request: id,
      reference: referenceOf(id),
      when: slotInWords(match.slot),
      askedBy: `${SESSIONS.askedBy} ${isolated(requester.name)}`,
    })),
  };
}
