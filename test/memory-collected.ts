/** What was said of sessions, in memory: answers by session, sorted, and nothing of who gave them. */
import { answerKey, type EvaluationAnswer, lessonOf } from '../src/domain/evaluation';
import type { Collected, Evaluated, Evaluations } from '../src/ports/evaluations';
import { overWire, type Wire } from './fakes';

/** An answer as a test gives it: no token needed. */
export interface MemoryEvaluations extends Pick<Evaluations, 'open' | 'collected' | 'close' | 'drop'> {
  say(requestId: string, answer: EvaluationAnswer, lesson?: string): void;
}

export function createMemoryEvaluations(wire: Wire = { cut: false }): MemoryEvaluations {
  const sessions = new Map<string, Evaluated>();
  const answers = new Map<string, EvaluationAnswer[]>();
  const lessons = new Map<string, string[]>();
  return {
    say(requestId, answer, typed = '') {
      const lesson = lessonOf(typed);
      answers.set(requestId, [...(answers.get(requestId) ?? []), answer]);
      if (lesson) lessons.set(requestId, [...(lessons.get(requestId) ?? []), lesson]);
    },
    async open(session) {
      await overWire(wire);
      sessions.set(session.requestId, sessions.get(session.requestId) ?? session);
    },
    async collected(requestId): Promise<Collected | undefined> {
      await overWire(wire);
      const session = sessions.get(requestId);
      if (!session) return undefined;
      const said = [...(answers.get(requestId) ?? [])];
      return {
        invited: session.invited,
        quarter: session.quarter,
        answers: said.sort((one, other) => (answerKey(one) < answerKey(other) ? -1 : 1)),
        lessons: [...(lessons.get(requestId) ?? [])].sort(),
      };
    },
    async close() {
      await overWire(wire);
    },
    async drop(requestId) {
      await overWire(wire);
      for (const of of [sessions, answers, lessons]) of.delete(requestId);
    },
  };
}
