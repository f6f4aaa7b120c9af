/** The organiser's mailbox is full, or somebody's address leads nowhere. */
import type { Booked, RequestId } from '../../src/domain/request';
import { theCoordinator, theFacilitator, theRequester } from '../builders';
import { outsiders } from '../sandbox/people';
import { consistent } from './consistent';
import { HOURS, MINUTES, type Town, useTown } from './town';

const open = useTown();
const [hattie] = outsiders;

const fills = (town: Town) => town.tenant.faults.add({ kind: 'over-quota', times: 'always' });
/** More than ten tries with growing waits. */
async function passesInVain(town: Town): Promise<void> {
  for (let n = 0; n < 12; n += 1) await town.passes(6 * MINUTES);
}

describe('A full mailbox', () => {
  it('when the event is to be made, gives the request back, and once there is room it is booked', async () => {
    const town = await open();
    fills(town);
    const id = await town.offered();
    await passesInVain(town);
    const back = await consistent(town, id);
    expect(back).toMatchObject({ state: 'submitted', setback: { why: 'could-not-arrange' } });
    town.tenant.faults.clear();
    const [first] = (back.state === 'submitted' && back.matches?.best) || [];
    await town.says(theCoordinator, id, { kind: 'approve', matchId: first!.id });
    await town.settled();
    expect(await consistent(town, id)).toMatchObject({ state: 'offered', attempt: 2 });
  });

  it('when it is to be moved, leaves it booked as it was, and says that it could not be arranged', async () => {
    const town = await open();
    const id = await town.booked();
    const { match } = (await town.state(id)) as Booked;
    await town.says(theRequester, id, { kind: 'another-time', attempt: 1 });
    await town.settled();
    const [first] = ((await town.state(id)) as Booked).rearranging!.matches!.best;
    fills(town);
    await town.says(theCoordinator, id, { kind: 'approve', matchId: first!.id });
    await passesInVain(town);
    expect(await consistent(town, id)).toMatchObject({
      state: 'booked',
      match: { slot: match.slot },
      rearranging: { setback: { why: 'could-not-arrange' } },
    });
  });

  it('when the participants are to be invited, is told to the coordinators until they are', async () => {
    const town = await open();
    const id = await town.offered();
    fills(town);
    await town.says(theFacilitator, id, { kind: 'accept', attempt: 1 });
    await passesInVain(town);
    expect(await town.state(id)).toMatchObject({
      state: 'booked',
      troubles: [{ kind: 'not-invited', attempt: 1 }],
    });
    town.tenant.faults.clear();
    await town.passes(HOURS);
    const request = await consistent(town, id);
    expect(request).toMatchObject({ state: 'booked' });
    expect(request).not.toHaveProperty('troubles');
  });
});

describe('An address that bounces', () => {
  /** Booked with somebody on its list whose mail comes back; nobody answers for them. */
  async function withNobody(town: Town): Promise<RequestId> {
    const id = await town.booked();
    await town.says(theRequester, id, {
      kind: 'propose-participants',
      answers: {
        removed: [hattie.mail],
        added: [{ name: 'Nobody There', mail: 'bounces@nowhere.example', team: 'ed-pri' }],
        notNames: '',
      },
      known: [],
    });
    await agrees(town, id);
    return id;
  }

  async function agrees(town: Town, id: RequestId): Promise<void> {
    const { proposal } = (await town.state(id)) as Booked;
    await town.says(theCoordinator, id, { kind: 'agree-proposal', at: proposal!.at });
    await town.settled();
  }

  it('holds up nobody: the others are invited, and its agency counts as not having answered', async () => {
    const town = await open();
    const id = await withNobody(town);
    for (const { address } of town.events(id)[0]!.attendees)
      if (!address.startsWith('bounces'))
        town.tenant.events.respond(town.events(id)[0]!.id, address, 'accepted');
    await town.settled();
    const request = await consistent(town, id);
    expect(request).toMatchObject({ state: 'booked' });
    expect((request as Booked).outlook?.answers).toContainEqual({
      agency: 'ed',
      people: 1,
      coming: 0,
      notComing: 0,
    });
  });

  it('is put right by naming another: only the two of them get mail', async () => {
    const town = await open();
    const id = await withNobody(town);
    town.tenant.outbox.clear();
    await town.says(theRequester, id, {
      kind: 'propose-participants',
      answers: {
        removed: ['bounces@nowhere.example'],
        added: [{ name: hattie.name, mail: hattie.mail, team: 'ed-pri' }],
        notNames: '',
      },
      known: [],
    });
    await agrees(town, id);
    expect(await consistent(town, id)).toMatchObject({ state: 'booked' });
    const written = town.tenant.outbox.list().map(({ to, kind }) => `${kind} ${to}`);
    expect(written.sort()).toEqual(['cancellation bounces@nowhere.example', `invitation ${hattie.mail}`]);
  });
});
