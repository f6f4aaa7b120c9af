/** Whatever is typed: it is refused, or it becomes an ask in whose window matching finds room for a session. */
import fc from 'fast-check';
import { type Ask, minutesOf } from '../../src/domain/ask';
import { addDays, TIMES_OF_DAY, WEEKDAYS } from '../../src/domain/calendar';
import { decide } from '../../src/domain/decide';
import { checkForm } from '../../src/domain/form';
import type { Policy } from '../../src/domain/policy';
import type { Requester } from '../../src/domain/people';
import type { Command } from '../../src/domain/request';
import { slotsOf } from '../../src/domain/slots';
import {
  anAsk,
  anEdit,
  answers,
  aRequest,
  aRequester,
  askedAt,
  facts,
  theCoordinator,
  theRequester,
} from '../builders';
import { A_SCHOOL, withHolidays } from '../school-holidays';

const TODAY = '2026-11-24';
const day = fc.integer({ min: -3, max: 50 }).map((days) => addDays(TODAY, days));
const mostly = <T>(arbitrary: fc.Arbitrary<T>) => ({ weight: 12, arbitrary });
const anything = fc.oneof(
  mostly(fc.constantFrom('', ' ', 'norwich', 'west')),
  fc.constantFrom('atlantis', '__proto__', 'nor\u200bwich'),
);
const dates = fc
  .record({
    from: day,
    long: fc.integer({ min: -1, max: 25 }),
    latest: fc.oneof(mostly(fc.constant(undefined)), anything),
    days: fc.oneof(
      mostly(fc.subarray<string>([...WEEKDAYS], { minLength: 1 })),
      fc.constantFrom<string[]>([], ['monday', 'sunday']),
    ),
    times: fc.oneof(mostly(fc.subarray<string>([...TIMES_OF_DAY], { minLength: 1 })), fc.constant(['night'])),
  })
  .map(({ from, long, latest = addDays(from, long), days, times }) => ({
    earliest: from,
    latest,
    days,
    times,
  }));
const minutes = fc.constantFrom(undefined, 45, 60, 75, 240);
const policies: fc.Arbitrary<Policy> = fc
  .record({
    spans: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 20 })), { maxLength: 3 }),
    sessionMinutes: fc.constantFrom(60, 90, 230),
  })
  .map(({ spans, sessionMinutes }) => ({
    ...withHolidays,
    sessionMinutes,
    schoolHolidays: spans.map(([from, long]) => ({ from, until: addDays(from, long) })),
  }));

function expectRoom(requester: Pick<Requester, 'team'>, ask: Ask, policy: Policy): void {
  const slots = slotsOf({ requester: aRequester(requester), ask, now: askedAt, policy }, []);
  expect(slots.length).toBeGreaterThan(0);
  for (const { start, end } of slots.slice(0, 1)) expect(end - start).toBe(minutesOf(ask, policy) * 60_000);
  if (ask.locality !== undefined) expect(policy.localities.map(({ code }) => code)).toContain(ask.locality);
}

describe('Whatever is typed leaves room for a session or is refused', () => {
  it('in the form, the first time and when it is changed', () => {
    const typed = fc.record({
      locality: anything,
      schoolsAgree: fc.boolean(),
      team: fc.constantFrom('cs-fs', 'ed-pri'),
    });
    let accepted = 0;
    fc.assert(
      fc.property(typed, dates, fc.boolean(), minutes, policies, (over, when, withSchool, agreed, policy) => {
        const participants = [...answers().participants, ...(withSchool ? [A_SCHOOL] : [])];
        const form = answers({ ...over, ...when, participants });
        const known = agreed === undefined ? {} : { minutes: agreed };
        const checked = checkForm(form, askedAt, policy, known);
        if ('problems' in checked) return;
        accepted += 1;
        expectRoom(checked.requester, { ...checked.ask, ...known }, policy);
      }),
      { numRuns: 800 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('in other dates, and in what a coordinator completes', () => {
    const before = fc.record({ agreed: fc.boolean(), minutes, hasSchool: fc.boolean() });
    const asked = fc.option(fc.boolean(), { nil: undefined });
    const length = fc.constantFrom('', '45', '60', '90', '600', 'long');
    let accepted = 0;
    fc.assert(
      fc.property(
        before,
        dates,
        asked,
        length,
        anything,
        policies,
        (was, when, agree, long, locality, policy) => {
          const { participants } = anAsk();
          const ask = anAsk({
            participants: participants.map((each) => ({ ...each, ...(!was.hasSchool && { team: 'hl-sn' }) })),
            ...(was.agreed && { schoolsAgree: true }),
            ...(was.minutes !== undefined && { minutes: was.minutes }),
          });
          const typed = { ...when, ...(agree !== undefined && { schoolsAgree: agree }) };
          const request = aRequest.submitted({ ask });
          const given: readonly Command[] = [
            { kind: 'new-dates', requestId: request.id, dates: typed, by: theRequester },
            {
              kind: 'edit',
              requestId: request.id,
              basedOn: 0,
              answers: anEdit({ ...typed, minutes: long, locality }),
              by: theCoordinator,
            },
          ];
          for (const command of given) {
            const world = facts({ policy, coordinator: command.kind === 'edit' });
            const decision = decide(request, command, world);
            if ('refused' in decision) continue;
            accepted += 1;
            expectRoom(decision.next.requester, decision.next.ask, policy);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
