/** Sentences of the confidential evaluation of a session, the same on the card and on the page. */
import { type Agreement, LONGEST_LESSON, type Statement } from '../domain/evaluation';
import type { AlsoTick, EvaluationField, EvaluationProblem } from '../domain/evaluation-form';
import { identifierInWords, likelyIdentifierInWords } from './identifiers';

/** In the order they are asked in. */
export const STATEMENT_TEXTS: Record<Statement, string> = {
  'safe-to-say': 'I felt safe to say what I really thought',
  'time-to-think': 'We had time to think rather than solve',
  'impact-understood': 'The emotional impact of this work was understood',
  'feelings-held': 'Difficult feelings were held well enough for us to keep thinking',
  'others-understood': 'I understand better how other agencies see things',
  'facilitator-independent': 'The facilitator was independent of the case',
  'carrying-more': 'I left carrying more than I came with',
};

export const AGREEMENT_TEXTS: Record<Agreement, string> = {
  1: 'Strongly disagree',
  2: 'Disagree',
  3: 'Neither agree nor disagree',
  4: 'Agree',
  5: 'Strongly agree',
  'not-applicable': 'Not applicable',
};

export const ALSO_INTRO = 'Mostly, we also:';

/** Each goes on from "Mostly, we also". */
export const SIGN_TEXTS: Record<AlsoTick, string> = {
  'allocated-actions': 'allocated actions',
  'case-decisions': 'made or changed case decisions',
  'case-updates': 'exchanged case updates',
  'work-of-another-meeting': 'did the work of another meeting',
  none: 'none of these',
  'not-sure': 'not sure',
};

export const EVALUATION_TEXTS = {
  title: 'How was the session?',
  intro: 'Seven statements and a few boxes to tick: it takes under a minute. Nothing about the case, please.',
  statements: 'How far do you agree?',
  alsoHint: 'Tick all that apply.',
  send: 'Send',
  notSaved:
    'Sorry, this has NOT been counted: our storage could not be reached. It is not your doing, and what you filled in is still here. Please send it again in a few minutes.',
  /** At the foot of the page. */
  privacy:
    'Privacy: this page does not ask who you are, and keeps nothing with your answer that says so. It sets no cookies and asks nothing of other websites. Please never write here what could identify a child or family.',
} as const;

export const LESSON_LABEL = 'What should the partnership learn?';
export const LESSON_HINT = `You can leave this empty. One line, at most ${LONGEST_LESSON} characters, with nothing about the child, the family or anybody by name. It is kept apart from your ticks and read together with lines from other sessions.`;

/** The promise, and its limit (domain.md, harm 6). */
export const CONFIDENTIAL =
  'This is confidential: your name is not stored with your answer; in a very small group people might still guess.';

/** The safety line follows it. */
export const NOT_MONITORED =
  'This is not monitored: nobody reads it as it comes in. If a child may be at risk, please do not leave it here.';

/** Support and the raising of concerns (`policy.staffSupport`) stand under `support`. */
export const THANKS = {
  heading: 'Thank you: your answer has been counted',
  text: 'It is counted with those of the others, and you can close this now. If something still asks you about this session, please leave it: there is nothing more to do.',
  support: 'If the session stays with you, or something worries you',
} as const;

export interface NotCounted {
  readonly heading: string;
  readonly text: string;
}

/** Why an answer is not counted, and none can be given. */
export const NOT_COUNTED: Record<'answered' | 'full' | 'over' | 'unknown', NotCounted> = {
  answered: {
    heading: 'You have answered already',
    text: 'Your answer was counted once and cannot be changed, because nothing here says which one is yours. There is nothing more to do. If it was not you who answered, please tell the coordinators.',
  },
  full: {
    heading: 'The code takes no more answers',
    text: 'As many answers have come in as people were invited. If you have not answered yet, please use the message or mail you get about this session yourself: it still counts.',
  },
  over: {
    heading: 'The time to answer is over',
    text: 'Answers about this session are no longer taken. If there is something the coordinators should know, please tell them.',
  },
  unknown: {
    heading: 'This link opens no evaluation',
    text: 'Part of the address may be missing: please copy the whole of it from the mail, or ask the facilitator to show you the code again. It can also be that the evaluation is long over, or that the session did not take place.',
  },
};

/** The sentence beside the field. */
export function evaluationProblemInWords({ field, fault, found = [] }: EvaluationProblem): string {
  switch (fault) {
    case 'empty':
      return field === 'also'
        ? 'please tick at least one; “none of these” and “not sure” are answers too.'
        : 'please choose one; “not applicable” is an answer too.';
    case 'contradictory':
      return 'please tick either what you also did, or “none of these”, or “not sure”; not two of them together.';
    case 'too-long':
      return `use at most ${LONGEST_LESSON} characters.`;
    case 'identifier':
      return identifierInWords(found);
    case 'likely-identifier':
      return likelyIdentifierInWords(found);
  }
}

/** The sentence in the list at the top: the field named first. */
export function evaluationProblemWithField(problem: EvaluationProblem): string {
  return `${fieldInWords(problem.field)}: ${evaluationProblemInWords(problem)}`;
}

function fieldInWords(field: EvaluationField): string {
  if (field === 'also') return ALSO_INTRO.replace(/:$/, '');
  return field === 'lesson' ? LESSON_LABEL.replace(/\?$/, '') : STATEMENT_TEXTS[field];
}
