/** OWASP's standard for applications: what of it is met and what is not. */
import { asvsTables, REQUIREMENTS, withVerdict } from '../../asvs/all';
import type { Level, Requirement } from '../../asvs/requirement';
import type { Part } from '../part';

const COMMAND = 'npx jest test/asvs';

export const part: Part = {
  name: 'asvs',
  title: 'OWASP ASVS 5.0.0, levels 1 and 2',
  async measure() {
    return { findings: ([1, 2] as const).map(findingOf), text: `${HOW_TO_READ}\n\n${asvsTables()}` };
  },
};

function findingOf(level: Level) {
  const count = (all: readonly Requirement[]) => all.filter((each) => each.level === level).length;
  const [met, notMet] = [count(withVerdict('met')), count(withVerdict('not-met'))];
  return {
    promise: `What level ${level} of the standard asks of this software is met.`,
    aim: 'every requirement that applies',
    seen: `${met} of ${met + notMet} that apply; ${notMet} not met: ${
      withVerdict('not-met')
        .filter((each) => each.level === level)
        .map(({ id }) => id)
        .join(', ') || 'none'
    }. Of ${count(REQUIREMENTS)} in all ${count(withVerdict('theirs'))} are Entra’s, Azure’s or the organisation’s, and ${count(withVerdict('absent'))} ask about what is not here`,
    met: notMet === 0 ? ('met' as const) : ('not-met' as const),
    command: COMMAND,
  };
}

const HOW_TO_READ =
  'Gone through requirement by requirement by those who built it, not by an independent assessor. The words are ours; what each asks in full is in the [standard](https://github.com/OWASP/ASVS/tree/v5.0.0). A test holds that every requirement of the two levels is there, and every place that is named.';
