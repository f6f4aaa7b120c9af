/** Whatever fails and whoever dies: of each request each subscriber hears in order, with nothing left out. */
import fc from 'fast-check';
import type { CallMet } from '../../src/domain/delivering';
import { announcement, openDeliveries } from './deliveries';

const MINUTE_MS = 60_000;
const EVENTS = 4;
const LETTERS = ['7', '8', '9'] as const;

type Fate = 'taken' | 'failed' | 'timeout' | 'taken, then we die' | 'we die' | 'taken, answer lost';
const fate = fc.constantFrom<Fate>(
  'taken',
  'taken',
  'failed',
  'timeout',
  'taken, then we die',
  'we die',
  'taken, answer lost',
);

it('tells each subscriber of each request in order, with repeats but without gaps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fate, { maxLength: 60 }),
      fc.shuffledSubarray(
        LETTERS.flatMap((letter) => Array.from({ length: EVENTS }, (_, n) => ({ letter, n }))),
        { minLength: LETTERS.length * EVENTS },
      ),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }),
      async (fates, comings, pauses) => {
        const office = openDeliveries();
        const subscribed = [await office.subscribe(), await office.subscribe()];
        const taken: string[] = [];
        let dead = 0;
        office.answers(({ to, what }, n): CallMet | Promise<CallMet> => {
          const is = fates[n] ?? 'taken';
          if (is.startsWith('taken')) taken.push(`${to} ${what}`);
          if (is.endsWith('we die')) {
            dead += 1;
            return Promise.reject(new Error('killed'));
          }
          if (is === 'taken') return { met: 'delivered' };
          return { met: 'failed', problem: is === 'failed' ? 'status-503' : 'timeout' };
        });
        // Requests come mixed, each in its own order, as the workers' lanes keep it.
        const next: Record<string, number> = {};
        const instances = [office.instance(), office.instance()];
        for (const [turn, { letter }] of comings.entries()) {
          next[letter] = (next[letter] ?? 0) + 1;
          await office.announcing.announce(announcement(next[letter], letter));
          const pause = pauses[turn % pauses.length]!;
          if (pause > 0) await Promise.all(instances.slice(0, pause).map((each) => each.look()));
          office.clock.now += pause * MINUTE_MS;
        }
        for (let turn = 0; turn < 200 && (await office.deliveries.left()).length > 0; turn += 1) {
          await Promise.all(instances.map((each) => each.look()));
          office.clock.now += 10 * MINUTE_MS;
        }
        expect(await office.deliveries.left()).toEqual([]);
        expect(office.log.lines.filter(({ level }) => level === 'error')).toHaveLength(dead);
        for (const { id } of subscribed)
          for (const letter of LETTERS) {
            const heard = taken.filter((each) => each.startsWith(`${id} ${letter}/`));
            const inOrderOfFirst = [...new Set(heard)].map((each) => Number(each.split('/')[1]));
            expect(inOrderOfFirst).toEqual(Array.from({ length: EVENTS }, (_, n) => n + 1));
            // A repeat is of the last that was heard: nothing older comes after something newer.
            const numbers = heard.map((each) => Number(each.split('/')[1]));
            expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
          }
      },
    ),
    { numRuns: Number(process.env['MODEL_RUNS'] ?? 100) },
  );
});
