import { TENANT_DOMAIN, facilitators, organiser, outsiders } from '../people';
import { startMicrosoft365, type Microsoft365, type Microsoft365Options } from './microsoft365';

/** Monday morning, four weeks before the clocks go forward. */
export const NOW = new Date('2026-03-02T09:00:00.000Z');
export const FAY = facilitators[0].mail;
export const OUTSIDER = outsiders[0].mail;
export const EVENTS = `/users/${organiser.id}/events`;
/** An extended property as the bot would mark its events with. */
export const MARK = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name JagsRequest';

/** A response, its body already read. */
export interface Got<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface TenantForTests {
  readonly microsoft365: Microsoft365;
  /** Calls Graph by HTTP; `path` is below the version. The body of the answer is taken to be what the test expects. */
  readonly graph: <Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Got<Body>>;
}

/** Starts a tenant with empty calendars for the tests of a file, empties it before each and stops it at the end. */
export function tenantForTests(options: Microsoft365Options = {}): TenantForTests {
  let running: Microsoft365 | undefined;
  beforeAll(async () => {
    running = await startMicrosoft365({ now: () => NOW, busy: 'none', ...options });
  });
  beforeEach(() => running?.tenant.reset());
  afterAll(() => running?.stop());
  const microsoft365 = (): Microsoft365 => {
    if (!running) throw new Error('Expected the tenant to be used inside a test.');
    return running;
  };
  return {
    get microsoft365() {
      return microsoft365();
    },
    async graph<Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${microsoft365().url}/v1.0${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (text ? JSON.parse(text) : undefined) as Body,
      };
    },
  };
}

/** The body of a new online session with Fay, as the bot would send it. */
export function sessionBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'Joint agency group supervision',
    body: { contentType: 'html', content: '<p>Asked for by Petra Practice.</p>' },
    start: { dateTime: '2026-03-17T10:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-03-17T11:30:00', timeZone: 'Europe/London' },
    attendees: [{ emailAddress: { address: FAY, name: 'Fay Facilitate' }, type: 'required' }],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    sensitivity: 'private',
    transactionId: 'request-1-attempt-1',
    singleValueExtendedProperties: [{ id: MARK, value: 'request-1' }],
    ...changes,
  };
}

/** An attendee as Graph takes one. */
export function attendee(address: string): Record<string, unknown> {
  return { emailAddress: { address }, type: 'required' };
}

/** Somebody of the tenant's domain who does not exist. */
export const NOBODY = `nobody@${TENANT_DOMAIN}`;

export interface GraphErrorBody {
  error: { code: string; message: string; innerError: Record<string, string> };
}
