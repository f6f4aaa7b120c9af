/** The dialog in which a coordinator completes or changes a request, with what was typed in it. */
import { teamLabel } from '../../domain/agencies';
import { minutesOf, schoolTakesPart, teamsOf } from '../../domain/ask';
import { firstDayWithNotice } from '../../domain/calendar';
import { type EditAnswers, editMark, lengthsOf, type NamingAnswer } from '../../domain/edit';
import { LIMITS } from '../../domain/form';
import type { AnyField, FormField, FormProblem } from '../../domain/form-fields';
import type { Instant } from '../../domain/intervals';
import type { Contact } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { referenceOf, type Request } from '../../domain/request';
import type { CardData, Choice, Line } from '../card-data';
import { MOST_INTERPRETERS, MOST_NAMED } from '../coordinating/looking-after-answers';
import { isolated } from '../../wording/typed-text';
import { editProblem, editProblemWithField, lengthInWords } from '../wording/editing';
import { datesHint, FIELD_NAMES } from '../../wording/form';
import { CARE, COMPLETING } from '../wording/looking-after';
import { dates, wrongFields } from './form';
import { nameQuestion, type NoteCard } from './note';
import { localityChoice } from '../../present/place';
import { schoolsQuestion, type SchoolsQuestion } from '../../present/schools';

interface Row {
  readonly row: number;
  readonly name: string;
  readonly mail: string;
  readonly hasProblem: boolean;
  readonly problem: string;
}

export interface EditCard extends Pick<NoteCard, 'hasNameQuestion' | 'nameQuestion'>, SchoolsQuestion {
  readonly reference: string;
  readonly request: string;
  readonly basedOn: number;
  readonly hasNotice: boolean;
  readonly notice: string;
  readonly hasProblems: boolean;
  readonly problemsHeading: string;
  readonly problems: readonly Line[];
  readonly wrong: CardData['form']['wrong'];
  readonly hasNamed: boolean;
  readonly named: readonly (Row & { readonly role: string; readonly dropped: 'true' | 'false' })[];
  readonly hasMoreToName: boolean;
  readonly moreToName: string;
  readonly interpreters: readonly (Row & { readonly number: number })[];
  readonly longest: { readonly venue: number; readonly name: number; readonly mail: number };
  readonly datesHint: string;
  readonly dates: CardData['form']['dates'];
  readonly earliest: string;
  readonly latest: string;
  readonly days: string;
  readonly times: string;
  readonly place: string;
  readonly venue: string;
  readonly locality: string;
  readonly localities: readonly Choice[];
  readonly minutes: string;
  readonly lengths: readonly Choice[];
  readonly arrangements: string;
}

export interface EditView {
  readonly answers?: EditAnswers;
  readonly problems?: readonly FormProblem<AnyField>[];
  /** What happened meanwhile, or why it could not be saved. */
  readonly notice?: string;
}

export function presentEdit(
  request: Request,
  { notice = '', ...view }: EditView,
  now: Instant,
  policy: Policy,
): EditCard {
  const { requester, ask } = request;
  const { answers = asItStands(request, policy) } = view;
  const { toBeNamed = [], schoolsAgree: agreed = false } = ask;
  const hasSchool = schoolTakesPart(teamsOf(requester, ask), policy);
  const problems = inOrderOfTheCard(view.problems ?? []);
  const { named, interpreters, days, times, arrangements, notNames, ...typed } = answers;
  const { earliest, latest, schoolsAgree = agreed, minutes, place, venue, locality } = typed;
  const lengths = lengthsOf(ask, policy);
  const length = lengths.find((each) => String(each) === minutes) ?? minutesOf(ask, policy);
  const later = Math.max(toBeNamed.length - MOST_NAMED, 0);
  return {
    reference: referenceOf(request.id),
    request: request.id,
    basedOn: request.revision ?? 0,
    hasNotice: notice !== '',
    notice,
    hasProblems: problems.length > 0,
    problemsHeading: COMPLETING.notSaved,
    problems: problems.map((problem) => ({ text: editProblemWithField(problem) })),
    wrong: wrongFields(problems.filter(isOfForm)),
    hasNamed: toBeNamed.length > 0,
    named: toBeNamed.slice(0, MOST_NAMED).map(({ role, team }, row) => ({
      row,
      role: `${isolated(role || CARE.roleUnknown)} · ${teamLabel(policy.agencies, team)}`,
      ...person(named[row]),
      dropped: named[row]?.dropped ? 'true' : 'false',
      ...problemOf('named', row, problems),
    })),
    hasMoreToName: later > 0,
    moreToName: COMPLETING.more(later),
    interpreters: Array.from({ length: MOST_INTERPRETERS }, (_, row) => ({
      row,
      number: row + 1,
      ...person(interpreters[row]),
      ...problemOf('interpreters', row, problems),
    })),
    longest: { venue: LIMITS.venue, name: LIMITS.name, mail: LIMITS.mail },
    datesHint: datesHint(policy, length, firstDayWithNotice(now, policy)),
    dates: dates(now, policy),
    earliest,
    latest,
    days: days.join(','),
    times: times.join(','),
    ...schoolsQuestion('with-school', hasSchool, schoolsAgree, policy),
    minutes,
    lengths: lengths.map((each) => ({
      title: lengthInWords(each, each === policy.sessionMinutes),
      value: String(each),
    })),
    place,
    venue,
    ...localityChoice(locality, policy),
    arrangements: arrangements.join(','),
    ...nameQuestion(editMark(answers, now), notNames, problems),
  };
}

/** The request as a coordinator finds it: everything that can be changed, and nobody named yet. */
function asItStands({ ask }: Request, policy: Policy): EditAnswers {
  const { earliest, latest, days, times, place, arrangements = [], interpreters = [] } = ask;
  return {
    earliest,
    latest,
    days,
    times,
    minutes: String(minutesOf(ask, policy)),
    place: place.kind,
    venue: (place.kind === 'in-person' && place.venue) || '',
    locality: ask.locality ?? '',
    arrangements,
    named: [],
    interpreters,
    notNames: '',
  };
}

function person(given: NamingAnswer | Contact | undefined): Contact {
  return { name: given?.name ?? '', mail: given?.mail ?? '' };
}

function problemOf(
  field: 'named' | 'interpreters',
  entry: number,
  problems: readonly FormProblem<AnyField>[],
): Pick<Row, 'hasProblem' | 'problem'> {
  const found = problems.find((each) => each.field === field && each.entry === entry);
  return { hasProblem: found !== undefined, problem: found ? editProblem(found) : '' };
}

/** The order in which they stand in cards/edit.json. */
const ORDER: readonly AnyField[] = [
  'participants',
  'named',
  'earliest',
  'latest',
  'days',
  'times',
  'schoolsAgree',
  'minutes',
  'place',
  'venue',
  'locality',
  'arrangements',
  'interpreters',
];

function inOrderOfTheCard(problems: readonly FormProblem<AnyField>[]): FormProblem<AnyField>[] {
  return [...problems].sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));
}

function isOfForm(problem: FormProblem<AnyField>): problem is FormProblem<FormField> {
  return problem.field in FIELD_NAMES;
}
