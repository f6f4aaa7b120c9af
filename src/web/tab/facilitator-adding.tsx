/** Adding somebody to the pool. */
import type { FacilitatorAnswers, FacilitatorProblem } from '../../domain/facilitator-form';
import { checkFacilitator } from '../../domain/facilitator-form-check';
import type { Policy } from '../../domain/policy';
import type { PoolKeeping } from '../../pool-keeping';
import type { Pool } from '../../ports/pool';
import { answersFrom, NO_ANSWERS } from './facilitator-answers';
import { FacilitatorForm } from './facilitator-form';
import type { ShowFacilitator } from './facilitator-page';
import { Summary, type Wrong } from './fields';
import type { Shown, TabPage } from './page';
import { LIST } from './paths';
import { problemInWords } from './wording/forms';
import { addWords, doneWords } from './wording/one-facilitator';

export interface AddingNeeds {
  readonly pool: Pick<Pool, 'all'>;
  readonly poolKeeping: Pick<PoolKeeping, 'add'>;
  readonly policy: Policy;
  readonly show: ShowFacilitator;
}

export function facilitatorAdding({ pool, poolKeeping, policy, show }: AddingNeeds): readonly TabPage[] {
  const path = `${LIST}/new`;
  return [
    { name: 'tab-facilitator-new', method: 'get', path, show: async () => form(NO_ANSWERS, [], policy) },
    {
      name: 'tab-facilitator-add',
      method: 'post',
      path,
      async show(asked) {
        const answers = answersFrom(asked.form);
        const others = (await pool.all()).map(({ facilitator }) => facilitator);
        const checked = checkFacilitator(answers, others, asked.now, policy);
        if ('problems' in checked) return form(answers, wrongOf(checked.problems), policy);
        const kept = await poolKeeping.add(checked.draft, asked.by);
        if (kept.saved) return show(kept.facilitator.id, asked, { heading: doneWords.added, kept });
        // Somebody else added them in the same moment.
        return form(answers, wrongOf([{ field: 'mail', fault: 'taken' }]), policy);
      },
    },
  ];
}

/** Problems as they stand beside the fields. */
export function wrongOf(problems: readonly FacilitatorProblem[]): readonly Wrong[] {
  return problems.map((problem) => ({ field: problem.field, text: problemInWords(problem) }));
}

function form(answers: FacilitatorAnswers, wrong: readonly Wrong[], policy: Policy): Shown {
  return {
    title: addWords.title,
    section: 'facilitators',
    status: wrong.length > 0 ? 422 : 200,
    content: (
      <>
        <h1 tabindex={-1}>{addWords.title}</h1>
        <Summary wrong={wrong} />
        <FacilitatorForm answers={answers} wrong={wrong} policy={policy} action={`${LIST}/new`} back={LIST} />
      </>
    ),
  };
}
