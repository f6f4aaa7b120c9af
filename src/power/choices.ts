/** What there is to choose from, for the drop-downs of flows. */
import { teamLabel } from '../domain/agencies';
import { REQUEST_EVENTS } from '../domain/announcing';
import type { Policy } from '../domain/policy';
import type { Answering } from './answering';
import { EVENT_NAMES } from './wording';

export function listChoices({ policy }: { readonly policy: Policy }): Answering {
  const { agencies, localities } = policy;
  const teams = agencies.flatMap(({ name: agency, teams }) =>
    teams.map(({ code }) => ({ code, agency, name: teamLabel(agencies, code) })),
  );
  const body = {
    teams,
    localities: localities.map(({ code, name }) => ({ code, name })),
    events: REQUEST_EVENTS.map((code) => ({ code, name: EVENT_NAMES[code] })),
  };
  return { operation: 'ListChoices', answer: () => Promise.resolve({ status: 200, body }) };
}
