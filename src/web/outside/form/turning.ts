/** What pressing a button of the form does: on, back, to a step, one person more or less; and what has to be changed first. */
import { LIMITS, yearOf } from '../../../domain/form';
import { problemsOf, withDatesSuggested } from '../../../domain/form-draft';
import { type FormField, type FormProblem, text } from '../../../domain/form-fields';
import { identifierProblems } from '../../../domain/form-identifiers';
import { filled, type FormSetting, type Step, STEPS, type TypedForm } from './typed-form';

export type Problem = FormProblem<FormField | 'name'>;

export interface Turned {
  readonly typed: TypedForm;
  readonly problems: readonly Problem[];
  /** It is to be sent, and nothing is wrong with it. */
  readonly isReady: boolean;
}

/** In the order of the pages, and of what is on them. */
const STEP_OF: Record<FormField | 'name', Step> = {
  name: 'about',
  team: 'about',
  phone: 'about',
  colleague: 'about',
  caseReference: 'about',
  reason: 'about',
  familyTold: 'about',
  otherNeeds: 'about',
  place: 'when',
  venue: 'when',
  locality: 'when',
  earliest: 'when',
  latest: 'when',
  days: 'when',
  times: 'when',
  schoolsAgree: 'when',
  arrangements: 'when',
  participants: 'who',
};

export function stepOf(field: Problem['field']): Step {
  return STEP_OF[field];
}

/** @param go what the button says: `next`, `back`, `add`, `send`, `remove-{row}`, `drop-{id}`, or a step */
export function turn(typed: TypedForm, go: string, setting: FormSetting): Turned {
  const step = STEPS.find((each) => each === go);
  if (step) return shown({ ...typed, step });
  const [verb, of = ''] = splitAt(go);
  switch (verb) {
    case 'back':
      return shown({ ...typed, step: STEPS[Math.max(STEPS.indexOf(typed.step) - 1, 0)]! });
    case 'add':
      return shown({ ...typed, rows: [...filled(typed.rows), EMPTY_ROW] });
    case 'remove':
      return shown(
        withRows(
          typed,
          typed.rows.filter((_, n) => String(n) !== of),
        ),
      );
    case 'drop': {
      const added = typed.draft.added.filter(({ id }) => id !== of);
      return shown({ ...typed, draft: { ...typed.draft, added } });
    }
    case 'send': {
      const closed = closedUp(typed);
      return typed.step === 'check'
        ? withProblems(closed, problemsIn(closed, setting))
        : next(closed, setting);
    }
    default:
      return next(closedUp(typed), setting);
  }
}

/** Checks count people, not rows: those left empty between them go, so that each mistake is shown beside its person. */
function closedUp(typed: TypedForm): TypedForm {
  return { ...typed, rows: filled(typed.rows) };
}

/** The step with the first mistake; ready when there is none. */
export function withProblems(typed: TypedForm, problems: readonly Problem[]): Turned {
  const first = inOrder(problems)[0];
  if (!first) return { typed, problems: [], isReady: true };
  const step = STEP_OF[first.field];
  return { typed: { ...typed, step }, problems: upTo(step, problems), isReady: false };
}

function next(typed: TypedForm, setting: FormSetting): Turned {
  const { step } = typed;
  const problems = upTo(step, problemsIn(typed, setting));
  // What could be a name in an earlier step is asked about here: one answer is for all texts of the form.
  const earlier = problems.find((each) => STEP_OF[each.field] !== step && each.fault !== 'likely-identifier');
  if (earlier) return withProblems(typed, problems);
  if (problems.length > 0) return { typed, problems, isReady: false };
  const following = typed.hasBeenChecked ? 'check' : (STEPS[STEPS.indexOf(step) + 1] ?? 'check');
  // The last page is only for what is right as a whole.
  if (following === 'check') {
    const all = withProblems(typed, problemsIn(typed, setting));
    if (!all.isReady) return all;
  }
  const { now, policy } = setting;
  const draft =
    following === 'when' && !typed.draft.changes ? withDatesSuggested(typed.draft, now, policy) : typed.draft;
  return shown({ ...typed, draft, step: following });
}

function shown(typed: TypedForm): Turned {
  const { step } = typed;
  return {
    typed: { ...typed, hasBeenChecked: typed.hasBeenChecked || step === 'check' },
    problems: [],
    isReady: false,
  };
}

function problemsIn({ name, draft }: TypedForm, { asksName, now, policy }: FormSetting): Problem[] {
  return [...(asksName ? nameProblems(name, yearOf(now)) : []), ...problemsOf(draft, now, policy)];
}

/** It is a name: what only could be something else is none of the form's business. */
function nameProblems(name: string, year: number): Problem[] {
  const wrong = text('name', name, LIMITS.name);
  if (wrong.length > 0) return wrong;
  const own = { field: 'name', text: name, of: 'practitioner' } as const;
  return identifierProblems([own], '', year).filter(({ fault }) => fault === 'identifier');
}

/** In the order of the form, those of this step and the ones before. */
function upTo(step: Step, problems: readonly Problem[]): Problem[] {
  return inOrder(problems).filter(({ field }) => STEPS.indexOf(STEP_OF[field]) <= STEPS.indexOf(step));
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const order = Object.keys(STEP_OF);
  return [...problems].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

const EMPTY_ROW = { name: '', mail: '', team: '' };

function withRows(typed: TypedForm, rows: TypedForm['rows']): TypedForm {
  return { ...typed, rows, draft: { ...typed.draft, rows: filled(rows) } };
}

function splitAt(go: string): readonly [string, string?] {
  const at = go.indexOf('-');
  return at < 0 ? [go] : [go.slice(0, at), go.slice(at + 1)];
}
