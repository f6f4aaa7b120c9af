import type { ServerResponse } from 'node:http';
import { ZodError, z } from 'zod';
import { everybody } from '../people';
import { faultSchema } from './faults';
import { sendResponse, type HttpRequest } from './http-exchange';
import { mailPage } from './mail-page';
import { DEEDS, doInOutlook, organiserPage } from './organiser-page';
import { outlookPage } from './outlook-page';
import type { Tenant } from './tenant';

const period = { start: z.string().datetime({ offset: true }), end: z.string().datetime({ offset: true }) };
const rsvp = z.enum(['none', 'accepted', 'tentativelyAccepted', 'declined']);
const answerForm = z.object({ person: z.string(), event: z.string(), response: rsvp });
const deliveryForm = z.object({ address: z.string().min(1), deliver: z.enum(['yes', 'no']) });
const busyRequest = z.object({
  mail: z.string(),
  ...period,
  status: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']).optional(),
  subject: z.string().optional(),
  isPrivate: z.boolean().optional(),
  location: z.string().optional(),
});
const workingHours = z
  .object({
    daysOfWeek: z.array(
      z.enum(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']),
    ),
    startTime: z.string().regex(/^\d{2}:\d{2}:\d{2}(\.\d+)?$/),
    endTime: z.string().regex(/^\d{2}:\d{2}:\d{2}(\.\d+)?$/),
    timeZone: z.object({ name: z.string() }).passthrough(),
  })
  .strict();
const lifecycle = z.object({ event: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']) });
const conditions = z
  .object({
    off: z.boolean(),
    lose: z.number().int().nonnegative(),
    doubled: z.boolean(),
    lateMs: z.number().nonnegative(),
    reorder: z.number().int().nonnegative(),
  })
  .strict()
  .partial();
const limits = z
  .object({
    concurrentPerMailbox: z.number().positive(),
    retryAfterSeconds: z.number().nonnegative(),
    latencyMs: z.number().nonnegative(),
  })
  .partial();

interface ControlCall {
  readonly tenant: Tenant;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The `{id}` of the path, decoded. */
  readonly id: string;
}
/** A value is sent as JSON; `page` as HTML; `goTo` as a redirect. Nothing to say: that it is done. */
type ControlAnswer = { json: unknown } | { page: string } | { goTo: string };

/** Everything under `/sandbox`; each does what its namesake in `Tenant` does. */
const ROUTES: Readonly<Record<string, (call: ControlCall) => ControlAnswer | void>> = {
  'GET /people': () => ({ json: everybody }),
  'PUT /people/{id}/working-hours': ({ tenant, id, body }) =>
    tenant.people.setWorkingHours(id, workingHours.parse(body)),
  'GET /state': ({ tenant }) => ({ json: tenant.state() }),
  'POST /reset': ({ tenant }) => tenant.reset(),
  'GET /events': ({ tenant }) => ({ json: tenant.events.list() }),
  'GET /events/{id}': ({ tenant, id }) => ({ json: tenant.events.find(id) ?? null }),
  'DELETE /events/{id}': ({ tenant, id, query }) => tenant.events.remove(id, query.get('comment') ?? ''),
  'POST /events/{id}/respond': ({ tenant, id, body }) => {
    const { mail, response } = z.object({ mail: z.string(), response: rsvp }).parse(body);
    tenant.events.respond(id, mail, response);
  },
  'POST /events/{id}/move': ({ tenant, id, body }) => tenant.events.move(id, z.object(period).parse(body)),
  'POST /events/{id}/attendees': ({ tenant, id, body }) =>
    tenant.events.addAttendee(id, z.object({ mail: z.string(), name: z.string().optional() }).parse(body)),
  'DELETE /events/{id}/attendees': ({ tenant, id, query }) =>
    tenant.events.removeAttendee(id, query.get('mail') ?? ''),
  'DELETE /events/{id}/join-link': ({ tenant, id }) => tenant.events.dropJoinLink(id),
  'GET /subscriptions': ({ tenant }) => ({ json: tenant.subscriptions.list() }),
  'DELETE /subscriptions/{id}': ({ tenant, id }) => tenant.subscriptions.remove(id),
  'POST /subscriptions/{id}/lifecycle': ({ tenant, id, body }) =>
    tenant.subscriptions.lifecycle(id, lifecycle.parse(body).event),
  'GET /notices': ({ tenant }) => ({
    json: { conditions: tenant.notices.conditions, sent: tenant.notices.sent() },
  }),
  'PUT /notices': ({ tenant, body }) => void Object.assign(tenant.notices.conditions, conditions.parse(body)),
  'DELETE /delta-tokens': ({ tenant }) => tenant.loseDeltaTokens(),
  'GET /meetings': ({ tenant }) => ({ json: tenant.meetings.list() }),
  'PATCH /meetings/{id}': ({ tenant, id, body }) =>
    tenant.meetings.set(id, z.record(z.unknown()).parse(body)),
  'GET /outbox': ({ tenant, query }) => ({ json: tenant.outbox.list(query.get('to') ?? undefined) }),
  'DELETE /outbox': ({ tenant }) => tenant.outbox.clear(),
  'GET /busy': ({ tenant, query }) => {
    const asked = z.object({ mail: z.string(), ...period }).parse(Object.fromEntries(query));
    return { json: tenant.people.busy(asked.mail, asked) };
  },
  'POST /busy': ({ tenant, body }) => {
    const { mail, ...time } = busyRequest.parse(body);
    return { json: { id: tenant.people.addBusy(mail, time) } };
  },
  'DELETE /busy/{id}': ({ tenant, id }) => tenant.people.removeBusy(id),
  'GET /groups/{id}': ({ tenant, id }) => ({ json: tenant.groups.members(id) }),
  'PUT /groups/{id}': ({ tenant, id, body }) => tenant.groups.setMembers(id, z.array(z.string()).parse(body)),
  'GET /faults': ({ tenant }) => ({ json: tenant.faults.list() }),
  'POST /faults': ({ tenant, body }) => tenant.faults.add(faultSchema.parse(body)),
  'DELETE /faults': ({ tenant }) => tenant.faults.clear(),
  'GET /calls': ({ tenant }) => ({ json: tenant.calls.list() }),
  'DELETE /calls': ({ tenant }) => tenant.calls.clear(),
  'GET /limits': ({ tenant }) => ({ json: tenant.limits }),
  'PUT /limits': ({ tenant, body }) => void Object.assign(tenant.limits, limits.parse(body)),
  'GET /organiser': ({ tenant }) => ({ page: organiserPage(tenant) }),
  'POST /organiser': ({ tenant, body }) => {
    const { event, deed } = z.object({ event: z.string(), deed: z.enum(DEEDS) }).parse(body);
    doInOutlook(tenant, event, deed);
    return { goTo: '/sandbox/organiser' };
  },
  'GET /letters': ({ tenant, query }) => ({ json: tenant.mail.lettersTo(query.get('to') ?? '') }),
  'GET /mail': ({ tenant, query }) => ({ page: mailPage(tenant, query.get('address')) }),
  'POST /mail': ({ tenant, body }) => {
    const { address, deliver } = deliveryForm.parse(body);
    tenant.mail.deliver(address, deliver === 'yes');
    return { goTo: `/sandbox/mail?address=${encodeURIComponent(address)}` };
  },
  'GET /outlook': ({ tenant, query }) => ({ page: outlookPage(tenant, query.get('person')) }),
  'POST /outlook': ({ tenant, body }) => {
    const { person, event, response } = answerForm.parse(body);
    // It may have been cancelled since the page was shown; the page then says so.
    if (tenant.events.find(event)) tenant.events.respond(event, person, response);
    return { goTo: `/sandbox/outlook?person=${encodeURIComponent(person)}` };
  },
};

const compiled = Object.entries(ROUTES).map(([route, handle]) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, pattern: new RegExp(`^/sandbox${path.replace('{id}', '([^/]+)')}$`), handle };
});

/** Answers a request under `/sandbox`; what it cannot do is a 400 that says what was expected. */
export function answerControl(request: HttpRequest, response: ServerResponse, tenant: Tenant): void {
  const { pathname, searchParams } = request.address;
  const found = compiled.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
  if (!found) return sendJson(response, 404, { error: `Nothing at ${request.method} ${pathname}.` });
  try {
    const id = decodeURIComponent(found.pattern.exec(pathname)?.[1] ?? '');
    send(
      response,
      found.handle({ tenant, query: searchParams, body: readBody(request), id }) ?? { json: { done: true } },
    );
  } catch (error) {
    const reason =
      error instanceof ZodError ? error.issues : error instanceof Error ? error.message : String(error);
    sendJson(response, 400, { error: reason });
  }
}

function readBody(request: HttpRequest): unknown {
  if (request.text === '') return {};
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  return isForm
    ? Object.fromEntries(new URLSearchParams(request.text))
    : (JSON.parse(request.text) as unknown);
}

/** Nothing but the page's own styles and forms may run or load. */
const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  'Cache-Control': 'no-store',
};

function send(response: ServerResponse, answer: ControlAnswer): void {
  if ('page' in answer)
    return sendResponse(response, { status: 200, headers: PAGE_HEADERS, body: answer.page });
  if ('goTo' in answer) return sendResponse(response, { status: 303, headers: { Location: answer.goTo } });
  return sendJson(response, 200, answer.json);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendResponse(response, {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
