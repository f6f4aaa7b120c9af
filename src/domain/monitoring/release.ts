/**
 * When figures about people may be shown (domain.md, "Figures about people"): whole blocks of months, frozen once and
 * in order. Whatever else is shown about people is a sum of whole blocks, so that no two of them differ by a few sessions.
 *
 * A session that turns up when its block is frozen is counted among the sessions, and in no figure about people: put into the
 * block, or into the next, it could be worked out from what was shown before.
 */
import type { Instant } from '../intervals';
import type { PersonId } from '../people';
import type { Policy } from '../policy';
import { type DriftState, next, NO_BLOCKS } from './drift-chart';
import type { RequestFact, SessionFact } from './facts';
import type { Block, Month, PeopleFigures, Released } from './monitoring';
import { monthAfter, monthsBetween } from './month';
import { pooled } from './people';
import { recordedReleased } from './recorded';
import { rollingOf } from './rolling';

/** A session with what was said of it: whose it was, and the sums. */
export interface Evaluated extends SessionFact {
  readonly people: PeopleFigures;
}

/** A block as it is kept: with what the sequential chart goes on from. */
export interface FrozenBlock extends Block {
  readonly chart: DriftState;
}

type Rule = Pick<Policy, 'releaseAnswers' | 'releaseSessions' | 'releaseFacilitators'>;

/** What the release rule looks at. */
export interface Answered {
  readonly facilitator?: PersonId;
  readonly answers: number;
}

/**
 * Whether figures about these sessions together may be shown: of enough answers, sessions and facilitators, and no session
 * more than half of the answers. A session nobody answered about hides nobody, and does not count.
 */
export function keepsRule(sessions: readonly Answered[], rule: Rule): boolean {
  const said = sessions.filter(({ answers }) => answers > 0);
  const facilitators = new Set(said.flatMap(({ facilitator }) => facilitator ?? []));
  return hidesEach(said, rule) && facilitators.size >= rule.releaseFacilitators;
}

/** The same, of one facilitator's sessions for their own eyes. */
export function hidesEach(
  sessions: readonly Answered[],
  { releaseAnswers, releaseSessions }: Omit<Rule, 'releaseFacilitators'>,
): boolean {
  const counts = sessions.map(({ answers }) => answers).filter((answers) => answers > 0);
  const answers = counts.reduce((sum, each) => sum + each, 0);
  return answers >= releaseAnswers && counts.length >= releaseSessions && Math.max(...counts) * 2 <= answers;
}

/** The sessions of a month that were evaluated, of facts that may belong to it in other ways. */
export function evaluatedIn(month: Month, facts: readonly RequestFact[]): Evaluated[] {
  return facts.flatMap(({ session }) =>
    session?.month === month && session.people ? [{ ...session, people: session.people }] : [],
  );
}

export function answeredOf({ facilitator, people }: Evaluated): Answered {
  return { ...(facilitator !== undefined && { facilitator }), answers: people.answers };
}

/**
 * The next block: the fewest of these months, from the first, that may be shown together; undefined while there is not enough.
 * @param months in order, whole, and no session of them can be evaluated any more.
 */
export function nextBlock(
  months: readonly { readonly month: Month; readonly sessions: readonly Evaluated[] }[],
  before: FrozenBlock | undefined,
  frozenAt: Instant,
  policy: Policy,
): FrozenBlock | undefined {
  const sessions: Evaluated[] = [];
  for (const { month, sessions: more } of months) {
    sessions.push(...more);
    if (keepsRule(sessions.map(answeredOf), policy))
      return blockOf(sessions, { from: months[0]!.month, to: month }, { before, frozenAt, policy });
  }
  return undefined;
}

function blockOf(
  sessions: readonly Evaluated[],
  span: { readonly from: Month; readonly to: Month },
  {
    before,
    frozenAt,
    policy,
  }: { readonly before: FrozenBlock | undefined; readonly frozenAt: Instant; readonly policy: Policy },
): FrozenBlock {
  const recorded = recordedReleased(sessions, policy);
  const people = pooled(sessions.map((each) => each.people));
  const { state, point } = next(before?.chart ?? NO_BLOCKS, {
    months: monthsBetween(span.from, span.to).length,
    assessable: people.drifted.of,
    drifted: people.drifted.count,
  });
  const ticked = sessions.flatMap(({ themes }) => themes);
  const codes = [...new Set(ticked)].sort();
  const themes = codes.map((code) => ({ code, count: ticked.filter((each) => each === code).length }));
  return {
    ...people,
    ...(recorded && { recorded }),
    ...span,
    frozenAt,
    cusum: point.sum,
    signal: point.signal,
    limit: point.limit,
    chart: state,
    themes: themes.sort((one, other) => other.count - one.count),
    // Sorted over the whole block: which session a line is from cannot be seen.
    lessons: sessions.flatMap(({ lessons }) => lessons).sort(),
  };
}

/** What is shown of the blocks of the last two years, oldest first. */
export function releasedOf(frozen: readonly FrozenBlock[], monthsWithSessions: readonly Month[]): Released {
  const last = frozen.at(-1);
  const rolling = rollingOf(frozen);
  return {
    blocks: frozen.map(({ chart: _chart, ...block }) => block),
    ...(rolling && { rolling }),
    heldBack: monthsWithSessions.filter((month) => !last || month > last.to),
  };
}

/** The month after a block: where the next begins. */
export function startAfter({ to }: Pick<Block, 'to'>): Month {
  return monthAfter(to);
}
