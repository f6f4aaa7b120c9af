import type { Facilitator } from '../src/domain/facilitator';
import { createPoolKeeping } from '../src/pool-keeping';
import { aFacilitator, askedAt, theCoordinator } from './builders';
import { createMemoryPool } from './memory/pool';
import { facilitators, outsiders } from './sandbox/people';

const [fay, amber] = facilitators;
const [hattie] = outsiders;

function keeping(...inPool: readonly Facilitator[]) {
  const pool = createMemoryPool({ cut: false }, inPool);
  const looked: string[] = [];
  const keeper = createPoolKeeping({
    pool,
    directory: {
      known: async ({ mails }) =>
        facilitators.filter(({ mail }) => mails.some((each) => each.toLowerCase() === mail)),
    },
    lookAfter: async ({ name }) => {
      looked.push(name);
      return [];
    },
    now: () => askedAt,
  });
  return { pool, keeper, looked };
}

const draft = ({ id: _id, ...rest }: Facilitator) => rest;
const stored = async ({ pool }: ReturnType<typeof keeping>, id: string = fay.id) =>
  (await pool.find(id))!.facilitator;

describe('Adding somebody', () => {
  it('knows those in the tenant by their Entra id, however the address is written', async () => {
    const desk = keeping();
    const given = draft(aFacilitator({ mail: fay.mail.toUpperCase() }));
    expect(await desk.keeper.add(given, theCoordinator)).toMatchObject({
      saved: true,
      facilitator: { id: fay.id },
    });
    expect(await stored(desk)).not.toHaveProperty('outside');
  });

  it('gives anybody else an id of our own', async () => {
    const desk = keeping();
    const kept = await desk.keeper.add(draft(aFacilitator({ mail: hattie.mail })), theCoordinator);
    expect(kept).toMatchObject({ saved: true, facilitator: { outside: true, mail: hattie.mail } });
    expect(kept.saved && kept.facilitator.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('adds nobody twice', async () => {
    const desk = keeping(aFacilitator());
    expect(await desk.keeper.add(draft(aFacilitator()), theCoordinator)).toEqual({
      saved: false,
      why: 'taken',
    });
  });
});

describe('Changing somebody', () => {
  it('keeps what is not entered on the form', async () => {
    const before = aFacilitator({
      pauses: [{ from: '2026-01-01', until: '2026-02-01' }],
      knownFamilies: ['request-1'],
      leftOn: '2027-01-01',
      acceptsAutomatically: true,
    });
    const desk = keeping(before);
    const was = (await desk.pool.find(fay.id))!;
    const { acceptsAutomatically: _no, ...next } = draft(before);
    await desk.keeper.change(was, { ...next, weight: 2 }, theCoordinator);
    const { acceptsAutomatically: _before, ...rest } = before;
    expect(await stored(desk)).toEqual({ ...rest, weight: 2 });
  });

  it('is refused on a version that is not the last, or with somebody else’s address', async () => {
    const desk = keeping(aFacilitator(), aFacilitator({ id: amber.id, name: amber.name, mail: amber.mail }));
    const was = (await desk.pool.find(fay.id))!;
    const taken = { ...draft(was.facilitator), mail: amber.mail.toUpperCase() };
    expect(await desk.keeper.change(was, taken, theCoordinator)).toEqual({ saved: false, why: 'taken' });
    await desk.keeper.pause(fay.id, '2027-01-01', theCoordinator);
    expect(await desk.keeper.change(was, { ...draft(was.facilitator), weight: 2 }, theCoordinator)).toEqual({
      saved: false,
      why: 'conflict',
    });
  });

  it('that changes nothing is not written down', async () => {
    const desk = keeping(aFacilitator());
    const was = (await desk.pool.find(fay.id))!;
    await desk.keeper.change(was, draft(was.facilitator), theCoordinator);
    expect(await desk.pool.history(fay.id)).toEqual([]);
    expect(desk.looked).toEqual([]);
  });

  it.each<[string, Partial<Facilitator>, boolean]>([
    ['the weight', { weight: 2 }, false],
    ['the localities', { localities: ['norwich'] }, false],
    ['the end of the training', { trainedUntil: '2027-01-01' }, true],
  ])('looks through the arranged sessions only for what they rely on: %s', async (_what, over, looks) => {
    const desk = keeping(aFacilitator());
    const was = (await desk.pool.find(fay.id))!;
    await desk.keeper.change(was, { ...draft(was.facilitator), ...over }, theCoordinator);
    expect(desk.looked).toEqual(looks ? [fay.name] : []);
  });

  it('does not look through them for somebody new', async () => {
    const desk = keeping();
    await desk.keeper.add(draft(aFacilitator()), theCoordinator);
    expect(desk.looked).toEqual([]);
  });

  it('names who did it and which fields, and looks after the sessions it may touch', async () => {
    const desk = keeping(aFacilitator());
    await desk.keeper.leave(fay.id, '2027-01-01', theCoordinator);
    expect(await desk.pool.history(fay.id)).toEqual([
      { at: askedAt, by: theCoordinator, changed: ['leftOn'] },
    ]);
    expect(desk.looked).toEqual([fay.name]);
  });
});

describe('Pausing', () => {
  it('begins today, and one pause takes the place of another; what has gone by is kept', async () => {
    const desk = keeping(
      aFacilitator({
        pauses: [
          { from: '2026-01-01', until: '2026-02-01' },
          { from: '2026-11-01', until: '2026-12-24' },
        ],
      }),
    );
    await desk.keeper.pause(fay.id, '2027-01-31', theCoordinator);
    expect((await stored(desk)).pauses).toEqual([
      { from: '2026-01-01', until: '2026-02-01' },
      { from: '2026-11-01', until: '2026-11-23' },
      { from: '2026-11-24', until: '2027-01-31' },
    ]);
    await desk.keeper.pause(fay.id, undefined, theCoordinator);
    expect((await stored(desk)).pauses).toHaveLength(2);
  });

  it('that was begun and ended on one day leaves nothing', async () => {
    const desk = keeping(aFacilitator());
    await desk.keeper.pause(fay.id, '2027-01-31', theCoordinator);
    await desk.keeper.pause(fay.id, undefined, theCoordinator);
    expect(await stored(desk)).toEqual(aFacilitator());
  });

  it('of two at once is the later one, and neither is lost on the way', async () => {
    const desk = keeping(aFacilitator());
    await Promise.all([
      desk.keeper.pause(fay.id, '2027-01-31', theCoordinator),
      desk.keeper.leave(fay.id, '2027-06-01', theCoordinator),
    ]);
    expect(await stored(desk)).toMatchObject({ leftOn: '2027-06-01', pauses: [{ until: '2027-01-31' }] });
  });

  it('of somebody who is not there says so', async () => {
    expect(await keeping().keeper.pause(fay.id, '2027-01-31', theCoordinator)).toEqual({
      saved: false,
      why: 'not-found',
    });
  });
});

it('remembers whether somebody knows a family, and forgets it again', async () => {
  const desk = keeping(aFacilitator());
  await desk.keeper.knowsFamily(fay.id, 'request-1', true, theCoordinator);
  await desk.keeper.knowsFamily(fay.id, 'request-1', true, theCoordinator);
  expect((await stored(desk)).knownFamilies).toEqual(['request-1']);
  await desk.keeper.knowsFamily(fay.id, 'request-1', false, theCoordinator);
  expect(await stored(desk)).toEqual(aFacilitator());
});
