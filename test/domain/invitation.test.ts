import { defaultPolicy } from '../../src/domain/policy';
import { INVITATION_SUBJECT, invitationFor } from '../../src/domain/invitation';
import { anAsk, aRequest, aSlot } from '../builders';

const told = (request = aRequest.approved(), policy = defaultPolicy) => invitationFor(request, policy);

describe('An invitation', () => {
  it('has a neutral subject, whatever was asked', () => {
    expect(told().subject).toBe('Joint Agency Group Supervision');
    expect(INVITATION_SUBJECT).not.toMatch(/child|family|case|risk|safeguarding/i);
  });

  it('says that it is reflective, not recorded, and not for writing about the family', () => {
    const text = told().paragraphs.join(' ');
    for (const said of ['Petra Practice', 'reflective', 'no recording', 'do not write about the family'])
      expect(text).toContain(said);
  });

  it('begins with who asks for what, and comes to the point in four paragraphs', () => {
    const { paragraphs } = told();
    expect(paragraphs[0]).toBe('Petra Practice has asked for a Joint Agency Group Supervision (JAGS).');
    expect(paragraphs).toHaveLength(4);
  });

  it('says nothing of the case, the reason or the people invited', () => {
    const { ask } = aRequest.approved();
    const text = JSON.stringify(told());
    for (const secret of [
      ask.caseReference,
      ask.reason,
      ...ask.participants.flatMap(({ name, mail }) => [name, mail]),
    ])
      expect(text).not.toContain(secret);
  });

  it('is at the time of the match, to the facilitator alone', () => {
    expect(told()).toMatchObject({
      slot: aSlot('2026-12-08T10:00'),
      facilitator: { name: 'Fay Facilitate', mail: 'fay.facilitate@norfolk-sandbox.example' },
    });
  });

  it.each([
    ['online', { kind: 'online' }, true, undefined],
    ['in person at a venue', { kind: 'in-person', venue: 'Town hall' }, false, 'Town hall'],
    ['in person, the venue still open', { kind: 'in-person' }, false, 'Venue to be confirmed'],
  ] as const)('is %s', (_how, place, online, venue) => {
    const invitation = told(aRequest.approved({ ask: anAsk({ place }) }));
    expect([invitation.online, invitation.venue]).toEqual([online, venue]);
  });

  it('names whom to turn to on the day, where somebody has been named', () => {
    const policy = { ...defaultPolicy, onTheDayContact: 'JAGS coordination, 01632 960123' };
    expect(told(aRequest.approved(), policy).paragraphs).toContain(
      'If something does not work on the day, please turn to JAGS coordination, 01632 960123.',
    );
    expect(told().paragraphs.join(' ')).not.toContain('on the day');
  });

  it('is the same however often it is made', () => {
    expect(told()).toEqual(told());
  });
});
