/** Who sees what of the things asked for besides people, place and time. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForFacilitator } from '../../src/present/facilitator';
import { presentForRequester } from '../../src/present/requester';
import { renderCard } from '../../src/teams/cards';
import { anAsk, aRequest, aRequester, theFacilitator } from '../builders';
import { coordinators, practitioners } from '../sandbox/people';
import { partsOf, press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT, send } from './form-steps';
import { type Office, openOffice } from './office';
import { submitted } from './session-steps';

const [petra, sam] = practitioners;
const PHONE = '01632 960123';

const over = {
  requester: aRequester({ phone: PHONE, colleague: { mail: sam.mail, id: sam.id } }),
  ask: anAsk({
    otherNeeds: ['tasks', 'decision'],
    arrangements: ['bsl', 'step-free'],
    toBeNamed: [{ role: 'school nurse', team: 'hl-sn' }, { team: 'po-ne' }],
  }),
} as const;

describe('the requester', () => {
  it('sees all of it, and that the number is for coordinators only', () => {
    const words = wordsOn(renderCard('requester', presentForRequester(aRequest.submitted(over), policy)));
    expect(words).toContain(
      'Still to be named: school nurse (Health: school nursing), somebody (Police: neighbourhood)',
    );
    expect(words).toContain('Who: you and 5 others, 4 agencies');
    expect(words).toContain('Arrangements: BSL interpreter, step-free access');
    expect(words).toContain('Also asked for: tasks to be set, a case decision (went on after the advice)');
    expect(words).toContain(`Number to ring: ${PHONE} (for coordinators only)`);
    expect(words).toContain(`May act for you: ${sam.mail}`);
    expect(words).not.toContain('cannot act');
  });

  it('is told when the colleague is not in the directory, once it has been asked', () => {
    const colleague = { mail: 'somebody@elsewhere.example' };
    const asked = aRequest.submitted({ requester: aRequester({ colleague }) });
    expect(JSON.stringify(presentForRequester(asked, policy))).toContain('so they cannot act for you');
    const { mail: _unknown, ...requester } = aRequester({ colleague });
    const young = aRequest.searching({ requester });
    expect(JSON.stringify(presentForRequester(young, policy))).not.toContain('cannot act');
  });

  it('sees none of it any more when it is closed', () => {
    const words = wordsOn(renderCard('requester', presentForRequester(aRequest.closed(over), policy)));
    for (const each of ['school nurse', 'BSL', PHONE, sam.mail]) expect(words).not.toContain(each);
  });
});

describe('the facilitator', () => {
  it('sees arrangements, and of people to be named role and agency', () => {
    const asked = { facilitator: theFacilitator.id, attempt: 1 };
    const words = wordsOn(
      renderCard('facilitator', presentForFacilitator(aRequest.offered(over), asked, policy)),
    );
    expect(words).toContain('Arrangements: BSL interpreter, step-free access');
    expect(words).toContain('To be named: school nurse');
    for (const each of [PHONE, 'tasks to be set', sam.mail]) expect(words).not.toContain(each);
  });
});

describe('the coordinators’ channel', () => {
  it.each([true, false])('shows it without the number; for a coordinator themselves: %s', (coordinator) => {
    const view = { refresh: { userIds: [], button: false }, coordinator };
    const words = wordsOn(
      renderCard('coordination', presentForCoordinators(aRequest.submitted(over), policy, view)),
    );
    expect(words).toContain('2 still to be named: school nurse (Health: school nursing), somebody (Police');
    expect(words).toContain('6 people from 4 agencies');
    expect(words).toContain('Arrangements: BSL interpreter, step-free access');
    expect(words).toContain('Also wanted: tasks to be set, a case decision (went on after the advice)');
    expect(words).not.toContain(PHONE);
    expect(words.includes(sam.mail)).toBe(coordinator);
  });
});

describe('in the office', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('gives the number to a coordinator who reads the reason', async () => {
    const { id } = await submitted(office, { phone: PHONE });
    const data = { verb: 'reason', request: id };
    const { card } = await office.executes(coordinators[0], { type: 'Action.Submit', verb: 'reason', data });
    expect(wordsOn(card)).toContain(`Ring them on: ${PHONE}`);
  });

  it('counts whoever goes on after the advice, once, by agency and month', async () => {
    const { message, reply } = await send(office, { ...FILLED, otherNeeds: 'tasks' });
    const tick = partsOf(reply.card).find(({ id }) => id === 'goesOn');
    const next = await office.executes(petra, press(reply.card, NEXT, { goesOn: String(tick?.valueOn) }), {
      message,
    });
    const sending = fillAndPress(next.card, 'Send request', FILLED);
    await office.executes(petra, sending, { message });
    await office.executes(petra, sending, { message });
    expect(office.tally.counted).toEqual([{ kind: 'went-on', agency: 'cs', month: '2026-11' }]);
  });

  it('counts nobody who does not', async () => {
    await send(office);
    expect(office.tally.counted).toEqual([]);
  });
});
