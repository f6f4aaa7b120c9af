import { isOnHold, type LegalHold } from '../../src/domain/legal-hold';
import { at } from '../builders';

const ofRequest: Pick<LegalHold, 'of'> = { of: { kind: 'request', requestId: 'held0000' } };
const ofMarch: Pick<LegalHold, 'of'> = { of: { kind: 'period', from: '2026-03-01', until: '2026-03-31' } };
/** From the day the clock is put forward to the day before it is put back. */
const ofSummer: Pick<LegalHold, 'of'> = { of: { kind: 'period', from: '2026-03-29', until: '2026-10-24' } };
const moment = (text: string) => ({ start: at(text), end: at(text) });

it.each<[string, readonly Pick<LegalHold, 'of'>[], Parameters<typeof isOnHold>[1], boolean]>([
  [
    'nothing is held where there is no hold',
    [],
    { requestId: 'held0000', over: moment('2026-03-05T10:00') },
    false,
  ],
  [
    'the request that is held',
    [ofRequest],
    { requestId: 'held0000', over: moment('2020-01-01T10:00') },
    true,
  ],
  ['another is not', [ofRequest], { requestId: 'other000', over: moment('2020-01-01T10:00') }, false],
  ['what is of no request is not', [ofRequest], { over: moment('2020-01-01T10:00') }, false],
  ['the first minute of the period', [ofMarch], { over: moment('2026-03-01T00:00') }, true],
  ['its last, in summer time', [ofMarch], { over: moment('2026-03-31T23:59') }, true],
  ['the minute before it', [ofMarch], { over: moment('2026-02-28T23:59') }, false],
  ['the minute after it', [ofMarch], { over: moment('2026-04-01T00:00') }, false],
  ['the first minute of summer time’s', [ofSummer], { over: moment('2026-03-29T00:00') }, true],
  ['its last', [ofSummer], { over: moment('2026-10-24T23:59') }, true],
  ['the minute before that', [ofSummer], { over: moment('2026-03-28T23:59') }, false],
  ['the minute after that', [ofSummer], { over: moment('2026-10-25T00:00') }, false],
  [
    'what reaches into it',
    [ofMarch],
    { over: { start: at('2026-01-05T10:00'), end: at('2026-03-01T00:00') } },
    true,
  ],
  [
    'what begins in it',
    [ofMarch],
    { over: { start: at('2026-03-31T23:00'), end: at('2026-09-01T10:00') } },
    true,
  ],
  [
    'what goes on all through it',
    [ofMarch],
    { over: { start: at('2026-01-01T10:00'), end: at('2026-09-01T10:00') } },
    true,
  ],
  [
    'one of several is enough',
    [ofMarch, ofRequest],
    { requestId: 'held0000', over: moment('2020-01-01T10:00') },
    true,
  ],
])('%s: %#', (_what, holds, of, held) => {
  expect(isOnHold(holds, of)).toBe(held);
});
