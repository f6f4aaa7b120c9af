import type { Declared } from '../../src/domain/declared';
import type { Facilitator } from '../../src/domain/facilitator';
import { pausedInWords, POOL } from '../../src/wording/pool';
import { aFacilitator, aRequest, theFacilitator } from '../builders';
import { facilitators, practitioners } from '../sandbox/people';
import { type Office, openOffice } from './office';

const [fay, amber] = facilitators;
const [petra] = practitioners;
const declared: Declared = {
  on: '2026-10-01',
  week: { monday: [{ start: '10:00', end: '12:00' }], tuesday: [{ start: '09:00', end: '17:00' }] },
  exceptions: [],
  leave: [{ from: '2026-10-01', until: '2026-10-09' }],
};
let office: Office;

async function open(over: Partial<Facilitator> = {}): Promise<void> {
  office = await openOffice({
    pool: [aFacilitator(over), aFacilitator({ id: amber.id, name: amber.name, mail: amber.mail })],
  });
}
afterEach(() => office.close());

const presses = (verb: string, data: object = {}) =>
  office.executes(fay, { type: 'Action.Execute', verb, data: data as Record<string, unknown> });
const kept = async () => (await office.pool.find(fay.id))!.facilitator;
const text = (card: unknown) => JSON.stringify(card);

describe('A facilitator', () => {
  it('is shown how they stand in the pool when they ask', async () => {
    await open();
    const [message] = await office.says(fay, 'my facilitating');
    expect(text(message)).toContain('Your facilitating');
    expect(text(message)).toContain('31 March 2027');
  });

  it('takes a break from today until a day, and ends it again', async () => {
    await open();
    const { card } = await presses('pause', { until: '2027-03-03' });
    expect(text(card)).toContain(pausedInWords('2027-03-03', 0));
    expect((await kept()).pauses).toEqual([{ from: '2026-11-24', until: '2027-03-03' }]);
    expect(text((await presses('end-pause')).card)).toContain(POOL.pauseEnded);
    expect(await kept()).not.toHaveProperty('pauses');
  });

  it.each(['', '2026-11-23', '2028-01-01', 'soon', '2027-02-30'])(
    'takes no break until "%s"',
    async (until) => {
      await open();
      expect(text((await presses('pause', { until })).card)).toContain(POOL.badDate);
      expect(await kept()).not.toHaveProperty('pauses');
    },
  );

  it('is told of the session their break touches, and so are the coordinators, on its card', async () => {
    await open();
    const booked = aRequest.booked();
    const audit = { at: 0, by: booked.requester, what: 'submit' } as const;
    await office.store.save({ next: booked, effects: [], audit });
    const { card } = await presses('pause', { until: '2026-12-31' });
    expect(text(card)).toContain(pausedInWords('2026-12-31', 1));
    expect((await office.store.load(booked.id))!.request.troubles).toEqual([
      { kind: 'facilitator-paused', attempt: booked.attempt },
    ]);
    await presses('end-pause');
    expect((await office.store.load(booked.id))!.request).not.toHaveProperty('troubles');
  });

  it('keeps the hours they declared up to date: what they choose, and what the card cannot say stays', async () => {
    await open({ declared });
    const { card } = await presses('declare', {
      monday: 'keep',
      tuesday: 'none',
      friday: 'morning',
      leaveFrom: '2026-12-21',
      leaveUntil: '2026-12-31',
    });
    expect(text(card)).toContain(POOL.declared);
    expect((await kept()).declared).toEqual({
      on: '2026-11-24',
      week: { monday: [{ start: '10:00', end: '12:00' }], friday: [{ start: '09:00', end: '12:30' }] },
      exceptions: [],
      leave: [{ from: '2026-12-21', until: '2026-12-31' }],
    });
  });

  it.each([
    [{ monday: 'none', tuesday: 'none' }, POOL.noHours],
    [{ leaveFrom: '2026-12-31', leaveUntil: '2026-12-21' }, POOL.badLeave],
    [{ leaveFrom: '2026-12-31' }, POOL.badLeave],
  ])('is told what is wrong with %j', async (given, sentence) => {
    await open({ declared });
    expect(text((await presses('declare', given)).card)).toContain(sentence);
    expect((await kept()).declared).toEqual(declared);
  });

  it('whose calendar is read cannot declare hours by card', async () => {
    await open();
    await presses('declare', { monday: 'day' });
    expect(await kept()).not.toHaveProperty('declared');
  });

  it('changes nobody but themselves', async () => {
    await open();
    await presses('pause', { until: '2027-03-03', id: amber.id, facilitator: amber.id });
    expect((await office.pool.find(amber.id))!.facilitator).not.toHaveProperty('pauses');
    const [entry] = await office.pool.history(fay.id);
    expect(entry).toMatchObject({ by: theFacilitator, changed: ['pauses'] });
  });
});

it('shows nothing of the pool to somebody who is not in it', async () => {
  await open();
  const reply = await office.executes(petra, {
    type: 'Action.Execute',
    verb: 'pause',
    data: { until: '2027-03-03' },
  });
  expect(reply.text).toBe(POOL.notInPool);
});

test.each([
  [0, /Wednesday 3 March 2027\.$/],
  [1, /One arranged session lies in that time: .* please keep it free\.$/],
  [2, /2 arranged sessions lie in that time: .* please keep them free\.$/],
])('a break that touches %i arranged sessions is put into words', (touched, words) => {
  expect(pausedInWords('2027-03-03', touched)).toMatch(words);
});
