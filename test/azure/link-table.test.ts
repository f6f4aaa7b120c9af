import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { createLinks } from '../../src/azure/link-table';
import { personIdFor } from '../../src/ids';
import type { LinkTerms } from '../../src/ports/links';
import { at } from '../builders';
import { freshStorage, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const DAY_MS = 24 * 60 * 60_000;
const NOW = at('2026-11-24T10:00');
const MAIL = 'hattie.hazel@meadow-primary.example';
const hattie: LinkTerms = {
  purpose: 'requester',
  person: { id: personIdFor(MAIL), name: 'Hattie Hazel', mail: MAIL },
  requestId: 'abcdefghjkmnpqrstvwxyz0123',
  expiresAt: NOW + 10 * DAY_MS,
};

function links() {
  const clock = { now: NOW };
  const one = () => createLinks({ links: embedded.storage.links, now: () => clock.now });
  return { links: one(), another: one(), clock };
}
const hash = (token: string) => createHash('sha256').update(token).digest('hex');

async function everythingStored(): Promise<string> {
  const rows = [];
  for await (const row of embedded.storage.links.listEntities()) rows.push(row);
  return JSON.stringify(rows);
}

describe('A link', () => {
  it('is found by its token and by its id, by every instance, as what it was given for', async () => {
    const { links: ours, another } = links();
    const token = await ours.mint(hattie);
    expect(token).toMatch(/^[\w-]{43}$/);
    const link = await another.find(token);
    expect(link).toEqual({ id: hash(token), terms: hattie, state: 'valid' });
    expect(await another.byId(link!.id)).toEqual(link);
  });

  it('cannot be made out of what is stored', async () => {
    const token = await links().links.mint(hattie);
    const stored = await everythingStored();
    expect(stored).toContain(hash(token));
    expect(stored).not.toContain(token);
    expect(await links().links.find(hash(token))).toBeUndefined();
  });

  it('is another each time', async () => {
    const { links: ours } = links();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => ours.mint(hattie)));
    expect(new Set(tokens).size).toBe(20);
  });

  it('is over when its time has come, and gone a month later, with its codes', async () => {
    const { links: ours, clock } = links();
    const token = await ours.mint(hattie);
    await embedded.storage.links.createEntity({ partitionKey: hash(token), rowKey: 'code', data: '{}' });
    clock.now = hattie.expiresAt - 1;
    expect((await ours.find(token))!.state).toBe('valid');
    clock.now = hattie.expiresAt;
    expect((await ours.find(token))!.state).toBe('over');
    clock.now += 30 * DAY_MS - 1;
    expect((await ours.find(token))!.state).toBe('over');
    clock.now += 1;
    expect(await ours.find(token)).toBeUndefined();
    expect(await everythingStored()).not.toContain(hash(token));
  });
});

describe('Revoking', () => {
  it('ends all that was given until then, and nothing that comes after', async () => {
    const { links: ours, another } = links();
    const before = [await ours.mint(hattie), await another.mint(hattie)];
    await ours.revoke(hattie);
    const after = await another.mint(hattie);
    for (const token of before) expect((await another.find(token))!.state).toBe('over');
    expect((await ours.find(after))!.state).toBe('valid');
    await another.revoke(hattie);
    expect((await ours.find(after))!.state).toBe('over');
  });

  it('knows a person however their id is written', async () => {
    const { links: ours } = links();
    const token = await ours.mint(hattie);
    await ours.revoke({ ...hattie, person: { id: hattie.person.id.toUpperCase() } });
    expect((await ours.find(token))!.state).toBe('over');
  });

  const { requestId: _none, ...ofNoRequest } = hattie;
  it.each<[string, LinkTerms]>([
    [
      'another person',
      { ...hattie, person: { ...hattie.person, id: personIdFor('percy.plum@police.example') } },
    ],
    ['another purpose', { ...hattie, purpose: 'participant' }],
    ['another request', { ...hattie, requestId: 'zbcdefghjkmnpqrstvwxyz0123' }],
    ['no request', ofNoRequest],
  ])('leaves links of %s alone', async (_whose, terms) => {
    const { links: ours } = links();
    const token = await ours.mint(terms);
    await ours.revoke(hattie);
    expect(await ours.find(token)).toEqual({ id: hash(token), terms, state: 'valid' });
  });

  it('leaves no link valid that was there before, however much is given out and revoked at once', async () => {
    const { links: ours, another } = links();
    const before = await Promise.all(Array.from({ length: 5 }, () => ours.mint(hattie)));
    const meanwhile: Promise<string>[] = [];
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => {
        meanwhile.push((n % 2 ? ours : another).mint(hattie));
        return (n % 2 ? another : ours).revoke(hattie);
      }),
    );
    const states = await Promise.all(before.map(async (token) => (await ours.find(token))!.state));
    expect(new Set(states)).toEqual(new Set(['over']));
    const late = await Promise.all(meanwhile);
    await ours.revoke(hattie);
    for (const token of late) expect((await another.find(token))!.state).toBe('over');
  });
});

describe('Whatever was never given out', () => {
  it('is found nowhere, whatever it is, and never a fault', async () => {
    const { links: ours } = links();
    const token = await ours.mint(hattie);
    const altered = fc
      .tuple(fc.nat(42), fc.constantFrom(...'AZaz09-_'))
      .map(([n, sign]) => token.slice(0, n) + sign + token.slice(n + 1))
      .filter((text) => text !== token);
    const nonsense = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('', '/', '#?\\', 'x'.repeat(100_000), `${token}=`, token.slice(1), "' or 'x' eq 'x"),
      altered,
    );
    await fc.assert(
      fc.asyncProperty(nonsense, async (text) => {
        expect(await ours.find(text)).toBeUndefined();
        expect(await ours.byId(text)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('is a fault only when storage is', async () => {
    const unprepared = createLinks({ links: freshStorage(embedded.connectionString).links, now: Date.now });
    await expect(unprepared.find('a'.repeat(43))).rejects.toThrow(/does not exist/);
  });
});
