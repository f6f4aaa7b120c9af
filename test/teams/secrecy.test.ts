/** Where the reason and the case reference must never be (domain.md, harm 2). */
import fc from 'fast-check';
import { digestOf } from '../../src/domain/digest';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { isOpen, type Request } from '../../src/domain/request';
import { renderCard } from '../../src/teams/cards';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentDigest } from '../../src/teams/present/digest';
import { presentForFacilitator } from '../../src/present/facilitator';
import { presentProgress } from '../../src/teams/present/progress';
import { presentForRequester } from '../../src/present/requester';
import { presentQueue } from '../../src/teams/present/queue';
import { presentRequests } from '../../src/teams/present/requests';
import { WHOLE_QUEUE } from '../../src/teams/coordinating/queue-of-requests';
import { slotInWords } from '../../src/wording/when';
import { callInWords } from '../../src/teams/wording/calls';
import { aFacilitatorRef, anAsk, aRequest, askedAt, at, theFacilitator } from '../builders';

const REASON = 'MARKED-REASON';
const REFERENCE = 'MARKED-REFERENCE';
const asked = { facilitator: theFacilitator.id, attempt: 1 };

const anyRequest = fc
  .record({
    state: fc.constantFrom(...(Object.keys(aRequest) as (keyof typeof aRequest)[])),
    before: fc.string(),
    after: fc.string(),
    riskKnown: fc.boolean(),
  })
  .map(({ state, before, after, riskKnown }): Request => {
    const ask = anAsk({
      reason: `${before}${REASON}${after}`,
      caseReference: `${REFERENCE}${after}`.slice(0, 40),
      riskKnown,
    });
    return { ...aRequest[state](), ask };
  });

const queueWith = (request: Request) =>
  renderCard('queue', presentQueue([request], WHOLE_QUEUE, askedAt, policy));

/** On a day that has it in one section or another, where it can be. */
const digestWith = (request: Request) =>
  ['2026-11-26T08:45', '2026-12-08T08:45'].flatMap((now) => {
    const digest = digestOf([request], at(now), policy);
    return digest ? [renderCard('digest', presentDigest(digest))] : [];
  });

const coordinators = { kind: 'coordinators' } as const;
const requester = { kind: 'requester' } as const;
const facilitator = { kind: 'facilitator', facilitator: aFacilitatorRef(), attempt: 1 } as const;

describe('the reason', () => {
  it('is on no card and in no line that anybody is sent, in any state', () => {
    fc.assert(
      fc.property(anyRequest, fc.boolean(), (request, coordinator) => {
        const sent = [
          renderCard(
            'coordination',
            presentForCoordinators(request, policy, { refresh: { userIds: [], button: true }, coordinator }),
          ),
          renderCard('facilitator', presentForFacilitator(request, asked, policy)),
          renderCard('requester', presentForRequester(request, policy)),
          renderCard('requests', presentRequests([request], 0)),
          queueWith(request),
          ...digestWith(request),
          renderCard('progress', presentProgress(request, askedAt)),
          ...[coordinators, requester, facilitator].map((audience) => callInWords(request, audience)),
        ];
        expect(JSON.stringify(sent)).not.toContain(REASON);
      }),
    );
  });
});

describe("the requester's own case reference", () => {
  it('is for the requester, until it is closed: on no card of the channel or the facilitator, and in no line', () => {
    fc.assert(
      fc.property(anyRequest, fc.boolean(), (request, coordinator) => {
        const sent = [
          renderCard(
            'coordination',
            presentForCoordinators(request, policy, { refresh: { userIds: [], button: true }, coordinator }),
          ),
          renderCard('facilitator', presentForFacilitator(request, asked, policy)),
          queueWith(request),
          ...digestWith(request),
          renderCard('progress', presentProgress(request, askedAt)),
          ...[coordinators, requester, facilitator].map((audience) => callInWords(request, audience)),
        ];
        expect(JSON.stringify(sent)).not.toContain(REFERENCE);
        const own = JSON.stringify([
          renderCard('requester', presentForRequester(request, policy)),
          renderCard('requests', presentRequests([request], 0)),
        ]);
        expect(own.split(REFERENCE)).toHaveLength(isOpen(request) ? 3 : 1);
      }),
    );
  });
});

describe('the card a requester shows to others', () => {
  it('names nobody, and no time or address of the session, in any state', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const shown = JSON.stringify(renderCard('progress', presentProgress(request, askedAt)));
        const people = [request.requester, theFacilitator, ...request.ask.participants];
        const session = 'match' in request ? [slotInWords(request.match.slot)] : [];
        const link = request.state === 'booked' ? [request.event.joinUrl ?? 'https:'] : [];
        for (const secret of [...people.flatMap(({ name }) => name ?? []), ...session, ...link])
          expect(shown).not.toContain(secret);
      }),
    );
  });
});

describe('the card a day begins with', () => {
  it('stays in the channel, so it names nobody and nothing of the case, in any state', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const shown = JSON.stringify(digestWith(request));
        const people = [request.requester, theFacilitator, ...request.ask.participants];
        for (const secret of people.flatMap(({ name }) => name ?? [])) expect(shown).not.toContain(secret);
        expect(shown).not.toContain('meetup-join');
      }),
    );
  });
});
