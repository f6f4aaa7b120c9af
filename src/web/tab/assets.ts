/** The tab's own files, and the two libraries it uses in the browser. */
import { join } from 'node:path';
import { type AssetFile, besideTheSource, createAssets } from '../assets';

const OWN = join(besideTheSource(__dirname), 'assets');

const FILES: Readonly<Record<string, AssetFile>> = {
  'theme.css': { path: join(OWN, 'theme.css'), type: 'text/css; charset=utf-8' },
  'tab.css': { path: join(OWN, 'tab.css'), type: 'text/css; charset=utf-8' },
  'tables.css': { path: join(OWN, 'tables.css'), type: 'text/css; charset=utf-8' },
  'fields.css': { path: join(OWN, 'fields.css'), type: 'text/css; charset=utf-8' },
  'requests.css': { path: join(OWN, 'requests.css'), type: 'text/css; charset=utf-8' },
  'monitoring.css': { path: join(OWN, 'monitoring.css'), type: 'text/css; charset=utf-8' },
  'tab.js': { path: join(OWN, 'tab.js'), type: 'text/javascript; charset=utf-8' },
  'picture.js': { path: join(OWN, 'picture.js'), type: 'text/javascript; charset=utf-8' },
  'htmx.js': { path: require.resolve('htmx.org/dist/htmx.min.js'), type: 'text/javascript; charset=utf-8' },
  'teams.js': {
    path: require.resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'),
    type: 'text/javascript; charset=utf-8',
  },
};

export const { address: assetAddress, page: assetPage } = createAssets('tab-asset', '/tab/assets', FILES);
