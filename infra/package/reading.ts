/** Settings read for what is packed: as the bot reads them, and everything wrong named. */
import type { Kind } from '../../src/settings/kinds';
import { settings as botSettings } from '../../src/config';
import { given, type Settings } from './environment';

export interface Reading {
  /** Empty where it is missing or wrong, which is then among the problems. */
  readonly read: (name: string, kind: Kind<string>, expected?: string) => string;
  /** The bot's own id and address, which are in everything that is packed; `publicHost` is empty where the address is no use. */
  readonly bot: () => { readonly botId: string; readonly publicUrl: string; readonly publicHost: string };
}

/** @param problems what is wrong is added to these, a sentence each */
export function createReading(settings: Settings, problems: string[]): Reading {
  function read(name: string, { schema, expected: usual }: Kind<string>, expected = usual): string {
    const value = given(settings[name]);
    const parsed = schema.safeParse(value ?? '');
    if (parsed.success) return parsed.data;
    const got = value === undefined ? 'nothing' : `"${value}"`;
    problems.push(`Expected ${name} to be ${expected}, got ${got}.`);
    return '';
  }

  return {
    read,
    bot() {
      const botId = read('BOT_ID', botSettings.BOT_ID, "the app id of the bot's registration");
      const publicUrl = read(
        'PUBLIC_URL',
        botSettings.PUBLIC_URL,
        'the https address people reach the bot at, without a path',
      );
      const isPublic = isWholeHost(publicUrl);
      if (publicUrl !== '' && !isPublic)
        problems.push(
          `Expected PUBLIC_URL to be an https address without a path, such as https://jags.example.org, got "${publicUrl}".`,
        );
      return { botId, publicUrl, publicHost: isPublic ? new URL(publicUrl).host : '' };
    },
  };
}

/** Teams opens https alone, and every address in what is packed is below this one. */
function isWholeHost(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname } = new URL(address);
  return protocol === 'https:' && pathname === '/';
}
