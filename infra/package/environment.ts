/** For which environment something is packed, and with which settings. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseEnv } from 'node:util';

export type Settings = Readonly<Record<string, string | undefined>>;

export interface Environment {
  /** Part of the names of what is packed, such as "pilot". */
  readonly name: string;
  readonly settings: Settings;
}

/** Where nothing says which it is. */
const USUAL = 'production';

/**
 * The environment of a file of lines `NAME=value`; without a file, of the environment variables. With a file nothing else
 * counts, so that the same file always gives the same packages, whatever the shell happens to hold.
 * @throws Error when the file cannot be read, or the name cannot be part of a file's name.
 */
export function readEnvironment(file: string | undefined, variables: Settings): Environment {
  const settings = file === undefined ? variables : parseEnv(readFileSync(file, 'utf8'));
  const name = nameOf(file) ?? given(settings['TEAMSFX_ENV']) ?? given(settings['AZURE_ENV_NAME']) ?? USUAL;
  if (!/^[\w-]{1,40}$/.test(name))
    throw new Error(`Expected the environment to have a name of letters, digits and "-", got "${name}".`);
  return { name, settings };
}

/** `.env.pilot` is of the pilot; `.env` does not say. Agents Toolkit tells in TEAMSFX_ENV, and azd, in each one's `.env`, in AZURE_ENV_NAME. */
function nameOf(file: string | undefined): string | undefined {
  return file === undefined ? undefined : /^\.env\.(.+)$/.exec(basename(file))?.[1];
}

/** A setting without what stands around it; undefined where it is empty, as in a file that is yet to be filled in. */
export function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}
