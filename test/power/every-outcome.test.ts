/** Each way in which a request may be said to have ended is one that some decision brings about, and the API describes just these. */
import type { Outcome } from '../../src/domain/outcome';
import type { Request } from '../../src/domain/request';
import { aRequest, someDatesAsked, someMatches } from '../builders';
import { definitions } from './described';
import { accepted, addressed, commands } from '../domain/decided';

/** What is decided, and of which request. The type asks for each there is. */
const BROUGHT_ABOUT: Record<Outcome['kind'], readonly [keyof typeof commands, Request]> = {
  declined: ['decline', aRequest.submitted()],
  withdrawn: ['withdraw', aRequest.submitted()],
  cancelled: ['cancel', aRequest.booked()],
  'not-held': ['not-held', aRequest.held()],
  completed: ['evaluation-over', aRequest.held()],
  silent: [
    'dates-time-over',
    aRequest.submitted({
      matches: someMatches({ best: [], removed: { cap: 2 } }),
      datesAsked: someDatesAsked(),
    }),
  ],
};
const kinds = Object.keys(BROUGHT_ABOUT) as readonly Outcome['kind'][];

it.each(kinds)('%s', (kind) => {
  const [what, request] = BROUGHT_ABOUT[kind];
  expect(accepted(request, addressed(commands[what])).next).toMatchObject({
    state: 'closed',
    outcome: { kind },
  });
});

it('is described by the API wherever it tells how a request ended, and nothing else is', () => {
  const described = Object.values(definitions).flatMap(({ properties }) => {
    const { ended } = properties as { readonly ended?: { readonly enum: readonly string[] } };
    return ended ? [[...ended.enum].sort()] : [];
  });
  expect(described).toHaveLength(2);
  for (const each of described) expect(each).toEqual([...kinds].sort());
});
