/** Files for the browser, served from here and from nowhere else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '../http/page';

export interface AssetFile {
  readonly path: string;
  readonly type: string;
}

export interface Assets {
  /** The address of a file: another one as soon as there is anything else in it, so that it can be kept for ever. */
  readonly address: (name: string) => string;
  readonly page: Page;
}

interface Asset {
  readonly type: string;
  readonly packed: Buffer;
  readonly hash: string;
}

/** Compiled or not, the files lie beside the source. @param folder `__dirname` of whoever has them. */
export function besideTheSource(folder: string): string {
  return folder.replace(/([/\\])build[/\\]src([/\\])/, '$1src$2');
}

/** @param under where they are served, without a slash at the end */
export function createAssets(
  name: string,
  under: string,
  files: Readonly<Record<string, AssetFile>>,
): Assets {
  const assets = new Map<string, Asset>();

  /** Read once, when first asked for. */
  function assetOf(file: string): Asset | undefined {
    const known = Object.hasOwn(files, file) ? files[file] : undefined;
    const kept = assets.get(file);
    if (!known || kept) return kept;
    const content = readFileSync(known.path);
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
    const asset = { type: known.type, packed: gzipSync(content), hash };
    assets.set(file, asset);
    return asset;
  }

  return {
    address(file) {
      const asset = assetOf(file);
      if (!asset) throw new Error(`Expected one of ${Object.keys(files).join(', ')}, got "${file}"`);
      return `${under}/${file}?v=${asset.hash}`;
    },
    page: {
      name,
      method: 'get',
      path: `${under}/:file`,
      async answer({ params, query }) {
        const asset = assetOf(params['file'] ?? '');
        if (!asset) return { status: 404, content: '', headers: {} };
        const isThisOne = query.get('v') === asset.hash;
        return {
          status: 200,
          content: asset.packed,
          headers: {
            'Content-Type': asset.type,
            // Every browser in use unpacks it.
            'Content-Encoding': 'gzip',
            'Cache-Control': isThisOne ? 'public, max-age=31536000, immutable' : 'no-cache',
          },
        };
      },
    },
  };
}
