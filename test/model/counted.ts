/** What is wrong with what monitoring counts: every request once when it has closed, and its evaluation closed with it. */
import type { Request } from '../../src/domain/request';
import type { Town } from './town';

export async function wrongCounts({ table, figures, evaluations }: Town): Promise<string[]> {
  const closed = table.all().filter(({ state }) => state === 'closed');
  const months = await figures.monthsOfFacts();
  const facts = (await Promise.all(months.map((month) => figures.facts(month)))).flat();
  const counted = new Set(facts.map(({ id }) => id));
  const asked = await Promise.all(
    months.map(async (month) => (await figures.summary(month))?.summary.requests ?? 0),
  );
  const total = asked.reduce((sum, each) => sum + each, 0);
  return [
    ...closed.filter(({ id }) => !counted.has(id)).map(({ id }) => `${id} has closed and is not counted`),
    ...[...counted]
      .filter((id) => !closed.some((each) => each.id === id))
      .map((id) => `${id} is counted and has not closed`),
    ...(total === closed.length ? [] : [`${total} requests are counted, and ${closed.length} have closed`]),
    ...table.all().flatMap((request) => wrongEvaluation(request, evaluations.sessions.get(request.id))),
  ];
}

/** Open as long as the session can be evaluated, and gone where it did not take place. */
function wrongEvaluation(
  { id, state, ...request }: Request,
  session: { readonly isClosed: boolean } | undefined,
): string[] {
  const isCompleted = 'outcome' in request && request.outcome.kind === 'completed';
  if (state === 'held' && session?.isClosed) return [`${id} can be evaluated, and its evaluation is closed`];
  if (isCompleted && session && !session.isClosed) return [`${id} is completed, and its evaluation is open`];
  return state === 'closed' && !isCompleted && session ? [`${id} was not held, and has an evaluation`] : [];
}
