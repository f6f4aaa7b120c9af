/** Settings that are right, to be made wrong one at a time. */
import { readConfig } from '../../src/config';
import { SettingsError } from '../../src/settings/reader';
import { COORDINATORS_GROUP, ORGANISER_ID, TENANT_ID } from '../sandbox/people';

export const BOT = 'b0700000-0000-4000-8000-000000000001';
export const IDENTITY = '1de40000-0000-4000-8000-000000000001';

const common = { ORGANISER: ORGANISER_ID, COORDINATORS_GROUP };
export const federated = {
  ...common,
  BOT_ID: BOT,
  BOT_TYPE: 'Federated',
  BOT_TENANT_ID: TENANT_ID,
  MANAGED_IDENTITY_CLIENT_ID: IDENTITY,
  ALLOWED_TENANTS: TENANT_ID,
  STORAGE_ACCOUNT: 'jagsstorage',
  POLICY_CADS_CHECKED: '2026-11-01',
};
export const anonymous = {
  ...common,
  ANONYMOUS: 'loopback',
  STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  GRAPH_URL: 'http://127.0.0.1:4000',
};

export type Settings = Record<string, string | undefined>;

/** What `readConfig` finds wrong; empty when it is right. */
export function problemsOf(environment: Settings): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}
