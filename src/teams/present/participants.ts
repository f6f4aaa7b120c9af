/** The dialog in which other people are proposed: those who take part to tick, and room for those to be added. */
import { teamLabel } from '../../domain/agencies';
import { LIMITS, type ParticipantAnswer } from '../../domain/form';
import type { AnyField, FormField, FormProblem } from '../../domain/form-fields';
import type { Instant } from '../../domain/intervals';
import { plainMail } from '../../domain/mail-address';
import type { Policy } from '../../domain/policy';
import { isProposable, type ProposalAnswers, proposalMark } from '../../domain/proposal';
import { referenceOf, type Request } from '../../domain/request';
import type { Choice, Line } from '../card-data';
import type { AddingPeople, FormPart } from '../asking/form-cards';
import { ENTRY_ROWS } from '../../domain/form-draft';
import { inChoice } from '../../wording/typed-text';
import { CHOSEN_TEXTS } from '../../wording/form';
import { problemWithPerson, proposalHint, PROPOSING } from '../../wording/proposing';
import { choiceStyle, teamChoices } from './form-part';
import { nameQuestion } from './note';

export interface ParticipantsCard extends AddingPeople, Pick<FormPart, 'hasNameQuestion' | 'nameQuestion'> {
  readonly reference: string;
  readonly request: string;
  readonly hasNotice: boolean;
  readonly notice: string;
  readonly intro: string;
  readonly hint: string;
  readonly hasProblems: boolean;
  readonly problemsHeading: string;
  readonly problems: readonly Line[];
  readonly standing: readonly Choice[];
  readonly removed: string;
}

export interface ParticipantsView {
  readonly answers?: ProposalAnswers;
  readonly problems?: readonly FormProblem<AnyField>[];
  /** Why it could not be sent although it may be right. */
  readonly notice?: string;
}

const NOTHING: ProposalAnswers = { removed: [], added: [], notNames: '' };
const EMPTY_ROW: ParticipantAnswer = { name: '', mail: '', team: '' };

export function presentParticipants(
  request: Request,
  { answers = NOTHING, problems = [], notice = waiting(request) }: ParticipantsView,
  now: Instant,
  policy: Policy,
): ParticipantsCard {
  const { id, ask } = request;
  const typedIn = answers.added.filter((each) => each.id === undefined);
  const picked = answers.added.filter((each) => each.id !== undefined);
  const chosenTeam = picked[0]?.team ?? '';
  return {
    reference: referenceOf(id),
    request: id,
    hasNotice: notice !== '',
    notice,
    intro: PROPOSING.intro,
    hint: proposalHint(policy),
    hasProblems: problems.length > 0,
    problemsHeading: PROPOSING.notSent,
    problems: inWords(problems.filter(isOfPeople), typedIn.length).map((text) => ({ text })),
    standing: ask.participants.map(({ name, mail, team }) => ({
      title: `${inChoice(name)} · ${teamLabel(policy.agencies, team)}`,
      value: plainMail(mail),
    })),
    removed: answers.removed.join(','),
    chosen: picked.flatMap((each) => each.id ?? []).join(','),
    chosenTeam,
    chosenTeamStyle: choiceStyle(chosenTeam),
    teams: teamChoices(policy),
    longest: { name: LIMITS.name, mail: LIMITS.mail },
    rows: ENTRY_ROWS.map((row) => {
      const { name, mail, team } = typedIn[row] ?? EMPTY_ROW;
      return { row, number: row + 1, name, mail, team, teamStyle: choiceStyle(team) };
    }),
    ...nameQuestion(proposalMark(answers, now), answers.notNames, problems),
  };
}

function waiting(request: Request): string {
  return isProposable(request) && request.proposal ? PROPOSING.waiting : '';
}

/** Of those chosen by name only their agency and team can be wrong, and once for all of them. */
function inWords(problems: readonly FormProblem[], typedIn: number): string[] {
  const isPicked = ({ entry = -1 }: FormProblem): boolean => entry >= typedIn;
  const [twice, others] = [true, false].map((is) =>
    problems.filter((each) => isPicked(each) && (each.fault === 'twice') === is),
  );
  return [
    ...problems.filter((each) => !isPicked(each)).map(problemWithPerson),
    ...(twice && twice.length > 0 ? [`${CHOSEN_TEXTS.heading}: ${PROPOSING.chosenTwice}`] : []),
    ...(others && others.length > 0 ? [`${CHOSEN_TEXTS.heading}: ${CHOSEN_TEXTS.teamMissing}`] : []),
  ];
}

function isOfPeople(problem: FormProblem<AnyField>): problem is FormProblem<FormField> {
  return problem.field === 'participants';
}
