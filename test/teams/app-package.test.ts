/** The Teams app package against the bot: what the manifest offers, the bot must understand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../appPackage/manifest.json';
import { CHAT } from '../../src/teams/wording/chat';
import { coordinators } from '../sandbox/people';
import { CHANNEL, GROUP, type Office, openOffice } from './office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const WHERE: Readonly<Record<string, string | undefined>> = {
  personal: undefined,
  team: CHANNEL,
  groupChat: GROUP,
};

const offered = manifest.bots.flatMap(({ commandLists }) =>
  commandLists.flatMap(({ scopes, commands }) =>
    scopes.flatMap((scope) => commands.map(({ title }) => ({ scope, title }))),
  ),
);

it.each(offered)('the bot understands "$title", offered in the scope $scope', async ({ scope, title }) => {
  const sent = await office.says(coordinators[0], title, WHERE[scope]);
  expect(sent).not.toHaveLength(0);
  expect(JSON.stringify(sent)).not.toContain(CHAT.unknown);
});

it.each([
  ['color', 192],
  ['outline', 32],
] as const)('the %s icon is a PNG of %i pixels', (kind, pixels) => {
  const file = readFileSync(join(__dirname, '..', '..', 'appPackage', manifest.icons[kind]));
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([pixels, pixels]);
});
