import { createConversations } from '../../src/azure/conversation-table';
import { createLinks } from '../../src/azure/link-table';
import type { Closed } from '../../src/domain/request';
import type { PersonErasure } from '../../src/ports/person-records';
import { saved } from '../azure/embedded-storage';
import { useBackupTown } from '../backup/backup-town';
import {
  aFacilitator,
  anAsk,
  aParticipant,
  aRequest,
  aRequester,
  askedAt,
  theCoordinator,
} from '../builders';
import { aHold, governingIn } from './governing-town';

const towns = useBackupTown();
const DAY_MS = 24 * 60 * 60_000;
const petra = {
  id: '9ac70000-0000-4000-8000-0000000000a1',
  name: 'Petra Périwinkle',
  mail: 'pe.pe@example.org',
};
const scarlet = { name: 'Scarlet Sepia', mail: 'scarlet.sepia@example.org', team: 'hl-sn' } as const;
const requester = aRequester({ ...petra, phone: '01632 960001' });

function closed(id: string, over: Partial<Closed> = {}): Closed {
  const ask = anAsk({ caseReference: 'CASE-77', participants: [aParticipant(scarlet)] });
  return aRequest.closed({ id, requester, ask, ...over });
}

/** One closed request of hers, one open, one of somebody else she takes part in; a link, and where she is written to. */
async function settled() {
  const town = await towns.settle();
  const governing = governingIn(town);
  const all = [
    closed('closed-one'),
    aRequest.booked({ id: 'open-one', requester }),
    closed('takes-part', { requester: aRequester(), ask: anAsk({ participants: [aParticipant(petra)] }) }),
  ];
  for (const each of all) await saved(town.requests, each);
  await town.requests.audit('closed-one', { at: 1, by: petra, what: 'submit' });
  await createConversations(town.storage).keepPerson(petra.id, '{"user":"29:x"}');
  const links = createLinks({ links: town.storage.links, now: town.clock.now });
  const expiresAt = askedAt + 90 * DAY_MS;
  await links.mint({ purpose: 'requester', person: petra, requestId: 'closed-one', expiresAt });
  return { town, governing };
}

const everything = async (town: Awaited<ReturnType<typeof settled>>['town'], but: string) =>
  JSON.stringify(
    Object.entries(await town.everything()).flatMap(([, rows]) =>
      rows.filter(({ partitionKey, rowKey }) => partitionKey !== but && rowKey !== but),
    ),
  );

describe('finding', () => {
  it.each([
    ['a part of a name, whatever its accents and capitals', 'PERIWIN', ['Petra Périwinkle']],
    ['an address, whole', 'PE.PE@example.org', ['Petra Périwinkle']],
    ['an id', petra.id.toUpperCase(), ['Petra Périwinkle']],
    ['no part of an address', 'example.org', []],
    ['nobody', 'somebody else', []],
  ])('by %s', async (_what, text, names) => {
    const { governing } = await settled();
    const { people } = await governing.records.search(text);
    expect(people.flatMap((each) => each.names)).toEqual(names);
  });

  it('by a case reference, and by that of a request', async () => {
    const { governing } = await settled();
    const found = async (text: string) => (await governing.records.search(text)).requests.map(({ id }) => id);
    expect(await found('case-77')).toEqual(['closed-one']);
    expect(await found('CLOS-ED-O')).toEqual(['closed-one']);
  });

  it('takes an id and an address that stand together for one person everywhere, and says as what', async () => {
    const { governing } = await settled();
    const { people } = await governing.records.search(petra.mail);
    expect(people).toEqual([expect.objectContaining({ ids: [petra.id], mails: [petra.mail] })]);
    expect(Object.keys(people[0]!.parts).sort()).toEqual(
      ['acted', 'conversation', 'link', 'participant', 'requester'].sort(),
    );
  });
});

describe('what is kept about somebody', () => {
  it('is all of what they wrote, and of others’ requests only what names them', async () => {
    const { governing } = await settled();
    const kept = await governing.records.ofPerson(petra.mail, 'whole');
    const of = (id: string) => JSON.stringify(kept!.rows.filter(({ requestId }) => requestId === id));
    expect(of('closed-one')).toContain('CASE-77');
    expect(of('closed-one')).toContain(scarlet.mail);
    expect(of('takes-part')).toContain(petra.mail);
    expect(of('takes-part')).not.toContain(anAsk().reason);
  });

  it('is handed over without other people, and says how many they are', async () => {
    const { governing } = await settled();
    const kept = await governing.records.ofPerson(petra.id, 'own');
    const text = JSON.stringify(kept!.rows);
    expect(text).toContain(petra.mail);
    expect(text).toContain('Another person');
    for (const theirs of [scarlet.name, scarlet.mail, theCoordinator.id]) expect(text).not.toContain(theirs);
    expect(kept!.others).toBeGreaterThan(0);
  });
});

