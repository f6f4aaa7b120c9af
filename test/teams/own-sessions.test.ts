/** "my sessions": what somebody takes part in, at any time before it. */
import type { Booked } from '../../src/domain/request';
import { SESSIONS } from '../../src/teams/wording/own-sessions';
import { OWN_PART } from '../../src/wording/taking-part';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, executing, press, wordsOn } from './card-in-hand';
import { cardOf, GROUP, type Office, openOffice } from './office';
import { booked, current, known, offered } from './session-steps';

const [cora] = coordinators;
const [petra, sam, , stranger] = practitioners;
const WHEN = 'Tuesday 8 December 2026, 10:00 to 11:30';

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  await known(office, petra, sam, stranger);
  id = (await booked(office)).id;
  const was = await office.store.load(id);
  const before = current<Booked>(office, id);
  const audit = { at: office.clock.now(), by: 'system', what: 'unknown' } as const;
  const comes = { id: sam.id, name: sam.name, mail: sam.mail, team: 'cs-eh' };
  const next = { ...before, ask: { ...before.ask, participants: [...before.ask.participants, comes] } };
  await office.store.save({ ...(was && { was }), next, effects: [], audit });
});
afterEach(() => office.close());

const listed = async (person = sam) => cardOf((await office.says(person, 'my sessions')).at(-1));
const open = () => `Open ${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase().replace('OPEN', 'Open');

describe('Somebody’s sessions', () => {
  it('are those they take part in, with when and who asked, and nothing of the case', async () => {
    const card = await listed();
    expect(wordsOn(card)).toContain(WHEN);
    expect(wordsOn(card)).toContain(`Asked for by ${petra.name}`);
    const { ask, match } = current<Booked>(office, id);
    for (const secret of [ask.reason, ask.caseReference, match.facilitator.name, sam.mail])
      expect(JSON.stringify(card)).not.toContain(secret);
  });

  it('open at any time before, and from there it can be said that they cannot come', async () => {
    const opened = await office.executes(sam, press(await listed(), open()));
    expect(buttonsOn(opened.card)).not.toContain('The facilitator has not come');
    const reply = await office.executes(sam, press(opened.card, "I can't come"));
    expect(wordsOn(reply.card)).toContain(OWN_PART.absentNoted);
    expect(current<Booked>(office, id).absent).toEqual([sam.mail]);
  });

  it('are nobody else’s: not in their list, nor opened with a card of somebody else', async () => {
    const card = await listed();
    expect(wordsOn(await listed(stranger))).toContain(SESSIONS.none);
    for (const person of [stranger, cora]) {
      const reply = await office.executes(person, press(card, open()));
      expect(reply.card).toBeUndefined();
      expect(reply.text).toContain('No such request was found');
    }
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'open',
      refused: 'not-taking-part',
    });
  });

  it('are only those that are booked and not over', async () => {
    await offered(office);
    expect(buttonsOn(await listed(petra))).toEqual([open()]);
    office.clock.pass(current<Booked>(office, id).match.slot.end - office.clock.now());
    expect(wordsOn(await listed())).toContain(SESSIONS.none);
  });

  it('that no longer take place say so, and have nothing left to press', async () => {
    const card = await listed();
    const by = { id: petra.id, name: petra.name };
    await office.workflow.handle({ kind: 'withdraw', requestId: id, by });
    const reply = await office.executes(sam, press(card, open()));
    expect(wordsOn(reply.card)).toContain('no longer takes place');
    expect(wordsOn(reply.card)).not.toContain(petra.name);
  });

  it('are told in one’s own chat alone', async () => {
    await office.says(sam, '<at>JAGS</at> my sessions', GROUP);
    for (const { activity } of office.connector.in(GROUP))
      expect(JSON.stringify(activity)).not.toContain('8 December');
    expect(wordsOn(cardOf(office.connector.in(`a:${sam.id}`).at(-1)))).toContain(WHEN);
    const reply = await office.executes(sam, executing('session', { request: id }), { where: GROUP });
    expect(reply.text).toContain('our own chat');
  });
});
