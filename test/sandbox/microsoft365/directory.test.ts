import type { User } from '@microsoft/microsoft-graph-types';
import { COORDINATORS_GROUP, coordinators, everybody, facilitators } from '../people';
import { FAY, NOBODY, OUTSIDER, tenantForTests, type GraphErrorBody } from './tenant-for-tests';

type Page = { value: (User & { '@odata.type'?: string })[]; '@odata.nextLink'?: string };
const MEMBERS = `/groups/${COORDINATORS_GROUP}/transitiveMembers`;
const office = tenantForTests();
const { graph } = office;
const names = (page: Page) => page.value.map((user) => user.displayName);

describe('users', () => {
  it.each([FAY, FAY.toUpperCase(), facilitators[0].id])('finds a person by %s', async (key) => {
    const { status, body } = await graph<User>('GET', `/users/${key}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: facilitators[0].id,
      displayName: 'Fay Facilitate',
      mail: FAY,
      jobTitle: 'Principal social worker',
    });
    expect(body).not.toHaveProperty('accountEnabled');
  });

  it('gives what is selected, and the id', async () => {
    const { body } = await graph<User>('GET', `/users/${FAY}?$select=accountEnabled`);
    expect(body).toMatchObject({ id: facilitators[0].id, accountEnabled: true });
    expect(body).not.toHaveProperty('mail');
  });

  it.each([OUTSIDER, NOBODY])('does not know %s', async (key) => {
    const { status, body } = await graph<GraphErrorBody>('GET', `/users/${key}`);
    expect([status, body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
  });

  it.each([
    [`mail eq '${FAY}'`, ['Fay Facilitate']],
    [
      `userPrincipalName eq '${FAY}' or mail eq '${coordinators[0].mail}'`,
      ['Cora Coordinate', 'Fay Facilitate'],
    ],
    [`mail in ('${FAY}', '${OUTSIDER}')`, ['Fay Facilitate']],
    [`id in ('${facilitators[1].id}')`, ['Amber Azure']],
    [`id eq '${FAY}'`, []],
    [`mail eq 'o''ochre@x.example'`, []],
  ])('filters users by %s', async (filter, expected) => {
    const { body } = await graph<Page>(
      'GET',
      `/users?$filter=${encodeURIComponent(filter)}&$select=displayName`,
    );
    expect(names(body)).toEqual(expected);
  });

  it.each([
    ['a filter on a job', "jobTitle eq 'x'"],
    ['unbalanced quotes', "mail eq 'x"],
    [
      'sixteen alternatives',
      `mail in (${Array.from({ length: 16 }, (_, n) => `'${n}@x.example'`).join(',')})`,
    ],
  ])('refuses %s', async (_what, filter) => {
    const { status, body } = await graph<GraphErrorBody>(
      'GET',
      `/users?$filter=${encodeURIComponent(filter)}`,
    );
    expect([status, body.error.code]).toEqual([400, 'Request_UnsupportedQuery']);
  });
});

describe('members of a group', () => {
  it('lists people and nested groups, each with its type', async () => {
    const { body } = await graph<Page>('GET', MEMBERS);
    expect(body.value.map((one) => one['@odata.type'])).toEqual([
      '#microsoft.graph.group',
      '#microsoft.graph.user',
      '#microsoft.graph.user',
    ]);
    expect(body.value.slice(1).map((one) => one.id)).toEqual(coordinators.map((one) => one.id));
  });

  it('lists people only through the cast', async () => {
    const { body } = await graph<Page>('GET', `${MEMBERS}/microsoft.graph.user?$select=id,displayName`);
    expect(names(body)).toEqual(['Cora Coordinate', 'Colin Cobalt']);
  });

  it('pages with a link to the next', async () => {
    office.microsoft365.tenant.groups.setMembers(
      COORDINATORS_GROUP,
      everybody.map((person) => person.id),
    );
    const first = (await graph<Page>('GET', `${MEMBERS}/microsoft.graph.user?$top=10&$select=displayName`))
      .body;
    const rest = (await (await fetch(first['@odata.nextLink'] ?? '')).json()) as Page;
    expect([...names(first), ...names(rest)]).toEqual(everybody.map((person) => person.name));
    expect(rest['@odata.nextLink']).toBeUndefined();
  });

  it.each([
    ['a group that is not there', 'c0020000-0000-4000-8000-00000000ffff', 404, 'Request_ResourceNotFound'],
    ['an id that is none', 'coordinators', 400, 'Request_BadRequest'],
  ])('refuses %s', async (_what, id, status, code) => {
    const answer = await graph<GraphErrorBody>('GET', `/groups/${id}/transitiveMembers`);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
});

describe('what the tenant does not answer to', () => {
  it.each([
    ['GET', '/me', 400],
    ['GET', `/users/${FAY}/messages`, 400],
    ['DELETE', `/users/${FAY}`, 405],
  ])('refuses %s %s as Graph does and counts it as unknown', async (method, path, status) => {
    const answer = await graph<GraphErrorBody>(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.innerError).toMatchObject({ date: '2026-03-02T09:00:00' });
    expect(office.microsoft365.tenant.calls.unknown()).toEqual([
      expect.objectContaining({ method, path: `/v1.0${path}`, status }),
    ]);
  });

  it('refuses another version', async () => {
    expect((await fetch(`${office.microsoft365.url}/beta/users`)).status).toBe(400);
    expect(office.microsoft365.tenant.calls.unknown()).toHaveLength(1);
  });

  it('refuses a body that is not JSON', async () => {
    const response = await fetch(`${office.microsoft365.url}/v1.0/$batch`, {
      method: 'POST',
      body: '{',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(400);
  });
});
