/** Sentences about what is entered of a facilitator, on a page or in a file. */
import { teamLabel } from '../../../domain/agencies';
import type { FacilitatorAnswers, FacilitatorProblem } from '../../../domain/facilitator-form';
import { FACILITATOR_LIMITS } from '../../../domain/facilitator-form-check';
import type { Policy } from '../../../domain/policy';
import { dateInWords } from '../../../wording/when';

type Field = FacilitatorProblem['field'];

/** Beside a field of a page and above a column of a file, in the order of both. */
export const FIELD_NAMES: Record<keyof FacilitatorAnswers, string> = {
  name: 'Name',
  mail: 'E-mail',
  team: 'Team',
  trainedOn: 'Trained on',
  trainedUntil: 'Training valid until',
  refresherOn: 'Last refresher',
  supervisedOn: "Last facilitators' supervision",
  localities: 'Localities',
  weight: 'Weight',
  sessionsPerMonth: 'Sessions a month at most',
  joinedOn: 'In the pool since',
  facilitatedBefore: 'Last facilitated before',
  accepts: 'Accepts',
  excludedTeams: 'Too close to these teams',
};

type Sentence = (problem: Required<FacilitatorProblem>, policy: Policy) => string;

/** Each names the field, because it may stand in a list far from it. */
const FAULTS: Record<FacilitatorProblem['fault'], Sentence> = {
  empty: ({ field }) => `${quoted(field)} is empty: fill it in.`,
  'too-long': ({ field, allowed }) => `${quoted(field)} is too long: use at most ${allowed} characters.`,
  garbled: ({ field }) =>
    `${quoted(field)} has lost a letter on its way, where you see �: type it again, or save the file as “CSV UTF-8”.`,
  'bad-mail': ({ field }) => `${quoted(field)} needs one full address, such as name@example.org.`,
  'not-a-date': ({ field }) =>
    `${quoted(field)} needs a day of the calendar, such as 16/03/2026 or 2026-03-16; or leave it empty.`,
  'in-the-future': ({ field, allowed }) =>
    `${quoted(field)} lies in the future: give ${dateInWords(allowed)} or an earlier day.`,
  'before-training': ({ field, allowed }, { trainingValidMonths }) =>
    `${quoted(field)} is before the training: give ${dateInWords(allowed)} or a later day, or leave it empty for ${trainingValidMonths} months from then.`,
  'not-in-list': ({ field, allowed }, policy) =>
    `“${allowed}” is not in the list for ${quoted(field)}: ${listInWords(field, policy)}`,
  'not-a-number': ({ field }, policy) => `${quoted(field)} needs ${numberInWords(field, policy)}`,
  'too-small': ({ field }, policy) => `${quoted(field)} is too small: give ${numberInWords(field, policy)}`,
  'too-large': ({ field }, policy) => `${quoted(field)} is too large: give ${numberInWords(field, policy)}`,
  taken: ({ field }) =>
    `${quoted(field)} is the address of somebody in the pool already: change what is known of them, or give another.`,
};

/** One sentence that says which field, what is wrong and what to do; for beside the field and for the list at the top. */
export function problemInWords(problem: FacilitatorProblem, policy: Policy): string {
  return FAULTS[problem.fault]({ allowed: '', ...problem }, policy);
}

function quoted(field: Field): string {
  return `“${FIELD_NAMES[field]}”`;
}

function listInWords(field: Field, { agencies, localities }: Policy): string {
  if (field === 'localities') return `choose from ${localities.map(({ name }) => name).join(', ')}.`;
  if (field === 'accepts') return 'write “asked” or “automatically”.';
  const example = teamLabel(agencies, agencies[0]?.teams[0]?.code ?? '');
  return `write agency and team, such as “${example}”.`;
}

function numberInWords(field: Field, { sessionsPerMonth }: Policy): string {
  const { leastWeight, mostWeight, mostSessionsPerMonth } = FACILITATOR_LIMITS;
  return field === 'weight'
    ? `a number from ${leastWeight} to ${mostWeight}; or leave it empty for 1.`
    : `a whole number from 0 to ${mostSessionsPerMonth}; or leave it empty for ${sessionsPerMonth}.`;
}
