/** The tab's own files, and the two libraries it uses in the browser: served from here, from nowhere else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '../exchange';

/** Compiled or not, the files lie beside the source. */
const OWN = join(__dirname.replace(/([/\\])build[/\\]src[/\\]web[/\\]tab$/, '$1src$1web$1tab'), 'assets');

const FILES: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  'theme.css': { path: join(OWN, 'theme.css'), type: 'text/css; charset=utf-8' },
  'tab.css': { path: join(OWN, 'tab.css'), type: 'text/css; charset=utf-8' },
  'tables.css': { path: join(OWN, 'tables.css'), type: 'text/css; charset=utf-8' },
  'fields.css': { path: join(OWN, 'fields.css'), type: 'text/css; charset=utf-8' },
  'requests.css': { path: join(OWN, 'requests.css'), type: 'text/css; charset=utf-8' },
  'tab.js': { path: join(OWN, 'tab.js'), type: 'text/javascript; charset=utf-8' },
  'htmx.js': { path: require.resolve('htmx.org/dist/htmx.min.js'), type: 'text/javascript; charset=utf-8' },
  'teams.js': {
    path: require.resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'),
    type: 'text/javascript; charset=utf-8',
  },
};

interface Asset {
  readonly type: string;
  readonly packed: Buffer;
  readonly hash: string;
}

const assets = new Map<string, Asset>();

/** Read once, when first asked for. */
function assetOf(name: string): Asset | undefined {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  const kept = assets.get(name);
  if (!file || kept) return kept;
  const content = readFileSync(file.path);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  const asset = { type: file.type, packed: gzipSync(content), hash };
  assets.set(name, asset);
  return asset;
}

/** The address of a file: another one as soon as there is anything else in it, so that it can be kept for ever. */
export function assetAddress(name: string): string {
  const asset = assetOf(name);
  if (!asset) throw new Error(`Expected one of ${Object.keys(FILES).join(', ')}, got "${name}"`);
  return `/tab/assets/${name}?v=${asset.hash}`;
}

export const assetPage: Page = {
  name: 'tab-asset',
  method: 'get',
  path: '/tab/assets/:file',
  async answer({ params, query }) {
    const asset = assetOf(params['file'] ?? '');
    if (!asset) return { status: 404, content: '', headers: {} };
    const isThisOne = query.get('v') === asset.hash;
    return {
      status: 200,
      content: asset.packed,
      headers: {
        'Content-Type': asset.type,
        // Every browser that Teams runs in unpacks it.
        'Content-Encoding': 'gzip',
        'Cache-Control': isThisOne ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    };
  },
};
