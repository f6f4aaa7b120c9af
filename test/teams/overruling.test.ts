import { OVERRULED, TROUBLES } from '../../src/wording/matching';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, press, wordsOn } from './card-in-hand';
import { CHANNEL, type Office, openOffice } from './office';
import { booked, current, submitted } from './session-steps';

const [cora] = coordinators;
const [petra] = practitioners;
const THREAD = `${CHANNEL};messageid=1`;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function viewOfCora() {
  const request = await submitted(office);
  const data = { request: request.id };
  return {
    request,
    reply: await office.executes(cora, { type: 'Action.Execute', verb: 'coordinate', data }),
  };
}

describe('a match that is not the first', () => {
  it('is not approved without a reason, and says so', async () => {
    const { reply } = await viewOfCora();
    const refused = await office.executes(cora, press(reply.card, 'For this reason, approve'), {
      where: THREAD,
    });
    expect(wordsOn(refused.card)).toContain(REFUSALS['reason-needed']);
  });

  it('is approved with one, which the history keeps', async () => {
    const { reply, request } = await viewOfCora();
    const pressed = press(reply.card, 'For this reason, approve');
    const because = { ...pressed, data: { ...pressed.data, 'because-1-2': 'experience' } };
    await office.executes(cora, because, { where: THREAD });
    expect((await office.store.load(request.id))!.request).toMatchObject({
      state: 'approved',
      because: 'experience',
    });
    const last = (await office.store.history(request.id)).at(-1);
    expect(last).toMatchObject({ what: 'approve', because: 'experience' });
    const { card } = await office.executes(cora, {
      type: 'Action.Submit',
      verb: 'history',
      data: { verb: 'history', request: request.id },
    });
    expect(wordsOn(card)).toContain(OVERRULED.experience);
  });
});

describe('a facilitator who cannot be relied on any more', () => {
  const trouble = { kind: 'facilitator-paused', attempt: 1 } as const;

  it('is one tap to replace, for coordinators only', async () => {
    const request = await booked(office);
    await office.reports(request.id, { kind: 'trouble-met', trouble });
    const data = { request: request.id };
    const { card } = await office.executes(cora, { type: 'Action.Execute', verb: 'coordinate', data });
    expect(wordsOn(card)).toContain(TROUBLES['facilitator-paused']);
    const replace = press(card, 'Find somebody else');
    expect((await office.executes(petra, replace)).text).toBe(REFUSALS['coordinators-only']);
    await office.executes(cora, replace);
    expect(current(office, request.id)).toMatchObject({
      state: 'uncovered',
      rearranging: { setback: { why: 'replaced' } },
    });
  });

  it('is no button where nothing is wrong', async () => {
    const request = await booked(office);
    const data = { request: request.id };
    const { card } = await office.executes(cora, { type: 'Action.Execute', verb: 'coordinate', data });
    expect(buttonsOn(card)).not.toContain('Find somebody else');
  });
});
