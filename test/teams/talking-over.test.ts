/** "I would like to talk this over": to two people, and nowhere else. */
import { defaultPolicy } from '../../src/domain/policy';
import { presentForFacilitator } from '../../src/present/facilitator';
import { renderCard } from '../../src/teams/cards';
import { ringInWords, TALKING_OVER, toldToTalkInWords } from '../../src/wording/session-record';
import { POOL } from '../../src/wording/pool';
import { aFacilitator, aRequest } from '../builders';
import { facilitators, practitioners, supporters } from '../sandbox/people';
import { buttonsOn, executing, press } from './card-in-hand';
import { cardOf, type Office, openOffice, textOf } from './office';
import { known } from './session-steps';
import { until } from '../crash/until';

const [fay] = facilitators;
const [petra] = practitioners;
const [contact, deputy] = supporters;
const RING = 'Sage Support, 01632 960 144';
const policy = { ...defaultPolicy, supportContact: RING };

let office: Office;
afterEach(() => office.close());

async function open(over: Parameters<typeof openOffice>[0] = {}): Promise<void> {
  office = await openOffice({
    policy,
    pool: [aFacilitator()],
    supporters: supporters.map(({ id }) => id),
    ...over,
  });
}

const heldCard = (talksOver: boolean) =>
  renderCard(
    'facilitator',
    presentForFacilitator(aRequest.held(), { facilitator: fay.id, attempt: 1 }, policy, {
      offers: { talksOver },
    }),
  );
const presses = (person = fay) => office.executes(person, press(heldCard(true), TALKING_OVER.button));
const inChat = (person: { id: string }) => office.connector.in(`a:${person.id}`);

/** Whoever is told second is told after the answer. */
const bothTold = () =>
  until(
    async () => [contact, deputy].every((each) => textOf(inChat(each).at(-1)).includes(fay.name)),
    'both to be told',
  );

describe('a facilitator who would like to talk something over', () => {
  it('reaches the contact and the deputy, by name and with no session', async () => {
    await open();
    await known(office, contact, deputy);
    const reply = await presses();
    await bothTold();
    for (const person of [contact, deputy]) {
      const text = textOf(inChat(person).at(-1));
      expect(text).toContain('would like to talk something over');
      expect(text).not.toMatch(/[A-Z\d]{4}-[A-Z\d]{4}/);
    }
    expect(reply.text).toBe(toldToTalkInWords(RING));
  });

  it('leaves nothing behind: no audit, no row, and no line with who it was', async () => {
    await open();
    await known(office, contact, deputy);
    const request = aRequest.held();
    await office.store.save({
      next: request,
      effects: [],
      audit: { at: 0, by: 'system', what: 'session-ended' },
    });
    const before = [
      office.store.all(),
      await office.store.history(request.id),
      await office.pool.history(fay.id),
    ];
    const lines = office.log.lines.length;
    await presses();
    await bothTold();
    expect([
      office.store.all(),
      await office.store.history(request.id),
      await office.pool.history(fay.id),
    ]).toEqual(before);
    expect(office.log.lines).toHaveLength(lines);
  });

  it('reaches the deputy where the contact cannot be, and the log does not say who asked', async () => {
    await open();
    await known(office, contact, deputy);
    office.connector.refuse((method, path) => method === 'POST' && path.includes(contact.id), 400);
    const reply = await presses();
    expect(reply.text).toBe(toldToTalkInWords(RING));
    expect(textOf(inChat(deputy).at(-1))).toContain(fay.name);
    const lines = JSON.stringify(office.log.lines);
    expect(lines).toContain('somebody who supports facilitators could not be told');
    for (const secret of [fay.name, fay.id]) expect(lines).not.toContain(secret);
  });

  it('is told whom to ring where nobody could be told', async () => {
    await open();
    office.connector.refuse((method) => method === 'POST', 403);
    expect((await presses()).text).toBe(ringInWords(RING));
  });

  it('is told whom to ring where nobody is named for Teams', async () => {
    office = await openOffice({ policy, pool: [aFacilitator()] });
    expect((await presses()).text).toBe(ringInWords(RING));
  });

  it('is not told to themself, who may support others', async () => {
    await open({ supporters: [fay.id, deputy.id] });
    await known(office, fay, deputy);
    const before = inChat(fay).length;
    await presses();
    expect(inChat(fay)).toHaveLength(before);
    expect(textOf(inChat(deputy).at(-1))).toContain(fay.name);
  });

  it('is in the pool: nobody else can send word by it', async () => {
    await open();
    await known(office, contact, deputy);
    const before = [inChat(contact).length, inChat(deputy).length];
    expect((await office.executes(petra, executing('talk-over', {}))).text).toBe(POOL.notInPool);
    expect([inChat(contact).length, inChat(deputy).length]).toEqual(before);
  });

  it('finds it on the card of a held session and among their own facilitating, where it is set up', async () => {
    await open();
    expect(buttonsOn(heldCard(true))).toContain(TALKING_OVER.button);
    expect(buttonsOn(heldCard(false))).not.toContain(TALKING_OVER.button);
    const [own] = await office.says(fay, 'my facilitating');
    expect(buttonsOn(cardOf(own))).toContain('I would like to talk something over');
    await office.close();
    office = await openOffice({ pool: [aFacilitator()] });
    const [without] = await office.says(fay, 'my facilitating');
    expect(buttonsOn(cardOf(without))).not.toContain('I would like to talk something over');
  });
});
