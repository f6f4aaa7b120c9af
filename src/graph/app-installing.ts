/** Installs the Teams app for people by Graph, and sees who has it. https://learn.microsoft.com/graph/api/userteamwork-post-installedapps */
import type { TeamsAppInstallation } from '@microsoft/microsoft-graph-types';
import { localDate } from '../domain/calendar';
import type { Instant } from '../domain/intervals';
import type { AppInstalling } from '../ports/app-installing';
import type { Claims } from '../ports/digest';
import type { Graph } from './client';
import { GraphFault } from './fault';
import { path, query } from './odata';
import type { GraphLog } from './retry';

export interface AppInstallingNeeds {
  readonly graph: Pick<Graph, 'post'>;
  /** Id of the app in the tenant's catalogue. */
  readonly teamsAppId: string;
  readonly claims: Claims;
  readonly now: () => Instant;
  readonly log: GraphLog;
}

/** A name, not an address: the same whichever cloud is called. */
const CATALOGUE = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps';
const ALREADY_THERE = 409;

export function createAppInstalling({
  graph,
  teamsAppId,
  claims,
  now,
  log,
}: AppInstallingNeeds): AppInstalling {
  return {
    /** Throws a `GraphFault` where another try may help; that one is not counted as the day's. */
    async install(person) {
      const today = `install-${person.toLowerCase()}-${localDate(now())}`;
      if (!(await claims.claim(today))) return 'refused';
      try {
        return await put(person);
      } catch (error) {
        await claims.drop(today);
        throw error;
      }
    },
  };

  async function put(person: string): Promise<'installed' | 'refused'> {
    try {
      await graph.post(path`/users/${person}/teamwork/installedApps`, {
        'teamsApp@odata.bind': `${CATALOGUE}/${teamsAppId}`,
      });
      return 'installed';
    } catch (error) {
      if (!(error instanceof GraphFault)) throw error;
      if (error.answer.status === ALREADY_THERE) return 'installed';
      if (!error.detail.permanent) throw error;
      log.warn({ err: error }, 'could not install the app for somebody; they are left to mail');
      return 'refused';
    }
  }
}

export interface InstalledApp {
  /** In the tenant's catalogue. */
  readonly id: string;
  /** In its manifest; of an app the tenant has uploaded itself it is another than the catalogue's. */
  readonly manifestId: string | undefined;
}

/** The apps somebody has; with TeamsAppInstallation.ReadWriteSelfForUser.All only this one. */
export async function appsOf(graph: Pick<Graph, 'pages'>, person: string): Promise<readonly InstalledApp[]> {
  const installed = await graph.pages<TeamsAppInstallation>(
    path`/users/${person}/teamwork/installedApps` + query({ $expand: 'teamsApp($select=id,externalId)' }),
  );
  return installed.flatMap(({ teamsApp }) =>
    teamsApp?.id ? [{ id: teamsApp.id, manifestId: teamsApp.externalId ?? undefined }] : [],
  );
}
