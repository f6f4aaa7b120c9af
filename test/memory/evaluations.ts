/** Evaluations that keep state the way the table does; see fakes.ts. Tokens and seats have their real form. */
import { createHash } from 'node:crypto';
import { answerKey, type Evaluation } from '../../src/domain/evaluation';
import { plainMail } from '../../src/domain/mail-address';
import type { RequestId } from '../../src/domain/request';
import type { Evaluated, Evaluations, TokenState } from '../../src/ports/evaluations';
import { type Clock, overWire, type Wire } from '../fakes';

interface Session extends Evaluated {
  readonly evaluations: Evaluation[];
  readonly isClosed: boolean;
  /** Whose a token is: an address, or `shared`. */
  readonly owners: ReadonlyMap<string, string>;
  /** Who has answered: addresses and seats. */
  readonly answered: ReadonlySet<string>;
}

const SEAT = /^[\w-]{43}$/;

export function createMemoryEvaluations(
  clock: Pick<Clock, 'now'>,
  wire: Wire = { cut: false },
): Evaluations & { readonly sessions: ReadonlyMap<RequestId, Session> } {
  const sessions = new Map<RequestId, Session>();
  let minted = 0;

  const isOpen = ({ isClosed, closesAt }: Session) => !isClosed && clock.now() < closesAt;
  const isFull = ({ evaluations, invited }: Session) => evaluations.length >= invited;

  function mint(id: RequestId, owner: string): string | undefined {
    const session = sessions.get(id);
    if (!session || !isOpen(session) || session.answered.has(owner)) return undefined;
    if (owner === 'shared' && isFull(session)) return undefined;
    const secret = createHash('sha256')
      .update(`evaluation ${(minted += 1)}`)
      .digest('base64url');
    const token = `${id}.${secret}`;
    sessions.set(id, { ...session, owners: new Map([...session.owners, [token, owner]]) });
    return token;
  }

  function stateOf(token: string, seat: string | undefined): TokenState {
    const session = sessions.get(token.split('.')[0]!);
    if (!session || !/\.[\w-]{43}$/.test(token)) return 'unknown';
    if (!isOpen(session)) return 'over';
    const owner = session.owners.get(token);
    if (owner === undefined) return 'unknown';
    const who = owner === 'shared' ? seat : owner;
    if (who !== undefined && session.answered.has(who)) return 'answered';
    return owner === 'shared' && isFull(session) ? 'full' : 'open';
  }

  return {
    sessions,
    async open(evaluated) {
      await overWire(wire);
      const before = sessions.get(evaluated.requestId);
      const fresh = {
        ...evaluated,
        evaluations: [],
        isClosed: false,
        owners: new Map(),
        answered: new Set<string>(),
      };
      if (!before) sessions.set(evaluated.requestId, fresh);
      else if (!before.isClosed && before.closesAt < evaluated.closesAt)
        sessions.set(evaluated.requestId, { ...before, closesAt: evaluated.closesAt });
    },
    async ticket(id, mail) {
      await overWire(wire);
      return mint(id, plainMail(mail));
    },
    async shared(id) {
      await overWire(wire);
      return mint(id, 'shared');
    },
    async look(token, seat) {
      await overWire(wire);
      return stateOf(token, seat);
    },
    async answer(token, evaluation, seat) {
      await overWire(wire);
      const state = stateOf(token, seat);
      if (state !== 'open') return state;
      const session = sessions.get(token.split('.')[0]!)!;
      const owner = session.owners.get(token)!;
      const who = owner === 'shared' ? seat : owner;
      if (who === undefined || (owner === 'shared' && !SEAT.test(who))) return 'unknown';
      sessions.set(session.requestId, {
        ...session,
        evaluations: [...session.evaluations, evaluation],
        answered: new Set([...session.answered, who]),
      });
      return 'counted';
    },
    async collected(id) {
      await overWire(wire);
      const session = sessions.get(id);
      if (!session) return undefined;
      const { invited, quarter, evaluations } = session;
      const answers = evaluations
        .map(({ lesson: _apart, ...answer }) => answer)
        .sort((one, other) => (answerKey(one) < answerKey(other) ? -1 : 1));
      const lessons = evaluations.flatMap(({ lesson }) => lesson ?? []).sort();
      return { invited, quarter, answers, lessons };
    },
    async close(id) {
      await overWire(wire);
      const session = sessions.get(id);
      if (session) sessions.set(id, { ...session, isClosed: true, owners: new Map(), answered: new Set() });
    },
    async drop(id) {
      await overWire(wire);
      sessions.delete(id);
    },
  };
}
