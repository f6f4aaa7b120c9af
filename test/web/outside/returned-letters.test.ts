import type { Recipient } from '../../../src/domain/mail-news';
import type { Request } from '../../../src/domain/request';
import { createReturnedLetters } from '../../../src/web/outside/returned-letters';
import { errandKey, letterKey } from '../../../src/web/outside/letters/letter-key';
import { openWorkshop, put } from '../../workshop';
import { booked, closed, ID, TO } from './marked';

async function returned(request: Request, key: string) {
  const shop = openWorkshop();
  await put(shop.store, request, []);
  await createReturnedLetters({ requests: shop.store, workflow: shop.workflow })({ key });
  const [now] = shop.store.all();
  return { troubles: now?.troubles, effects: shop.store.effectsOf(ID).map(({ effect }) => effect.kind) };
}

const keyTo = (to: Recipient) => letterKey(ID, to, 'effect-00000001');

it.each([
  [TO.requester, { kind: 'mail-returned', who: 'requester' }],
  [TO.facilitator, { kind: 'mail-returned', who: 'facilitator', attempt: 1 }],
  [TO.participant, { kind: 'mail-returned', who: 'participant', mail: TO.participant.mail }],
] as const)('A letter to %j that came back is raised to the coordinators', async (to, trouble) => {
  const { troubles, effects } = await returned(booked, keyTo(to));
  expect(troubles).toEqual([trouble]);
  expect(effects).toContain('call-coordinators');
});

it('So is one that told of the end of a request: nobody else tells them', async () => {
  const over = closed({ kind: 'declined', reason: 'another-door', door: 'cads', by: booked.approvedBy });
  const { troubles } = await returned(over, keyTo(TO.requester));
  expect(troubles).toEqual([{ kind: 'mail-returned', who: 'requester' }]);
});

it.each([
  ['a letter that was asked for on a page', errandKey('one')],
  ['a letter of another request', letterKey('0123456789abcdefghjkmnpqrs', TO.requester, 'effect-1')],
  ['somebody no longer on it', keyTo({ as: 'participant', mail: 'else@school.example' })],
  ['what is no letter of ours', 'Undeliverable: hello'],
])('Nothing is raised of %s', async (_what, key) => {
  expect(await returned(booked, key)).toEqual({ troubles: undefined, effects: [] });
});
