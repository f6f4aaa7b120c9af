/** Other dates, given by the requester on their own card. */
import type { AnyField, FormProblem } from '../../domain/form-fields';
import { mayActFor, type Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Refusal } from '../../domain/refusal';
import type { Workflow } from '../../workflow';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { presentForRequester } from '../../present/requester';
import { FIELD_NAMES, problemWithField } from '../../wording/form';
import { REFUSALS, TROUBLE } from '../wording/refusals';
import { DATES_NOT_CHANGED } from '../../wording/waiting';

export interface GivingDatesNeeds {
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly policy: Policy;
}

export type GiveDates = (given: Submission<'new-dates'>, by: Person) => Promise<Answer>;

export function createGivingDates({ workflow, policy }: GivingDatesNeeds): GiveDates {
  return async (given, by) => {
    const handled = await workflow.handle(COMMANDS['new-dates'](given, by));
    const { request } = handled;
    const notice = handled.accepted ? undefined : noticeOf(handled.refusal);
    if (!request || !mayActFor(request.requester, by.id)) return refused(notice ?? REFUSALS['not-found']);
    // What was typed stays in the fields, so that only what is wrong has to be changed.
    const view = presentForRequester(
      request,
      policy,
      notice === undefined ? {} : { notice, dates: given.dates },
    );
    return { kind: 'card', card: renderCard('requester', view), otherwise: TROUBLE.privateOnly };
  };
}

function noticeOf({ refused: why, problems }: Refusal): string {
  if (!problems) return REFUSALS[why];
  return [DATES_NOT_CHANGED, ...problems.filter(isOnTheForm).map(problemWithField)].join(' ');
}

/** Dates are fields of the form; others belong to what coordinators write. */
function isOnTheForm(problem: FormProblem<AnyField>): problem is FormProblem {
  return problem.field in FIELD_NAMES;
}
