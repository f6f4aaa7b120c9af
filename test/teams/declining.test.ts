import { DECLINE_REASONS } from '../../src/domain/ending';
import { DOORS } from '../../src/domain/signpost';
import { DECLINE_CHOICES } from '../../src/wording/declining';
import { DOOR_WORDING } from '../../src/wording/doors';
import { coordinators, practitioners } from '../sandbox/people';
import { executing, partsOf, press, wordsOn } from './card-in-hand';
import { CHANNEL, type Office, openOffice } from './office';
import { current, submitted } from './session-steps';

const [petra, sam] = practitioners;
const [cora] = coordinators;
const THREAD = `${CHANNEL};messageid=1`;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** A coordinator's own view of a request just sent. */
async function view() {
  const { id } = await submitted(office);
  const { card } = await office.executes(cora, executing('coordinate', { request: id }), { where: THREAD });
  return { id, card };
}

/** What the requester reads about it. */
async function toldOf(id: string): Promise<string> {
  return wordsOn((await office.executes(petra, executing('open', { request: id }))).card);
}

describe('the reasons for declining', () => {
  it('name every other door, and every other reason', async () => {
    const { card } = await view();
    const [field] = partsOf(card).filter(({ id }) => id === 'reason');
    const offered = (field?.choices as { value: string }[]).map(({ value }) => value);
    expect(offered).toEqual([
      ...DOORS.filter((door) => door !== 'jags').map((door) => `another-door:${door}`),
      ...DECLINE_REASONS.filter((reason) => reason !== 'another-door'),
    ]);
  });

  it('fit into one line of a phone', () => {
    expect(DECLINE_CHOICES.filter(({ title }) => title.length > 34)).toEqual([]);
  });

  it.each(DOORS.filter((door) => door !== 'jags'))(
    'tell the requester kindly where to go instead, why, and what to do next: %s',
    async (door) => {
      const { id, card } = await view();
      const pressed = press(card, 'Decline the request', { reason: `another-door:${door}` });
      await office.executes(cora, pressed, { where: THREAD });
      expect(current(office, id)).toMatchObject({ outcome: { reason: 'another-door', door } });
      const words = await toldOf(id);
      expect(words).toContain(`something else will help you sooner: ${DOOR_WORDING[door].heading}.`);
      expect(words).toContain(`What to do next: ${DOOR_WORDING[door].next}`);
    },
  );

  it('suppose of a new concern nothing that nobody has said', async () => {
    const { id, card } = await view();
    const pressed = press(card, 'Decline the request', { reason: 'another-door:cads' });
    const reply = await office.executes(cora, pressed, { where: THREAD });
    expect(wordsOn(reply.card)).toContain('Better door: CADS, new concern.');
    expect(await toldOf(id)).not.toContain('no social worker that you know of');
    expect(await toldOf(id)).toContain('0344');
  });

  it('may come from a card older than the doors', async () => {
    const { id } = await view();
    await office.executes(cora, executing('decline', { request: id, reason: 'another-door' }), {
      where: THREAD,
    });
    expect(current(office, id)).toMatchObject({ outcome: { reason: 'another-door' } });
    expect(await toldOf(id)).toContain('another meeting will help you sooner');
  });

  it.each(['another-door:jags', 'another-door:', 'another-door:pub', 'outside-norfolk:tafs', ':tafs', ''])(
    'are these and no others: "%s"',
    async (reason) => {
      const { id } = await view();
      const reply = await office.executes(cora, executing('decline', { request: id, reason }), {
        where: THREAD,
      });
      expect(reply).toMatchObject({
        status: 400,
        text: expect.stringContaining('could not be read') as string,
      });
      expect(current(office, id).state).toBe('submitted');
    },
  );

  it('are for coordinators to choose, however right the door', async () => {
    const { id } = await view();
    const pressed = executing('decline', { request: id, reason: 'another-door:tafs' });
    expect(await office.executes(sam, pressed, { where: THREAD })).toMatchObject({ status: 400 });
    expect(current(office, id).state).toBe('submitted');
  });
});
