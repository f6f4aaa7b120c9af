/**
 * What facilitators record of their sessions, as sums: of one session, and of several. It is about the facilitators as the
 * answers are about the participants, so that it is released by whole blocks, and by a rule of its own beside theirs.
 */
import { AGREES_FROM, NO_SHARE, plus, type Share } from '../fidelity';
import { type Interval, MINUTE_MS } from '../intervals';
import type { PersonId } from '../people';
import type { Policy } from '../policy';
import { OWN_STATEMENTS, type OwnStatement, type SessionRecord } from '../session-record';

/** Of sessions recorded. */
export interface RecordedFigures {
  readonly sessions: number;
  /** A safeguarding concern arose, and went by the usual route. */
  readonly concerns: number;
  readonly endedEarly: number;
  /** How often facilitators agreed, of the sessions a statement applied to. */
  readonly own: Readonly<Record<OwnStatement, Share>>;
}

/** *Policy*: a session that ended by so much before its time was cut short. More than that, not as much. */
export const EARLY_MINUTES = 15;

/** One session. @param slot as it was booked. */
export function recordedOf(
  { end, concern, agreement }: Pick<SessionRecord, 'end' | 'concern' | 'agreement'>,
  slot: Interval,
): RecordedFigures {
  return {
    sessions: 1,
    concerns: concern ? 1 : 0,
    endedEarly: slot.end - end > EARLY_MINUTES * MINUTE_MS ? 1 : 0,
    own: byStatement((statement) => {
      const given = agreement[statement];
      return given === 'not-applicable' ? NO_SHARE : { count: given >= AGREES_FROM ? 1 : 0, of: 1 };
    }),
  };
}

/** Several together; undefined where nothing of any is known. */
export function recordedTogether(
  each: readonly (RecordedFigures | undefined)[],
): RecordedFigures | undefined {
  const known = each.filter((one) => one !== undefined);
  if (known.length === 0) return undefined;
  const count = (of: (figures: RecordedFigures) => number): number =>
    known.reduce((sum, figures) => sum + of(figures), 0);
  return {
    sessions: count(({ sessions }) => sessions),
    concerns: count(({ concerns }) => concerns),
    endedEarly: count(({ endedEarly }) => endedEarly),
    own: byStatement((statement) => known.map(({ own }) => own[statement]).reduce(plus, NO_SHARE)),
  };
}

type Rule = Pick<Policy, 'releaseSessions' | 'releaseFacilitators'>;

/** So many facilitators must have recorded: each knows their own records, and could else take them from the sum. */
export function leastRecording({ releaseFacilitators }: Rule): number {
  return releaseFacilitators + 1;
}

/**
 * What of the records of a block may be shown: nothing unless enough sessions are recorded, by enough facilitators, and none
 * of them recorded more than half. Left out it stays left out, as every other figure of the block.
 */
export function recordedReleased(
  sessions: readonly { readonly facilitator?: PersonId; readonly recorded?: RecordedFigures }[],
  rule: Rule,
): RecordedFigures | undefined {
  const told = sessions.filter(({ recorded }) => recorded !== undefined);
  const byFacilitator = new Map<PersonId, number>();
  for (const { facilitator } of told)
    if (facilitator !== undefined) byFacilitator.set(facilitator, (byFacilitator.get(facilitator) ?? 0) + 1);
  const isEnough =
    told.length >= rule.releaseSessions &&
    byFacilitator.size >= leastRecording(rule) &&
    Math.max(...byFacilitator.values()) * 2 <= told.length;
  return isEnough ? recordedTogether(told.map(({ recorded }) => recorded)) : undefined;
}

function byStatement(of: (statement: OwnStatement) => Share): Record<OwnStatement, Share> {
  return Object.fromEntries(OWN_STATEMENTS.map((each) => [each, of(each)])) as Record<OwnStatement, Share>;
}
