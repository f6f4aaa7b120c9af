/** A coordinator's own choice, on the simulated Graph and the pool in Azurite. */
import { createAppointing } from '../src/appointing';
import type { Declared } from '../src/domain/declared';
import type { Facilitator } from '../src/domain/facilitator';
import { defaultPolicy } from '../src/domain/policy';
import type { Command } from '../src/domain/request';
import { createCalendars } from '../src/graph/availability';
import { createDirectory } from '../src/graph/people';
import { createMatchFinding } from '../src/performing/match-finding';
import { onTables, useEmbeddedStorage } from './azure/embedded-storage';
import { aFacilitator, anAsk, aRequest, askedAt, at, theCoordinator } from './builders';
import { graphOffice } from './graph/graph-office';
import { putFacilitator } from './put-facilitator';
import { COORDINATORS_GROUP, facilitators, ORGANISER_ID, outsiders } from './sandbox/people';

const office = graphOffice();
const embedded = useEmbeddedStorage();
const [fay, amber, basil] = facilitators;
const [hattie] = outsiders;
const now = () => askedAt;
const request = aRequest.submitted({
  ask: anAsk({ earliest: '2026-12-08', latest: '2026-12-08', times: ['morning'] }),
});
const every: Declared['week'] = { tuesday: [{ start: '09:00', end: '12:30' }] };
const one = (person: { id: string; name: string; mail: string }, over: Partial<Facilitator> = {}) =>
  aFacilitator({ id: person.id, name: person.name, mail: person.mail, ...over });
const outside = (over: Partial<Facilitator> = {}) =>
  one(
    { ...hattie, id: 'dec1a4ed-0000-4000-8000-000000000001' },
    { team: 'ed-sec', outside: true, mail: 'odette.ochre@hazel-college.example', ...over },
  );

async function desk(...pool: readonly Facilitator[]) {
  const graph = office.graph();
  const tables = onTables(embedded.storage, now);
  for (const each of pool) await putFacilitator(tables.pool, each);
  const handled: Command[] = [];
  const asked: string[] = [];
  const calendars = createCalendars({ graph, organiser: ORGANISER_ID });
  const matchFinding = createMatchFinding({
    directory: createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now }),
    pool: tables.pool,
    calendars: {
      async availability(mails, over, tentativeIsBusy) {
        asked.push(...mails);
        return calendars.availability(mails, over, tentativeIsBusy);
      },
    },
    policy: defaultPolicy,
    now,
  });
  const workflow = {
    async handle(command: Command) {
      handled.push(command);
      return { accepted: true as const, request };
    },
  };
  return { matchFinding, handled, asked, pool: tables.pool, ...createAppointing({ matchFinding, workflow }) };
}

describe('Everybody, and why', () => {
  it('tells of each in the pool: who could, in order, and why the others could not', async () => {
    office.tenant.people.addBusy(basil.mail, {
      start: new Date(at('2026-12-08T09:30')).toISOString(),
      end: new Date(at('2026-12-08T12:30')).toISOString(),
    });
    const here = await desk(
      one(fay),
      one(amber, { pauses: [{ from: '2026-11-01', until: '2027-03-03' }] }),
      one(basil),
    );
    const { verdicts, relaxations } = await here.overview(request);
    expect(verdicts).toMatchObject([
      { facilitator: { id: fay.id }, rank: 1 },
      { facilitator: { id: amber.id }, removal: { rule: 'paused', until: '2027-03-03' } },
      {
        facilitator: { id: basil.id },
        removal: {
          rule: 'no-free-slot',
          clashes: [
            { with: 'diary', taken: { start: at('2026-12-08T09:30'), end: at('2026-12-08T12:30') } },
            {},
            {},
          ],
        },
      },
    ]);
    expect(relaxations).toEqual([]);
  });

  it('reads what somebody outside declared, until it is too old; their calendar is not asked for', async () => {
    const fresh = { on: '2026-11-01', week: every, exceptions: [], leave: [] };
    const here = await desk(outside({ declared: fresh }));
    const [able] = (await here.overview(request)).verdicts;
    expect(able).toMatchObject({ rank: 1 });
    expect('matches' in able! && able.matches[0].reasons).toContainEqual({
      kind: 'declared',
      on: '2026-11-01',
    });
    await putFacilitator(here.pool, outside({ declared: { ...fresh, on: '2026-08-01' } }));
    expect((await here.overview(request)).verdicts).toMatchObject([
      { removal: { rule: 'calendar-unknown', since: '2026-08-01' } },
    ]);
    expect(here.asked).toContain(hattie.mail);
    expect(here.asked).not.toContain('odette.ochre@hazel-college.example');
  });

  it('offers just the hours somebody declared: they need no more time around them', async () => {
    const week = { tuesday: [{ start: '10:00', end: '11:30' }] };
    const here = await desk(outside({ declared: { on: '2026-11-01', week, exceptions: [], leave: [] } }));
    const [able] = (await here.overview(request)).verdicts;
    expect('matches' in able! && able.matches.map(({ slot }) => slot.start)).toEqual([
      at('2026-12-08T10:00'),
    ]);
  });

  it('takes somebody outside without hours for unknown, never for free', async () => {
    const here = await desk(outside());
    expect((await here.overview(request)).verdicts).toMatchObject([
      { removal: { rule: 'calendar-unknown' } },
    ]);
  });

  it('says what would help where nobody can, and the request gets it with its matches', async () => {
    office.tenant.people.addBusy(fay.mail, {
      start: new Date(at('2026-12-08T08:00')).toISOString(),
      end: new Date(at('2026-12-08T18:00')).toISOString(),
    });
    const here = await desk(one(fay));
    const expected = [
      { kind: 'any-day', more: 1 },
      { kind: 'later', latest: '2026-12-15', more: 1 },
    ];
    const narrow = { ...request, ask: { ...request.ask, days: ['tuesday'] as const } };
    expect((await here.overview(narrow)).relaxations.map(({ kind }) => kind)).toContain('later');
    const { matches } = await here.matchFinding.find(narrow);
    expect(matches.best).toEqual([]);
    expect(matches.relaxations).toContainEqual(expected[1]);
  });
});

