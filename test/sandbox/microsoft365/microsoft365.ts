import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCallLog } from './call-log';
import { answerControl } from './control-routes';
import { createFaults } from './faults';
import { answerGraph } from './graph-http';
import { errorBody } from './graph-refusal';
import { readRequest, sendResponse } from './http-exchange';
import { createNotices } from './notices';
import type { Office } from './office';
import type { Deliver } from './post-office';
import { createRecorder } from './recorder';
import { openStore } from './store';
import { createTenant, type Tenant } from './tenant';
import { createThrottle } from './throttle';

export interface Microsoft365Options {
  /** 0, or nothing, for any free port. */
  port?: number;
  /** Keeps calendars across restarts. */
  stateFile?: string;
  /** Gets every Graph request and response, one JSON record a line. */
  recordFile?: string;
  now?: () => Date;
  /** Whether people's calendars start with weeks of plausible busy time (the default) or empty. */
  busy?: 'plausible' | 'none';
  /** Where the public origins are that notifications go to; loopback only. Any other is out of reach. */
  deliver?: Deliver;
}

export interface Microsoft365 {
  /** For the bot's GRAPH_URL; without a slash at the end. */
  readonly url: string;
  /** The same control that `/sandbox/…` gives over HTTP. */
  readonly tenant: Tenant;
  /** Breaks what is still open and frees the port. */
  stop(): Promise<void>;
}

/**
 * Starts a simulated Microsoft 365 tenant: Microsoft Graph v1.0 below `/v1.0`, its control below `/sandbox`.
 * It listens on the loopback address only and asks for no token.
 */
export async function startMicrosoft365(options: Microsoft365Options = {}): Promise<Microsoft365> {
  const now = options.now ?? (() => new Date());
  const store = openStore({ stateFile: options.stateFile, now });
  const office: Office = {
    store,
    now,
    busy: options.busy ?? 'plausible',
    faults: createFaults(),
    throttle: createThrottle(),
    calls: createCallLog(),
    notices: createNotices({ store, now, deliver: options.deliver ?? {} }),
  };
  const tenant = createTenant(office);
  const record = createRecorder(options.recordFile);
  const server = createServer((incoming, response) => {
    readRequest(incoming, `http://${incoming.headers.host ?? '127.0.0.1'}`)
      .then(async (request) => {
        const { pathname } = request.address;
        if (/^\/sandbox(\/|$)/.test(pathname)) return answerControl(request, response, tenant);
        if (/^\/v1\.0(\/|$)/i.test(pathname)) return answerGraph(request, response, { office, record });
        return answerOtherVersion(request.method, pathname, response, office);
      })
      .catch((error: unknown) => answerFault(error, response, office));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tenant,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Anything but v1.0 and the control is not there; it counts as an unknown call. */
function answerOtherVersion(method: string, path: string, response: ServerResponse, office: Office): void {
  const call = { at: office.now().toISOString(), method, path, inBatch: false, known: false };
  office.calls.begin(call).finish(400);
  sendJson(response, 400, errorBody('BadRequest', 'Invalid version.', office.now()));
}

/** A fault of the sandbox itself: the caller sees it as a 500 with the reason, unless the answer has begun. */
function answerFault(error: unknown, response: ServerResponse, office: Office): void {
  const message = `Fault of the sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, errorBody('InternalServerError', message, office.now()));
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendResponse(response, {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
