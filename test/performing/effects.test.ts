/** Effects on real parts: the simulated Graph over HTTP, and the pool in Azurite. */
import { invitationFor } from '../../src/domain/invitation';
import { defaultPolicy } from '../../src/domain/policy';
import type { Effect } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import { saved } from '../azure/embedded-storage';
import { useEffectsDesk } from './effects-desk';
import {
  aFacilitator,
  anAsk,
  aParticipant,
  aRequest,
  aRequester,
  aReservation,
  askedAt,
  aStranger,
} from '../builders';
import { facilitators, outsiders, practitioners } from '../sandbox/people';
import { putFacilitator } from '../put-facilitator';

const { office, desk, log } = useEffectsDesk();
const [fay] = facilitators;
const [petra] = practitioners;
const [hattie, percy] = outsiders;
const ID = '5e550000-0000-4000-8000-000000000001';

const approved = aRequest.approved({ stage: { at: 'creating' } });
const CREATE: Effect = {
  kind: 'create-event',
  attempt: 1,
  invitation: invitationFor(approved, defaultPolicy),
};
const events = () => office.tenant.events.list();

async function madeEvent() {
  const performed = await desk().perform(approved, CREATE);
  if (!('outcome' in performed) || performed.outcome.kind !== 'event-created')
    throw new Error(`Expected an event, got ${JSON.stringify(performed)}`);
  return performed.outcome.event;
}

describe('Making the event', () => {
  it('finds what a former try has made, and makes no second', async () => {
    const event = await madeEvent();
    expect(await desk().perform(approved, CREATE)).toEqual({
      outcome: { kind: 'event-created', attempt: 1, event },
    });
    expect(events()).toHaveLength(1);
  });

  it('picks up the event of a try whose answer was lost', async () => {
    office.tenant.faults.add({ kind: 'commit-then-reset', method: 'POST', path: 'events$' });
    await expect(desk().perform(approved, CREATE)).rejects.toThrow('Expected Graph to answer');
    await madeEvent();
    expect(events()).toHaveLength(1);
  });

  it('waits for the join link, and then confirms the same event', async () => {
    office.tenant.faults.add({ kind: 'missing-join-link', reads: 2, method: 'POST', path: 'events$' });
    await expect(desk().perform(approved, CREATE)).rejects.toThrow('join link');
    expect((await madeEvent()).joinUrl).toBeDefined();
    expect(events()).toHaveLength(1);
  });

  it('gives the slot back when the diary has filled meanwhile', async () => {
    const { start, end } = approved.match.slot;
    office.tenant.people.addBusy(fay.mail, {
      start: new Date(start + 60_000).toISOString(),
      end: new Date(end).toISOString(),
    });
    expect(await desk().perform(approved, CREATE)).toEqual({
      outcome: { kind: 'slot-lost', attempt: 1, why: 'diary-busy' },
    });
    expect(events()).toEqual([]);
  });

  it('takes a diary that cannot be seen for unknown, never for free', async () => {
    const match = {
      ...approved.match,
      facilitator: { ...approved.match.facilitator, mail: outsiders[0].mail },
    };
    await expect(desk().perform({ ...approved, match }, CREATE)).rejects.toThrow('to be readable');
    expect(events()).toEqual([]);
  });
});

describe('Reserving', () => {
  const request = aRequest.approved({ stage: { at: 'reserving' } });
  const RESERVE: Effect = { kind: 'reserve', attempt: 1 };

  it('is harmless to repeat', async () => {
    const here = desk();
    await putFacilitator(here.pool, aFacilitator());
    for (let n = 0; n < 2; n += 1)
      expect(await here.perform(request, RESERVE)).toEqual({ outcome: { kind: 'reserved', attempt: 1 } });
    expect((await here.pool.all())[0]?.reservations).toHaveLength(1);
  });

  it.each(['slot-taken', 'cap-reached', 'gone', 'released'] as const)(
    'says why it cannot: %s',
    async (why) => {
      const here = desk();
      if (why !== 'gone')
        await putFacilitator(here.pool, aFacilitator({ sessionsPerMonth: why === 'cap-reached' ? 0 : 2 }));
      if (why === 'slot-taken') await here.pool.reserve(fay.id, aReservation(), defaultPolicy);
      if (why === 'released') await here.pool.release(fay.id, ID, 1);
      const told = why === 'gone' || why === 'released' ? 'could-not-arrange' : why;
      expect(await here.perform(request, RESERVE)).toEqual({
        outcome: { kind: 'slot-lost', attempt: 1, why: told },
      });
    },
  );
});

describe('The answer in Outlook', () => {
  const WATCH: Effect = { kind: 'watch-answer', attempt: 1, at: 0 };
  const END: Effect = { kind: 'end-wait', attempt: 1, at: 0 };

  it.each(['accepted', 'declined'] as const)(
    'counts while it is waited for and at the end: %s',
    async (answer) => {
      const event = await madeEvent();
      office.tenant.events.respond(event.id, fay.mail, answer);
      const request = aRequest.offered({ event });
      const outcome = { outcome: { kind: 'answered', attempt: 1, answer } };
      expect([await desk().perform(request, WATCH), await desk().perform(request, END)]).toEqual([
        outcome,
        outcome,
      ]);
    },
  );

  it('that has not come is waited for, until the wait is over', async () => {
    const request = aRequest.offered({ event: await madeEvent() });
    expect(await desk().perform(request, WATCH)).toEqual({ again: askedAt + 300_000 });
    expect(await desk().perform(request, END)).toEqual({ outcome: { kind: 'answer-overdue', attempt: 1 } });
  });

  it('cannot come when the event has gone', async () => {
    const request = aRequest.offered({ event: await madeEvent() });
    await desk().meetings.cancel({ requestId: ID, attempt: 1 }, 'Gone.');
    expect(await desk().perform(request, WATCH)).toEqual({
      outcome: { kind: 'slot-lost', attempt: 1, why: 'event-gone' },
    });
  });
});

