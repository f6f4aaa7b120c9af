/** A request in the name of somebody who has not shown that they asked: see `Requester.unconfirmed`. */
import type { Effect, PersonCommand } from '../../src/domain/request';
import { personIdFor } from '../../src/ids';
import { answers, aRequest, theCoordinator } from '../builders';
import { outsiders } from '../sandbox/people';
import { somePoll } from '../some-poll';
import { accepted, addressed, commands, refusedOf, STATES } from './decided';

const mail = 'headteacher@schools.example.org';
const head = { id: personIdFor(mail), name: 'Hedda Head', mail };
const unconfirmed = true;
const submitted = () =>
  accepted(undefined, { ...commands.submit, unconfirmed, by: head, requestId: 'new' }).next;
const requester = () => submitted().requester;
const ofHead = { kind: 'confirm', by: head, requestId: 'new' } as const;

describe('A request in the name of somebody', () => {
  it('is unconfirmed until they say that it was they who asked, and coordinators are shown both', () => {
    expect(submitted().requester).toMatchObject({ outside: true, unconfirmed: true });
    const { next, effects } = accepted(submitted(), ofHead);
    expect(next.requester).toEqual({ ...head, outside: true, team: 'cs-fs' });
    expect(effects).toEqual([{ kind: 'show-coordinators' }]);
  });

  it('changes nothing when it is confirmed twice, or was confirmed all along', () => {
    const { next } = accepted(submitted(), ofHead);
    expect(accepted(next, ofHead)).toEqual({ next, effects: [] });
  });

  it.each(STATES.filter((state) => state !== 'closed'))('can be confirmed while it is %s', (state) => {
    const request = aRequest[state]({ requester: requester() });
    expect(accepted(request, ofHead).next.requester).not.toHaveProperty('unconfirmed');
  });

  it('needs no confirming once it is closed', () => {
    expect(refusedOf(aRequest.closed({ requester: requester() }), ofHead)).toBe('closed');
    expect(accepted(submitted(), { ...ofHead, kind: 'withdraw' }).next.requester).toEqual(requester());
  });

  const poll = somePoll({ asked: [mail, outsiders[0].mail] });

  it.each<{ readonly command: PersonCommand; readonly effects: readonly Effect['kind'][] }>([
    {
      command: { kind: 'change', answers: answers() },
      effects: ['find-matches', 'raise', 'watch-dates', 'show-coordinators'],
    },
    {
      command: { kind: 'ask-arrangements', arrangements: ['captions'] },
      effects: ['show-coordinators', 'call-coordinators'],
    },
    {
      command: { kind: 'answer-poll', at: poll.at, starts: [] },
      effects: ['show-coordinators'],
    },
  ])('is confirmed by what they do through the link that was mailed: $command.kind', (given) => {
    const request = aRequest.submitted({ requester: requester(), poll });
    const { next, effects } = accepted(request, { ...given.command, by: head, requestId: request.id });
    expect(next.requester).not.toHaveProperty('unconfirmed');
    expect(effects.map(({ kind }) => kind)).toStrictEqual(given.effects);
  });

  it('is confirmed by nobody else, and by nothing the program does', () => {
    expect(refusedOf(submitted(), { ...ofHead, by: theCoordinator })).toBe('requester-only');
    for (const command of [commands.approve, commands.note, commands['matches-found']] as const) {
      const request = aRequest.submitted({ requester: requester() });
      expect(accepted(request, addressed(command)).next.requester).toMatchObject({ unconfirmed: true });
    }
  });
});
