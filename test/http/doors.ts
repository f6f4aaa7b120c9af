/** Every way in by HTTP, from the tables the server itself is given: a new page or operation is among them at once. */
import { defaultPolicy } from '../../src/domain/policy';
import { createApi } from '../../src/power/api';
import { NOTIFICATIONS_PATH } from '../../src/server';
import { createOutsidePages } from '../../src/web/outside/pages';
import { createPages } from '../../src/web/tab/pages';
import { createTab } from '../../src/web/tab/tab';

export type DoorKind = 'tab' | 'outside' | 'file' | 'api' | 'machine';

export interface Door {
  readonly kind: DoorKind;
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With something plausible in the place of each `:name`. */
  readonly path: string;
}

interface Route {
  readonly name: string;
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
}

/** Only what is read while the tables are made; nothing is asked of them. */
const needs = { policy: defaultPolicy } as never;
const tab = createTab({ pages: createPages(needs), issuer: 'https://login.example.org' } as never);

const MACHINES: readonly Route[] = [
  { name: 'messages', method: 'post', path: '/api/messages' },
  { name: 'notifications', method: 'post', path: NOTIFICATIONS_PATH },
  { name: 'live', method: 'get', path: '/health/live' },
  { name: 'ready', method: 'get', path: '/health/ready' },
];

export const DOORS: readonly Door[] = [
  ...tab.map((route) => doorOf('tab', route)),
  ...createOutsidePages(needs).map((route) => doorOf('outside', route)),
  ...createApi(needs).map((route) => doorOf('api', route)),
  ...MACHINES.map((route) => doorOf('machine', route)),
];

function doorOf(kind: DoorKind, { name, method, path }: Route): Door {
  const isFile = path.endsWith('/:file');
  return {
    kind: isFile ? 'file' : kind,
    name,
    method: method.toUpperCase() as Door['method'],
    path: path
      .replace(':file', kind === 'tab' ? 'tab.css' : 'outside.css')
      .replace(/:\w+/g, '0000000000000000000000000'),
  };
}

/** What a door is given so that what it answers comes from behind it. */
export function typeOf({ kind, method }: Door): string | undefined {
  if (method !== 'POST') return undefined;
  return kind === 'api' || kind === 'machine' ? 'application/json' : 'application/x-www-form-urlencoded';
}
