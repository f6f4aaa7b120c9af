/** The longest a request can be: what the worst case of every card is made of. */
import type { Participant } from '../../src/domain/people';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { anAsk, theFacilitator } from '../builders';

/** As long as the form lets a text be, in words that wrap. */
export function longText(length: number, word = 'safeguarding '): string {
  return word
    .repeat(Math.ceil(length / word.length))
    .slice(0, length - 1)
    .trimEnd()
    .concat('.');
}

export const longAsk = anAsk({
  caseReference: longText(40),
  reason: longText(policy.longestTextLength),
  riskKnown: true,
  place: { kind: 'in-person', venue: longText(200) },
  otherNeeds: ['tasks', 'decision', 'information'],
  arrangements: ['interpreter', 'bsl', 'captions', 'step-free'],
  participants: longParticipants(8),
  toBeNamed: longParticipants(3).map(({ name, team }) => ({ role: name, team })),
  followUpOf: { requestId: 'aaaa1111', facilitator: theFacilitator.id },
  days: ['monday', 'wednesday', 'friday'],
  times: ['afternoon'],
  locality: 'west',
  schoolsAgree: true,
  minutes: 60,
});

export function longParticipants(count: number): Participant[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `${String(n).padStart(2, '0')} ${'Featherstonehaugh-Cholmondeley '.repeat(3)}`.slice(0, 80),
    mail: `${String(n).padStart(2, '0')}${'a'.repeat(97)}@example.example.org`.slice(0, 120),
    team: 'cs-cp',
  }));
}
