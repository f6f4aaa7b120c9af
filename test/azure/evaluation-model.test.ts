/** Random askings, answers, closings and droppings, held against a model that is written from the contract in words. */
import fc from 'fast-check';
import { createEvaluations } from '../../src/azure/evaluation-table';
import { answerKey } from '../../src/domain/evaluation';
import type { Evaluations, TokenState } from '../../src/ports/evaluations';
import { at } from '../builders';
import { createMemoryEvaluations } from '../memory/evaluations';
import { evaluationNumber } from '../some-evaluation';
import { freshStorage, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const NOW = at('2026-12-08T11:30');
const ENDS = NOW + 1_000;
const ID = 'abcdefghjkmnpqrstvwxyz0123';
const INVITED = 3;

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('ticket'), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('shared'), who: fc.nat(3) }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('answer'), who: fc.nat(12) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constantFrom('open', 'close', 'drop', 'later', 'end'), who: fc.nat(3) }),
  },
);

/** A token somebody holds, of one person or with a seat, and of which opening of the session. */
interface Held {
  readonly token: string;
  readonly of: number | 'shared';
  readonly opening: number;
}

class Model {
  /** @param mostTokens of a person: their last ones are good */
  constructor(readonly mostTokens: number) {}
  is: 'absent' | 'open' | 'closed' = 'absent';
  opening = 0;
  closesAt = 0;
  answered = new Set<string>();
  counted: number[] = [];

  open(closesAt: number): void {
    if (this.is === 'open') this.closesAt = Math.max(this.closesAt, closesAt);
    if (this.is !== 'absent') return;
    Object.assign(this, { is: 'open', closesAt, answered: new Set(), counted: [] });
    this.opening += 1;
  }

  /** `newer`: how many the same person was given after it. */
  state(now: number, { of, opening }: Held, who: number, newer: number): TokenState {
    if (this.is === 'absent') return 'unknown';
    if (this.is === 'closed' || now >= this.closesAt) return 'over';
    if (opening !== this.opening || (of !== 'shared' && newer >= this.mostTokens)) return 'unknown';
    if (this.answered.has(of === 'shared' ? `seat ${who}` : `person ${of}`)) return 'answered';
    return of === 'shared' && this.counted.length >= INVITED ? 'full' : 'open';
  }

  canAsk(now: number, who?: number): boolean {
    if (this.is !== 'open' || now >= this.closesAt) return false;
    return who === undefined ? this.counted.length < INVITED : !this.answered.has(`person ${who}`);
  }
}

/** The real one, and the one that stands in for it: both are held to the same. */
const KINDS = {
  async table(now: () => number): Promise<Evaluations> {
    const storage = freshStorage(embedded.connectionString);
    await storage.evaluations.createTable();
    return createEvaluations({ evaluations: storage.evaluations, now });
  },
  memory: async (now: () => number): Promise<Evaluations> => createMemoryEvaluations({ now }),
};

it.each([
  ['table', 60, 6],
  // It gives out so few that it never forgets one.
  ['memory', 300, Infinity],
] as const)(
  'whatever is done one after the other, it answers as the contract says: %s',
  async (kind, numRuns, mostTokens) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 18 }), async (steps) => {
        const clock = { now: NOW };
        const evaluations = await KINDS[kind](() => clock.now);
        const model = new Model(mostTokens);
        const held: Held[] = [];
        await open(evaluations, model, ENDS);
        for (const [n, { act, who }] of steps.entries()) {
          if (act === 'open') await open(evaluations, model, ENDS - 1);
          if (act === 'later') await open(evaluations, model, ENDS + 1_000);
          if (act === 'end') clock.now = ENDS;
          if (act === 'close') {
            await evaluations.close(ID);
            if (model.is === 'open') model.is = 'closed';
          }
          if (act === 'drop') {
            await evaluations.drop(ID);
            model.is = 'absent';
          }
          if (act === 'ticket' || act === 'shared') {
            const isTicket = act === 'ticket';
            const token = await (isTicket
              ? evaluations.ticket(ID, `person${who}@agency.example`)
              : evaluations.shared(ID));
            expect(token !== undefined).toBe(model.canAsk(clock.now, isTicket ? who : undefined));
            if (token) held.push({ token, of: isTicket ? who : 'shared', opening: model.opening });
          }
          const which = who % Math.max(held.length, 1);
          const one = held[which];
          if (act !== 'answer' || !one) continue;
          const newer = held
            .slice(which + 1)
            .filter(({ of, opening }) => of === one.of && opening === one.opening);
          const seat = String(who).padStart(43, 'A');
          const state = model.state(clock.now, one, who, newer.length);
          expect(await evaluations.look(one.token, seat)).toBe(state);
          expect(await evaluations.answer(one.token, evaluationNumber(n), seat)).toBe(
            state === 'open' ? 'counted' : state,
          );
          if (state !== 'open') continue;
          model.answered.add(one.of === 'shared' ? `seat ${who}` : `person ${one.of}`);
          model.counted.push(n);
        }
        const collected = await evaluations.collected(ID);
        expect(collected === undefined).toBe(model.is === 'absent');
        if (collected)
          expect(collected.answers.map(answerKey)).toEqual(
            model.counted.map((n) => answerKey(evaluationNumber(n))).sort(),
          );
      }),
      { numRuns },
    );
  },
  60_000,
);

async function open(evaluations: Evaluations, model: Model, closesAt: number): Promise<void> {
  await evaluations.open({ requestId: ID, quarter: '2026-Q4', invited: INVITED, closesAt });
  model.open(closesAt);
}
