/**
 * A coordinator's own look at the whole pool for one request: everybody's verdict as of now, what would help, and appointing
 * somebody by it. What they choose is judged again at that moment, by every hard rule.
 */
import type { Instant } from './domain/intervals';
import { type Beside, type OverruleReason, refOf, type Relaxation, type Verdict } from './domain/match';
import { judgePool, type MatchingQuestion, mayBeBeside } from './domain/matching';
import type { Person, PersonId } from './domain/people';
import { findRelaxations } from './domain/relaxing';
import type { Submitted } from './domain/request';
import type { MatchFinding } from './performing/match-finding';
import type { Handled, Workflow } from './workflow';

export interface Overview {
  /** Those who could take it by rank, then the others. */
  readonly verdicts: readonly Verdict[];
  /** Only where nobody can. */
  readonly relaxations: readonly Relaxation[];
  readonly calendars: { readonly seen: number; readonly asked: number };
}

export interface Choice {
  readonly facilitator: PersonId;
  readonly start: Instant;
  readonly because?: OverruleReason;
  readonly beside?: { readonly facilitator: PersonId; readonly as: Beside['as'] };
}

export interface Appointing {
  overview(request: Submitted): Promise<Overview>;
  /** `not-possible`: a hard rule stands in the way by now, of the facilitator or of whoever should come beside them. */
  appoint(request: Submitted, choice: Choice, by: Person): Promise<Handled | 'not-possible'>;
}

export interface AppointingNeeds {
  readonly matchFinding: MatchFinding;
  readonly workflow: Pick<Workflow, 'handle'>;
}

/** So many of a facilitator's slots are told: a coordinator looks for another time among them. */
const SLOTS_EACH = 12;

export function createAppointing({ matchFinding, workflow }: AppointingNeeds): Appointing {
  return {
    async overview(request) {
      const question = await matchFinding.question(request);
      const verdicts = judgePool(withMore(question));
      const isNobodyAble = !verdicts.some((each) => 'matches' in each);
      return {
        verdicts,
        relaxations: isNobodyAble ? findRelaxations(await matchFinding.relaxable(request)) : [],
        calendars: {
          seen: question.participants.filter(({ known }) => known).length,
          asked: question.participants.length,
        },
      };
    },

    async appoint(request, { facilitator, start, because, beside }, by) {
      const question = await matchFinding.question(request);
      const verdicts = judgePool(withMore(question));
      const able = verdicts.flatMap((each) => ('matches' in each ? [each] : []));
      const chosen = able.find((each) => each.facilitator.id === facilitator);
      const match = chosen?.matches.find(({ slot }) => slot.start === start);
      if (!chosen || !match) return 'not-possible';
      const other = question.candidates.find((each) => each.facilitator.id === beside?.facilitator);
      if (beside && !(other && mayBeBeside(other, beside.as, match.slot, question))) return 'not-possible';
      return workflow.handle({
        kind: 'appoint',
        requestId: request.id,
        by,
        match: { ...match, id: 'appointed' },
        round: request.round,
        isFirst: chosen.rank === 1 && match === chosen.matches[0],
        ...(because && { because }),
        ...(beside && other && { beside: { facilitator: refOf(other.facilitator), as: beside.as } }),
      });
    },
  };
}

function withMore(question: MatchingQuestion): MatchingQuestion {
  return { ...question, policy: { ...question.policy, matchesShown: SLOTS_EACH } };
}
