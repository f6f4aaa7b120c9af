/** Which version of the program this is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where package.json lies from here, compiled or not. */
const PLACES = ['../..', '..'];

/** As package.json says it. Throws where that is not beside the program. */
export function version(): string {
  for (const place of PLACES) {
    const named = versionIn(join(__dirname, place, 'package.json'));
    if (named !== undefined) return named;
  }
  throw new Error('Expected package.json beside the program, got none');
}

function versionIn(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { name, version: named } = JSON.parse(text) as { name?: string; version?: string };
  return name === 'jags-bot' ? named : undefined;
}
