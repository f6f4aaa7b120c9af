/** What forms say: names of fields, hints, and what is wrong. */
import type { DeclaredProblem } from '../../../domain/declared-form';
import type { Facilitator } from '../../../domain/facilitator';
import type { FacilitatorAnswers, FacilitatorProblem } from '../../../domain/facilitator-form';
import type { Policy } from '../../../domain/policy';
import { dateInWords } from '../../../wording/when';

export const formWords = {
  required: '(needed)',
  choose: 'Choose …',
  save: 'Save',
  cancel: 'Cancel',
  summary: (count: number) => (count === 1 ? 'One thing needs changing' : `${count} things need changing`),
  who: 'Who they are',
  training: 'Training',
  work: 'Their part of the work',
  independence: 'Independence',
} as const;

export const fieldNames: Readonly<Record<keyof FacilitatorAnswers, string>> = {
  name: 'Name',
  mail: 'E-mail address',
  team: 'Agency and team',
  trainedOn: 'Trained on',
  trainedUntil: 'Training valid until',
  refresherOn: 'Last refresher on',
  supervisedOn: "Last at the facilitators' own supervision on",
  localities: 'Localities',
  weight: 'Their part beside a full one',
  sessionsPerMonth: 'Most sessions in a month',
  joinedOn: 'In the pool from',
  facilitatedBefore: 'Last facilitated before the pool was kept here',
  accepts: 'When a session is offered to them',
  excludedTeams: 'Teams they are too close to',
};

export function hintOf(field: keyof FacilitatorAnswers, policy: Policy): string | undefined {
  switch (field) {
    case 'mail':
      return 'Invitations go there. Somebody of our own organisation is known by it.';
    case 'trainedOn':
      return 'Leave both days empty for a trainee, who may observe.';
    case 'trainedUntil':
      return `Empty: ${policy.trainingValidMonths} months from the day of training.`;
    case 'weight':
      return 'From 0.25 to 4. Empty: 1, a full part. 0.5 is half of it.';
    case 'sessionsPerMonth':
      return `Empty: ${policy.sessionsPerMonth}.`;
    case 'joinedOn':
      return 'Empty: always. New people start at the same level as the others, not at zero.';
    case 'localities':
      return 'Where they can be for a session in person.';
    case 'excludedTeams':
      return 'Requests from these teams go to somebody else. No reason is asked.';
    default:
      return undefined;
  }
}

export const acceptsNames = {
  asked: 'They are asked, and answer',
  automatically: 'It is booked without asking them, as they wished',
} as const;

const emptyInWords: { readonly [Field in keyof FacilitatorAnswers]?: string } = {
  name: 'Enter their name.',
  mail: 'Enter their e-mail address.',
  team: 'Choose their agency and team.',
};

/** One sentence on what is wrong and what to do. */
export function problemInWords({ field, fault, allowed = '' }: FacilitatorProblem): string {
  const name = fieldNames[field];
  switch (fault) {
    case 'empty':
      return emptyInWords[field] ?? `${name}: fill this in.`;
    case 'too-long':
      return `${name}: use at most ${allowed} characters.`;
    case 'garbled':
      return `${name}: a letter was lost (�). Type it again.`;
    case 'bad-mail':
      return 'Enter an e-mail address such as name@organisation.example.';
    case 'not-a-date':
      return `${name}: enter a day of the calendar.`;
    case 'in-the-future':
      return `${name}: choose today or a day before.`;
    case 'before-training':
      return `${name}: choose ${dateInWords(allowed)}, the day of training, or a later day.`;
    case 'not-in-list':
      return `${name}: “${allowed}” is not in the list. Choose again.`;
    case 'not-a-number':
      return `${name}: enter a number${field === 'weight' ? ', such as 0.5' : ' without decimals'}.`;
    case 'too-small':
      return `${name}: enter ${allowed} or more.`;
    case 'too-large':
      return `${name}: enter ${allowed} or less.`;
    case 'taken':
      return 'Somebody of the pool has that address already. Search for it in the list.';
  }
}

/** The fields of a facilitator as the history names them. */
export const changedNames: Readonly<Record<keyof Facilitator, string>> = {
  ...{ id: 'account', name: 'name', mail: 'e-mail address', team: 'agency and team' },
  ...{ outside: 'organisation', trainedOn: 'day of training', trainedUntil: 'end of training' },
  ...{ refresherOn: 'refresher', supervisedOn: 'supervision', localities: 'localities' },
  ...{ weight: 'part of the work', sessionsPerMonth: 'sessions in a month', pauses: 'pause' },
  ...{ joinedOn: 'joining', leftOn: 'leaving', acceptsAutomatically: 'accepting without being asked' },
  ...{ excludedTeams: 'teams they are too close to', knownFamilies: 'a family they may know' },
  ...{ facilitatedBefore: 'last session before the pool was kept here', declared: 'declared availability' },
};

export function declaredProblemInWords({ field, fault }: DeclaredProblem): string {
  const where = placeInWords(field);
  switch (fault) {
    case 'empty':
      return `${where}: enter both a beginning and an end.`;
    case 'not-a-time':
      return `${where}: enter a time such as 09:30.`;
    case 'not-a-date':
      return `${where}: enter a day of the calendar.`;
    case 'ends-too-soon':
      return `${where}: the end must come after the beginning.`;
    case 'overlaps':
      return `${where}: these hours overlap the others of that day.`;
    case 'twice':
      return `${where}: that day is in the list already.`;
  }
}

function placeInWords(field: string): string {
  const [group = '', n] = field.split('-');
  if (group === 'exception') return `Day ${Number(n) + 1} with other hours`;
  if (group === 'leave') return `Leave ${Number(n) + 1}`;
  return group.charAt(0).toUpperCase() + group.slice(1);
}
