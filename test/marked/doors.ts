/** The doors of the bot, as people in Teams, in the tab and on pages and as programs come to them. */
import type { Town } from '../crash/town';
import type { Entra } from '../sandbox/entra';
import { coordinators, type SandboxPerson } from '../sandbox/people';
import { presses } from './activities';

const [cora] = coordinators;

/** What a program asked, and what it was answered. */
export interface Exchange {
  readonly asked: string;
  readonly status: number;
  readonly answer: string;
}

export interface DoorsNeeds {
  readonly town: Town;
  readonly entra: Entra;
  /** Of the bot, as it runs at the moment. */
  readonly url: () => string;
  readonly now: () => number;
}

/** Each throws where what came is not taken. */
export function createDoors({ town, entra, url, now }: DoorsNeeds) {
  const api: Exchange[] = [];
  return { api, program, inTab, post, press };

  async function program(method: string, path: string, body?: object): Promise<Exchange> {
    const token = entra.appToken(
      ['Requests.Submit', 'Requests.Read', 'Monitoring.Read', 'Events.Subscribe'],
      {
        ...claimsAhead(),
      },
    );
    const response = await fetch(`${url()}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': 'marked-1' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const exchange = { asked: `${method} ${path}`, status: response.status, answer: await response.text() };
    api.push(exchange);
    return exchange;
  }

  async function inTab(path: string, body: URLSearchParams): Promise<string> {
    const { status, text } = await tab(path, { method: 'POST', body });
    if (status >= 400) throw new Error(`Expected the tab to take ${path}, got ${status}: ${text}`);
    return text;
  }

  async function tab(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
    const headers = { 'HX-Request': 'true', Authorization: `Bearer ${entra.tokenFor(cora, claimsAhead())}` };
    const response = await fetch(url() + path, { ...init, headers });
    return { status: response.status, text: await response.text() };
  }

  function claimsAhead() {
    const seconds = Math.floor(now() / 1000);
    return { iat: seconds, nbf: seconds, exp: seconds + 3_600 };
  }

  async function post(path: string, body: URLSearchParams): Promise<void> {
    const response = await fetch(url() + path, { method: 'POST', body, redirect: 'manual' });
    if (response.status >= 400)
      throw new Error(`Expected ${path} to be taken, got ${response.status}: ${await response.text()}`);
  }

  async function press(person: SandboxPerson, verb: string, data: object, inChannel = false): Promise<void> {
    const response = await fetch(`${url()}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(presses(person, verb, data, { serviceUrl: town.gate.urls['teams']!, inChannel })),
    });
    const answer = await response.text();
    if (response.status !== 200 || /"type":"application\/vnd\.microsoft\.error"/.test(answer))
      throw new Error(`Expected ${verb} to be taken, got ${response.status}: ${answer}`);
  }
}
