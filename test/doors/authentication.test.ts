/** Every row of every door's table: refused as it should be, told nothing, nothing kept; and a right one beside it. */
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { API_ROWS } from './api-door';
import { BOT_ROWS } from './bot-door';
import { CODE_ROWS } from './code-rows';
import { type Row, wrongWith } from './door';
import { bearing, rightToken, type TokenDoor } from './forging';
import { LINK_ROWS } from './link-rows';
import { NOTIFICATION_ROWS, openNotificationDoor } from './notification-door';
import { openPersonDoor } from './person-door';
import { TAB_ROWS } from './tab-door';
import { openApiDoor, openBotDoor, openTabDoor } from './token-doors';

const azurite = useEmbeddedStorage();
// The SDK prints what is wrong with a token; what matters is what the caller learns.
let printed: jest.SpyInstance;
beforeAll(() => void (printed = jest.spyOn(console, 'error').mockImplementation(() => undefined)));
afterAll(() => printed.mockRestore());

const TOKEN_DOORS: readonly (readonly [
  name: string,
  rows: readonly Row<TokenDoor>[],
  open: () => Promise<TokenDoor>,
])[] = [
  ['bot', BOT_ROWS, () => openBotDoor()],
  ['api', API_ROWS, () => openApiDoor(azurite.storage)],
  ['tab', TAB_ROWS, openTabDoor],
];

describe.each(TOKEN_DOORS)('the door of the %s', (_name, rows, open) => {
  let at: TokenDoor;
  // With the first test: storage is there by then.
  beforeEach(async () => void (at ??= await open()));
  afterAll(() => at.close());

  it.each(rows.map((row) => [row.what, row] as const))('refuses %s', async (_what, row) => {
    expect(await wrongWith(at, row, true)).toEqual([]);
  });
});

describe('the door of the notifications', () => {
  it.each(NOTIFICATION_ROWS.map((row) => [row.what, row] as const))('refuses %s', async (_what, row) => {
    // Each its own: what was read of the secret is kept for a while.
    const at = await openNotificationDoor();
    expect(await wrongWith(at, row, false)).toEqual([]);
    await at.close();
  });
});

describe('the door of the person links', () => {
  const rows = [...LINK_ROWS, ...CODE_ROWS];
  it.each(rows.map((row) => [row.what, row] as const))('refuses %s', async (_what, row) => {
    const at = await openPersonDoor();
    expect(await wrongWith(at, row, false)).toEqual([]);
    await at.close();
  });
});

it('lets nobody in by a key that may sign for another channel', async () => {
  const at = await openBotDoor(['webchat']);
  const right = await openBotDoor();
  const row = { what: '', status: 401, wrong: () => bearing(at, rightToken(at)) };
  expect(await wrongWith(at, { ...row, right: () => bearing(at, rightToken(at)) }, true)).toEqual([
    'the right one beside it got 401',
    'the right one beside it did nothing',
  ]);
  expect(await wrongWith(right, { ...row, right: () => bearing(right, rightToken(right)) }, true)).toEqual(
    [],
  );
  await Promise.all([at.close(), right.close()]);
});
