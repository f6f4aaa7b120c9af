/** Changing what is entered about a facilitator; whoever was slower sees what the other saved, and loses nothing typed. */
import type { FacilitatorAnswers } from '../../domain/facilitator-form';
import { answersOf, checkFacilitator } from '../../domain/facilitator-form-check';
import type { Policy } from '../../domain/policy';
import type { PoolKeeping } from '../../pool-keeping';
import type { LoadedFacilitator, Pool } from '../../ports/pool';
import { wrongOf } from './facilitator-adding';
import { answersFrom } from './facilitator-answers';
import { FacilitatorForm } from './facilitator-form';
import type { ShowFacilitator } from './facilitator-page';
import { Banner, Summary, type Wrong } from './fields';
import type { Asked, Shown, TabPage } from './page';
import { facilitatorPath, LIST } from './paths';
import { notFound } from './not-found';
import { answerInWords } from './wording/answers';
import { fieldNames } from './wording/forms';
import { changeWords, doneWords } from './wording/one-facilitator';

export interface ChangingNeeds {
  readonly pool: Pick<Pool, 'all' | 'find'>;
  readonly poolKeeping: Pick<PoolKeeping, 'change'>;
  readonly policy: Policy;
  readonly show: ShowFacilitator;
}

export function facilitatorChanging(needs: ChangingNeeds): readonly TabPage[] {
  const { pool, policy } = needs;
  const path = `${LIST}/:id/change`;
  return [
    {
      name: 'tab-facilitator-change',
      method: 'get',
      path,
      async show({ params }) {
        const was = await pool.find(params['id'] ?? '');
        return was ? form(was, answersOf(was.facilitator), [], policy) : notFound();
      },
    },
    { name: 'tab-facilitator-changed', method: 'post', path, show: (asked) => change(asked, needs) },
  ];
}

async function change(asked: Asked, { pool, poolKeeping, policy, show }: ChangingNeeds): Promise<Shown> {
  const id = asked.params['id'] ?? '';
  const was = await pool.find(id);
  if (!was) return notFound();
  const answers = answersFrom(asked.form);
  // 1. What was being looked at must still be what is there.
  if (asked.form.get('version') !== was.version) return conflict(was, answers, policy);
  // 2. Everything that is wrong, at once.
  const others = (await pool.all()).map(({ facilitator }) => facilitator).filter((each) => each.id !== id);
  const checked = checkFacilitator(answers, others, asked.now, policy);
  if ('problems' in checked) return form(was, answers, wrongOf(checked.problems), policy);
  // 3. Saved, unless somebody was faster after all.
  const kept = await poolKeeping.change(was, checked.draft, asked.by);
  if (kept.saved) return show(id, asked, { heading: doneWords.changed, kept });
  if (kept.why === 'taken') return form(was, answers, wrongOf([{ field: 'mail', fault: 'taken' }]), policy);
  const now = await pool.find(id);
  return now ? conflict(now, answers, policy) : notFound();
}

function conflict(now: LoadedFacilitator, typed: FacilitatorAnswers, policy: Policy): Shown {
  const theirs = answersOf(now.facilitator);
  const names = Object.keys(fieldNames) as readonly (keyof FacilitatorAnswers)[];
  const differing = names.filter(
    (name) => answerInWords(name, theirs, policy) !== answerInWords(name, typed, policy),
  );
  const banner = (
    <Banner kind="warning" heading={changeWords.conflict} focus>
      <p>{changeWords.conflictText}</p>
      <ul>
        {differing.map((name) => (
          <li key={name}>
            <a href={`#${name}`} hx-boost="false">
              {fieldNames[name]}
            </a>
            {`: ${changeWords.theirs} ${answerInWords(name, theirs, policy)}`}
          </li>
        ))}
      </ul>
    </Banner>
  );
  return { ...form(now, typed, [], policy, banner), status: 409 };
}

function form(
  was: LoadedFacilitator,
  answers: FacilitatorAnswers,
  wrong: readonly Wrong[],
  policy: Policy,
  banner = <Summary wrong={wrong} />,
): Shown {
  const { id, name } = was.facilitator;
  const title = changeWords.title(name);
  return {
    title,
    section: 'facilitators',
    status: wrong.length > 0 ? 422 : 200,
    content: (
      <>
        <h1 tabindex={-1}>{title}</h1>
        {banner}
        <FacilitatorForm
          answers={answers}
          wrong={wrong}
          policy={policy}
          action={facilitatorPath(id, 'change')}
          back={facilitatorPath(id)}
          version={was.version}
        />
      </>
    ),
  };
}
