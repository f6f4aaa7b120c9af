/** What people may type, as Teams offers it to them. */
import manifest from '../../appPackage/manifest.json';

export const COMMANDS_IN_CHAT: readonly string[] = manifest.bots.flatMap(({ commandLists }) =>
  commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
);
