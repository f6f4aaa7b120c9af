import { createResponses } from '../../src/azure/response-table';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const CAPACITY = { theme: 'capacity', text: 'More posts from May.', on: '2026-11-24' };

it('keeps one response for each theme, the latest', async () => {
  const responses = createResponses(embedded.storage);
  expect(await responses.all()).toEqual([]);
  expect(await responses.keep(CAPACITY, undefined)).toBe('kept');
  const { version } = (await responses.all())[0]!;
  expect(await responses.keep({ ...CAPACITY, text: 'Filled.' }, version)).toBe('kept');
  await responses.keep({ ...CAPACITY, theme: 'roles', text: '' }, undefined);
  expect(await responses.all()).toMatchObject([
    { theme: 'capacity', text: 'Filled.', on: '2026-11-24' },
    { theme: 'roles', text: '' },
  ]);
});

it('lets one of two at once win and tells the other', async () => {
  const [one, other] = [createResponses(embedded.storage), createResponses(embedded.storage)];
  const first = await Promise.all([one.keep(CAPACITY, undefined), other.keep(CAPACITY, undefined)]);
  expect(first.sort()).toEqual(['conflict', 'kept']);
  const { version } = (await one.all())[0]!;
  const next = await Promise.all([one.keep(CAPACITY, version), other.keep(CAPACITY, version)]);
  expect(next.sort()).toEqual(['conflict', 'kept']);
});

it.each(['', 'Not a code', 'a/b', "x' or 1 eq 1"])('takes no theme that is no code: %s', async (theme) => {
  const responses = createResponses(embedded.storage);
  await expect(responses.keep({ ...CAPACITY, theme }, undefined)).rejects.toThrow('Expected a theme');
});
