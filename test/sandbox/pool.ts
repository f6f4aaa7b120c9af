/** A small pool of facilitators; managing it is the coordinators' own part of the program. */
import { createStorage } from '../../src/azure/clients';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import { addMonths, localDate, WEEKDAYS } from '../../src/domain/calendar';
import type { Facilitator } from '../../src/domain/facilitator';
import type { Contact } from '../../src/domain/people';
import { defaultPolicy } from '../../src/domain/policy';
import { facilitators } from './people';

/** What each is to the pool, in the order of `facilitators`: team, and months of training left. */
const POOL: readonly { readonly team: string; readonly monthsTrained: number }[] = [
  { team: 'hl-mh', monthsTrained: 16 },
  { team: 'cs-iro', monthsTrained: 9 },
  { team: 'ed-eys', monthsTrained: 20 },
  { team: 'cs-fs', monthsTrained: 14 },
  { team: 'cs-eh', monthsTrained: 4 },
  { team: 'yj-cm', monthsTrained: -1 },
];

/** The facilitators of the sandbox as of that moment. */
export function sandboxPool(now: number): Facilitator[] {
  return POOL.map(({ team, monthsTrained }, n) => {
    const { id, name, mail } = facilitators[n]!;
    return { id, name, mail, team, trainedUntil: addMonths(localDate(now), monthsTrained) };
  });
}

/** Somebody of another organisation, in no directory, who can be there on every working day. */
export function outsideFacilitator({ id, name, mail }: Contact & { id: string }, now: number): Facilitator {
  const today = localDate(now);
  const hours = [{ start: defaultPolicy.dayStart, end: defaultPolicy.dayEnd }];
  return {
    ...{ id, name, mail, team: 'vs-fa', outside: true, trainedUntil: addMonths(today, 18) },
    declared: {
      on: today,
      week: Object.fromEntries(WEEKDAYS.map((day) => [day, hours])),
      exceptions: [],
      leave: [],
    },
  };
}

/** Puts them into the facilitator table; those who are there already stay as they are. */
export async function seedPool(connectionString: string, prefix = 'jags'): Promise<void> {
  await addToPool(connectionString, sandboxPool(Date.now()), prefix);
}

/** Those who are there already stay as they are. */
export async function addToPool(
  connectionString: string,
  people: readonly Facilitator[],
  prefix = 'jags',
): Promise<void> {
  const storage = createStorage({ prefix, connectionString, patient: true });
  await storage.prepare();
  const table = createFacilitatorTable({ facilitators: storage.facilitators, now: () => Date.now() });
  const audit = { at: Date.now(), by: 'system', changed: [] } as const;
  await Promise.all(people.map((facilitator) => table.save(facilitator, audit)));
}
