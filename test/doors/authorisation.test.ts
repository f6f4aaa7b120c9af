/** Every verb, command, operation, page and act by everybody, against the tables of rules.ts: complete both ways. */
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import type { PersonCommand, Request } from '../../src/domain/request';
import { OPEN_TO } from '../../src/domain/who-may';
import { PURPOSES } from '../../src/ports/links';
import { OPERATIONS } from '../../src/power/description';
import { VERBS } from '../../src/teams/commands';
import { ACTS, type ActName } from '../../src/web/outside/person/acts';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { useBackupTown } from '../backup/backup-town';
import { facts, theParticipant } from '../builders';
import { addressed, commands, now, requests, STATES } from '../domain/decided';
import { createMemoryConnections } from '../memory/connections';
import { type ApiOffice, openApiOffice } from '../power/api-office';
import { governingIn } from '../retention/governing-town';
import { facilitators } from '../sandbox/people';
import { EVERY_ACT } from '../web/outside/every-act';
import { openPersonOffice, type PersonOffice } from '../web/outside/person-office';
import { openTabOffice, type TabOffice } from '../web/tab-office';
import { AS } from './people';
import {
  ACT_RULES,
  COMMAND_RULES,
  OPERATION_RULES,
  PEOPLE,
  type PersonRole,
  SCOPE_RULES,
  TAB_RULES,
  VERB_RULES,
} from './rules';

describe('the tables', () => {
  it.each<[string, readonly string[], object]>([
    ['command', Object.keys(OPEN_TO), COMMAND_RULES],
    ['verb', VERBS, VERB_RULES],
    ['operation', OPERATIONS.map(({ id }) => id), OPERATION_RULES],
    ['act of a link', Object.keys(ACTS), ACT_RULES],
  ])('have a rule for each %s, and for none that is not there', (_what, inCode, rules) => {
    expect([...inCode].sort()).toEqual(Object.keys(rules).sort());
  });
});

/** Refused for who they are, and not for how it stands. */
const WHO = [
  ...['coordinators-only', 'requester-only', 'facilitator-only', 'not-their-session'],
  ...['not-taking-part', 'not-asked', 'not-found', 'not-offered'],
];

function withColleague(request: Request): Request {
  const { id, mail } = AS.colleague;
  return { ...request, requester: { ...request.requester, colleague: { id, mail } } };
}

describe.each(Object.keys(COMMAND_RULES) as PersonCommand['kind'][])('the command %s', (kind) => {
  const outcome = (role: PersonRole, request: Request) => {
    const { id, name } = AS[role];
    const decision = decide(
      withColleague(request),
      addressed(commands[kind], { id, name }),
      facts({ now, coordinator: role === 'coordinator' }),
    );
    return isRefusal(decision) ? decision.refused : 'accepted';
  };

  it.each(PEOPLE)('as %s', (role) => {
    expect(theParticipant.id).toBe(AS.participant.id);
    for (const state of STATES) {
      const met = outcome(role, requests[state]);
      if (!COMMAND_RULES[kind]!.includes(role)) expect([state, met]).not.toEqual([state, 'accepted']);
      const isOpen = COMMAND_RULES[kind]!.some((other) => outcome(other, requests[state]) === 'accepted');
      // Where it can be done at all, whoever may not is told so, and not how it stands.
      if (isOpen && !COMMAND_RULES[kind]!.includes(role)) expect(WHO).toContain(met);
    }
    if (!COMMAND_RULES[kind]!.includes(role)) return;
    // Whoever may can where anybody can; what no state here lets through is refused for how it stands.
    const accepted = (one: PersonRole) =>
      STATES.filter((state) => outcome(one, requests[state]) === 'accepted');
    if (COMMAND_RULES[kind]!.some((other) => accepted(other).length > 0))
      expect(accepted(role).length).toBeGreaterThan(0);
    else expect(WHO).not.toContain(outcome(role, requests.booked));
  });
});

