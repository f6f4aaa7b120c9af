/** Asking after a session, by card or by letter, and what becomes of it when the request is closed. */
import { respondentsOf } from '../../src/domain/evaluating';
import type { RequestId } from '../../src/domain/request';
import { createEvaluating } from '../../src/performing/evaluating';
import { createWriting } from '../../src/performing/writing';
import type { AskingEvaluation } from '../../src/ports/asking-evaluation';
import { anAsk, aParticipant, aRequest, aRequester, at, theRequester } from '../builders';
import { createClock, createMemoryDirectory } from '../fakes';
import { createMemoryEvaluations } from '../memory/evaluations';
import { createMemoryMailer } from '../memory/mailer';

const HATTIE = 'hattie@school.example.org';
const held = aRequest.held({
  requester: aRequester({ mail: 'petra@county.example' }),
  ask: anAsk({ participants: [aParticipant({ name: 'Hattie Hazel', mail: HATTIE, team: 'ed-pri' })] }),
});

function aDesk(card?: AskingEvaluation['ask']) {
  const clock = createClock(at('2026-12-08T12:00'));
  const evaluations = createMemoryEvaluations(clock);
  const mailer = createMemoryMailer();
  const kept: RequestId[] = [];
  const shown: string[] = [];
  const evaluating = createEvaluating({
    evaluations,
    ...(card && { askingEvaluation: { ask: card } }),
    facts: { keep: async ({ id }) => void kept.push(id) },
    directory: createMemoryDirectory({
      people: [{ ...theRequester, mail: 'petra@county.example' }],
      coordinators: new Set(),
    }),
    messenger: {
      call: async (_, about) => {
        shown.push(about.kind);
        return 'shown';
      },
    },
    writing: createWriting({ mailer }),
  });
  const [requester, hattie] = respondentsOf(held);
  return { evaluations, evaluating, mailer, kept, shown, requester: requester!, hattie: hattie! };
}

const effect = { kind: 'ask-evaluation', attempt: 1 } as const;

describe('Asking how a session was', () => {
  it('opens its evaluation once, in the quarter it was held in, for those invited', async () => {
    const { evaluating, evaluations, requester, hattie } = aDesk();
    await evaluating.ask(held, { ...effect, to: requester }, 'one');
    await evaluating.ask(held, { ...effect, to: hattie }, 'two');
    expect(await evaluations.collected(held.id)).toEqual({
      invited: held.evaluating!.invited,
      quarter: '2026-Q4',
      answers: [],
      lessons: [],
    });
  });

  it.each([
    ['shown', []],
    ['known', []],
    ['answered', []],
    ['nowhere', ['requester']],
  ] as const)('is by card where Teams reaches them, and by letter else: %s', async (outcome, written) => {
    const asked: unknown[] = [];
    const desk = aDesk(async (_, person, reminder) => {
      asked.push([person, reminder]);
      return outcome;
    });
    await desk.evaluating.ask(held, { ...effect, to: desk.requester, reminder: true }, 'one');
    expect(asked).toEqual([[{ id: theRequester.id, mail: 'petra@county.example' }, true]]);
    expect(desk.mailer.letters.map(({ to }) => to.as)).toEqual(written);
  });

  it('is by letter for whoever has no Teams here, and the reminder is another', async () => {
    const desk = aDesk(async () => 'shown');
    await desk.evaluating.ask(held, { ...effect, to: desk.hattie }, 'one');
    await desk.evaluating.ask(held, { ...effect, to: desk.hattie, reminder: true }, 'two');
    expect(desk.mailer.letters.map(({ to, news }) => [to, news])).toEqual([
      [{ as: 'participant', mail: HATTIE }, 'evaluation'],
      [{ as: 'participant', mail: HATTIE }, 'evaluation-reminder'],
    ]);
  });
});

describe('A request that is closed', () => {
  it('keeps what was answered where its session took place, and takes no more', async () => {
    const { evaluating, evaluations, kept, requester } = aDesk();
    await evaluating.ask(held, { ...effect, to: requester }, 'one');
    const token = (await evaluations.ticket(held.id, HATTIE))!;
    await evaluating.count(aRequest.closed({ id: held.id, outcome: { kind: 'completed' } }));
    expect(await evaluations.look(token)).toBe('over');
    expect(await evaluations.collected(held.id)).toBeDefined();
    expect(kept).toEqual([held.id]);
  });

  it('keeps nothing where it did not', async () => {
    const { evaluating, evaluations, kept, requester } = aDesk();
    await evaluating.ask(held, { ...effect, to: requester }, 'one');
    await evaluating.count(aRequest.closed({ id: held.id, outcome: { kind: 'not-held' } }));
    expect(await evaluations.collected(held.id)).toBeUndefined();
    expect(kept).toEqual([held.id]);
  });
});
