/** Evaluation: the card that asks, what comes in its place, and the code that everybody in a session is shown. */
import type { EvaluationAnswers } from '../../src/domain/evaluation-form';
import { LONGEST_LESSON, STATEMENTS } from '../../src/domain/evaluation';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { presentEvaluated, presentEvaluation } from '../../src/teams/present/evaluation';
import { qrImage } from '../../src/teams/qr-image';
import { EVALUATING } from '../../src/teams/wording/evaluating';
import { NOT_COUNTED, THANKS } from '../../src/wording/evaluation';
import { SHARED_LINK } from '../../src/wording/shared-link';
import { aMatch, askedAt } from '../builders';
import { longText } from './long-ask';

const TOKEN = 'Q'.repeat(43);
const asked = { token: TOKEN, slot: aMatch().slot };
const answers: EvaluationAnswers = {
  agreement: Object.fromEntries(STATEMENTS.map((each, n) => [each, String((n % 5) + 1)])),
  also: ['none', 'case-updates'],
  lesson: 'Rosie Redwood said that meetings clash',
  notNames: '',
};

export const evaluationSamples = {
  evaluation: {
    sample: presentEvaluation(asked, {}, askedAt, policy),
    wrong: presentEvaluation(
      asked,
      {
        answers: { ...answers, agreement: {} },
        problems: [
          { field: 'safe-to-say', fault: 'empty' },
          { field: 'also', fault: 'contradictory' },
          {
            field: 'lesson',
            fault: 'likely-identifier',
            found: [{ kind: 'name', line: 1, word: 1 }],
          },
        ],
      },
      askedAt,
      policy,
    ),
    worst: presentEvaluation(
      asked,
      {
        answers: { ...answers, lesson: longText(LONGEST_LESSON) },
        problems: STATEMENTS.map((field) => ({ field, fault: 'empty' })),
        notice: EVALUATING.notKept,
      },
      askedAt,
      policy,
    ),
  },
  evaluated: {
    sample: presentEvaluated(THANKS, policy),
    full: presentEvaluated(NOT_COUNTED.full, policy),
    worst: presentEvaluated(NOT_COUNTED.answered, { ...policy, staffSupport: longText(500) }),
  },
  qr: {
    sample: code('https://jags.norfolk-sandbox.example'),
    worst: code(`https://${'a'.repeat(60)}.example`),
  },
};

function code(address: string) {
  const link = `${address}/evaluate/${TOKEN}`;
  const { heading, text, alt, footnote } = SHARED_LINK;
  return { heading, text, image: qrImage(link), alt, link, footnote };
}
