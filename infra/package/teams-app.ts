/** The Teams app of one environment: the manifest with everything filled in, and the icons. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings as botSettings } from '../../src/config';
import { type Environment, given, type Settings } from './environment';
import type { Packed, Unpacked } from './packing';
import { createReading } from './reading';
import { zipped } from './zip';

/** Longest that Teams shows under the icon (manifest schema, `name.short`). */
const LONGEST_NAME = 30;
/** Teams takes an update only with a higher version of this form. */
const VERSION = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/;
const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

interface Manifest {
  readonly version: string;
  readonly name: { readonly short: string };
  readonly icons: Readonly<Record<string, string>>;
}

/** The zip of the Teams app, or all that is missing or wrong with what it is to be filled with. */
export function packTeamsApp(root: string, { name, settings }: Environment): readonly Packed[] | Unpacked {
  const folder = join(root, 'appPackage');
  const template = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const problems: string[] = [];
  const values = readValues(settings, problems);
  const version = readVersion(settings, problems) ?? template.version;
  if (problems.length > 0) return { problems };

  const manifest = filled({ ...template, version }, values) as Manifest;
  if (manifest.name.short.length > LONGEST_NAME) {
    const left = LONGEST_NAME - (manifest.name.short.length - values['APP_NAME_SUFFIX']!.length);
    return { problems: [`Expected APP_NAME_SUFFIX to have at most ${left - 1} characters.`] };
  }
  const icons = Object.values(manifest.icons).map(
    (icon) => [icon, readFileSync(join(folder, icon))] as const,
  );
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  const files = { 'manifest.json': new TextEncoder().encode(text), ...Object.fromEntries(icons) };
  return [{ file: `teams-app-${name}.zip`, bytes: zipped(files) }];
}

/** What the manifest's `${{…}}` stand for. BOT_ID and PUBLIC_URL are settings of the bot, and read as it reads them. */
function readValues(settings: Settings, problems: string[]): Readonly<Record<string, string>> {
  const { read, bot } = createReading(settings, problems);
  const { botId, publicUrl, publicHost } = bot();
  const isOwnId = given(settings['TEAMS_MANIFEST_ID']) !== undefined;
  const suffix = given(settings['APP_NAME_SUFFIX']);
  return {
    // Not TEAMS_APP_ID, which is the catalogue's: that is given by the first upload, and another than this.
    TEAMS_MANIFEST_ID: isOwnId ? read('TEAMS_MANIFEST_ID', botSettings.BOT_ID, 'a GUID, or absent') : botId,
    BOT_ID: botId,
    PUBLIC_URL: publicUrl,
    PUBLIC_HOST: publicHost,
    // Set apart from the name, however it was given.
    APP_NAME_SUFFIX: suffix === undefined ? '' : ` ${suffix}`,
  };
}

function readVersion(settings: Settings, problems: string[]): string | undefined {
  const version = given(settings['APP_VERSION']);
  if (version !== undefined && !VERSION.test(version))
    problems.push(`Expected APP_VERSION to be three numbers such as 1.4.0, got "${version}".`);
  return version;
}

/**
 * The value with every `${{NAME}}` in it filled in.
 * @throws Error for a name nobody gives a value to: a fault of the manifest, not of the settings.
 */
function filled(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string')
    return value.replace(PLACEHOLDER, (whole, name: string) => {
      if (Object.hasOwn(values, name)) return values[name]!;
      throw new Error(`Expected the manifest to ask for ${Object.keys(values).join(', ')}, got ${whole}.`);
    });
  if (Array.isArray(value)) return value.map((each) => filled(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, values)]));
}
