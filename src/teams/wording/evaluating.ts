/** What the card with the statements says beside what it has in common with the page. */
import { LONGEST_LESSON } from '../../domain/evaluation';
import { ALSO_INTRO } from '../../wording/evaluation';

/** "Mostly, we also (tick all that apply):" */
export const ALSO_LABEL = ALSO_INTRO.replace(/:$/, ' (tick all that apply):');

export const EVALUATING = {
  notSent: 'Nothing has been sent yet. Please change:',
  lessonError: `Please use at most ${LONGEST_LESSON} characters.`,
  notKept:
    'Sorry, this was NOT saved: our storage could not be reached. What you chose is still here. Please send it again in a few minutes: it is never counted twice.',
} as const;
