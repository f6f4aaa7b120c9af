import { createCards } from '../../src/azure/card-table';
import type { Closed, Effect } from '../../src/domain/request';
import { aRequest, aRequester, anAsk, aStranger, askedAt, theCoordinator } from '../builders';
import {
  aSave,
  auditEntry,
  freshStorage,
  loaded,
  lossyLine,
  onTables,
  saved,
  useEmbeddedStorage,
} from './embedded-storage';

const embedded = useEmbeddedStorage();
const id = '5e550000-0000-4000-8000-000000000001';
const effects: Effect[] = [
  { kind: 'find-matches', round: 1 },
  { kind: 'show-coordinators' },
  { kind: 'watch-answer', attempt: 1, at: askedAt + 5 },
];

describe('a request', () => {
  it('comes back as it was saved, whatever was typed into it', async () => {
    const { requests } = onTables(embedded.storage);
    const reason = [
      'Ünïcødé 👩‍👧 \u202Eright to left\u202C',
      '--changeset_x\r\n\r\nDELETE http://127.0.0.1/Tables HTTP/1.1',
      '${x} {"odata.error":{"code":"x"}} <b>\'"; or 1 eq 1 \\ / # ? \u0000',
    ].join('\n');
    const next = aRequest.submitted({ ask: anAsk({ reason }) });
    expect((await saved(requests, next)).request).toEqual(next);
  });

  it('that was closed under a word no longer used is read under the one that stands for it', async () => {
    const { requests } = onTables(embedded.storage);
    const outcome = { kind: 'unmatched' } as unknown as Closed['outcome'];
    const closed = aRequest.closed({ outcome, unmatched: 'cap' });
    const { request } = await saved(requests, closed);
    expect(request).toEqual({ ...closed, outcome: { kind: 'silent' } });
  });

  it('is undefined when there is none', async () => {
    const { requests } = onTables(embedded.storage);
    expect(await requests.load('nothinghere')).toBeUndefined();
  });

  it.each([
    ['short'],
    ['UPPERCASE1'],
    ["a' or '1' eq '1"],
    ['../../etc/x'],
    [''],
    ['x'.repeat(65)],
    ['ab/cd#ef?gh'],
  ])('cannot have the id %j', async (bad) => {
    const { requests } = onTables(embedded.storage);
    await expect(requests.load(bad)).rejects.toThrow(/Expected a request id .* got/);
  });

  it('that is too long for a row is refused by name, and nothing is written', async () => {
    const { requests } = onTables(embedded.storage);
    const next = aRequest.submitted({ ask: anAsk({ reason: 'x'.repeat(33_000) }) });
    await expect(requests.save(aSave(next))).rejects.toThrow(
      /Expected request 5e55\S+ to take at most 32768 characters as JSON, got 3\d{4}/,
    );
    expect(await requests.load(id)).toBeUndefined();
  });

  it('of the worst case the form allows fits', async () => {
    const { requests } = onTables(embedded.storage);
    const participants = Array.from({ length: 12 }, (_, n) => ({
      name: '"'.repeat(80),
      mail: `${String(n).padStart(100, 'm')}@school.example`,
      team: 'ed-pri',
    }));
    const ask = anAsk({
      reason: '"'.repeat(2000),
      participants,
      place: { kind: 'in-person', venue: '"'.repeat(200) },
    });
    await saved(requests, aRequest.booked({ ask }));
  });
});

