import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../src/version';

it('is the version package.json says', () => {
  const text = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  expect(version()).toBe((JSON.parse(text) as { version: string }).version);
});
