import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { type Card, renderCard } from '../../src/teams/cards';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { anAsk, aParticipant, aRequest, aRequester } from '../builders';
import { coordinators, practitioners } from '../sandbox/people';
import { wordsOn } from './card-in-hand';
import { CHANNEL, openOffice } from './office';
import { submitted } from './session-steps';

const [, , indigo] = practitioners;
const [cora] = coordinators;

function card(request: Request, coordinator: boolean): Card {
  const view = { refresh: { userIds: [], button: false }, coordinator };
  return renderCard('coordination', presentForCoordinators(request, policy, view));
}

const people = (...gone: string[]) =>
  anAsk({
    participants: gone.map((name) =>
      aParticipant({ name, mail: `${name.toLowerCase()}@x.example`, gone: true }),
    ),
  });

describe('What a request needs of its coordinators', () => {
  it('is to be handed over when the requester’s account is gone, whatever its state', () => {
    const requester = aRequester({ gone: true });
    for (const request of [aRequest.submitted({ requester }), aRequest.booked({ requester })])
      for (const own of [true, false]) {
        expect(wordsOn(card(request, own))).toContain(
          'account is no longer in the directory. Please hand the',
        );
        expect(JSON.stringify(card(request, own))).toContain('"style":"warning"');
      }
  });

  it('names those whose accounts are gone to a coordinator, and only counts them in the channel', () => {
    const request = aRequest.submitted({ ask: people('Azure', 'Bronze') });
    expect(wordsOn(card(request, true))).toContain(
      '2 participants are no longer in the directory: Azure, Bronze.',
    );
    const words = wordsOn(card(request, false));
    expect(words).toContain('2 participants are no longer in the directory.');
    expect(words).not.toMatch(/Azure,|Bronze/);
  });

  it('is nothing any more once it is closed', () => {
    const request = aRequest.closed({ requester: aRequester({ gone: true }), ask: people('Bronze') });
    expect(wordsOn(card(request, true))).not.toContain('in the directory');
  });

  it('comes after a trouble, which is worse', () => {
    const troubles = [{ kind: 'not-removed', attempt: 1 }] as const;
    const request = aRequest.submitted({ troubles, requester: aRequester({ gone: true }) });
    const words = wordsOn(card(request, true));
    expect(words.indexOf('could NOT be removed')).toBeLessThan(words.indexOf('hand the request over'));
    expect(JSON.stringify(card(request, true))).toContain('"style":"attention"');
  });

  it('tells who may act for the requester in the coordinator’s own view alone', () => {
    const requester = aRequester({ colleague: { mail: indigo.mail } });
    const request = aRequest.submitted({ requester });
    expect(wordsOn(card(request, true))).toContain(`May act for the requester: ${indigo.mail}`);
    expect(wordsOn(card(request, false))).not.toContain(indigo.mail);
  });
});

describe('The number to ring the requester on', () => {
  it('is beside the reason, and on no other card of a coordinator', async () => {
    const office = await openOffice();
    const { id } = await submitted(office, { phone: '01632 960123' });
    const on = { where: `${CHANNEL};messageid=1` };
    const data = { verb: 'reason', request: id };
    const reason = await office.executes(cora, { type: 'Action.Submit', verb: 'reason', data }, on);
    expect(wordsOn(reason.card)).toContain('Ring them on: 01632 960123');
    const view = await office.executes(cora, { type: 'Action.Execute', verb: 'coordinate', data }, on);
    expect(JSON.stringify([view, await office.store.history(id)])).not.toContain('960123');
    await office.close();
  });
});
