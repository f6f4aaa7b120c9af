/** What is done on a facilitator's page with one press: pausing, leaving, confirming, and each of them undone. */
import { isLocalDate, localDate } from '../../domain/calendar';
import type { Kept, PoolKeeping } from '../../pool-keeping';
import type { Pool } from '../../ports/pool';
import type { ShowFacilitator } from './facilitator-page';
import { notFound } from './not-found';
import type { Asked, TabPage } from './page';
import { LIST } from './paths';
import { doneWords, pageWords } from './wording/one-facilitator';

export interface StepsNeeds {
  readonly pool: Pick<Pool, 'find'>;
  readonly poolKeeping: Pick<PoolKeeping, 'pause' | 'leave' | 'declare'>;
  readonly show: ShowFacilitator;
}

/** What is wrong with the one field of a step, or what became of it. */
type Stepped = Kept | { readonly field: string; readonly text: string };

export function facilitatorSteps({ pool, poolKeeping, show }: StepsNeeds): readonly TabPage[] {
  return [
    step('pause', doneWords.paused, async (id, { form, by, now }) => {
      const until = form.get('until') ?? '';
      if (!isLocalDate(until)) return { field: 'until', text: pageWords.dayMissing };
      if (until < localDate(now)) return { field: 'until', text: pageWords.dayInPast };
      return poolKeeping.pause(id, until, by);
    }),
    step('resume', doneWords.resumed, (id, { by }) => poolKeeping.pause(id, undefined, by)),
    step('leave', doneWords.leaving, async (id, { form, by }) => {
      const on = form.get('on') ?? '';
      return isLocalDate(on) ? poolKeeping.leave(id, on, by) : { field: 'on', text: pageWords.dayMissing };
    }),
    step('return', doneWords.back, (id, { by }) => poolKeeping.leave(id, undefined, by)),
    step('confirm', doneWords.confirmed, async (id, { by, now }) => {
      const declared = (await pool.find(id))?.facilitator.declared;
      if (!declared) return { saved: false, why: 'not-found' };
      return poolKeeping.declare(id, { ...declared, on: localDate(now) }, by);
    }),
    step('calendar', doneWords.calendar, (id, { by }) => poolKeeping.declare(id, undefined, by)),
  ];

  function step(
    name: string,
    heading: string,
    take: (id: string, asked: Asked) => Promise<Stepped>,
  ): TabPage {
    return {
      name: `tab-facilitator-${name}`,
      method: 'post',
      path: `${LIST}/:id/${name}`,
      async show(asked) {
        const id = asked.params['id'] ?? '';
        const stepped = await take(id, asked);
        if ('field' in stepped) return show(id, asked, undefined, [stepped]);
        return stepped.saved ? show(id, asked, { heading, kept: stepped }) : notFound();
      },
    };
  }
}
