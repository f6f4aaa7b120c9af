import { z } from 'zod';
import { findPerson, notInDirectory } from './directory';
import { param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
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
