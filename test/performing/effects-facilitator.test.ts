/** What is done about a facilitator besides arranging a session: reminded, and remembered as knowing a family. */
import type { Effect, Request } from '../../src/domain/request';
import { aFacilitator, aRequest, askedAt } from '../builders';
import { useEffectsDesk } from './effects-desk';
import { putFacilitator } from '../put-facilitator';
import { facilitators } from '../sandbox/people';

const { desk } = useEffectsDesk();
const [fay] = facilitators;
const ID = '5e550000-0000-4000-8000-000000000001';

describe('A facilitator who knows the family', () => {
  it('is remembered in the pool, and forgotten by nobody who repeats it', async () => {
    const here = desk();
    await putFacilitator(here.pool, aFacilitator());
    const note: Effect = { kind: 'note-family', facilitator: fay.id };
    for (let n = 0; n < 2; n += 1)
      expect(await here.perform(aRequest.submitted(), note)).toEqual({ done: true });
    expect((await here.pool.find(fay.id))!.facilitator.knownFamilies).toEqual([ID]);
    expect(await here.pool.history(fay.id)).toMatchObject([{}, { by: 'system', changed: ['knownFamilies'] }]);
  });

  it('may have left the pool for good meanwhile', async () => {
    expect(await desk().perform(aRequest.submitted(), { kind: 'note-family', facilitator: fay.id })).toEqual({
      done: true,
    });
  });
});

describe('Reminding the facilitator', () => {
  const called: string[] = [];
  const messenger = {
    show: async () => 'nowhere' as const,
    call: async (_request: Request, { kind }: { readonly kind: string }) => {
      called.push(kind);
      return 'shown' as const;
    },
  };
  it.each([
    ['in time', 0, ['facilitator']],
    ['a little late', 3, ['facilitator']],
    ['not a day after, when something was down', 5, []],
  ])('is done %s', async (_when, hoursLate, expected) => {
    called.length = 0;
    const at = askedAt - hoursLate * 3_600_000;
    await desk({ messenger }).perform(aRequest.offered(), { kind: 'remind-facilitator', attempt: 1, at });
    expect(called).toEqual(expected);
  });
});
