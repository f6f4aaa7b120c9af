import { createCalls } from '../../src/azure/call-table';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const CALLER = 'app 7e4a0000-0000-4000-8000-000000000001 f1000000-0000-4000-8000-000000000001';
const kept = { bodyHash: 'a1', requestId: '5gq2n8kd7w0c4mzt1xvhb9re3p' };

describe('What a program has submitted', () => {
  it('is found under the key of the one caller who gave it, whatever is in it', async () => {
    const calls = createCalls(embedded.storage);
    for (const key of ['response-1', '/\\#?', '\u0000', 'k'.repeat(10_000)]) {
      expect(await calls.find(CALLER, key)).toBeUndefined();
      expect(await calls.keep(CALLER, key, kept)).toBe('kept');
      expect(await calls.find(CALLER, key)).toEqual(kept);
      expect(await calls.find('somebody else', key)).toBeUndefined();
    }
  });

  it('is theirs to follow, and nobody else’s', async () => {
    const calls = createCalls(embedded.storage);
    await calls.keep(CALLER, 'response-1', kept);
    expect(await calls.hasSubmitted(CALLER, kept.requestId)).toBe(true);
    expect(await calls.hasSubmitted('somebody else', kept.requestId)).toBe(false);
    expect(await calls.hasSubmitted(CALLER, '0000000000000000000000000a')).toBe(false);
  });

  it('is kept by one of twenty at once, and the others meet it', async () => {
    const calls = createCalls(embedded.storage);
    const said = await Promise.all(Array.from({ length: 20 }, () => calls.keep(CALLER, 'twins', kept)));
    expect(said.filter((each) => each === 'kept')).toHaveLength(1);
    expect(said.filter((each) => each === 'conflict')).toHaveLength(19);
  });

  it('can be given up, and then tried again', async () => {
    const calls = createCalls(embedded.storage);
    await calls.keep(CALLER, 'response-1', kept);
    await calls.drop(CALLER, 'response-1', kept);
    expect(await calls.find(CALLER, 'response-1')).toBeUndefined();
    expect(await calls.hasSubmitted(CALLER, kept.requestId)).toBe(false);
    expect(await calls.keep(CALLER, 'response-1', { ...kept, bodyHash: 'b2' })).toBe('kept');
  });

  it('names nobody where it is stored', async () => {
    await createCalls(embedded.storage).keep(CALLER, 'hattie.hazel@meadow-primary.example', kept);
    const rows = [];
    for await (const row of embedded.storage.calls.listEntities()) rows.push(row);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/hattie|f1000000|app 7e4a/);
  });
});
