/** The API with nothing but memory below it: the right tokens are checked, and everything that is kept can be looked at. */
import { defaultPolicy } from '../../src/domain/policy';
import { createApi } from '../../src/power/api';
import { createCallers } from '../../src/power/callers';
import { createThrottle } from '../../src/power/throttling';
import { createWorkflow } from '../../src/workflow';
import { anAsk, aRequest } from '../builders';
import {
  createClock,
  createMemoryDirectory,
  createMemoryLog,
  createMemoryOpenRequests,
  createMemoryStore,
  createMemoryWakeUps,
} from '../fakes';
import { createMemoryCalls } from '../memory/calls';
import { createMemoryLimits } from '../outside-fakes';
import { createMemorySubscribing, openedAt } from '../power/api-office';
import { ALL_ROLES } from '../power/described';
import { API_AUDIENCE, startEntra } from '../sandbox/entra';
import { coordinators, everybody, TENANT_ID } from '../sandbox/people';
import { createMemoryFigures } from '../some-monitoring';
import { oddIn, wrongWithRequests } from './stored';

const HOUR_MS = 60 * 60_000;

/** There from the beginning. */
export const REQUEST_ID = 'req0api0000000000000000001';

/** The operations as main.ts serves them, with what they stand on kept in memory. */
export async function openApi() {
  const clock = createClock(openedAt);
  const { now } = clock;
  // Counted by the hour: there, each call comes in another.
  let limitsAt = now();
  const policy = defaultPolicy;
  const log = createMemoryLog();
  const requests = createMemoryStore();
  const ask = anAsk({ earliest: '2026-06-22', latest: '2026-07-10' });
  const audit = { at: now(), by: 'system', what: 'submit' } as const;
  await requests.save({ next: aRequest.submitted({ id: REQUEST_ID, ask }), effects: [], audit });
  const directory = createMemoryDirectory({
    people: everybody,
    coordinators: new Set(coordinators.map(({ id }) => id)),
  });
  const workflow = createWorkflow({ requests, directory, policy, now, log, wakeUps: createMemoryWakeUps() });
  const entra = await startEntra(0, now);
  const subscribing = createMemorySubscribing(now);
  const routes = createApi({
    ...{ requests, openRequests: createMemoryOpenRequests(requests), workflow, policy, now, subscribing },
    callers: createCallers({
      ...{ issuer: entra.issuer, audience: API_AUDIENCE, allowedTenants: [TENANT_ID], directory, now, log },
    }),
    throttles: { ofAddress: createThrottle(1e9), ofCaller: createThrottle(1e9) },
    ...{ authorizationUri: 'https://jags.example.org/authorize', apiUrl: 'https://jags.example.org/api/v1' },
    ...{
      calls: createMemoryCalls(),
      limits: createMemoryLimits({ now: () => (limitsAt += HOUR_MS) }),
      figures: createMemoryFigures(),
    },
  });
  const authorization = `Bearer ${entra.appToken(ALL_ROLES)}`;

  return {
    ...{ log, routes, authorization, subscribing },
    stored: async () => [...(await wrongWithRequests(requests, now(), policy)), ...oddIn(subscribing.all())],
    kept: () => requests.all().length,
    close: () => entra.stop(),
  };
}
