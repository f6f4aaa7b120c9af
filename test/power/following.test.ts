/** Following what was submitted, and taking it back: by whoever submitted it, for whoever asked. */
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { coordinators } from '../sandbox/people';
import { type ApiOffice, openApiOffice } from './api-office';
import { operation, wrongWith } from './described';
import { submitTo } from './submit-as-described';

const azurite = useEmbeddedStorage();
let office: ApiOffice;

beforeEach(async () => {
  office = await openApiOffice({ storage: azurite.storage });
});
afterEach(() => office.close());

describe('a request', () => {
  it('is shown by Requests.Submit alone to whoever submitted it, and to nobody else', async () => {
    const { body } = await submitTo(office);
    const path = `/requests/${String(body['id'])}`;
    const read = async (token: string) => (await office.call({ method: 'GET', path, token })).status;
    const appToken: ApiOffice['entra']['appToken'] = (...given) => office.entra.appToken(...given);
    const another = { azp: 'f1000000-0000-4000-8000-00000000000f' };
    expect(await read(appToken(['Requests.Submit']))).toBe(200);
    expect(await read(appToken(['Requests.Submit'], another))).toBe(404);
    expect(await read(appToken(['Requests.Read'], another))).toBe(200);
  });

  it('is withdrawn for the requester, which the history says; said again it is as it was', async () => {
    const { body } = await submitTo(office);
    const id = String(body['id']);
    const withdraw = (token = office.token) =>
      office.call({ method: 'POST', path: `/requests/${id}/withdraw`, token });
    const another = office.entra.appToken(['Requests.Submit', 'Requests.Read'], {
      azp: 'f1000000-0000-4000-8000-00000000000f',
    });
    expect((await withdraw(another)).status).toBe(404);
    office.clock.pass(1_000);
    expect(await withdraw()).toMatchObject({ status: 200, body: { state: 'closed', ended: 'withdrawn' } });
    expect(await withdraw()).toMatchObject({ status: 200, body: { ended: 'withdrawn' } });
    const history = await office.requests.history(id);
    expect(history.map(({ what, via }) => [what, via])).toEqual([
      ['submit', 'api'],
      ['withdraw', 'api'],
    ]);
  });

  it('that has ended otherwise cannot be withdrawn, and says so', async () => {
    const { body } = await submitTo(office);
    const id = String(body['id']);
    const by = { id: coordinators[0].id, name: coordinators[0].name };
    await office.workflow.handle({ kind: 'decline', requestId: id, reason: 'outside-norfolk', by });
    const answer = await office.call({
      method: 'POST',
      path: `/requests/${id}/withdraw`,
      token: office.token,
    });
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:jags:problem:state' } });
    expect(wrongWith(operation('WithdrawRequest'), answer)).toEqual([]);
  });
});