describe('a save', () => {
  it('writes state, effects and audit together, effects numbered on from the last', async () => {
    const { requests, workbench } = onTables(embedded.storage);
    const was = await saved(requests, aRequest.submitted(), effects);
    expect(was.sequence).toBe(3);
    const next = aRequest.closed();
    const audit = auditEntry({
      at: askedAt + 1,
      by: theCoordinator,
      what: 'decline',
      from: 'submitted',
      to: 'closed',
    });
    await requests.save({ was, next, effects: [{ kind: 'show-requester' }], audit });
    const work = await workbench.work(id);
    expect(work?.loaded.request).toEqual(next);
    expect(work?.loaded.sequence).toBe(4);
    expect(work?.effects).toEqual([
      { key: 'effect-arrange-0000000001', lane: 'arrange', effect: effects[0], tries: 0, savedAt: askedAt },
      {
        key: 'effect-arrange-0000000003',
        lane: 'arrange',
        effect: effects[2],
        tries: 0,
        savedAt: askedAt,
        dueAt: askedAt + 5,
      },
      { key: 'effect-tell-0000000002', lane: 'tell', effect: effects[1], tries: 0, savedAt: askedAt },
      {
        key: 'effect-tell-0000000004',
        lane: 'tell',
        effect: { kind: 'show-requester' },
        tries: 0,
        savedAt: askedAt + 1,
      },
    ]);
    expect(await requests.history(id)).toEqual([auditEntry({ to: 'submitted' }), audit]);
  });

  it('keeps where a card already shows it, and nothing of it when somebody else was first', async () => {
    const { requests, storage } = onTables(embedded.storage);
    const shown = (activityId: string) => ({
      shown: { card: 'requester', where: { conversationId: 'a:1', activityId } },
    });
    await requests.save(aSave(aRequest.submitted(), shown('7')));
    expect(await requests.save(aSave(aRequest.submitted(), shown('8')))).toBe('conflict');
    const cards = createCards(storage);
    expect(await cards.find(id, 'requester')).toEqual({ conversationId: 'a:1', activityId: '7' });
  });

  it('lets exactly one of fifty from the same version win', async () => {
    const { requests, workbench } = onTables(embedded.storage);
    const was = await saved(requests, aRequest.submitted());
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, attempt) =>
        requests.save(
          aSave(aRequest.approved({ attempt }), { was, effects: [{ kind: 'reserve', attempt }] }),
        ),
      ),
    );
    expect(results.filter((result) => result === 'saved')).toHaveLength(1);
    const work = await workbench.work(id);
    expect(work?.effects.map(({ effect }) => effect)).toEqual([
      { kind: 'reserve', attempt: results.indexOf('saved') },
    ]);
    expect(await requests.history(id)).toHaveLength(2);
  });

  it('of a form sent ten times at once makes one request', async () => {
    const { requests } = onTables(embedded.storage);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => requests.save(aSave(aRequest.submitted()))),
    );
    expect(results.filter((result) => result === 'saved')).toHaveLength(1);
  });

  it('on a request that has been erased is a conflict', async () => {
    const { requests, storage } = onTables(embedded.storage);
    const was = await saved(requests, aRequest.submitted());
    await storage.requests.deleteEntity(id, 'request');
    expect(await requests.save(aSave(aRequest.closed(), { was }))).toBe('conflict');
  });

  it('into a table that is not there is a fault, not a conflict', async () => {
    const { requests } = onTables(freshStorage(embedded.connectionString));
    await expect(requests.save(aSave(aRequest.submitted()))).rejects.toThrow(/table/i);
    await expect(requests.load(id)).rejects.toThrow(/table/i);
  });

  it.each([1, 2])('whose answer got lost %i time(s) is known to have been saved', async (lost) => {
    const line = await lossyLine(embedded.connectionString);
    const storage = freshStorage(line.connectionString);
    await storage.prepare();
    const { requests } = onTables(storage);
    line.loseAnswers(lost);
    const was = await saved(requests, aRequest.submitted());
    line.loseAnswers(lost);
    expect(await requests.save(aSave(aRequest.closed(), { was }))).toBe('saved');
    expect(await requests.save(aSave(aRequest.closed(), { was }))).toBe('conflict');
    expect(await requests.history(id)).toHaveLength(2);
    await line.close();
  });
});

describe('the calls to storage', () => {
  it('of a decision are one point read and one transaction', async () => {
    const { requests } = onTables(embedded.storage);
    await saved(requests, aRequest.submitted(), effects);
    const calls = await embedded.callsOf(async () => {
      const was = await loaded(requests, id);
      await requests.save(aSave(aRequest.approved(), { was, effects }));
    });
    expect(calls).toEqual(['GET table /Requests', 'POST table /$batch']);
  });

  it('of a new request are two index rows, then one transaction', async () => {
    const { requests } = onTables(embedded.storage);
    const calls = await embedded.callsOf(async () => {
      await requests.enter(id, aRequester().id);
      await requests.save(aSave(aRequest.submitted(), { effects }));
    });
    expect(calls).toEqual(['PUT table /Index', 'PUT table /Index', 'POST table /$batch']);
  });

  it('of a conflict are one more: whether it was us', async () => {
    const { requests } = onTables(embedded.storage);
    const was = await saved(requests, aRequest.submitted());
    await requests.save(aSave(aRequest.approved(), { was }));
    const calls = await embedded.callsOf(() => requests.save(aSave(aRequest.closed(), { was })));
    expect(calls).toEqual(['POST table /$batch', 'GET table /Requests']);
  });
});

describe('the audit', () => {
  it('keeps what was refused without touching the request, oldest first', async () => {
    const { requests } = onTables(embedded.storage);
    const before = await saved(requests, aRequest.submitted());
    const late = auditEntry({
      at: askedAt + 20,
      by: aStranger,
      what: 'approve',
      refused: 'coordinators-only',
    });
    const early = auditEntry({
      at: askedAt + 10,
      by: aStranger,
      what: 'withdraw',
      refused: 'requester-only',
    });
    await requests.audit(id, late);
    await requests.audit(id, early);
    expect(await requests.history(id)).toEqual([auditEntry({ to: 'submitted' }), early, late]);
    expect(await requests.load(id)).toEqual(before);
  });
});

describe("a person's requests", () => {
  it('are theirs only, newest first, closed ones too', async () => {
    const { requests } = onTables(embedded.storage);
    const older = aRequest.closed({ id: 'aaaaaaaa', submittedAt: askedAt });
    const newer = aRequest.submitted({ id: 'bbbbbbbb', submittedAt: askedAt + 1 });
    const others = aRequest.submitted({ id: 'cccccccc', requester: aRequester(aStranger) });
    for (const each of [older, newer, others]) await saved(requests, each);
    const mine = await requests.ofPerson(aRequester().id);
    expect(mine.map((each) => each.id)).toEqual(['bbbbbbbb', 'aaaaaaaa']);
    expect(await requests.ofPerson(aRequester().id.toUpperCase())).toHaveLength(2);
  });

  it('leave out an index row whose request did not get through', async () => {
    const { requests, index } = onTables(embedded.storage);
    await index.enter('dddddddd', aRequester().id);
    await saved(requests, aRequest.submitted());
    expect((await requests.ofPerson(aRequester().id)).map((each) => each.id)).toEqual([id]);
  });

  it('are asked for by a GUID only', async () => {
    const { requests } = onTables(embedded.storage);
    await expect(requests.ofPerson("x' or '1'")).rejects.toThrow(/Expected an Entra object id/);
  });
});
