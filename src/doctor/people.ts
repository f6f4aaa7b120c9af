/** People and groups of Entra that settings name, and the pool. */
import type { Config } from '../config';
import { localDate } from '../domain/calendar';
import { mayTakeOn } from '../domain/facilitator';
import type { PersonId } from '../domain/people';
import { type Account, accountsOf } from '../graph/accounts';
import type { Graph } from '../graph/client';
import { createMembership } from '../graph/membership';
import {
  disabled,
  ENABLED_NOT_SHOWN,
  groupEmpty,
  NOBODY_TRAINED,
  noSuchGroup,
  notSet,
  notThere,
  tooFewDecide,
} from './advice';
import { type Check, failed, ok, type Outcome, skipped } from './check';
import { refusedWith } from './faults';
import type { Ground } from './ground';

const LEAST_WHO_DECIDE = 2;

export const PEOPLE: readonly Check[] = [
  {
    name: 'coordinators',
    needs: ['graph'],
    async run(ground) {
      const members = await unlessNoGroup(coordinatorAccounts(ground));
      if (!members) return failed(noSuchGroup('COORDINATORS_GROUP'));
      const can = members.filter(canDecide);
      const left = {
        disabled: members.filter(({ enabled }) => enabled === false).length,
        guests: members.filter(({ isGuest }) => isGuest).length,
      };
      if (can.length < LEAST_WHO_DECIDE) return failed(tooFewDecide(can.length, left));
      return can.some(({ enabled }) => enabled === undefined) ? ok(ENABLED_NOT_SHOWN) : ok();
    },
  },
  {
    name: 'quality-group',
    needs: ['graph'],
    run: somebodyIn('QUALITY_GROUP', ({ qualityGroup }) => qualityGroup),
  },
  {
    name: 'governance-group',
    needs: ['graph'],
    run: somebodyIn('GOVERNANCE_GROUP', ({ governanceGroup }) => governanceGroup),
  },
  { name: 'lead', needs: ['graph'], run: named('LEAD', ({ lead }) => (lead === undefined ? [] : [lead])) },
  {
    name: 'facilitator-support',
    needs: ['graph'],
    run: named('FACILITATOR_SUPPORT', ({ facilitatorSupport }) => facilitatorSupport),
  },
  {
    name: 'pool',
    needs: ['tables'],
    async run({ pool, now }) {
      const today = localDate(now());
      const everybody = await pool.all();
      return everybody.some(({ facilitator }) => mayTakeOn(facilitator, today))
        ? ok()
        : failed(NOBODY_TRAINED);
    },
  },
];

/** Whoever the bot lets decide, with what Entra shows of their accounts. */
export async function coordinatorAccounts({ directory, graph }: Ground): Promise<readonly Account[]> {
  const accounts = await accountsOf(graph, [...(await directory.coordinators())]);
  return accounts.filter((account) => account !== undefined);
}

/** What is not shown counts as in use: most accounts are. */
export function canDecide({ enabled, isGuest }: Account): boolean {
  return enabled !== false && !isGuest;
}

export async function readAccount(graph: Graph, id: PersonId): Promise<Account | undefined> {
  return (await accountsOf(graph, [id]))[0];
}

/** Looks whether everybody a setting names is there, and in use. */
export function named(setting: string, idsIn: (config: Config) => readonly PersonId[]) {
  return async ({ graph, config }: Ground): Promise<Outcome> => {
    const ids = idsIn(config);
    if (ids.length === 0) return skipped(notSet(setting));
    const accounts = await accountsOf(graph, ids);
    if (accounts.some((account) => account === undefined)) return failed(notThere(setting));
    return accounts.some((account) => account?.enabled === false) ? failed(disabled(setting)) : ok();
  };
}

/** Looks whether the group a setting names is there, and somebody in it. */
function somebodyIn(setting: string, groupIn: (config: Config) => string | undefined) {
  return async ({ graph, now, config }: Ground): Promise<Outcome> => {
    const group = groupIn(config);
    if (group === undefined) return skipped(notSet(setting));
    const read = createMembership({ graph, group, now, whose: `those of ${setting}` });
    const members = await unlessNoGroup(read());
    if (!members) return failed(noSuchGroup(setting));
    return members.size === 0 ? failed(groupEmpty(setting)) : ok();
  };
}

/** Entra answers 404 for a group that is not there. */
async function unlessNoGroup<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (refusedWith(error) === 404) return undefined;
    throw error;
  }
}
