/** Why nobody could be found, as closing a request and the figures tell it. */
import type { Matches } from '../../src/domain/match';
import type { Request } from '../../src/domain/request';
import type { Setback } from '../../src/domain/setback';
import { type Unmatched, whyUnmatched } from '../../src/domain/unmatched';
import { aRequest, someMatches, theFacilitator } from '../builders';

const setback: Setback = { why: 'no-answer', facilitator: theFacilitator.name };
const unmatched = (matches: Partial<Matches>, over: { setback?: Setback } = {}) =>
  aRequest.submitted({ matches: someMatches({ best: [], removed: {}, ...matches }), ...over });

it.each<[string, Request, Unmatched | undefined]>([
  ['is not said while matches are looked for', aRequest.searching(), undefined],
  ['is not said while there is a match to choose', aRequest.submitted(), undefined],
  ['is not said of what is arranged', aRequest.offered(), undefined],
  ['is that no calendar could be read', unmatched({ unreachable: true }), 'calendars-unread'],
  [
    'is that no calendar could be read, whatever came before',
    unmatched({ unreachable: true }, { setback }),
    'calendars-unread',
  ],
  [
    'is the rule that removed most',
    unmatched({ removed: { 'same-team': 1, 'calendar-unknown': 2, cap: 1 } }),
    'calendar-unknown',
  ],
  [
    'is the first of the rules that removed as many',
    unmatched({ removed: { cap: 2, 'same-team': 2 } }),
    'same-team',
  ],
  ['is the rule, whatever came before', unmatched({ removed: { cap: 1 } }, { setback }), 'cap'],
  [
    'is what undid the last arrangement, where no rule removed anybody',
    unmatched({}, { setback }),
    'no-answer',
  ],
  ['is that there is nobody at all, where nothing came before', unmatched({}), 'empty-pool'],
])('Why nobody could be found %s', (_why, request, expected) => {
  expect(whyUnmatched(request)).toBe(expected);
});
