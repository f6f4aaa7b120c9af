/** The API for forms, flows and reports, with what its operations are made of. */
import { createCalls } from '../azure/call-table';
import type { Storage } from '../azure/clients';
import { createLimits } from '../azure/limit-table';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import type { RequestId } from '../domain/request';
import type { ApiFaults, ApiRoute } from '../http/api';
import type { Log } from '../log';
import type { Directory, OpenRequests, Requests } from '../ports';
import type { Figures } from '../ports/figures';
import type { Subscribing } from '../ports/subscriptions';
import { apiFaults, createApi } from '../power/api';
import { createCallers } from '../power/callers';
import { BASE_PATH } from '../power/description';
import { createThrottle, MOST_CALLS, type MostCalls } from '../power/throttling';
import type { Workflow } from '../workflow';

export interface ApiServingNeeds {
  readonly config: Pick<Config, 'api' | 'allowedTenants' | 'policy' | 'publicUrl'>;
  readonly storage: Pick<Storage, 'calls' | 'limits'>;
  readonly requests: Requests;
  readonly openRequests: OpenRequests;
  readonly directory: Directory;
  readonly workflow: Workflow;
  readonly figures: Figures;
  readonly subscribing: Subscribing;
  /** Where coordinators open a request; absent where nothing leads there. */
  readonly linkTo?: (id: RequestId) => string;
  /** *Policy* when absent. */
  readonly most?: MostCalls;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface ServedApi {
  readonly api: readonly ApiRoute[];
  readonly apiFaults: ApiFaults;
}

/** Undefined where the settings name no API. */
export function serveApi(needs: ApiServingNeeds): ServedApi | undefined {
  const { config, storage, directory, most = MOST_CALLS, now, log } = needs;
  const { api, allowedTenants, policy, publicUrl = '' } = config;
  if (!api) return undefined;
  return {
    api: createApi({
      ...needs,
      policy,
      callers: createCallers({ ...api, allowedTenants, directory, now, log }),
      throttles: {
        ofAddress: createThrottle(most.fromOneAddress),
        ofCaller: createThrottle(most.ofOneCaller),
      },
      authorizationUri: authorizationUri(api.issuer),
      calls: createCalls(storage),
      limits: createLimits({ limits: storage.limits, now }),
      // Without an address of our own, callers find the next page below the one they called.
      apiUrl: `${publicUrl}${BASE_PATH}`,
    }),
    apiFaults,
  };
}

/**
 * Where people sign in to the tenant that issues the tokens: Power BI goes where this leads.
 * https://learn.microsoft.com/power-query/connector-authentication#supported-workflow
 */
function authorizationUri(issuer: string): string {
  const tenant = /^https:\/\/(?:login\.microsoftonline\.com|sts\.windows\.net)\/([\w-]+)/.exec(issuer)?.[1];
  const root = tenant === undefined ? issuer : `https://login.microsoftonline.com/${tenant}`;
  return `${root.replace(/\/$/, '')}/oauth2/authorize`;
}
