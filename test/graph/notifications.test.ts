import fc from 'fast-check';
import { isSameSecret, notificationsIn, together } from '../../src/graph/notifications';

const change = (over: object = {}) => ({
  subscriptionId: '7f105c7d-2dc5-4530-97cd-4e7ae6534c07',
  subscriptionExpirationDateTime: '2026-11-28T09:00:00Z',
  changeType: 'updated',
  resource: 'Users/x/Events/AAkA1',
  resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.etag': 'W/"x"', id: 'AAkA1' },
  clientState: 'secret',
  tenantId: '7e4a0000-0000-4000-8000-000000000001',
  ...over,
});
const word = (lifecycleEvent: string) => ({ subscriptionId: 'x', clientState: 'secret', lifecycleEvent });

describe('what Graph posts', () => {
  it('is read as ids of events and words about the subscription', () => {
    expect(notificationsIn({ value: [change(), word('missed')], validationTokens: [] })).toEqual([
      { clientState: 'secret', news: { kind: 'events', ids: ['AAkA1'] } },
      { clientState: 'secret', news: { kind: 'lifecycle', event: 'missed' } },
    ]);
  });

  it.each([
    ['no clientState', change({ clientState: undefined })],
    ['a clientState that is no text', change({ clientState: { $ne: '' } })],
    ['no id', change({ resourceData: {} })],
    ['an id that is a path', change({ resourceData: { id: '../../users' } })],
    ['an id without end', change({ resourceData: { id: 'A'.repeat(513) } })],
    ['a change that is none', change({ changeType: 'moved' })],
    ['a word nobody knows', word('party')],
    ['null', null],
  ])('counts for nothing with %s, and costs the others nothing', (_what, wrong) => {
    expect(notificationsIn({ value: [wrong, change()] })).toHaveLength(1);
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ value: fc.array(fc.anything()) })), (body) => {
        for (const { clientState } of notificationsIn(body)) expect(typeof clientState).toBe('string');
      }),
    );
  });

  it('is worked once for each event and each word, however often it came', () => {
    const told = notificationsIn({
      value: [
        change(),
        word('missed'),
        change({ changeType: 'deleted' }),
        change({ resourceData: { id: 'AAkA2' } }),
        word('missed'),
      ],
    });
    expect(together(told)).toEqual([
      { kind: 'events', ids: ['AAkA1', 'AAkA2'] },
      { kind: 'lifecycle', event: 'missed' },
    ]);
    expect(together([])).toEqual([]);
  });
});

it.each([
  ['secret', 'secret', true],
  ['secret', 'secrets', false],
  ['', 'secret', false],
  ['sécret', 'secret', false],
])('%j against the secret %j', (given, known, same) => {
  expect(isSameSecret(given, known)).toBe(same);
});
