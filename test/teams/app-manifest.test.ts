/** The Teams app's manifest against the code, both ways: nothing is offered that is not there, and nothing is there unseen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import manifest from '../../appPackage/manifest.json';
import { version } from '../../package.json';
import { settings } from '../../src/config';
import { defaultPolicy } from '../../src/domain/policy';
import { VERBS } from '../../src/teams/commands';
import { intentOf } from '../../src/teams/intent';
import { TAB_ENTITY } from '../../src/teams/tab-link';
import { createOutsidePages } from '../../src/web/outside/pages';
import { openTabOffice } from '../web/tab-office';
import { openOutsideOffice } from '../web/outside/outside-office';
import { OFFERED, type Scope, SCOPES } from './command-lists';

const root = join(__dirname, '..', '..');
const [bot, ...moreBots] = manifest.bots;
const commands = manifest.composeExtensions.flatMap((extension) => extension.commands);

describe('what is offered in the chat', () => {
  const listed = (bot?.commandLists ?? []).flatMap(({ scopes, commands: titles }) =>
    scopes.flatMap((scope) => titles.map(({ title }) => ({ scope, title, intent: intentOf(title) }))),
  );
  const cases = Object.entries(OFFERED).flatMap(([intent, scopes]) =>
    SCOPES.map((scope) => ({ intent, scope, offer: scopes[scope] })),
  );

  it('has a list for each scope the bot can be in', () => {
    expect(moreBots).toEqual([]);
    expect(bot?.scopes).toEqual(SCOPES);
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes)).toEqual(SCOPES);
  });

  it.each(cases)('is as decided, or left out for a reason: $intent, $scope', ({ intent, scope, offer }) => {
    const titles = listed.filter((each) => each.scope === scope && each.intent === intent);
    expect(titles).toHaveLength(offer === 'offered' ? 1 : 0);
    if (offer !== 'offered') expect(offer.not.length).toBeGreaterThan(20);
  });

  it('is understood, every line of it', () => {
    expect(listed.filter(({ intent }) => intent === 'unknown')).toEqual([]);
    expect(listed).toHaveLength(cases.filter(({ offer }) => offer === 'offered').length);
  });

  it('has a handler for everything that can be said', () => {
    const routes = ['routes/coordination.ts', 'routes/requests.ts', 'routes/sessions.ts', 'bot.ts']
      .map((file) => readFileSync(join(root, 'src/teams', file), 'utf8'))
      .join('\n');
    const said = [...routes.matchAll(/\bsays\('([\w-]+)'/g)].map(([, intent]) => intent!);
    expect(said.sort()).toEqual(Object.keys(OFFERED).sort());
  });

  it.each<[Scope, number]>([
    ['personal', 10],
    ['team', 10],
    ['groupChat', 10],
  ])('is short enough to be shown whole: %s', (scope, most) => {
    expect(listed.filter((each) => each.scope === scope).length).toBeLessThanOrEqual(most);
  });
});

describe('the commands of the compose box', () => {
  it('are verbs of the bot', () => {
    expect(commands.map(({ id }) => id).filter((id) => !VERBS.includes(id as never))).toEqual([]);
  });

  it('are the way to every verb no card leads to', () => {
    const folders = ['cards', 'src/teams/present'].map((folder) => join(root, folder));
    const sources = folders
      .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
      .filter((file) => /\.(json|ts)$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const onCards = (verb: string) => new RegExp(`\\bverb"?: ["'|\\w ]*["']${verb}["']`).test(sources);
    const nowhere = VERBS.filter((verb) => !onCards(verb) && !commands.some(({ id }) => id === verb));
    expect(nowhere).toEqual([]);
  });
});

describe('the addresses in the manifest', () => {
  const PUBLIC_URL = '${{PUBLIC_URL}}';
  const below = (address: string) => {
    expect(address.startsWith(`${PUBLIC_URL}/`)).toBe(true);
    return address.slice(PUBLIC_URL.length);
  };

  it('are plain pages that anybody can open', async () => {
    const office = await openOutsideOffice();
    try {
      const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
      for (const path of [websiteUrl, privacyUrl, termsOfUseUrl].map(below)) {
        const { status, headers } = await office.opens(path);
        expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
      }
    } finally {
      await office.close();
    }
  });

  it('are those of the pages that say what the service is, each named once', () => {
    const pages = createOutsidePages({ policy: defaultPolicy } as Parameters<typeof createOutsidePages>[0]);
    const { privacyUrl, termsOfUseUrl } = manifest.developer;
    for (const [name, address] of [
      ['privacy', privacyUrl],
      ['terms', termsOfUseUrl],
    ] as const)
      expect(pages.filter((page) => page.name === name).map(({ path }) => path)).toEqual([below(address)]);
  });

  it('lead to the tab, which is the only one and the one cards lead to', async () => {
    const [tab, ...more] = manifest.staticTabs;
    expect(more).toEqual([]);
    expect(tab).toMatchObject({ entityId: TAB_ENTITY, scopes: ['personal'] });
    const office = await openTabOffice();
    try {
      const { status, headers } = await office.opens(below(tab!.contentUrl));
      expect(status).toBe(200);
      // Teams shows it in a frame of its own.
      expect(headers.get('content-security-policy')).toContain('https://teams.microsoft.com');
    } finally {
      await office.close();
    }
  });

  it('are all on hosts the app is valid for', () => {
    expect(manifest.validDomains).toContain('${{PUBLIC_HOST}}');
    const addresses = JSON.stringify(manifest).match(/https?:\/\/[^"]+/g) ?? [];
    expect(addresses).toEqual([manifest.$schema]);
  });
});

describe('the settings in the manifest', () => {
  const asked = new Set(
    [...JSON.stringify(manifest).matchAll(/\$\{\{(\w+)\}\}/g)].map(([, setting]) => setting!),
  );
  /** What `npm run package` makes of BOT_ID and PUBLIC_URL, and what only the package has. */
  const OF_THE_PACKAGE = ['PUBLIC_HOST', 'APP_NAME_SUFFIX', 'TEAMS_MANIFEST_ID'];

  it('are the settings of the bot, so that both are told the same', () => {
    const sample = Object.keys(
      parseEnv(readFileSync(join(root, '.env.sample'), 'utf8').replace(/^# (?=[A-Z_]+=)/gm, '')),
    );
    const ofTheBot = [...asked].filter((setting) => !OF_THE_PACKAGE.includes(setting));
    expect(ofTheBot.sort()).toEqual(['BOT_ID', 'PUBLIC_URL']);
    for (const setting of ofTheBot) {
      expect(sample).toContain(setting);
      expect(Object.keys(settings)).toContain(setting);
    }
    expect([...asked].filter((setting) => OF_THE_PACKAGE.includes(setting)).sort()).toEqual(
      [...OF_THE_PACKAGE].sort(),
    );
  });

  it('make the sign-in of the tab that of the bot’s own registration', () => {
    expect(manifest.webApplicationInfo).toEqual({
      id: '${{BOT_ID}}',
      resource: 'api://${{PUBLIC_HOST}}/botid-${{BOT_ID}}',
    });
    expect(manifest.bots.map(({ botId }) => botId)).toEqual(['${{BOT_ID}}']);
    expect(manifest.composeExtensions.map(({ botId }) => botId)).toEqual(['${{BOT_ID}}']);
  });

  it('have the version of package.json', () => {
    expect(manifest.version).toBe(version);
  });
});
