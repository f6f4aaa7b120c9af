/** The effects on real parts, for the tests of a file: the simulated Graph over HTTP, and the pool in Azurite. */
import { defaultPolicy } from '../../src/domain/policy';
import type { Effect, Request } from '../../src/domain/request';
import { createEffects, type EffectsNeeds } from '../../src/performing/effects';
import { createCalendars } from '../../src/graph/availability';
import { createMeetings } from '../../src/graph/meetings';
import { createDirectory } from '../../src/graph/people';
import { createPoolKeeping } from '../../src/pool-keeping';
import { onTables, useEmbeddedStorage } from '../azure/embedded-storage';
import { askedAt } from '../builders';
import { createMemoryLog } from '../fakes';
import { graphOffice } from '../graph/graph-office';
import { COORDINATORS_GROUP, ORGANISER_ID } from '../sandbox/people';

const now = () => askedAt;

/** Registers what starts and stops them; call once, outside of tests. */
export function useEffectsDesk() {
  const office = graphOffice();
  const embedded = useEmbeddedStorage();
  const log = createMemoryLog();

  function desk(over: Partial<EffectsNeeds> = {}) {
    const graph = office.graph();
    const { pool, requests, openRequests } = onTables(embedded.storage, now);
    const meetings = createMeetings({ graph, organiser: ORGANISER_ID, rereads: { times: 1, waitMs: 5 } });
    const directory = createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now });
    const effects = createEffects({
      directory,
      pool,
      poolKeeping: createPoolKeeping({ pool, directory, lookAfter: async () => [], now }),
      calendars: createCalendars({ graph, organiser: ORGANISER_ID }),
      meetings,
      reminders: { remind: async () => 'nowhere' },
      messenger: { show: async () => 'nowhere', call: async () => 'nowhere' },
      openRequests,
      log,
      policy: defaultPolicy,
      now,
      ...over,
    });
    const perform = (request: Request, effect: Effect, key = 'effect-00000001') =>
      effects.perform(request, effect, key);
    return { ...effects, perform, pool, meetings, requests };
  }

  return { office, desk, log };
}
