/**
 * The way to the right door (domain.md, "Its neighbours"): a few questions, and one table of rules from what is answered
 * to where a practitioner goes next. Whether a child is at risk now is always asked first.
 */

/** The doors the guide can lead to, as codes: where a practitioner goes next. */
export const DOORS = [
  'cads',
  'social-worker',
  'professional-disagreement',
  'statutory-meeting',
  'tafs',
  'group-supervision',
  'case-supervision',
  'jags',
] as const;
export type Door = (typeof DOORS)[number];

/** Everything that may be asked, in this order, with its answers as codes. Which of them are asked follows from the rules. */
export const QUESTIONS = {
  /** A child at immediate risk of significant harm; the same question as before the form. */
  risk: ['no', 'known', 'unreported', 'unsure'],
  need: ['think', 'share-or-decide', 'new-concern', 'disagreement'],
  /** Whether the child has an allocated social worker. */
  worker: ['yes', 'no', 'unsure'],
  /** Who is to think together. */
  who: ['several-agencies', 'social-work-team', 'one-practitioner'],
  moment: ['stuck', 'routine'],
} as const;
export type Question = keyof typeof QUESTIONS;
export type AnswerTo<Q extends Question> = (typeof QUESTIONS)[Q][number];
export type Risk = AnswerTo<'risk'>;

export type Situation = { readonly [Q in Question]?: AnswerTo<Q> };

type When = { readonly [Q in Question]?: readonly AnswerTo<Q>[] };

export interface Rule {
  readonly door: Door;
  /** Every question named is answered by one of these. */
  readonly when: When;
}

/** Nobody is at immediate risk; or it is with CADS, the social worker or the police already, which is no obstacle. */
const SAFE: When = { risk: ['no', 'known'] };
const THINK: When = { ...SAFE, need: ['think'] };

/** The neighbours of a JAGS, row by row. No two rules fit the same answers. */
export const RULES: readonly Rule[] = [
  // Stop: never queued behind a request [REF][3.1].
  { door: 'cads', when: { risk: ['unreported', 'unsure'] } },
  // A new concern on an open case [3.1]; without a case that is open it goes where every new concern goes [REF].
  { door: 'social-worker', when: { ...SAFE, need: ['new-concern'], worker: ['yes'] } },
  { door: 'cads', when: { ...SAFE, need: ['new-concern'], worker: ['no', 'unsure'] } },
  { door: 'professional-disagreement', when: { ...SAFE, need: ['disagreement'] } }, // [REF]
  // What a JAGS is not for [3.16]: the meeting with the family that is there already.
  { door: 'statutory-meeting', when: { ...SAFE, need: ['share-or-decide'] } },
  { door: 'tafs', when: { ...THINK, who: ['several-agencies'], moment: ['routine'] } }, // [TAFS]
  { door: 'group-supervision', when: { ...THINK, who: ['social-work-team'] } }, // [TAFS]
  { door: 'case-supervision', when: { ...THINK, who: ['one-practitioner'] } }, // [TAFS]
  { door: 'jags', when: { ...THINK, who: ['several-agencies'], moment: ['stuck'] } }, // [SCH][3.16]
];

/** From "help me choose" to the door. */
export const MOST_ANSWERS = 4;

type Step = { readonly ask: Question } | { readonly door: Door };

/** How far somebody has come: to a question, or to a door. */
export type Way = Step & {
  /** As they were given, the first one first. */
  readonly answers: readonly string[];
  readonly situation: Situation;
};
export type AtQuestion = Extract<Way, { readonly ask: Question }>;
export type AtDoor = Extract<Way, { readonly door: Door }>;

/** Where these answers lead; undefined when one of them does not answer the question that was asked, or comes after the door. */
export function follow(answers: readonly string[]): Way | undefined {
  let situation: Situation = {};
  let step = stepFrom(situation);
  for (const answer of answers) {
    if (!('ask' in step) || !isAnswer(step.ask, answer)) return undefined;
    situation = { ...situation, [step.ask]: answer };
    step = stepFrom(situation);
  }
  return { ...step, answers, situation };
}

function isAnswer(question: Question, answer: string): boolean {
  return (QUESTIONS[question] as readonly string[]).includes(answer);
}

/** The door, once a rule has all its answers; until then the next question of the rules that may still fit. */
function stepFrom(situation: Situation): Step {
  const open = RULES.filter(({ when }) => asked(when).every((each) => mayFit(when, each, situation)));
  const decided = open.find(({ when }) => asked(when).every((each) => situation[each] !== undefined));
  if (decided) return { door: decided.door };
  const ask = asked(QUESTIONS).find(
    (each) => situation[each] === undefined && open.some(({ when }) => when[each] !== undefined),
  );
  if (ask === undefined)
    throw new Error(`Expected a rule for ${JSON.stringify(situation)}, got none. See RULES in signpost.ts.`);
  return { ask };
}

function asked(when: object): Question[] {
  return Object.keys(when) as Question[];
}

function mayFit(when: When, question: Question, situation: Situation): boolean {
  const given = situation[question];
  return given === undefined || (when[question] as readonly string[]).includes(given);
}
