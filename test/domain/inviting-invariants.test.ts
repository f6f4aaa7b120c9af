import fc from 'fast-check';
import { aStory } from './decide-stories';

/** These change who takes part in what is booked already. */
const CHANGES: readonly string[] = ['transfer', 'agree-proposal'];

describe('The participants, whatever happens in whatever order', () => {
  it('are invited once for each booking or change of people, and only to what is booked', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(aStory, (story) => {
        for (const { command, before, after, effects } of story) {
          const invites = effects.filter(
            (each) => each.kind === 'invite-participants' && each.at === undefined,
          );
          const isOther = CHANGES.includes(command.kind) && after !== before;
          const isNew = before.state !== 'booked' || before.attempt !== after.attempt || isOther;
          if (after.state === 'uncovered') expect(invites.length).toBeLessThanOrEqual(1);
          else expect(invites).toHaveLength(isNew && after.state === 'booked' ? 1 : 0);
          if (invites.length > 0) met.add(before.state === 'booked' ? command.kind : 'booking');
        }
      }),
      { numRuns: 450 },
    );
    expect([...met]).toEqual(expect.arrayContaining(['booking', 'agree-proposal']));
  });

  it('are only ever those of whom a coordinator knows: nobody is changed by a proposal alone', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        for (const { command, before, after } of story)
          if (command.kind === 'propose-participants') expect(after.ask).toEqual(before.ask);
      }),
    );
  });
});
