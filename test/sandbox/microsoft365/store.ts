import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  COORDINATORS_GROUP,
  coordinators,
  GOVERNANCE_GROUP,
  governanceOfficer,
  QUALITY_GROUP,
  qualityLead,
} from '../people';
import type { TenantState } from './state';

/** The tenant's memory: change `state`, then `save()`. */
export interface Store {
  readonly state: TenantState;
  /** Writes the state file, when there is one, so that a reader sees the old state or the new one. */
  save(): void;
  /** Forgets everything, and lays the plausible weeks out from today. */
  reset(): void;
  /** A number that was never used before. */
  nextNumber(): number;
}

/** Opens the tenant's memory, continuing from the state file when it exists. */
export function openStore({ stateFile, now }: { stateFile?: string | undefined; now: () => Date }): Store {
  const state: TenantState =
    stateFile && existsSync(stateFile)
      ? { ...emptyState(now()), ...(JSON.parse(readFileSync(stateFile, 'utf8')) as TenantState) }
      : emptyState(now());
  const store: Store = {
    state,
    save() {
      if (!stateFile) return;
      mkdirSync(path.dirname(stateFile), { recursive: true });
      const temporary = `${stateFile}.${process.pid}.tmp`;
      writeFileSync(temporary, JSON.stringify(state, null, 1));
      renameSync(temporary, stateFile);
    },
    reset() {
      Object.assign(state, emptyState(now()));
      store.save();
    },
    nextNumber: () => ++state.lastNumber,
  };
  store.save();
  return store;
}

function emptyState(now: Date): TenantState {
  return {
    anchor: now.toISOString().slice(0, 10),
    lastNumber: 0,
    events: [],
    meetings: [],
    busy: [],
    outbox: [],
    letters: [],
    returned: [],
    undeliverable: [],
    groups: {
      [COORDINATORS_GROUP]: coordinators.map((person) => person.id),
      [QUALITY_GROUP]: [coordinators[0].id, qualityLead.id],
      [GOVERNANCE_GROUP]: [governanceOfficer.id],
    },
    workingHours: {},
    subscriptions: [],
    lastChange: 0,
    removed: [],
    deltaGeneration: 1,
    installedApps: {},
    administration: {},
  };
}