describe('Inviting the participants', () => {
  const INVITE: Effect = { kind: 'invite-participants', attempt: 1 };
  const invited = () => events()[0]?.attendees.map(({ address }) => address);

  it('asks everybody, the requester too, and nobody twice', async () => {
    const event = await madeEvent();
    const { mail: _unknown, ...requester } = aRequester();
    const booked = aRequest.booked({ event, requester });
    for (let n = 0; n < 2; n += 1) expect(await desk().perform(booked, INVITE)).toEqual({ done: true });
    expect(invited()).toEqual([fay.mail, petra.mail, ...booked.ask.participants.map(({ mail }) => mail)]);
  });

  it('says that it could, when coordinators had been told it could not', async () => {
    const trouble = { kind: 'not-invited', attempt: 1 } as const;
    const booked = aRequest.booked({ event: await madeEvent(), troubles: [trouble] });
    expect(await desk().perform(booked, INVITE)).toEqual({ outcome: { kind: 'trouble-over', trouble } });
  });
});

it('taking the event away is done when there is none, and ends a trouble', async () => {
  await madeEvent();
  const trouble = { kind: 'not-removed', attempt: 1 } as const;
  const CANCEL: Effect = { kind: 'cancel-event', attempt: 1 };
  expect(await desk().perform(aRequest.closed(), CANCEL)).toEqual({ done: true });
  expect(events()).toEqual([]);
  expect(await desk().perform(aRequest.closed(), CANCEL)).toEqual({ done: true });
  expect(await desk().perform(aRequest.closed({ troubles: [trouble] }), CANCEL)).toEqual({
    outcome: { kind: 'trouble-over', trouble },
  });
});

describe('Looking for matches', () => {
  const FIND: Effect = { kind: 'find-matches', round: 1 };

  it('judges who is free, and asks for a requester who listed themself once', async () => {
    const here = desk();
    await putFacilitator(here.pool, aFacilitator());
    const ask = anAsk({
      participants: [aParticipant({ name: petra.name, mail: petra.mail }), aParticipant()],
    });
    const performed = await here.perform(aRequest.searching({ ask }), FIND);
    expect(performed).toMatchObject({
      outcome: { kind: 'matches-found', matches: { calendars: { seen: 1, asked: 2 } } },
    });
  });

  it('never offers the requester to themself', async () => {
    const here = desk();
    await putFacilitator(here.pool, aFacilitator({ id: petra.id, name: petra.name, mail: petra.mail }));
    expect(await here.perform(aRequest.searching(), FIND)).toMatchObject({
      outcome: { matches: { best: [], removed: { participant: 1 } } },
    });
  });

  it('points out an open request with the same people and dates, whoever asked for it', async () => {
    const here = desk();
    await saved(here.requests, aRequest.searching());
    const participants = [hattie, percy].map(({ name, mail }) => aParticipant({ name, mail }));
    const ask = anAsk({ participants, caseReference: 'ANOTHER-AGENCY' });
    const twin = aRequest.searching({ id: 'twin-request', ask, requester: aRequester(aStranger) });
    await saved(here.requests, twin);
    expect(await here.perform(twin, FIND)).toMatchObject({
      outcome: { matches: { possibleDuplicates: [{ requestId: ID, people: 2 }] } },
    });
  });

  it('knows the requester of the one among the participants of the other by the directory', async () => {
    const here = desk();
    await saved(here.requests, aRequest.searching());
    const participants = [petra, hattie].map(({ name, mail }) => aParticipant({ name, mail }));
    const twin = aRequest.searching({
      id: 'twin-request',
      ask: anAsk({ participants }),
      requester: aRequester(aStranger),
    });
    expect(await here.perform(twin, FIND)).toMatchObject({
      outcome: { matches: { possibleDuplicates: [{ requestId: ID, people: 2 }] } },
    });
  });

  it('says nothing of duplicates where there is none', async () => {
    const here = desk();
    await saved(here.requests, aRequest.searching());
    const performed = await here.perform(aRequest.searching(), FIND);
    expect(JSON.stringify(performed)).not.toContain('possibleDuplicates');
  });

  it('goes on when the others cannot be read, and the log says so', async () => {
    const all = async () => {
      throw new Fault('Expected storage to answer, got no connection');
    };
    const performed = await desk({ openRequests: { all } }).perform(aRequest.searching(), FIND);
    expect(performed).toMatchObject({ outcome: { kind: 'matches-found' } });
    expect(log.lines).toMatchObject([{ level: 'warn', message: 'could not look for possible duplicates' }]);
  });
});

it('A wait that is over is reported to the domain, which knows what to do about it', async () => {
  const due = aRequest.submitted().answerDueAt;
  for (const to of ['coordinators', 'lead'] as const)
    expect(await desk().perform(aRequest.submitted(), { kind: 'raise', to, due, at: due })).toEqual({
      outcome: { kind: 'overdue', to, due },
    });
});
