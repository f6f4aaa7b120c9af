import fc from 'fast-check';
import { defaultAgencies } from '../../src/domain/agencies';
import { dependence, doesTeamTakePart, isSameAgency, isTeamCheckable } from '../../src/domain/independence';
import type { Participant } from '../../src/domain/people';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
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

describe('A partnership that wants more distance', () => {
  it.each<[string, Partial<Policy>, string, string, ReturnType<typeof dependence>]>([
    [
      'keeps the facilitator’s team apart from everybody',
      { teamsApart: 'everybody' },
      'cs-fs',
      'hl-mh',
      'same-team',
    ],
    ['which does not touch another team', { teamsApart: 'everybody' }, 'cs-fs', 'hl-sn', undefined],
    [
      'asks for another agency than the requester’s',
      { otherAgencyOnly: true },
      'hl-sn',
      'ed-pri',
      'same-agency',
    ],
    ['which does not touch a participant’s', { otherAgencyOnly: true }, 'cs-fs', 'hl-sn', undefined],
    ['and names the team before the agency', { otherAgencyOnly: true }, 'hl-mh', 'ed-pri', 'same-team'],
  ])('%s', (_what, over, requesters, participants, expected) => {
    const involved = {
      requester: aRequester({ team: requesters }),
      participants: [aParticipant({ team: participants })],
    };
    expect(dependence(facilitator, involved, { ...defaultPolicy, ...over })).toBe(expected);
  });
});

describe('A facilitator who keeps away from a team', () => {
  it.each([
    ['of the requester', 'cs-fs', 'ed-pri', 'excluded'],
    ['of a participant', 'hl-sn', 'cs-fs', 'excluded'],
    ['of nobody who takes part', 'hl-sn', 'ed-pri', undefined],
  ])('%s', (_whose, requesters, participants, expected) => {
    const involved = {
      requester: aRequester({ team: requesters }),
      participants: [aParticipant({ team: participants })],
    };
    expect(dependence({ ...facilitator, excludedTeams: ['cs-fs'] }, involved, defaultPolicy)).toBe(expected);
  });

  it('is judged by the team alone where nobody is named for it yet', () => {
    const involved = { requester: aRequester(), participants: [{ team: 'hl-mh' }] };
    expect(dependence(facilitator, involved, defaultPolicy)).toBeUndefined();
    expect(dependence(facilitator, involved, { ...defaultPolicy, teamsApart: 'everybody' })).toBe(
      'same-team',
    );
  });
});

describe('What is said of a facilitator’s own team', () => {
  const among = (requesters: string, ...teams: string[]) => ({
    requester: aRequester({ team: requesters }),
    participants: teams.map((team) => ({ team })),
  });

  it.each([
    ['takes part with the requester', 'hl-mh', among('hl-mh', 'ed-pri'), true],
    ['takes part with a participant', 'hl-mh', among('cs-fs', 'ed-pri', 'hl-mh'), true],
    ['takes no part', 'hl-mh', among('cs-fs', 'hl-sn'), false],
    ['"other" may be another "other"', 'hl-other', among('cs-fs', 'hl-other'), false],
  ])('%s', (_what, team, involved, expected) => {
    expect(doesTeamTakePart({ team }, involved, defaultPolicy)).toBe(expected);
  });

  it.each([
    ['a team of the list can be told', 'hl-mh', among('hl-mh', 'hl-sn'), true],
    ['"other" cannot beside the requester’s agency', 'hl-other', among('hl-sn', 'ed-pri'), false],
    ['"other" cannot beside a participant’s agency', 'hl-other', among('cs-fs', 'ed-pri', 'hl-sn'), false],
    ['"other" can among other agencies', 'hl-other', among('cs-fs', 'ed-pri'), true],
    ['a team of no list can', 'cs-closed-down', among('cs-fs'), true],
  ])('%s', (_what, team, involved, expected) => {
    expect(isTeamCheckable({ team }, involved, defaultPolicy)).toBe(expected);
  });

  it.each([
    ['hl-mh', 'hl-sn', true],
    ['hl-mh', 'cs-fs', false],
    ['hl-mh', 'hl-closed-down', false],
    ['hl-closed-down', 'hl-closed-down', false],
  ])('%s and %s are of one agency: %s', (one, other, expected) => {
    expect(isSameAgency(one, other, defaultPolicy.agencies)).toBe(expected);
  });
});
