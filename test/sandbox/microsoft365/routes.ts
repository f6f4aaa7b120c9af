import { installApp, listInstalledApps } from './app-operations';
import type { Answer, GraphCall } from './graph-call';
import { calendarDelta } from './delta-operations';
import { findPerson } from './directory';
import { GraphRefusal } from './graph-refusal';
import {
  cancelEvent,
  deleteEvent,
  getEvent,
  listEvents,
  patchEvent,
  postEvent,
  removeForGood,
} from './event-operations';
import { findMeetings, getMeeting, patchMeeting } from './meeting-operations';
import { listMessages, sendMail } from './mail-operations';
import type { Office } from './office';
import { getUser, listTransitiveMembers, listUsers } from './people-operations';
import { getSchedule } from './schedule-operations';
import {
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  patchSubscription,
  postSubscription,
  reauthorizeSubscription,
} from './subscription-operations';

type Operation = (call: GraphCall, office: Office) => Answer | Promise<Answer>;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** Whether Outlook answers, which takes four calls at once from one mailbox. */
  readonly outlook?: true;
}

/** Every operation of Graph v1.0 that the tenant answers to; `$batch` comes on top. */
const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/users/{user}/calendar/getSchedule', operation: getSchedule, outlook: true },
  { method: 'GET', path: '/users/{user}/events', operation: listEvents, outlook: true },
  { method: 'POST', path: '/users/{user}/events', operation: postEvent, outlook: true },
  { method: 'GET', path: '/users/{user}/events/{event}', operation: getEvent, outlook: true },
  { method: 'PATCH', path: '/users/{user}/events/{event}', operation: patchEvent, outlook: true },
  { method: 'DELETE', path: '/users/{user}/events/{event}', operation: deleteEvent, outlook: true },
  { method: 'POST', path: '/users/{user}/events/{event}/cancel', operation: cancelEvent, outlook: true },
  {
    method: 'POST',
    path: '/users/{user}/events/{event}/permanentDelete',
    operation: removeForGood,
    outlook: true,
  },
  { method: 'GET', path: '/users/{user}/calendarView/delta', operation: calendarDelta, outlook: true },
  { method: 'GET', path: '/subscriptions', operation: listSubscriptions },
  { method: 'POST', path: '/subscriptions', operation: postSubscription },
  { method: 'GET', path: '/subscriptions/{subscription}', operation: getSubscription },
  { method: 'PATCH', path: '/subscriptions/{subscription}', operation: patchSubscription },
  { method: 'DELETE', path: '/subscriptions/{subscription}', operation: deleteSubscription },
  {
    method: 'POST',
    path: '/subscriptions/{subscription}/reauthorize',
    operation: reauthorizeSubscription,
  },
  { method: 'GET', path: '/users/{user}/onlineMeetings', operation: findMeetings },
  { method: 'GET', path: '/users/{user}/onlineMeetings/{meeting}', operation: getMeeting },
  { method: 'PATCH', path: '/users/{user}/onlineMeetings/{meeting}', operation: patchMeeting },
  { method: 'POST', path: '/users/{user}/sendMail', operation: sendMail, outlook: true },
  {
    method: 'GET',
    path: '/users/{user}/mailFolders/{folder}/messages',
    operation: listMessages,
    outlook: true,
  },
  { method: 'GET', path: '/users/{user}/teamwork/installedApps', operation: listInstalledApps },
  { method: 'POST', path: '/users/{user}/teamwork/installedApps', operation: installApp },
  { method: 'GET', path: '/users', operation: listUsers },
  { method: 'GET', path: '/users/{user}', operation: getUser },
  { method: 'GET', path: '/groups/{group}/transitiveMembers', operation: listTransitiveMembers },
  {
    method: 'GET',
    path: '/groups/{group}/transitiveMembers/microsoft.graph.user',
    operation: listTransitiveMembers,
  },
];

const compiled = ROUTES.map((route) => ({ ...route, pattern: patternOf(route.path) }));

function patternOf(path: string): RegExp {
  const literal = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${literal}$`, 'i');
}

export interface FoundRoute {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  /** Whose slots the call takes; absent when it is not Outlook's. */
  readonly mailbox?: string;
}

/** The operation behind a method and a path, if the tenant has one. */
export function findRoute(method: string, address: string): FoundRoute | undefined {
  const path = inDefaultCalendar(address);
  for (const route of compiled) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (!match) continue;
    const params = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    const mailbox = route.outlook ? mailboxOf(params['user'] ?? '') : undefined;
    return { operation: route.operation, params, ...(mailbox === undefined ? {} : { mailbox }) };
  }
  return undefined;
}

/** `/users/{id}/calendar/events` is the long name of `/users/{id}/events`; so with the view of it. */
function inDefaultCalendar(path: string): string {
  return path.replace(/^(\/users\/[^/]+)\/calendar(\/(?:events|calendarView)(?:\/|$))/i, '$1$2');
}

/** One name for a mailbox, whether the path has its owner's id or address. */
function mailboxOf(user: string): string {
  return findPerson(user)?.id ?? user.toLowerCase();
}

/** Graph's refusal of what no operation answers to. */
export function noSuchRoute(method: string, path: string): GraphRefusal {
  if (compiled.some((route) => route.pattern.test(path))) {
    return new GraphRefusal(
      405,
      'Request_BadRequest',
      `Specified HTTP method ${method} is not allowed for the request target.`,
    );
  }
  return new GraphRefusal(
    400,
    'BadRequest',
    `Resource not found for the segment '${path.split('/').pop() ?? ''}'.`,
  );
}
