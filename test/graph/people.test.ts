import { createDirectory } from '../../src/graph/people';
import {
  coordinators,
  COORDINATORS_GROUP,
  everybody,
  GOVERNANCE_GROUP,
  governanceOfficer,
  practitioners,
  QUALITY_GROUP,
  qualityLead,
} from '../sandbox/people';
import { graphOffice } from './graph-office';

const office = graphOffice();
const MINUTE = 60_000;
const [cora, colin] = coordinators;
const [petra, sam] = practitioners;

function directoryAt(start = 0) {
  const warnings: string[] = [];
  const clock = { now: start };
  const directory = createDirectory({
    graph: office.graph(),
    coordinatorsGroup: COORDINATORS_GROUP,
    now: () => clock.now,
    log: { warn: (_fields, message) => warnings.push(message) },
  });
  return { directory, clock, warnings };
}
const groupReads = () => office.calls().filter((call) => call.includes('/transitiveMembers')).length;
/** Until the refresh beside the answer has come in. */
const settled = async (reads: number) => {
  while (groupReads() < reads) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 30));
};

describe('the information-governance role', () => {
  it('is that of the people of its group, and no coordinator’s by being one', async () => {
    const directory = createDirectory({
      graph: office.graph(),
      coordinatorsGroup: COORDINATORS_GROUP,
      governanceGroup: GOVERNANCE_GROUP,
      now: () => 0,
    });
    const ids = [governanceOfficer.id.toUpperCase(), cora.id, qualityLead.id];
    expect(await Promise.all(ids.map((id) => directory.isGovernance(id)))).toEqual([true, false, false]);
    expect(await directory.isCoordinator(governanceOfficer.id)).toBe(false);
  });
});

describe('the quality role', () => {
  const directoryWith = (qualityGroup?: string) =>
    createDirectory({
      graph: office.graph(),
      coordinatorsGroup: COORDINATORS_GROUP,
      qualityGroup,
      now: () => 0,
    });

  it('is that of the people of its group, read once for all who ask', async () => {
    const directory = directoryWith(QUALITY_GROUP);
    const answers = await Promise.all(
      [qualityLead.id.toUpperCase(), petra.id].map((id) => directory.isQuality(id)),
    );
    expect(answers).toEqual([true, false]);
    expect(groupReads()).toBe(1);
  });

  it('is nobody’s where no group is named, and nobody is asked', async () => {
    expect(await directoryWith().isQuality(qualityLead.id)).toBe(false);
    expect(await directoryWith().isGovernance(governanceOfficer.id)).toBe(false);
    expect(groupReads()).toBe(0);
  });

  it('makes nobody a coordinator', async () => {
    expect(await directoryWith(QUALITY_GROUP).isCoordinator(qualityLead.id)).toBe(false);
  });
});

describe('coordinators', () => {
  it('are the people of the group and of groups inside it, not the groups', async () => {
    const { directory } = directoryAt();
    expect(await directory.coordinators()).toEqual(new Set([cora.id, colin.id]));
    expect(await directory.isCoordinator(cora.id.toUpperCase())).toBe(true);
    expect(await directory.isCoordinator(petra.id)).toBe(false);
  });

  it('are read page by page', async () => {
    office.tenant.groups.setMembers(
      COORDINATORS_GROUP,
      Array.from({ length: 1200 }, () => cora.id).concat(sam.id),
    );
    expect(await directoryAt().directory.isCoordinator(sam.id)).toBe(true);
    expect(groupReads()).toBe(2);
  });

  it('are read once in five minutes, and once for all who ask at the same time', async () => {
    const { directory, clock } = directoryAt();
    await Promise.all(Array.from({ length: 10 }, () => directory.isCoordinator(cora.id)));
    clock.now += 5 * MINUTE - 1;
    await directory.isCoordinator(cora.id);
    expect(groupReads()).toBe(1);
  });

  it('after five minutes are answered from the last reading while one new reading is made', async () => {
    const { directory, clock } = directoryAt();
    await directory.coordinators();
    office.tenant.groups.setMembers(COORDINATORS_GROUP, [colin.id]);
    clock.now += 5 * MINUTE;
    const answers = await Promise.all(Array.from({ length: 5 }, () => directory.isCoordinator(cora.id)));
    expect(answers).toEqual([true, true, true, true, true]);
    await settled(2);
    expect(groupReads()).toBe(2);
    expect(await directory.isCoordinator(cora.id)).toBe(false);
  });

  it('stand for an hour while the group cannot be read, with a warning, and then no more', async () => {
    const { directory, clock, warnings } = directoryAt();
    await directory.coordinators();
    office.tenant.faults.add({ kind: 'status', status: 503, path: '/groups/', times: 'always' });
    clock.now += 60 * MINUTE - 1;
    expect(await directory.isCoordinator(cora.id)).toBe(true);
    await settled(4);
    expect(warnings).toEqual(['could not refresh the coordinators; the last reading stands in']);
    clock.now += 1;
    await expect(directory.isCoordinator(cora.id)).rejects.toThrow('got 503');
  });

  it('can be read again after an hour', async () => {
    const { directory, clock } = directoryAt();
    await directory.coordinators();
    office.tenant.groups.setMembers(COORDINATORS_GROUP, [colin.id]);
    clock.now += 61 * MINUTE;
    expect(await directory.isCoordinator(cora.id)).toBe(false);
  });

  it('cannot be guessed when the group is not there', async () => {
    office.tenant.faults.add({ kind: 'status', status: 404, path: '/groups/' });
    await expect(directoryAt().directory.coordinators()).rejects.toThrow('got 404');
  });
});

describe('known people', () => {
  const known = (mails: readonly string[], ids: readonly string[] = []) =>
    directoryAt().directory.known({ mails, ids });

  it('come with the address that was asked for, in lower case', async () => {
    expect(await known([petra.mail.toUpperCase(), 'hattie.hazel@meadow-primary.example'], [sam.id])).toEqual([
      { id: petra.id, name: petra.name, mail: petra.mail },
      { id: sam.id, name: sam.name, mail: sam.mail },
    ]);
  });

  it('are asked for twenty at a time, each once', async () => {
    const mails = Array.from({ length: 30 }, (_, i) => `guest.${i}@meadow-primary.example`);
    const found = await known([...mails, petra.mail, petra.mail.toUpperCase()], [sam.id, petra.id]);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set([petra.id, sam.id]));
    expect(office.calls().filter((call) => call.includes('$batch'))).toHaveLength(2);
  });

  it('are nobody when nobody is asked for, without a call', async () => {
    expect(await known([])).toEqual([]);
    expect(office.calls()).toEqual([]);
  });

  it.each([
    "o'hara.olive@meadow-primary.example",
    'a/b@meadow-primary.example',
    'ü+x#y@meadow-primary.example',
  ])('copes with %s as an address', async (mail) => {
    expect(await known([mail, petra.mail])).toMatchObject([{ id: petra.id }]);
  });

  it('are a fault when the directory does not answer, not strangers', async () => {
    office.tenant.faults.add({ kind: 'status', status: 503, path: `/users/${petra.mail}`, times: 'always' });
    await expect(known([petra.mail])).rejects.toThrow('got 503');
  });

  it('are all found, whoever they are', async () => {
    const found = await known(everybody.map(({ mail }) => mail));
    expect(found.map(({ id }) => id)).toEqual(everybody.map(({ id }) => id));
  });
});
