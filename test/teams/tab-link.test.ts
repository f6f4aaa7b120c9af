import manifest from '../../appPackage/manifest.json';
import { TAB_ENTITY, tabLink } from '../../src/teams/tab-link';

const teamsAppId = '7e4a0000-0000-4000-8000-00000000000a';

it('leads into the tab of the app in Teams, to the page of the request', () => {
  const link = new URL(tabLink({ teamsAppId, publicUrl: 'https://bot.example.org' })!('7qf3k2m9'));
  expect(link.origin + link.pathname).toBe(
    `https://teams.microsoft.com/l/entity/${teamsAppId}/${TAB_ENTITY}`,
  );
  expect(JSON.parse(link.searchParams.get('context')!)).toEqual({ subEntityId: 'requests/7qf3k2m9' });
  expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual([TAB_ENTITY]);
});

it('leads to the page itself where there is no Teams, and nowhere where no address is known', () => {
  const link = tabLink({ publicUrl: 'http://127.0.0.1:3978' });
  expect(link?.('7qf3k2m9')).toBe('http://127.0.0.1:3978/tab/requests/7qf3k2m9');
  expect(tabLink({})).toBeUndefined();
});
