/** The page by which participants evaluate a session: shown by GET, counted by POST alone, and by nobody's name. */
import { randomBytes } from 'node:crypto';
import { STATEMENTS } from '../../../domain/evaluation';
import { type EvaluationAnswers, readEvaluation } from '../../../domain/evaluation-form';
import type { Instant } from '../../../domain/intervals';
import type { Policy } from '../../../domain/policy';
import type { PageAsked } from '../../../http/page';
import type { Evaluations, TokenState } from '../../../ports/evaluations';
import type { Limits } from '../../../ports/links';
import { faultPage } from '../fault-pages';
import { EVALUATE, EVALUATED } from '../paths';
import { choicesIn, textIn } from '../person/reading';
import type { PlainPage, SeeOther, Shown } from '../plain-page';
import { EVALUATION_TEXTS } from '../../../wording/evaluation';
import { notCountedPage, thanksPage } from './after-answering';
import { evaluationPage } from './evaluation-page';

export interface EvaluatePagesNeeds {
  readonly evaluations: Pick<Evaluations, 'look' | 'answer'>;
  readonly limits: Limits;
  /** An hour, from one network address: of links that open nothing. */
  readonly most: { readonly asksFromOneAddress: number };
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly report: (fault: unknown) => void;
}

const SEAT_BYTES = 32;
const SEAT = /^[\w-]{43}$/;
const ROUTE = `${EVALUATE}/:token`;

export function evaluatePages(needs: EvaluatePagesNeeds): readonly PlainPage[] {
  const { evaluations, limits, most, policy, now, report } = needs;
  return [
    { name: 'evaluated', method: 'get', path: EVALUATED, show: async () => thanksPage(policy) },
    {
      name: 'evaluation',
      method: 'get',
      path: ROUTE,
      async show(asked) {
        const token = tokenOf(asked);
        const state = await evaluations.look(token);
        return state === 'open' ? evaluationPage({ token, seat: newSeat(), now: now() }) : no(state, asked);
      },
    },
    { name: 'evaluation-answer', method: 'post', path: ROUTE, show: answer },
  ];

  async function answer(asked: PageAsked): Promise<Shown | SeeOther> {
    const token = tokenOf(asked);
    const given = asked.form.get('seat') ?? '';
    const seat = SEAT.test(given) ? given : newSeat();
    const filled = filledIn(asked.form);
    const page = { token, seat, now: now(), filled };
    try {
      // 1. Nobody is asked to mend what cannot be counted.
      const state = await evaluations.look(token, seat);
      if (state !== 'open') return await no(state, asked);
      // 2. Nothing of it is kept before it is right.
      const read = readEvaluation(filled, page.now);
      if ('problems' in read) return evaluationPage({ ...page, problems: read.problems });
      // 3. Counted once; what it says then is on a page of its own, so that nobody sends it again by reloading.
      const answered = await evaluations.answer(token, read.evaluation, seat);
      return answered === 'counted' ? { seeOther: EVALUATED } : await no(answered, asked);
    } catch (error) {
      // Storage is out of reach: what was filled in outlives it.
      report(error);
      return evaluationPage({ ...page, notice: EVALUATION_TEXTS.notSaved });
    }
  }

  /** Only what opens nothing is counted, by where it comes from: whoever answers leaves nothing in the limits. */
  async function no(state: Exclude<TokenState, 'open'>, { from }: PageAsked): Promise<Shown> {
    if (state !== 'unknown') return notCountedPage(state, policy);
    const taken = await limits.take({ kind: 'evaluate-from', of: from }, most.asksFromOneAddress);
    return taken === 'within' ? notCountedPage(state, policy) : faultPage(429, policy);
  }
}

function tokenOf({ params }: PageAsked): string {
  return params['token'] ?? '';
}

/** Not stored before it is used, and then as a hash: it says of nobody who they are. */
function newSeat(): string {
  return randomBytes(SEAT_BYTES).toString('base64url');
}

function filledIn(form: URLSearchParams): EvaluationAnswers {
  return {
    agreement: Object.fromEntries(STATEMENTS.map((statement) => [statement, form.get(statement) ?? ''])),
    also: choicesIn(form, 'also'),
    lesson: textIn(form, 'lesson'),
    notNames: textIn(form, 'notNames').slice(0, 20),
  };
}