describe('Appointing', () => {
  const nine = at('2026-12-08T09:00');

  it('takes what matching would take without a reason, and anything else as not the first', async () => {
    const here = await desk(one(fay), one(amber));
    const first = (await here.overview(request)).verdicts[0]!;
    const start = 'matches' in first ? first.matches[0].slot.start : NaN;
    await here.appoint(request, { facilitator: first.facilitator.id, start }, theCoordinator);
    const other = first.facilitator.id === fay.id ? amber : fay;
    await here.appoint(
      request,
      { facilitator: other.id, start: nine, because: 'experience' },
      theCoordinator,
    );
    expect(here.handled).toMatchObject([
      { kind: 'appoint', isFirst: true, round: 1, match: { facilitator: { id: first.facilitator.id } } },
      { kind: 'appoint', isFirst: false, because: 'experience', match: { facilitator: { id: other.id } } },
    ]);
  });

  it.each<[string, Partial<Facilitator>]>([
    ['paused meanwhile', { pauses: [{ from: '2026-12-01', until: '2026-12-31' }] }],
    ['without training by now', { trainedUntil: '2026-12-07' }],
    ['who knows the family', { knownFamilies: [request.id] }],
    ['who said they are too close to a team', { excludedTeams: ['ed-pri'] }],
    ['of the requester’s team', { team: 'cs-fs' }],
  ])('breaks no hard rule: somebody %s', async (_who, over) => {
    const here = await desk(one(fay, over));
    expect(
      await here.appoint(request, { facilitator: fay.id, start: nine, because: 'agreed' }, theCoordinator),
    ).toBe('not-possible');
    expect(here.handled).toEqual([]);
  });

  it('offers no time that does not exist', async () => {
    const here = await desk(one(fay));
    for (const start of [nine + 1, at('2026-12-08T16:00'), at('2026-11-25T09:00')])
      expect(
        await here.appoint(request, { facilitator: fay.id, start, because: 'agreed' }, theCoordinator),
      ).toBe('not-possible');
  });

  it('takes a trainee along as an observer, and not as a second facilitator', async () => {
    const { trainedUntil: _none, ...trainee } = one(amber);
    const here = await desk(one(fay), trainee);
    const choice = { facilitator: fay.id, start: nine, because: 'agreed' as const };
    const along = (as: 'observer' | 'second') =>
      here.appoint(request, { ...choice, beside: { facilitator: amber.id, as } }, theCoordinator);
    expect(await along('second')).toBe('not-possible');
    await along('observer');
    expect(here.handled).toMatchObject([{ beside: { facilitator: { id: amber.id }, as: 'observer' } }]);
  });

  it('takes nobody along who is busy, or takes part', async () => {
    office.tenant.people.addBusy(amber.mail, {
      start: new Date(nine).toISOString(),
      end: new Date(nine + 60_000).toISOString(),
    });
    const here = await desk(one(fay), one(amber));
    const beside = { facilitator: amber.id, as: 'observer' } as const;
    const choice = { facilitator: fay.id, start: nine, because: 'agreed' as const, beside };
    expect(await here.appoint(request, choice, theCoordinator)).toBe('not-possible');
  });
});
