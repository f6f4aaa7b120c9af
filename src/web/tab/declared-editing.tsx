/** The page on which somebody's hours are declared: a week, days that differ, leave. */
import { localDate, WEEKDAYS } from '../../domain/calendar';
import type { Hours } from '../../domain/declared';
import { answersOfDeclared, checkDeclared, type DeclaredAnswers, fieldOf } from '../../domain/declared-form';
import type { PoolKeeping } from '../../pool-keeping';
import type { Pool } from '../../ports/pool';
import { declaredForm, SPANS } from './declared-form';
import type { ShowFacilitator } from './facilitator-page';
import { notFound } from './not-found';
import type { Asked, Shown, TabPage } from './page';
import { LIST } from './paths';
import { declaredProblemInWords } from './wording/forms';
import { doneWords } from './wording/one-facilitator';

export interface DeclaringNeeds {
  readonly pool: Pick<Pool, 'find'>;
  readonly poolKeeping: Pick<PoolKeeping, 'declare'>;
  readonly show: ShowFacilitator;
}

/** More lines are not read: nobody has so many. */
const MOST_LINES = 100;

export function declaredEditing(needs: DeclaringNeeds): readonly TabPage[] {
  const path = `${LIST}/:id/hours`;
  return [
    {
      name: 'tab-facilitator-hours',
      method: 'get',
      path,
      async show({ params, now }) {
        const found = await needs.pool.find(params['id'] ?? '');
        if (!found) return notFound();
        return declaredForm(
          found.facilitator,
          answersOfDeclared(found.facilitator.declared),
          [],
          localDate(now),
        );
      },
    },
    { name: 'tab-facilitator-declare', method: 'post', path, show: (asked) => declare(asked, needs) },
  ];
}

async function declare(asked: Asked, { pool, poolKeeping, show }: DeclaringNeeds): Promise<Shown> {
  const { params, form, now, by } = asked;
  const found = await pool.find(params['id'] ?? '');
  if (!found) return notFound();
  const { facilitator } = found;
  const answers = answersFrom(form);
  const checked = checkDeclared(answers, localDate(now));
  if ('problems' in checked) {
    const wrong = checked.problems.map((each) => ({ field: each.field, text: declaredProblemInWords(each) }));
    return declaredForm(facilitator, answers, wrong, localDate(now));
  }
  const kept = await poolKeeping.declare(facilitator.id, checked.declared, by);
  return kept.saved ? show(facilitator.id, asked, { heading: doneWords.hours, kept }) : notFound();
}

function answersFrom(form: URLSearchParams): DeclaredAnswers {
  const typed = (...field: Parameters<typeof fieldOf>) => form.get(fieldOf(...field)) ?? '';
  const hours = (group: Parameters<typeof fieldOf>[0]): readonly Hours[] =>
    Array.from({ length: SPANS }, (_, n) => ({
      start: typed(group, n, 'start'),
      end: typed(group, n, 'end'),
    }));
  const lines = (kind: 'exception' | 'leave', first: string) =>
    Array.from({ length: MOST_LINES }, (_, n) => n).filter((n) => form.has(fieldOf(`${kind}-${n}`, first)));
  return {
    week: Object.fromEntries(WEEKDAYS.map((day) => [day, hours(day)])) as DeclaredAnswers['week'],
    exceptions: lines('exception', 'date')
      .map((n) => ({ date: typed(`exception-${n}`, 'date'), hours: hours(`exception-${n}`) }))
      .filter(({ date, hours: own }) => date || own.some(({ start, end }) => start || end)),
    leave: lines('leave', 'from')
      .map((n) => ({ from: typed(`leave-${n}`, 'from'), until: typed(`leave-${n}`, 'until') }))
      .filter(({ from, until }) => from || until),
  };
}
