/** What a coordinators' day begins with: as it usually is, and with more than a card can hold. */
import { digestOf } from '../../src/domain/digest';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Signal } from '../../src/domain/monitoring/signals';
import type { Request } from '../../src/domain/request';
import { type DigestCard, presentDigest } from '../../src/teams/present/digest';
import { aMatch, aRequest, aSlot, at, someDatesAsked } from '../builders';

const NOW = at('2026-11-26T08:45');
const thisWeek = { match: aMatch({ slot: aSlot('2026-11-27T10:00') }) };
const notInvited = { kind: 'not-invited', attempt: 1 } as const;

const some = [
  aRequest.uncovered({ id: '7qf3k2m9' }),
  aRequest.booked({ id: '8qf3k2m9', troubles: [{ kind: 'facilitator-paused', attempt: 1 }] }),
  aRequest.booked({ id: '9qf3k2m9', troubles: [notInvited] }),
  aRequest.submitted({ id: 'aqf3k2m9', answerDueAt: at('2026-11-25T17:00'), raised: 'coordinators' }),
  aRequest.submitted({ id: 'bqf3k2m9' }),
  aRequest.submitted({ id: 'cqf3k2m9', answerDueAt: at('2026-11-27T17:00') }),
  aRequest.offered({ id: 'dqf3k2m9' }),
  aRequest.submitted({ id: 'eqf3k2m9', datesAsked: someDatesAsked() }),
  aRequest.booked({ id: 'fqf3k2m9', ...thisWeek }),
];

/** With the longest lines and ids there are; each of them in two sections. */
const many = Array.from({ length: 40 }, (_, n) =>
  aRequest.uncovered({
    id: `${String(n).padStart(4, '0')}${'z'.repeat(32)}`,
    troubles: [notInvited],
    ...thisWeek,
  }),
);

/** As many as there can be at once, in every section. */
const mixed = Array.from({ length: 5 }, (_, n) => some.map((each) => ({ ...each, id: `${n}${each.id}` })));

/** The longest sentences, as many as there can be. */
const ALL_SIGNALS: readonly Signal[] = [
  { kind: 'drift', from: '2026-09', to: '2026-10' },
  ...(['requests', 'days-to-answer', 'days-to-session'] as const).map((id) => ({
    kind: 'month' as const,
    id,
    month: '2026-10',
    rises: true,
  })),
];

export const digestSamples = {
  sample: digestCard(some),
  signals: digestCard([], ALL_SIGNALS.slice(0, 2)),
  worst: digestCard(many, ALL_SIGNALS),
  mixed: digestCard(mixed.flat()),
} satisfies Record<string, DigestCard>;

function digestCard(requests: readonly Request[], signals: readonly Signal[] = []): DigestCard {
  const digest = digestOf(requests, NOW, policy, signals);
  if (!digest) throw new Error('Expected something to tell, got nothing');
  return presentDigest(digest);
}
