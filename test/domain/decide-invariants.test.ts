import { isStale } from '../../src/domain/lanes';
import { chosenOf, eventAttempt, isStanding, nextAttempt } from '../../src/domain/rearranging';
import { type Effect, isOpen, type Request, standingAttempt } from '../../src/domain/request';
import { hasTrouble, isInvited } from '../../src/domain/setback';
import { aStranger, theCoordinator, theFacilitator } from '../builders';
import { always, SECRET_REASON, SECRET_REFERENCE } from './decide-stories';

const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

const ARRANGED: readonly Request['state'][] = ['approved', 'offered', 'booked', 'uncovered'];

describe('Whatever happens, in whatever order', () => {
  it('stories get everywhere they should: every state they can reach is reached', () => {
    const reached = new Set<string>();
    // One story in eighty comes to a session without its facilitator.
    always(({ after }) => reached.add(after.state), 1_500);
    expect([...reached].sort()).toEqual([
      'approved',
      'booked',
      'closed',
      'held',
      'offered',
      'returned',
      'submitted',
      'uncovered',
    ]);
  });

  it('what is closed stays closed, and asks for no more than taking an event down and telling coordinators', () => {
    const ALLOWED: readonly Effect['kind'][] = [
      'cancel-event',
      'show-coordinators',
      'show-lead',
      'call-coordinators',
    ];
    always(({ before, after, effects }) => {
      if (isOpen(before)) return;
      expect({ ...after, troubles: undefined }).toEqual({ ...before, troubles: undefined });
      expect(kinds(effects).filter((kind) => !ALLOWED.includes(kind))).toEqual([]);
    });
  });

  it('round and attempt never go down, and never skip', () => {
    always(({ before, after }) => {
      expect([0, 1]).toContain(after.round - before.round);
      expect(after.attempt).toBeGreaterThanOrEqual(before.attempt);
      // Given out one after the other, whatever stands.
      expect([0, 1]).toContain(nextAttempt(after) - nextAttempt(before));
    });
  });

  it('who asked, for what and when is only ever changed on purpose', () => {
    const asksAnew = ['change', 'edit', 'transfer', 'relax', 'agree-proposal', 'ask-arrangements'];
    let given = 0;
    always(({ before, after, command }) => {
      expect(after.id).toBe(before.id);
      expect(after.submittedAt).toBe(before.submittedAt);
      if (asksAnew.includes(command.kind)) return;
      // What the directory knows of an account comes with the matches.
      const { gone: _before, ...was } = before.requester;
      const { gone: _after, ...is } = after.requester;
      expect(is).toEqual(was);
      const { earliest, latest, days, times } = command.kind === 'new-dates' ? after.ask : before.ask;
      expect(after.ask).toEqual({ ...before.ask, earliest, latest, days, times });
      if (after.ask.latest !== before.ask.latest) given += 1;
    }, 450);
    expect(given).toBeGreaterThan(5);
  });

  it('what is asked for has another revision whenever it is another', () => {
    always(({ before, after, command, refused }) => {
      const counts = ['change', 'edit', 'relax', 'new-dates', 'agree-proposal'].includes(command.kind);
      // An arrangement that is there already is asked for in vain.
      const isNew = command.kind === 'ask-arrangements' && before.ask.arrangements !== after.ask.arrangements;
      const counted = !refused && (counts || isNew);
      if (after.state !== 'closed')
        expect(after.revision ?? 0).toBe((before.revision ?? 0) + Number(counted));
    });
  });

  it('a refusal changes nothing, and a stranger only ever meets refusals', () => {
    always(({ before, after, effects, refused, command }) => {
      if (refused) expect([after, effects]).toEqual([before, []]);
      if (command.by !== 'system' && command.by.id === aStranger.id) expect(refused).toBe(true);
    });
  });

  it('only coordinators decide, only the requester withdraws, only the facilitator asked answers', () => {
    always(({ command, refused, before }) => {
      if (refused || command.by === 'system') return;
      if (
        [
          'approve',
          'appoint',
          'replace',
          'decline',
          'look-again',
          'return',
          'edit',
          'note',
          'transfer',
          'cancel',
          'start-poll',
        ].includes(command.kind)
      )
        expect(command.by.id).toBe(theCoordinator.id);
      if (command.kind === 'withdraw' || command.kind === 'change' || command.kind === 'new-dates')
        expect(command.by.id).toBe(before.requester.id);
      if (command.kind === 'accept' || command.kind === 'cannot')
        expect(
          (chosenOf(before, command.attempt) ?? ('match' in before ? before : undefined))?.match.facilitator
            .id,
        ).toBe(command.by.id);
    });
  });

  it('an arrangement that ends without being held is taken down: event, reservation, and a second look', () => {
    always(({ before, after, effects }) => {
      const ended = ARRANGED.includes(before.state) && standingAttempt(after) !== before.attempt;
      if (!ended || !('match' in before)) return;
      const { attempt, match } = before;
      expect(effects).toContainEqual({ kind: 'release', attempt, facilitator: match.facilitator.id });
      // Rearranged, its event stands.
      if (isStanding(after)) return expect(kinds(effects)).not.toContain('cancel-event');
      const made = isStanding(before) ? eventAttempt(before) : attempt;
      expect(effects).toContainEqual({ kind: 'cancel-event', attempt: made });
      expect(effects.filter((each) => each.kind === 'cancel-event' && each.at !== undefined)).toHaveLength(1);
    });
  });

  it('no card is left as it was when an arrangement ends or a request is closed', () => {
    let ended = 0;
    always(({ before, after, effects }) => {
      if (isOpen(before) && !isOpen(after))
        expect(kinds(effects)).toEqual(expect.arrayContaining(['show-coordinators', 'show-requester']));
      const asked = 'match' in before && before.state !== 'approved';
      if (!asked || standingAttempt(after) === before.attempt) return;
      ended += 1;
      // Whoever dropped out has been shown that they did; whoever takes their place is shown that it is booked.
      const { attempt, match } = before.state === 'uncovered' && after.state === 'booked' ? after : before;
      expect(effects).toContainEqual({ kind: 'show-facilitator', attempt, facilitator: match.facilitator });
    }, 450);
    expect(ended).toBeGreaterThan(5);
  });

  it('what stands is never taken down, nor is anything but the attempt that ended or another', () => {
    always(({ after, effects }) => {
      const standing = 'event' in after ? eventAttempt(after) : standingAttempt(after);
      for (const each of effects) {
        if (each.kind === 'cancel-event') expect(each.attempt).not.toBe(standing);
        // Whoever dropped out of what stands has their time back.
        const isFree = after.state === 'uncovered' && each.kind === 'release';
        if (each.kind === 'release' && !(isFree && each.facilitator === after.match.facilitator.id))
          expect(each.attempt).not.toBe(standingAttempt(after));
      }
    });
  });

  it('a trouble is tried again for as long as it stands, and coordinators are called for it once', () => {
    let met = 0;
    always(({ before, after, effects, command }) => {
      if (command.kind !== 'trouble-met') return;
      const { trouble } = command;
      // Nobody is at removing the event of what stands.
      if (trouble.kind === 'not-removed' && trouble.attempt === standingAttempt(after)) return;
      const stands = hasTrouble(after, trouble);
      met += Number(stands);
      const tries = effects.filter((each) => 'at' in each && each.at !== undefined);
      // Whoever dropped out is taken off the list, however often it takes; nobody waits for it.
      const isListToClear = after.state === 'uncovered' && trouble.kind === 'not-invited';
      if (!isListToClear) expect(tries).toHaveLength(stands ? 1 : 0);
      const isNew = stands && !hasTrouble(before, command.trouble);
      expect(kinds(effects).includes('call-coordinators')).toBe(isNew);
    }, 450);
    expect(met).toBeGreaterThan(20);
  });

  it('nobody is said to be uninvited to what is not booked', () => {
    always(({ after }) => {
      if (after.state !== 'booked') expect(isInvited(after)).toBe(true);
    });
  });

  it('a facilitator who cannot take it is never asked again by a round that was told so', () => {
    always(({ before, after }) => {
      expect(after.passed.slice(0, before.passed.length)).toEqual(before.passed);
    });
  });

  it('nothing waits unseen: what waits for a decision is going to be raised, or has been with the lead', () => {
    const met = new Set<string>();
    always(({ after, asked }) => {
      if (after.state !== 'submitted') return;
      met.add(after.raised ?? 'not yet');
      const pending = asked.filter((each) => !isStale(each, after));
      const next = after.raised === undefined ? 'coordinators' : 'lead';
      if (after.raised === 'lead') return;
      expect(pending).toContainEqual(
        expect.objectContaining({ kind: 'raise', to: next, due: after.answerDueAt }),
      );
    }, 600);
    expect([...met].sort()).toEqual(['coordinators', 'lead', 'not yet']);
  });

  it('a question about dates has an end, and silence closes only what no time fits', () => {
    const met = new Set<string>();
    always(({ before, after, command, asked }) => {
      if (after.state === 'submitted' && after.datesAsked) {
        met.add(after.datesAsked.why);
        const { at, answerBy } = after.datesAsked;
        const end = expect.objectContaining({ kind: 'end-dates-wait', asked: at }) as object;
        expect(asked).toContainEqual(end);
        expect(answerBy).toBeGreaterThan(at);
      }
      if (before.state === 'closed' || after.state !== 'closed' || after.outcome.kind !== 'silent') return;
      met.add('silent');
      expect(command.kind).toBe('dates-time-over');
      expect(before).toMatchObject({ datesAsked: { why: 'no-time' } });
    }, 600);
    expect([...met].sort()).toEqual(['dates-near', 'no-time', 'silent']);
  });

  it('once the lead has been told, they are shown whatever the coordinators are', () => {
    let shown = 0;
    always(({ after, effects }) => {
      const told = kinds(effects).filter((kind) => kind === 'show-coordinators' || kind === 'show-lead');
      if (after.leadTold && told.length > 1) shown += 1;
      if (told.includes('show-coordinators'))
        expect(told.includes('show-lead')).toBe(after.leadTold === true);
    }, 600);
    expect(shown).toBeGreaterThan(5);
  });

  it('no effect and no match ever carries the reason or the case reference', () => {
    always(({ after, effects }) => {
      const told = JSON.stringify(
        [effects, 'match' in after ? after.match : after].map((each) =>
          'ask' in each ? { ...each, ask: undefined } : each,
        ),
      );
      expect(told).not.toContain(SECRET_REASON);
      expect(told).not.toContain(SECRET_REFERENCE);
    });
  });

  it('an invitation names the requester and the facilitator asked, and nobody else', () => {
    let invitations = 0;
    always(({ after, effects }) => {
      for (const effect of effects) {
        if (effect.kind !== 'create-event' || !('match' in after)) continue;
        invitations += 1;
        const told = JSON.stringify(effect.invitation);
        expect(told).toContain(after.requester.name);
        expect(effect.invitation.facilitator.name).toBe(after.match.facilitator.name);
        for (const { name, mail } of after.ask.participants) {
          expect(told).not.toContain(name);
          expect(told).not.toContain(mail);
        }
        expect(told).not.toContain(theCoordinator.name);
        if (after.match.facilitator.id !== theFacilitator.id) expect(told).not.toContain(theFacilitator.name);
      }
    });
    expect(invitations).toBeGreaterThan(50);
  });
});
