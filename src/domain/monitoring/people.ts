/** Sums about people: of one session, and of several. Of what is kept in answers, nothing else is ever published. */
import { type EvaluationAnswer, SIGNS, STATEMENTS } from '../evaluation';
import {
  agreementOf,
  assess,
  fidelityOf,
  NO_SHARE,
  participantDrift,
  plus,
  type Share,
  ticksOf,
} from '../fidelity';
import type { SessionRecord } from '../session-record';
import type { PeopleFigures } from './monitoring';

/** One session. Not assessable, it is none of those that could have drifted. */
export function peopleOf(
  invited: number,
  answers: readonly EvaluationAnswer[],
  record: Pick<SessionRecord, 'also'> | undefined,
): PeopleFigures {
  const of = answers.length;
  const assessment = assess(answers, record);
  return {
    sessions: 1,
    answers: of,
    response: { count: of, of: Math.max(invited, of) },
    fidelity: fidelityOf(answers),
    statements: byCode(STATEMENTS, (statement) => agreementOf(answers, statement)),
    drift: participantDrift(answers),
    signs: byCode(SIGNS, (sign) => ({ count: ticksOf(answers, sign), of })),
    drifted: {
      count: assessment === 'drifted' ? 1 : 0,
      of: assessment === 'not-assessable' ? 0 : 1,
    },
  };
}

/** Several together: sums, so that a session with many answers counts for as many. */
export function pooled(each: readonly PeopleFigures[]): PeopleFigures {
  const share = (of: (figures: PeopleFigures) => Share): Share => each.map(of).reduce(plus, NO_SHARE);
  const count = (of: (figures: PeopleFigures) => number): number =>
    each.reduce((sum, figures) => sum + of(figures), 0);
  return {
    sessions: count(({ sessions }) => sessions),
    answers: count(({ answers }) => answers),
    response: share(({ response }) => response),
    fidelity: share(({ fidelity }) => fidelity),
    statements: byCode(STATEMENTS, (statement) => share(({ statements }) => statements[statement])),
    drift: share(({ drift }) => drift),
    signs: byCode(SIGNS, (sign) => share(({ signs }) => signs[sign])),
    drifted: share(({ drifted }) => drifted),
  };
}

function byCode<Code extends string>(codes: readonly Code[], of: (code: Code) => Share): Record<Code, Share> {
  return Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<Code, Share>;
}
