import fc from 'fast-check';
import type { HardRule, Match, Verdict } from '../../src/domain/match';
import { HARD_RULES } from '../../src/domain/match';
import { countAble, findMatches, judgePool, type MatchingQuestion } from '../../src/domain/matching';
import { compare, findings, type Possibility, ranked } from './oracle/matching';
import { ALL, aQuestion } from './oracle/questions';

/** A match as the oracle would tell it; how soon it is somebody's turn, a match shows by its place only. */
function told({ facilitator, slot, reasons }: Match): object {
  const reason = <Kind extends Match['reasons'][number]['kind']>(kind: Kind) =>
    reasons.find((each): each is Extract<typeof each, { kind: Kind }> => each.kind === kind);
  const { sessions, share } = reason('fair-share')!;
  return {
    facilitator: facilitator.id,
    start: slot.start,
    end: slot.end,
    preferred: reason('facilitated-before') !== undefined,
    participantsFree: reason('participants-free')?.free ?? 0,
    share: { sessions, share },
    near: reason('locality')?.same ?? false,
    otherAgency: reason('agency')!.another,
    teamTakesPart: reason('team-takes-part') !== undefined,
    checkable: reason('team-not-checkable') === undefined,
  };
}

function expected({ share: { sessions, share }, ...possibility }: Possibility): object {
  return { ...possibility, share: { sessions, share } };
}

const key = ({ facilitator, start }: Pick<Possibility, 'facilitator' | 'start'>) => `${facilitator}@${start}`;
const keyOf = ({ facilitator, slot }: Match) => key({ facilitator: facilitator.id, start: slot.start });
const ruleOf = (verdict: Verdict) => ('removal' in verdict ? verdict.removal.rule : undefined);

describe('Matching, against a search minute by minute', () => {
  it('finds the same facilitators in the same slots in the same order, and the same rule for all others', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const found = findings(question);
        const possible = found.flatMap((each) => ('possible' in each ? each.possible : []));
        const byKey = new Map(possible.map((each) => [key(each), each]));
        const { best, removed } = findMatches(question);

        expect(best.map(keyOf).sort()).toEqual([...byKey.keys()].sort());
        for (const match of best) expect(told(match)).toEqual(expected(byKey.get(keyOf(match))!));
        const order = ranked(possible);
        best.forEach((match, n) => expect(compare(byKey.get(keyOf(match))!, order[n]!)).toBe(0));

        const ruleById = new Map(found.flatMap((each) => ('rule' in each ? [[each.id, each.rule]] : [])));
        const verdicts = judgePool(question);
        expect(verdicts).toHaveLength(question.candidates.length);
        for (const verdict of verdicts) expect(ruleOf(verdict)).toBe(ruleById.get(verdict.facilitator.id));
        expect(removed).toEqual(counted([...ruleById.values()] as HardRule[]));
        expect(countAble(question)).toBe(found.length - ruleById.size);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is asked questions that have matches, and in which every hard rule removes somebody', () => {
    const questions = fc.sample(aQuestion, 2_000).map((question) => findMatches(question));
    expect(questions.flatMap(({ best }) => best).length).toBeGreaterThan(3_000);
    const rules = new Set(questions.flatMap(({ removed }) => Object.keys(removed)));
    expect([...rules].sort()).toEqual([...HARD_RULES].sort());
  });

  it('shows the first few of that order when only a few are wanted', () => {
    fc.assert(
      fc.property(aQuestion, fc.integer({ min: 0, max: 6 }), (question, few) => {
        const best = (matchesShown: number) =>
          findMatches({ ...question, policy: { ...question.policy, matchesShown } }).best;
        expect(best(few)).toEqual(best(ALL).slice(0, few));
      }),
      { numRuns: 500 },
    );
  });

  it('judges alike in whatever order the pool is read', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const reversed: MatchingQuestion = { ...question, candidates: [...question.candidates].reverse() };
        expect(findMatches(reversed)).toEqual(findMatches(question));
        const byId = (verdicts: readonly Verdict[]) =>
          new Map(verdicts.map((each) => [each.facilitator.id, each]));
        expect(byId(judgePool(reversed))).toEqual(byId(judgePool(question)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('accounts for every facilitator once: those who could take it by rank, then the others', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const verdicts = judgePool(question);
        const ids = verdicts.map(({ facilitator }) => facilitator.id);
        expect([...ids].sort()).toEqual(question.candidates.map(({ facilitator }) => facilitator.id).sort());
        const ranks = verdicts.flatMap((each) => ('rank' in each ? [each.rank] : []));
        expect(ranks).toEqual(ranks.map((_, n) => n + 1));
        expect(verdicts.slice(ranks.length).every((each) => 'removal' in each)).toBe(true);
        // Whoever is first among the matches is first in the pool.
        const [first] = findMatches(question).best;
        expect(first?.facilitator.id).toBe(ranks.length > 0 ? ids[0] : undefined);
      }),
      { numRuns: 1_000 },
    );
  });
});

function counted(rules: readonly HardRule[]): Partial<Record<HardRule, number>> {
  const counts: Partial<Record<HardRule, number>> = {};
  for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
