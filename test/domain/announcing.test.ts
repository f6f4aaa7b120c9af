/** What other programs may hear of a request: each thing once, when it happens, and nothing of what it is about. */
import { announcementsOf, REQUEST_EVENTS, type RequestEvent } from '../../src/domain/announcing';
import type { Request } from '../../src/domain/request';
import { aMatch, anotherFacilitator, aRequest, aSlot, askedAt, theCoordinator } from '../builders';
import { always } from './decide-stories';

const told = (before: Request | undefined, next: Request) =>
  announcementsOf(before, next, askedAt).map(({ event }) => event);
const other = aMatch({ facilitator: { ...anotherFacilitator, mail: 'amber@example.org', team: 'hl-mh' } });
const moved = aMatch({ slot: aSlot('2026-12-10T14:00') });

describe('What is announced', () => {
  it.each<readonly [string, Request | undefined, Request, readonly RequestEvent[]]>([
    ['a request comes in', undefined, aRequest.submitted(), ['submitted']],
    ['matches are found for it', aRequest.submitted(), aRequest.submitted(), []],
    ['it is returned', aRequest.submitted(), aRequest.returned(), ['answered']],
    ['it is sent again', aRequest.returned(), aRequest.submitted({ revision: 1 }), ['changed']],
    [
      'it is declined',
      aRequest.submitted(),
      aRequest.closed({ outcome: { kind: 'declined', reason: 'another-door', by: theCoordinator } }),
      ['answered', 'closed'],
    ],
    ['a match is approved', aRequest.submitted(), aRequest.approved(), ['answered']],
    ['the time is lost', aRequest.approved(), aRequest.submitted(), []],
    ['its facilitator is asked', aRequest.approved(), aRequest.offered(), ['offered']],
    ['they agree', aRequest.offered(), aRequest.booked(), ['booked']],
    ['they need not be asked', aRequest.approved(), aRequest.booked(), ['booked']],
    ['they cannot', aRequest.offered(), aRequest.submitted(), []],
    ['they drop out later', aRequest.booked(), aRequest.uncovered(), ['changed']],
    ['somebody else takes it', aRequest.uncovered(), aRequest.booked({ match: other }), ['changed']],
    ['it passes to somebody else', aRequest.booked(), aRequest.booked({ match: other }), ['changed']],
    ['it moves', aRequest.booked(), aRequest.booked({ match: moved }), ['changed']],
    ['somebody cannot come', aRequest.booked(), aRequest.booked({ absent: ['n@example.org'] }), []],
    ['it is over', aRequest.booked(), aRequest.held(), ['held']],
    ['it is completed', aRequest.held(), aRequest.closed(), ['closed']],
    [
      'it is withdrawn',
      aRequest.submitted(),
      aRequest.closed({ outcome: { kind: 'withdrawn' } }),
      ['closed'],
    ],
    [
      'nobody gave other dates',
      aRequest.submitted(),
      aRequest.closed({ outcome: { kind: 'silent' } }),
      ['closed'],
    ],
  ])('%s', (_, before, next, events) => {
    expect(told(before, next)).toEqual(events);
  });

  it('is told as it stood then: with the state, and how it ended', () => {
    const ended = aRequest.closed({ outcome: { kind: 'silent' } });
    expect(announcementsOf(aRequest.submitted(), ended, askedAt)).toEqual([
      { kind: 'announce', event: 'closed', state: 'closed', ended: 'silent', happenedAt: askedAt },
    ]);
  });

  it('of any story: coming in first and once, closing last and once, and booked only after offered or approved', () => {
    const met = new Set<RequestEvent>();
    always(({ before, after, refused }, earlier) => {
      const events = told(before, after);
      for (const event of events) met.add(event);
      if (refused) expect(events).toEqual([]);
      expect(events).not.toContain('submitted');
      if (events.includes('closed')) expect(events.at(-1)).toBe('closed');
      if (earlier.some((step) => step.after.state === 'closed')) expect(events).toEqual([]);
      if (events.includes('booked')) expect(['offered', 'approved']).toContain(before.state);
    }, 400);
    expect([...met].sort()).toEqual(REQUEST_EVENTS.filter((event) => event !== 'submitted').sort());
  });
});
