/** The stylesheets of the plain pages; they have no script. */
import { join } from 'node:path';
import { besideTheSource, createAssets } from '../assets';

export const STYLESHEETS = ['outside.css', 'fields.css', 'content.css', 'evaluation.css'] as const;

const OWN = join(besideTheSource(__dirname), 'assets');
const type = 'text/css; charset=utf-8';

export const { address: assetAddress, page: assetPage } = createAssets(
  'outside-asset',
  '/request/assets',
  Object.fromEntries(STYLESHEETS.map((name) => [name, { path: join(OWN, name), type }])),
);