describe('the tab', () => {
  let office: TabOffice;
  const towns = useBackupTown();
  beforeAll(async () => {
    const governance = governingIn(await towns.settle());
    office = await openTabOffice({ connections: createMemoryConnections(() => now), governance });
  });
  afterAll(() => office.close());

  const status = async (page: string, token?: string) => {
    const [method, path] = page.split(' ') as [string, string];
    const at = path.replace(':id', facilitators[1].id).replace(':measure', 'requests');
    const headers = {
      'HX-Request': 'true',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    const init = { method: method.toUpperCase(), headers };
    const body = method === 'post' ? { body: new URLSearchParams({ x: '1' }) } : {};
    return (await fetch(office.url + at, { ...init, ...body })).status;
  };

  it('has a rule for each page, and for none that is not there', () => {
    const pages = office.pages.map(({ method, path }) => `${method} ${path}`);
    expect([...pages].sort()).toEqual(Object.keys(TAB_RULES).sort());
  });

  it.each(Object.keys(TAB_RULES))(
    '%s: nobody unless they signed in, of this tenant and for the tab',
    async (page) => {
      const { entra } = office;
      expect(await status(page)).toBe(401);
      expect(await status(page, entra.tokenFor(AS.coordinator, { tid: OTHER_TENANT }))).toBe(401);
      expect(await status(page, entra.apiToken(AS.coordinator, ['Requests.Read']))).toBe(401);
      expect(await status(page, entra.appToken(['Requests.Read']))).toBe(401);
    },
  );

  it.each(Object.keys(TAB_RULES).flatMap((page) => PEOPLE.map((role) => [page, role] as const)))(
    '%s as %s',
    async (page, role) => {
      const may = (TAB_RULES[page] as readonly string[]).includes(role);
      const met = await status(page, office.entra.tokenFor(AS[role]));
      if (may) expect([200, 404, 409, 422]).toContain(met);
      else expect(met).toBe(403);
    },
  );
});

const OTHER_TENANT = '7e4a0000-0000-4000-8000-00000000000f';

describe('the API', () => {
  const azurite = useEmbeddedStorage();
  let office: ApiOffice;
  // With the first test: storage is there by then.
  beforeEach(async () => void (office ??= await openApiOffice({ storage: azurite.storage })));
  afterAll(() => office.close());

  const status = async (id: string, token?: string) => {
    const { method, path } = OPERATIONS.find((each) => each.id === id)!;
    const at = path.replace('{id}', '5e550000-0000-4000-8000-000000000001');
    const body = method === 'post' ? { body: '{}' } : {};
    const call = { method: method.toUpperCase(), path: at, ...(token !== undefined && { token }), ...body };
    return (await office.call(call)).status;
  };
  const RIGHTS = Object.keys(SCOPE_RULES) as (keyof typeof SCOPE_RULES)[];
  const ids = Object.keys(OPERATION_RULES);
  const isLetIn = (met: number) => met !== 401 && met !== 403 && met < 500;

  it.each(ids)('%s: nobody without a token of this tenant, and no application without a role', async (id) => {
    const { entra } = office;
    expect(await status(id)).toBe(401);
    expect(await status(id, entra.appToken(RIGHTS, { tid: OTHER_TENANT }))).toBe(401);
    expect(await status(id, entra.tokenFor(AS.coordinator))).toBe(401);
    expect(await status(id, entra.appToken([]))).toBe(403);
  });

  it.each(ids.flatMap((id) => RIGHTS.map((right) => [id, right] as const)))(
    '%s as an application with %s',
    async (id, right) => {
      const met = await status(id, office.entra.appToken([right]));
      if (OPERATION_RULES[id]!.includes(right)) expect(isLetIn(met)).toBe(true);
      else expect(met).toBe(403);
    },
  );

  it.each(ids.flatMap((id) => PEOPLE.flatMap((role) => RIGHTS.map((right) => [id, role, right] as const))))(
    '%s as %s with the scope %s',
    async (id, role, right) => {
      const may = OPERATION_RULES[id]!.includes(right) && SCOPE_RULES[right].includes(role);
      const met = await status(id, office.entra.apiToken(AS[role], [right]));
      if (may) expect(isLetIn(met)).toBe(true);
      else expect(met).toBe(403);
    },
  );
});

describe('a link', () => {
  let office: PersonOffice;
  beforeEach(async () => void (office = await openPersonOffice()));
  afterEach(() => office.close());

  const kinds = PURPOSES.flatMap((purpose) =>
    Object.keys(ACTS).map((act) => [purpose, act as ActName] as const),
  );
  it.each(kinds)('of %s: %s', async (purpose, act) => {
    const { request, form, now: when } = EVERY_ACT[act];
    await office.has(request);
    if (when !== undefined) office.clock.pass(when - office.clock.now());
    const before = JSON.stringify(office.store.all());
    const { status } = await office.posts(`${await office.linkFor(purpose)}/${act}`, form);
    if (ACT_RULES[act]!.includes(purpose)) expect([200, 303, 409, 422]).toContain(status);
    else {
      expect(status).toBe(404);
      expect(JSON.stringify(office.store.all())).toBe(before);
    }
  });
});
