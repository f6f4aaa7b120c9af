/** The Teams app package against the bot: what the manifest offers, the bot must understand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../appPackage/manifest.json';
import { CHAT } from '../../src/teams/wording/chat';
import { coordinators, everybody } from '../sandbox/people';
import { wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { CHANNEL, GROUP, type Office, openOffice } from './office';
import { submitted } from './session-steps';

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

describe('the commands of the compose box', () => {
  const [extension, ...more] = manifest.composeExtensions;
  const commands = extension?.commands ?? [];

  it('are answered by the same bot', () => {
    expect(extension?.botId).toBe(manifest.bots[0]?.botId);
    expect(more).toEqual([]);
  });

  it.each(commands.filter(({ type }) => type === 'action'))('open a dialog: "$title"', async ({ id }) => {
    const { card } = await dialogs(office).composes(coordinators[0], id);
    expect(wordsOn(card)).toContain('Is a child at immediate risk');
  });

  it.each(commands.filter(({ type }) => type === 'query'))(
    'find, also before anything is typed: "$title"',
    async ({ id, parameters }) => {
      const { requester } = await submitted(office);
      const petra = everybody.find((person) => person.id === requester.id)!;
      for (const parameter of [
        { name: 'initialRun', value: 'true' },
        { name: parameters?.[0]?.name, value: 'sent' },
      ]) {
        const value = { commandId: id, parameters: [parameter] };
        const body = await dialogs(office).invoke(petra, 'composeExtension/query', value, {});
        expect(JSON.stringify(body)).toContain('Sent. Not confirmed yet');
      }
    },
  );

  it('offer one dialog and one search', () => {
    expect(commands.map(({ type }) => type).sort()).toEqual(['action', 'query']);
  });
});
