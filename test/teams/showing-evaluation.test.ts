/** The code a facilitator shows to everybody in the last minutes of a session. */
import { presentForFacilitator } from '../../src/present/facilitator';
import { renderCard } from '../../src/teams/cards';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { SHARED_LINK } from '../../src/wording/shared-link';
import { at } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { someEvaluation } from '../some-evaluation';
import { buttonsOn, executing, partsOf, press, wordsOn } from './card-in-hand';
import { type Office, openOffice } from './office';
import { booked, current, offered } from './session-steps';

const [cora] = coordinators;
const [petra, sam] = practitioners;
const [fay, amber] = facilitators;
const SHOW = SHARED_LINK.button;
const PAGES = 'https://jags.norfolk-sandbox.example';

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice({ publicUrl: PAGES });
  ({ id } = await booked(office));
});
afterEach(() => office.close());

const until = (london: string) => office.clock.pass(at(london) - office.clock.now());
const ownCard = (offers = { showsEvaluation: true }) =>
  renderCard(
    'facilitator',
    presentForFacilitator(current(office, id), { facilitator: fay.id, attempt: 1 }, policy, { offers }),
  );
const shows = (person = fay) => office.executes(person, press(ownCard(), SHOW));
const linkOn = (card: unknown) => wordsOn(card).match(/https:\S+/)?.[0];

describe('the code for everybody in a session', () => {
  it('is offered on the card of a booked and of a held session, where there are pages to lead to', async () => {
    expect(buttonsOn(ownCard())).toContain(SHOW);
    expect(buttonsOn(ownCard({ showsEvaluation: false }))).not.toContain(SHOW);
    await office.reports(id, { kind: 'session-ended', attempt: 1 });
    expect(buttonsOn(ownCard())).toContain(SHOW);
    ({ id } = await offered(office));
    expect(buttonsOn(ownCard())).not.toContain(SHOW);
  });

  it('says from when, before it can be shown, and opens nothing', async () => {
    until('2026-12-08T11:24');
    expect(wordsOn((await shows()).card)).toContain('from 11:25 on Tuesday 8 December 2026');
    expect(office.evaluations.sessions.size).toBe(0);
  });

  it('leads to an evaluation that is open for as many as are expected, by picture and by link', async () => {
    until('2026-12-08T11:25');
    const { card } = await shows();
    const [image] = partsOf(card).filter(({ type }) => type === 'Image');
    expect(image).toMatchObject({ altText: SHARED_LINK.alt });
    expect(image!.url).toMatch(/^data:image\/gif;base64,/);
    const link = linkOn(card)!;
    expect(link).toMatch(new RegExp(`^${PAGES}/evaluate/`));
    expect(office.evaluations.sessions.get(id)).toMatchObject({ invited: 3, quarter: '2026-Q4' });
    const token = decodeURIComponent(link.split('/').at(-1)!);
    const seats = ['a', 'b'].map((letter) => letter.repeat(43));
    for (const seat of seats)
      expect(await office.evaluations.answer(token, someEvaluation(), seat)).toBe('counted');
    expect(await office.evaluations.answer(token, someEvaluation(), seats[0])).toBe('answered');
  });

  it('can be shown again, and what was answered stays', async () => {
    until('2026-12-08T11:25');
    const token = decodeURIComponent(
      linkOn((await shows()).card)!
        .split('/')
        .at(-1)!,
    );
    await office.evaluations.answer(token, someEvaluation(), 'a'.repeat(43));
    expect(linkOn((await shows()).card)).toBeDefined();
    await office.reports(id, { kind: 'session-ended', attempt: 1 });
    expect(linkOn((await shows()).card)).toBeDefined();
    expect((await office.evaluations.collected(id))?.answers).toHaveLength(1);
  });

  it('is over with the evaluation', async () => {
    until('2026-12-08T12:00');
    await office.reports(id, { kind: 'session-ended', attempt: 1 });
    const pressed = press(ownCard(), SHOW);
    until('2026-12-22T17:00');
    expect(wordsOn((await office.executes(fay, pressed)).card)).toContain(SHARED_LINK.over);
    await office.reports(id, { kind: 'evaluation-over', attempt: 1 });
    expect(wordsOn((await office.executes(fay, pressed)).card)).toContain(SHARED_LINK.over);
  });

  it.each([petra, sam, amber, cora])('is for its facilitator: not for $name', async (person) => {
    until('2026-12-08T11:25');
    const reply = await office.executes(person, executing('show-evaluation', { request: id }));
    expect(reply.text).toBe(REFUSALS['not-their-session']);
    expect(office.evaluations.sessions.size).toBe(0);
    expect((await office.store.history(id)).at(-1)).toMatchObject({ refused: 'not-their-session' });
  });

  it('has nothing of the case or of anybody on it', async () => {
    until('2026-12-08T11:25');
    const text = JSON.stringify((await shows()).card);
    const { ask, requester } = current(office, id);
    for (const secret of [ask.reason, ask.caseReference, requester.name, fay.name])
      expect(text).not.toContain(secret);
  });
});
