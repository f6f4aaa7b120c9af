/** Cards stay in chats for ever: once a request is closed, they name nobody and nothing of the case. */
import fc from 'fast-check';
import { agencyName, teamLabel } from '../../src/domain/agencies';
import { CANCEL_REASONS, NOT_HELD_REASONS } from '../../src/domain/ending';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { type Closed, referenceOf } from '../../src/domain/request';
import type { Outcome } from '../../src/domain/outcome';
import { DECLINE_REASONS } from '../../src/domain/ending';
import { type Card, renderCard } from '../../src/teams/cards';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForFacilitator } from '../../src/present/facilitator';
import { presentForRequester } from '../../src/present/requester';
import { presentRequests } from '../../src/teams/present/requests';
import { daysInWords } from '../../src/wording/when';
import { anAsk, aRequest, someMatches, theCoordinator, theFacilitator } from '../builders';
import { coordinators, everybody, facilitators, practitioners } from '../sandbox/people';
import { buttonsOn, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Message, type Office, openOffice } from './office';
import { current, known, offered } from './session-steps';

const VENUE = 'MARKED-VENUE';
const ask = anAsk({ place: { kind: 'in-person', venue: VENUE }, riskKnown: true });

const anyOutcome = fc.oneof(
  fc
    .constantFrom(...DECLINE_REASONS)
    .map((reason): Outcome => ({ kind: 'declined', reason, by: theCoordinator })),
  fc
    .constantFrom(...(['withdrawn', 'cancelled', 'not-held', 'completed', 'silent'] as const))
    .map((kind): Outcome => ({ kind })),
  fc
    .constantFrom(...CANCEL_REASONS)
    .map((reason): Outcome => ({ kind: 'cancelled', reason, by: theCoordinator })),
  fc
    .constantFrom(...NOT_HELD_REASONS)
    .map((reason): Outcome => ({ kind: 'not-held', reason, by: theFacilitator })),
);

const anyClosed = fc
  .record({ outcome: anyOutcome, attempt: fc.nat({ max: 3 }), troubled: fc.boolean() })
  .map(({ outcome, attempt, troubled }): Closed =>
    aRequest.closed({
      ask,
      outcome,
      attempt,
      passed: facilitators.map(({ id }) => id),
      ...(troubled && { troubles: [{ kind: 'not-removed', attempt: 1 }] }),
    }),
  );

/** Everything of a request that its cards show, or may once have shown. */
function marks({
  requester,
  ask: { caseReference, reason, participants, earliest, latest },
}: Closed): string[] {
  const matched = someMatches().best.map(({ facilitator }) => facilitator);
  const teams = [requester, ...participants, ...matched].map(({ team }) => team);
  return [
    ...everybody.flatMap(({ name, mail }) => [name, mail]),
    ...participants.flatMap(({ name, mail }) => [name, mail]),
    ...teams.flatMap((team) => [teamLabel(policy.agencies, team), agencyName(policy.agencies, team)]),
    caseReference,
    reason,
    VENUE,
    'in person',
    daysInWords(earliest, latest),
    '8 December 2026',
  ];
}

function marksOn(card: unknown, request: Closed): string[] {
  const text = JSON.stringify(card);
  return marks(request).filter((mark) => text.includes(mark));
}

function coordination(request: Closed, coordinator: boolean): Card {
  const view = { refresh: { userIds: [], button: !coordinator }, coordinator };
  return renderCard('coordination', presentForCoordinators(request, policy, view));
}

const AUDIENCES: readonly [string, (request: Closed) => readonly Card[]][] = [
  ["the coordinators' channel", (request) => [coordination(request, false)]],
  ['a coordinator', (request) => [coordination(request, true)]],
  ['the requester', (request) => [renderCard('requester', presentForRequester(request, policy))]],
  [
    'every facilitator asked',
    (request) =>
      facilitators.flatMap(({ id }, n) =>
        [n, request.attempt].map((attempt) =>
          renderCard('facilitator', presentForFacilitator(request, { facilitator: id, attempt }, policy)),
        ),
      ),
  ],
];

/** Each outcome several times over; each run draws many cards. */
const RUNS = { numRuns: 60 };

