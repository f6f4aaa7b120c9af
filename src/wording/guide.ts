/** "Help me choose": the questions on the way to the right door, and what can be answered. */
import { type AnswerTo, MOST_ANSWERS, type Question } from '../domain/signpost';

type Wording = {
  readonly [Q in Question]: {
    readonly question: string;
    readonly answers: { readonly [A in AnswerTo<Q>]: string };
  };
};

export const GUIDE: Wording = {
  /** As on the card before the form (cards/safety.json). */
  risk: {
    question: 'Is a child at immediate risk of significant harm?',
    answers: {
      no: 'No',
      known: 'Yes, and CADS, the social worker or police already know',
      unreported: 'Yes, not reported yet',
      unsure: 'Not sure',
    },
  },
  need: {
    question: 'What do you need most just now?',
    answers: {
      think: 'To think it through with others, or supervision',
      'share-or-decide': 'To share information, set tasks or decide what happens next',
      'new-concern': 'To tell somebody about a new concern',
      disagreement: "To disagree with another agency's decision",
    },
  },
  worker: {
    question: 'Does the child have a social worker?',
    answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  who: {
    question: 'Who should think it through?',
    answers: {
      'several-agencies': 'People of several agencies who work with the family',
      'social-work-team': 'One social work team, about the children it works with',
      'one-practitioner': 'I myself, with my supervisor',
    },
  },
  moment: {
    question: 'Which is closer to what you are looking for?',
    answers: {
      stuck: 'We feel stuck, worried or affected, and want an independent person to help us think',
      routine: "Regular supervision for everybody around the family, led by Children's Services",
    },
  },
};

export function progress(answered: number): string {
  const where = `Question ${answered + 1} of at most ${MOST_ANSWERS}.`;
  return answered === 0 ? where : `${where} Please choose the answer that is closest.`;
}
