import fc from 'fast-check';
import { theCoordinator } from '../builders';
import { aStory, type Step } from './decide-stories';

/** Every step of many random stories in which a session is cancelled, or found not to have taken place. */
function whereverOneEnds(holds: (step: Step, how: 'cancel' | 'not-held') => void): void {
  const met = new Set<string>();
  fc.assert(
    fc.property(aStory, (story) => {
      for (const step of story) {
        const { kind } = step.command;
        if (step.refused || (kind !== 'cancel' && kind !== 'not-held')) continue;
        met.add(kind);
        holds(step, kind);
      }
    }),
    { numRuns: 450 },
  );
  expect([...met].sort()).toEqual(['cancel', 'not-held']);
}

describe('A session that does not take place, whatever happened before', () => {
  it('is given back by everybody it took time of, and nobody has facilitated it', () => {
    whereverOneEnds(({ before, after, effects }) => {
      expect(after).toMatchObject({ state: 'closed' });
      expect(after).not.toHaveProperty('facilitatedBy');
      if (!('match' in before)) throw new Error(`Expected a session, got ${before.state}`);
      const { attempt, match, beside } = before;
      for (const { facilitator } of [match, ...(beside ? [beside] : [])])
        expect(effects).toContainEqual({ kind: 'release', attempt, facilitator: facilitator.id });
    });
  });

  it('is told to the requester once, and taken out of calendars only while it lies ahead', () => {
    whereverOneEnds(({ effects }, how) => {
      const kinds = effects.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'call-requester')).toHaveLength(1);
      expect(kinds.includes('cancel-event')).toBe(how === 'cancel');
    });
  });

  it('is only ever said by a coordinator, or afterwards by its facilitator', () => {
    whereverOneEnds(({ before, command }, how) => {
      const facilitator = 'match' in before ? before.match.facilitator.id : '';
      const may = how === 'cancel' ? [theCoordinator.id] : [theCoordinator.id, facilitator];
      expect(may).toContain(command.by !== 'system' && command.by.id);
    });
  });
});
