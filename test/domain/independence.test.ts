import fc from 'fast-check';
import { defaultAgencies } from '../../src/domain/agencies';
import { dependence } from '../../src/domain/independence';
import type { Participant } from '../../src/domain/people';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, aParticipant, aRequester } from '../builders';

const facilitator = aFacilitator({
  id: 'the-facilitator',
  mail: 'Fay@norfolk-sandbox.example',
  team: 'hl-mh',
});

describe('A facilitator is independent', () => {
  it.each<[string, Participant[], string, ReturnType<typeof dependence>]>([
    ['of people they have nothing to do with', [aParticipant()], 'cs-fs', undefined],
    [
      'not when they take part, by address',
      [aParticipant({ mail: 'fay@norfolk-sandbox.example' })],
      'cs-fs',
      'participant',
    ],
    [
      'not when they take part, by the directory',
      [aParticipant({ id: 'the-facilitator' })],
      'cs-fs',
      'participant',
    ],
    ['not of a requester in their own team', [aParticipant()], 'hl-mh', 'same-team'],
    ['of another team of their own agency', [aParticipant()], 'hl-sn', undefined],
    ['of participants of their own team', [aParticipant({ team: 'hl-mh' })], 'cs-fs', undefined],
    [
      'not when both rules are broken; taking part is named first',
      [aParticipant({ id: 'the-facilitator' })],
      'hl-mh',
      'participant',
    ],
  ])('%s', (_when, participants, team, expected) => {
    expect(dependence(facilitator, { requester: aRequester({ team }), participants }, defaultPolicy)).toBe(
      expected,
    );
  });

  it.each([
    ['by id', aRequester({ id: 'the-facilitator' })],
    ['by address', aRequester({ mail: 'FAY@norfolk-sandbox.example' })],
  ])('not of their own request, %s', (_how, requester) => {
    expect(dependence(facilitator, { requester, participants: [] }, defaultPolicy)).toBe('participant');
  });

  it.each(defaultAgencies.map(({ code }) => `${code}-other`))(
    'as far as anybody can tell, when both chose %s',
    (team) => {
      const involved = { requester: aRequester({ team }), participants: [] };
      expect(dependence({ ...facilitator, team }, involved, defaultPolicy)).toBeUndefined();
    },
  );

  it('not of the same team, even when the lists no longer know it', () => {
    const involved = { requester: aRequester({ team: 'cs-closed-down' }), participants: [] };
    expect(dependence({ ...facilitator, team: 'cs-closed-down' }, involved, defaultPolicy)).toBe('same-team');
  });

  it('whatever the order of the participants', () => {
    const mails = fc.array(fc.constantFrom('a@x.example', 'fay@norfolk-sandbox.example', 'b@x.example'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(mails, (each) => {
        const participants = each.map((mail) => aParticipant({ mail }));
        const judged = (people: Participant[]) =>
          dependence(facilitator, { requester: aRequester(), participants: people }, defaultPolicy);
        expect(judged([...participants].reverse())).toBe(judged(participants));
        expect(judged(participants)).toBe(
          each.includes('fay@norfolk-sandbox.example') ? 'participant' : undefined,
        );
      }),
    );
  });
});
