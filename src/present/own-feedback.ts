/** A facilitator's own pooled feedback, on their card and their page. */
import { STATEMENTS } from '../domain/evaluation';
import type { FeedbackKnown } from '../domain/monitoring/monitoring';
import { STATEMENT_TEXTS } from '../wording/evaluation';
import { agreedInWords, fidelityInWords, OWN_FEEDBACK, pooledInWords } from '../wording/own-feedback';
import type { Fact } from './stated';

export interface FeedbackShown {
  readonly hasFeedback: boolean;
  readonly feedbackHeading: string;
  readonly feedbackText: string;
  readonly feedback: readonly Fact[];
}

/** Nothing where nobody counts it. */
export function presentFeedback(known: FeedbackKnown | undefined): FeedbackShown {
  return {
    hasFeedback: known !== undefined,
    feedbackHeading: OWN_FEEDBACK.heading,
    ...(known === undefined || typeof known === 'string'
      ? { feedbackText: known === 'sees-all' ? OWN_FEEDBACK.seesAll : OWN_FEEDBACK.tooFew, feedback: [] }
      : {
          feedbackText: pooledInWords(known.sessions, known.answers),
          feedback: [
            { label: OWN_FEEDBACK.fidelity, value: fidelityInWords(known.fidelity) },
            ...STATEMENTS.map((statement) => ({
              label: STATEMENT_TEXTS[statement],
              value: agreedInWords(known.statements[statement]),
            })),
          ],
        }),
  };
}
