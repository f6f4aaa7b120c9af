import { createOpenRequests } from '../../src/azure/open-requests';
import { aRequest, aRequester, aStranger, askedAt } from '../builders';
import { onTables, saved, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();

describe('the open requests', () => {
  it("are everybody's, oldest first, without those that are closed", async () => {
    const { requests, openRequests } = onTables(embedded.storage);
    const young = aRequest.booked({ id: 'aaaaaaaa', submittedAt: askedAt + 2 });
    const old = aRequest.submitted({ id: 'bbbbbbbb', requester: aRequester(aStranger) });
    const closed = aRequest.closed({ id: 'cccccccc' });
    const twin = aRequest.returned({ id: 'dddddddd', submittedAt: askedAt + 2 });
    for (const each of [young, closed, twin, old]) await saved(requests, each);
    expect(await openRequests.all()).toEqual([old, young, twin]);
  });

  it('leave out an index row whose request did not get through', async () => {
    const { openRequests, index } = onTables(embedded.storage);
    await index.enter('dddddddd', aRequester().id);
    expect(await openRequests.all()).toEqual([]);
  });

  it('cost one query and one point read each, whatever else there is', async () => {
    const { requests, openRequests, workbench } = onTables(embedded.storage);
    for (const id of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']) await saved(requests, aRequest.closed({ id }));
    for (const id of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']) await workbench.settle(id);
    for (const id of ['dddddddd', 'eeeeeeee']) await saved(requests, aRequest.submitted({ id }));
    const calls = await embedded.callsOf(() => openRequests.all());
    expect(calls).toEqual(['GET table /Index', 'GET table /Requests', 'GET table /Requests']);
  });

  it('are read a few at a time, however many there are', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `request-${n}`);
    let reading = 0;
    let most = 0;
    const openRequests = createOpenRequests({
      index: { open: async () => ids },
      requests: {
        async load(id) {
          most = Math.max(most, (reading += 1));
          await new Promise((resolve) => setImmediate(resolve));
          reading -= 1;
          return { request: aRequest.submitted({ id }), version: '1', sequence: 0 };
        },
      },
    });
    expect(await openRequests.all()).toHaveLength(200);
    expect(most).toBeLessThanOrEqual(16);
  });
});