describe('the card of a closed request', () => {
  it.each(AUDIENCES)(
    'has no name, address, agency, venue, reference or date of the request: %s',
    (_who, cards) => {
      fc.assert(
        fc.property(anyClosed, (request) => {
          for (const card of cards(request)) expect(marksOn(card, request)).toEqual([]);
        }),
        RUNS,
      );
    },
  );

  it.each(AUDIENCES)('says which it was, how it ended, when, and what to do next: %s', (_who, cards) => {
    fc.assert(
      fc.property(anyClosed, (request) => {
        for (const card of cards(request)) {
          const lines = wordsOn(card).split('\n');
          expect(lines[0]).toContain(referenceOf(request.id));
          expect(lines).toContain('Closed on Wednesday 25 November 2026.');
          expect(lines.length).toBeGreaterThanOrEqual(request.outcome.kind === 'completed' ? 3 : 4);
        }
      }),
      RUNS,
    );
  });

  it('keeps the reason for declining in words, for the coordinators and the requester, whatever else there is', () => {
    const request = aRequest.closed({
      outcome: { kind: 'declined', reason: 'outside-norfolk', by: theCoordinator },
      troubles: [{ kind: 'not-removed', attempt: 1 }],
    });
    expect(wordsOn(coordination(request, false))).toContain('The work is outside Norfolk.');
    expect(wordsOn(renderCard('requester', presentForRequester(request, policy)))).toContain(
      'Please ask the safeguarding partnership where the family lives.',
    );
  });

  it('lets nobody but a coordinator, in their own view, on to the reason', () => {
    const request = aRequest.closed();
    expect(buttonsOn(coordination(request, true))).toEqual(['Read the reason', 'History']);
    expect(buttonsOn(coordination(request, false))).toEqual(['Show my view']);
  });

  it('thanks the facilitator who held it, and nobody else', () => {
    const request = aRequest.closed({ attempt: 2, outcome: { kind: 'completed' } });
    const shown = (attempt: number) =>
      wordsOn(
        renderCard(
          'facilitator',
          presentForFacilitator(request, { facilitator: theFacilitator.id, attempt }, policy),
        ),
      );
    expect(shown(2)).toContain('This session has taken place. Thank you.');
    expect(shown(1)).toContain('No longer needed');
  });

  it('is one of a list with the reference of those still open only', () => {
    const list = renderCard('requests', presentRequests([aRequest.closed({ ask })], 0));
    expect(marksOn(list, aRequest.closed({ ask }))).toEqual([]);
    expect(wordsOn(list)).toContain('Asked on: Tuesday 24 November 2026');
  });

  it.each(['submitted', 'returned', 'approved', 'offered', 'booked', 'uncovered', 'held'] as const)(
    'was never one of a list that named anybody, because nobody updates a list: %s',
    (state) => {
      const list = renderCard('requests', presentRequests([aRequest[state]()], 0));
      const names = everybody.filter(({ name }) => JSON.stringify(list).includes(name));
      expect(names).toEqual([]);
    },
  );
});

describe('closing', () => {
  const [cora] = coordinators;
  const [petra] = practitioners;
  const [fay, amber] = facilitators;
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await known(office, petra, fay, amber);
    await office.says(cora, '<at>JAGS</at> use this channel', `${CHANNEL};messageid=1`);
  });
  afterEach(() => office.close());

  /** Fay cannot, so Amber is asked: each has a card. */
  async function offeredTwice(): Promise<string> {
    const { id } = await offered(office);
    await office.tells(current(office, id));
    await office.workflow.handle({
      kind: 'cannot',
      requestId: id,
      attempt: 1,
      by: { id: fay.id, name: fay.name },
    });
    await office.tells(current(office, id));
    const [, second] = someMatches().best;
    const matches = someMatches({ round: 2, best: [{ ...second!, id: '2-1' }] });
    await office.reports(id, { kind: 'matches-found', matches, known: [] });
    const by = { id: cora.id, name: cora.name };
    await office.workflow.handle({ kind: 'approve', requestId: id, matchId: '2-1', by });
    await office.reports(id, { kind: 'reserved', attempt: 2 });
    const event = { id: 'event-2', iCalUId: 'ical-2', joinUrl: 'https://teams.microsoft.example/2' };
    await office.reports(id, { kind: 'event-created', attempt: 2, event });
    await office.reports(id, { kind: 'meeting-secured', attempt: 2, openingChecks: [] });
    await office.tells(current(office, id));
    return id;
  }

  const about = (id: string): Message[] =>
    office.connector.messages.filter(
      ({ activity }) =>
        activity.attachments !== undefined && JSON.stringify(activity.attachments).includes(referenceOf(id)),
    );

  it('leaves no card as it was: coordinators, requester, and every facilitator who was asked', async () => {
    const id = await offeredTwice();
    const cards = about(id);
    expect(cards.map(({ conversationId }) => conversationId).sort()).toEqual(
      [CHANNEL, ...[petra, fay, amber].map((person) => `a:${person.id}`)].sort(),
    );
    const by = { id: petra.id, name: petra.name };
    await office.workflow.handle({ kind: 'withdraw', requestId: id, by });
    const closed = current<Closed>(office, id);
    await office.tells(closed);
    expect(about(id)).toEqual(cards);
    expect(cards.map((message) => [message.conversationId, marksOn(cardOf(message), closed)])).toEqual(
      cards.map(({ conversationId }) => [conversationId, []]),
    );
  });

  it('needs nothing of a facilitator whose attempt ended before: that card has been bare since then', async () => {
    const id = await offeredTwice();
    const [card] = about(id).filter(({ conversationId }) => conversationId === `a:${fay.id}`);
    expect(wordsOn(cardOf(card))).not.toContain('Nora Navy');
    expect(buttonsOn(cardOf(card))).toEqual([]);
    expect(marksOn(cardOf(card), { ...aRequest.closed(), ask: current(office, id).ask })).toEqual([]);
  });
});