describe('erasing somebody', () => {
  it('leaves nothing of them but in what is open, says so, and is harmless a second time', async () => {
    const { town, governing } = await settled();
    const planned = await governing.personErasing.plan(petra.mail);
    const done = await governing.personErasing.erase(petra.mail);
    expect(done).toEqual(planned);
    expect(done).toMatchObject({ open: ['open-one'], onHold: [] });
    const left = await everything(town, 'open-one');
    // She is still to be written to about what is open.
    expect(left.replaceAll(`"rowKey":"${petra.id}"`, '')).not.toContain(petra.id);
    for (const theirs of [petra.name, petra.mail, '01632 960001']) expect(left).not.toContain(theirs);
    expect((await town.requests.load('open-one'))?.request.requester).toMatchObject(petra);
    expect((await town.requests.load('closed-one'))?.request.requester.name).toContain('erased');
    expect(await governing.personErasing.erase(petra.mail)).toMatchObject({ removed: 0, replaced: 0 });
  });

  it('leaves other people as they were', async () => {
    const { town, governing } = await settled();
    await governing.personErasing.erase(petra.id);
    const request = (await town.requests.load('closed-one'))?.request;
    expect(request?.ask.participants).toEqual([aParticipant(scarlet)]);
  });

  it('leaves what a legal hold keeps', async () => {
    const { town, governing } = await settled();
    await governing.holds.set(aHold({ kind: 'request', requestId: 'closed-one' }));
    const done = (await governing.personErasing.erase(petra.id)) as PersonErasure;
    expect(done.onHold).toEqual(['closed-one']);
    expect((await town.requests.load('closed-one'))?.request.requester.name).toBe(petra.name);
    expect(JSON.stringify((await town.requests.load('takes-part'))?.request)).not.toContain(petra.mail);
  });

  it.each([
    ['stays in the pool until they have left it', undefined, true],
    ['goes from the pool once they have', '2026-11-20', false],
  ])('%s', async (_what, leftOn, stays) => {
    const town = await towns.settle();
    const governing = governingIn(town);
    const fay = aFacilitator({ ...(leftOn !== undefined && { leftOn }) });
    await town.pool.save(fay, { at: 1, by: theCoordinator, changed: [] });
    const done = await governing.personErasing.erase(fay.mail);
    expect(done?.spared['in-pool'] !== undefined).toBe(stays);
    expect((await town.pool.find(fay.id)) !== undefined).toBe(stays);
  });

  it('loses nothing that is written meanwhile', async () => {
    const { town, governing } = await settled();
    const change = town.backups.rows.change.bind(town.backups.rows);
    let isFirst = true;
    Object.assign(town.backups.rows, {
      change: async (...given: Parameters<typeof change>) => {
        const [table, partitionKey, rowKey, to] = given;
        if (isFirst && rowKey === 'request') {
          isFirst = false;
          await change(table, partitionKey, rowKey, (row) => ({
            ...row,
            columns: { ...row.columns, since: { type: 'String', value: 'then' } },
          }));
        }
        return change(table, partitionKey, rowKey, to);
      },
    });
    await governing.personErasing.erase(petra.id);
    const rows = await town.rowsOf('requests');
    expect(rows.filter(({ columns }) => columns['since']?.value === 'then')).toHaveLength(1);
  });
});

describe('an earlier backup', () => {
  it('brings nobody back who was erased since, and leaves what was open as it was', async () => {
    const { town, governing } = await settled();
    const { id } = await town.backups.take();
    town.clock.pass(10 * DAY_MS);
    await governing.personErasing.erase(petra.mail);
    await town.restore({ from: id, replace: true });
    const left = await everything(town, 'open-one');
    for (const theirs of [petra.name, petra.mail]) expect(left).not.toContain(theirs);
    expect((await town.requests.load('open-one'))?.request.requester).toMatchObject(petra);
    expect((await town.requests.load('closed-one'))?.request.requester.name).toContain('erased');
  });

  it('brings back whoever is in one taken since', async () => {
    const { town, governing } = await settled();
    await governing.personErasing.erase(petra.mail);
    town.clock.pass(2 * DAY_MS);
    await saved(town.requests, closed('another-one'));
    const { id } = await town.backups.take();
    await town.restore({ from: id, replace: true });
    expect((await town.requests.load('another-one'))?.request.requester).toMatchObject(petra);
  });

  it('is replayed from a list that names nobody', async () => {
    const { town, governing } = await settled();
    await governing.personErasing.erase(petra.mail);
    const list = JSON.stringify(await town.backups.erasureList.since(0));
    for (const theirs of [petra.name, petra.mail, petra.id]) expect(list).not.toContain(theirs);
    expect(await town.backups.erasureList.since(0)).toContainEqual(
      expect.objectContaining({
        person: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        why: 'asked-for',
      }),
    );
  });
});
