import { z } from 'zod';
import { refuseWithout } from './administration';
import { findPerson, notInDirectory } from './directory';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import { takeOnly } from './odata';
import type { Office } from './office';

const installation = z
  .object({
    'teamsApp@odata.bind': z
      .string()
      .regex(/^https:\/\/graph\.microsoft\.com\/v1\.0\/appCatalogs\/teamsApps\/[^/]+$/),
  })
  .strict();

/** POST /users/{id or user principal name}/teamwork/installedApps */
export function installApp(call: GraphCall, { store }: Office): Answer {
  const key = param(call, 'user');
  const person = findPerson(key);
  if (!person) throw notInDirectory(key);
  const asked = installation.safeParse(call.body);
  if (!asked.success) throw new GraphRefusal(400, 'BadRequest', 'Bad request with an invalid teamsApp bind.');
  const app = asked.data['teamsApp@odata.bind'].split('/').at(-1)!;
  const installed = store.state.installedApps?.[person.id] ?? [];
  if (installed.includes(app))
    throw new GraphRefusal(409, 'Conflict', 'App is already installed in the specified scope.');
  store.state.installedApps = { ...store.state.installedApps, [person.id]: [...installed, app] };
  store.save();
  return { status: 201 };
}

/** GET /users/{id or user principal name}/teamwork/installedApps?$expand=teamsApp */
export function listInstalledApps(call: GraphCall, office: Office): Answer {
  const key = param(call, 'user');
  const person = findPerson(key);
  if (!person) throw notInDirectory(key);
  refuseWithout('TeamsAppInstallation.ReadWriteSelfForUser.All', office);
  takeOnly(call, ['$expand']);
  const isExpanded = /^teamsApp\b/.test(call.query.get('$expand') ?? '');
  const apps = office.store.state.installedApps?.[person.id] ?? [];
  const value = apps.map((id) => ({
    id: Buffer.from(`${person.id}##${id}`).toString('base64'),
    ...(isExpanded && { teamsApp: { id, externalId: manifestIdOf(id) } }),
  }));
  return {
    status: 200,
    body: { '@odata.context': `${METADATA}#users('${person.id}')/teamwork/installedApps`, value },
  };
}

/** The tenant's catalogue gives an app it was brought an id of its own. */
export function manifestIdOf(catalogueId: string): string {
  return catalogueId.replace(/^.{8}/, 'fee00000');
}
