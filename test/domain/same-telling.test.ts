/** What has been told is not told a second time by work that was asked for twice: by then both would show the same. */
import { isSameTelling } from '../../src/domain/lanes';
import type { Effect } from '../../src/domain/request';
import { aFacilitatorRef } from '../builders';
import { amber } from './story';

const fay = aFacilitatorRef();
const shown = (attempt: number, facilitator = fay): Effect => ({
  kind: 'show-facilitator',
  attempt,
  facilitator,
});
const toFay = { as: 'facilitator', attempt: 1, facilitator: fay } as const;
const toHattie = { as: 'participant', mail: 'hattie@school.example' } as const;
const mail = (
  to: Extract<Effect, { kind: 'mail' }>['to'],
  news: 'invited' | 'asked' = 'invited',
): Effect => ({
  kind: 'mail',
  to,
  news,
});

describe('Performing one effect tells what another asks for', () => {
  it.each<[string, Effect, Effect]>([
    ['the same card', { kind: 'show-requester' }, { kind: 'show-requester' }],
    ['the same call', { kind: 'call-coordinators' }, { kind: 'call-coordinators' }],
    [
      'a call about the same',
      { kind: 'call-coordinators', about: 'poll' },
      { kind: 'call-coordinators', about: 'poll' },
    ],
    ['the card of the same offer', shown(1), shown(1)],
    ['the same letter to a facilitator', mail(toFay), mail({ ...toFay })],
    ['the same letter to a participant', mail(toHattie), mail({ ...toHattie })],
    ['the same letter to the requester', mail({ as: 'requester' }), mail({ as: 'requester' })],
  ])('where it is %s', (_what, one, other) => {
    expect([isSameTelling(one, other), isSameTelling(other, one)]).toEqual([true, true]);
  });

  it.each<[string, Effect, Effect]>([
    ['somebody else’s card', { kind: 'show-requester' }, { kind: 'show-coordinators' }],
    ['a call where the other is a card', { kind: 'call-requester' }, { kind: 'show-requester' }],
    [
      'about something else',
      { kind: 'call-coordinators', about: 'poll' },
      { kind: 'call-coordinators', about: 'cannot-come' },
    ],
    [
      'about something, where the other is not',
      { kind: 'call-coordinators' },
      { kind: 'call-coordinators', about: 'poll' },
    ],
    ['the card of another offer', shown(1), shown(2)],
    ['the card of somebody else', shown(1), shown(1, amber)],
    ['a letter with other news', mail(toFay), mail(toFay, 'asked')],
    ['a letter to a facilitator of another offer', mail(toFay), mail({ ...toFay, attempt: 2 })],
    ['a letter to another facilitator', mail(toFay), mail({ ...toFay, facilitator: amber })],
    ['a letter to another participant', mail(toHattie), mail({ ...toHattie, mail: 'percy@police.example' })],
    ['a letter to a facilitator, and to a participant', mail(toFay), mail(toHattie)],
    ['a letter to the requester, and to a facilitator', mail({ as: 'requester' }), mail(toFay)],
    ['a letter to the requester, and to a participant', mail({ as: 'requester' }), mail(toHattie)],
    ['a letter, and a card', mail({ as: 'requester' }), { kind: 'show-requester' }],
    // It is work, and each has to be done.
    ['a search', { kind: 'find-matches', round: 1 }, { kind: 'find-matches', round: 1 }],
  ])('but not where it is %s', (_what, one, other) => {
    expect([isSameTelling(one, other), isSameTelling(other, one)]).toEqual([false, false]);
  });
});
