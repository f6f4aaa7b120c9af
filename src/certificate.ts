/**
 * `npm run certificate`: reads everything that is stored, with the settings the bot has and beside it, and says whether anything is kept
 * longer than the policy says. Changes nothing. Exits with 1 where something is.
 */
import { createLegalHolds } from './azure/governance-table';
import { createDatedRows } from './azure/table-export';
import { createWholeRequests } from './azure/whole-requests';
import { type Config, readConfig } from './config';
import { createCredentials } from './credentials';
import { type Certificate, certify, isClean, naming } from './retention/certificate';
import { OTHER_PLACES } from './retention/places';
import { SettingsError } from './settings/reader';
import { openBackups } from './starting/backups';
import { CERTIFICATE as words } from './wording/certificate';

async function certificateOf(config: Config): Promise<Certificate> {
  const now = (): number => Date.now();
  // Its clients wait as long as it takes, and read rows exactly.
  const { storage } = openBackups({ config, credentials: createCredentials(config.signIn), now });
  await storage.prepare();
  return certify({
    requests: createWholeRequests(storage),
    rows: createDatedRows(storage),
    holds: createLegalHolds(storage),
    policy: config.policy,
    now,
  });
}

/** In Markdown. */
function inWords(certificate: Certificate, prefix: string): string {
  const { at, kinds, holds } = certificate;
  const overdue = kinds.reduce((sum, kind) => sum + kind.overdue, 0);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `# ${words.title}`,
    words.at(prefix, at),
    isClean(certificate) ? words.clean : words.unclean(overdue),
    words.people(naming(certificate)),
    words.holds(holds),
    [line(words.head), line(words.head.map(() => '---')), ...kinds.map((kind) => line(words.row(kind)))].join(
      '\n',
    ),
    words.beyond,
    OTHER_PLACES.filter(({ ours }) => !ours)
      .map(({ where, kept }) => words.place(where, kept))
      .join('\n'),
  ].join('\n\n');
}

async function run(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const certificate = await certificateOf(config);
    process.stdout.write(`${inWords(certificate, config.storagePrefix)}\n`);
    if (!isClean(certificate)) process.exitCode = 1;
  } catch (error) {
    // Settings are wrong: the message is for the person at the console, and holds no secret.
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

void run();
