/**
 * As much of the API as the flows touch, over HTTP, with the domain's own checks and sentences: it keeps what was
 * submitted and who subscribed, and can be down, hang up, or deliver an event twice.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { teamLabel } from '../../../src/domain/agencies';
import type { RequestEvent } from '../../../src/domain/announcing';
import { checkForm, type FormAnswers } from '../../../src/domain/form';
import { defaultPolicy } from '../../../src/domain/policy';
import { referenceOf } from '../../../src/domain/request';
import { requestIdFor } from '../../../src/ids';
import { problemWithField } from '../../../src/wording/form';

export const TOKEN = 'an-invented-token';
/** A Monday. */
export const NOW = Date.UTC(2026, 5, 1, 9, 30);

export interface Event {
  readonly id: string;
  readonly event: RequestEvent;
  readonly requestId: string;
  readonly reference: string;
  readonly state: string;
  readonly ended?: string;
  readonly happenedAt: string;
}

export type Submitted = FormAnswers & {
  readonly childAtImmediateRisk: string;
  readonly requesterMail: string;
};

export interface SmallApi {
  readonly url: string;
  /** By the key they were submitted with. */
  readonly submitted: ReadonlyMap<string, Submitted>;
  readonly subscriptions: ReadonlyMap<
    string,
    { readonly callbackUrl: string; readonly events: readonly string[] }
  >;
  /** How often it was called, whatever it answered. */
  readonly calls: number;
  /** What to do with the next calls, one each: `unavailable` (503), `hangs-up` after doing what was asked, `is-proxy` (502, HTML). `none`: as usual. */
  readonly faults: ('none' | 'unavailable' | 'hangs-up' | 'is-proxy')[];
  /** Sends it to everybody who asked for such events. Returns the statuses of their answers. */
  deliver(event: Event): Promise<readonly number[]>;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export async function startSmallApi(): Promise<SmallApi> {
  const submitted = new Map<string, Submitted>();
  const subscriptions = new Map<string, { callbackUrl: string; events: string[] }>();
  const faults: SmallApi['faults'] = [];
  let calls = 0;

  const server = createServer((request, response) => {
    void serve(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    calls += 1;
    const fault = faults.shift();
    if (fault === 'unavailable') return send(response, problem(503, 'Not available just now'));
    if (fault === 'is-proxy') {
      response.writeHead(502, { 'content-type': 'text/plain' });
      return void response.end('<h1>Bad gateway</h1>');
    }
    const reply = answer(request, body);
    if (fault === 'hangs-up') return void response.destroy();
    send(response, reply);
  }

  function answer({ method, url, headers }: IncomingMessage, body: string): Reply {
    if (headers.authorization !== `Bearer ${TOKEN}`) return problem(401, 'No valid token');
    const called = `${method} ${url}`;
    if (called === 'GET /api/v1/choices') return { status: 200, body: choices() };
    if (called === 'POST /api/v1/requests')
      return submit(String(headers['idempotency-key']), JSON.parse(body) as Submitted);
    if (called === 'POST /api/v1/subscriptions') {
      const id = randomUUID();
      subscriptions.set(id, JSON.parse(body) as { callbackUrl: string; events: string[] });
      const location = `https://jags.example.org/api/v1/subscriptions/${id}`;
      return { status: 201, body: { id }, headers: { location } };
    }
    const ended = /^DELETE \/api\/v1\/subscriptions\/(.+)$/.exec(called)?.[1];
    return ended !== undefined && subscriptions.delete(ended) ? { status: 204 } : problem(404, 'Not found');
  }

  function submit(key: string, answers: Submitted): Reply {
    const before = submitted.get(key);
    if (before) {
      const isSame = JSON.stringify(before) === JSON.stringify(answers);
      return isSame ? { status: 200, body: requestOf(key) } : problem(422, 'The key was used before');
    }
    const checked = checkForm(
      {
        ...answers,
        riskKnown: answers.childAtImmediateRisk === 'reported',
        otherNeeds: [],
        notNames: '',
        goesOn: '',
      },
      NOW,
      defaultPolicy,
    );
    if ('problems' in checked) {
      const errors = checked.problems.map((each) => ({ field: each.field, detail: problemWithField(each) }));
      return problem(422, 'The form has to be changed', errors);
    }
    submitted.set(key, answers);
    return { status: 201, body: requestOf(key) };
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    submitted,
    subscriptions,
    get calls() {
      return calls;
    },
    faults,
    deliver: (event) =>
      Promise.all(
        [...subscriptions.values()]
          .filter(({ events }) => events.includes(event.event))
          .map(async ({ callbackUrl }) => {
            const headers = { 'content-type': 'application/json' };
            const sent = await fetch(callbackUrl, { method: 'POST', headers, body: JSON.stringify(event) });
            return sent.status;
          }),
      ),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function requestOf(key: string): object {
  const id = requestIdFor('', key);
  const answerDueAt = '2026-06-03T16:00:00.000Z';
  return { id, reference: referenceOf(id), state: 'submitted', answerDueAt, confirmed: false };
}

function choices(): object {
  const { agencies, localities } = defaultPolicy;
  const teams = agencies.flatMap((agency) =>
    agency.teams.map(({ code }) => ({ code, agency: agency.name, name: teamLabel(agencies, code) })),
  );
  return { teams, localities, events: [] };
}

function problem(status: number, title: string, errors?: readonly object[]): Reply {
  return {
    status,
    body: { type: 'urn:jags:problem:x', title, status, detail: `${title}.`, ...(errors && { errors }) },
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { ...(body !== undefined && { 'content-type': type }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
