/** What is wanted of the tenant, from the command line. Everything that is wrong is named in one message. */
import { parseArgs } from 'node:util';
import { guid, matching, oneOf, webAddress } from '../../src/settings/kinds';
import { createReader, SettingsError } from '../../src/settings/reader';

export interface Wanted {
  /** Prints what it would do, and does nothing. */
  readonly dryRun: boolean;
  readonly tenant: string;
  /** Shown to administrators, and to whoever installs the app. */
  readonly name: string;
  /** Application id of a registration that is there already; otherwise the one this command once made is found. */
  readonly app?: string;
  /** Host of PUBLIC_URL. */
  readonly host?: string;
  /** Object id of the managed identity, as `azd` prints it. */
  readonly identity?: string;
  /** Object id. */
  readonly organiser?: string;
  /** Mail address of the mail-enabled group of facilitators. */
  readonly facilitators?: string;
  /** Path of the Teams app's zip. */
  readonly appPackage?: string;
  /** Takes away consents that undo the scopes. */
  readonly removeConsents: boolean;
  readonly signIn: 'browser' | 'device';
  /** Root of Microsoft Graph, without version. */
  readonly graph: string;
  /** Where scripts for administrators are written. */
  readonly out: string;
}

const kinds = {
  '--tenant': guid('the id of the tenant (az account show --query tenantId)'),
  '--name': matching(/^[^\p{C}<>]{1,80}$/u, 'a name of at most 80 characters'),
  '--app': guid('the application id of a registration there is'),
  '--host': matching(
    /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'a host in small letters, without https://',
  ),
  '--identity': guid('the object id of the managed identity (IDENTITY_PRINCIPAL_ID of azd)'),
  '--organiser': guid('the object id of the organiser account'),
  '--facilitators': matching(
    /^[^\s\p{C}@"<>]{1,64}@[^\s\p{C}@"'<>]{1,190}$/u,
    'the mail address of the group of facilitators',
  ),
  '--app-package': matching(/\.zip$/, 'the path of a zip made by npm run package'),
  '--sign-in': oneOf('browser', 'device'),
  '--graph': webAddress,
  '--out': matching(/^[^\p{C}]+$/u, 'a folder'),
} as const;

export const USAGE = `npm run tenant -- --dry-run | --apply   --tenant <id>
    --host <host>            host people reach the bot at
    --identity <id>          object id of the managed identity
    --organiser <id>         object id of the account sessions are booked with
    --facilitators <mail>    mail-enabled group whose members facilitate
    --app-package <zip>      the Teams app
    --app <id>               a registration that is there already
    --name <name>            default JAGS
    --remove-consents        take away consents that would undo a scope
    --sign-in browser|device default browser
What is not known yet may be left out: the steps that need it say so, and are done by the next run.`;

/** Throws a `SettingsError` with every problem. */
export function readWanted(args: readonly string[]): Wanted {
  const problems: string[] = [];
  const given = parsed(args, problems);
  const environment = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' ? [[`--${name}`, value]] : [],
    ),
  );
  const option = createReader({ kinds, environment, problems });
  if ((given['dry-run'] === true) === (given['apply'] === true))
    problems.push('Expected either --dry-run, which only prints, or --apply.');
  const wanted: Wanted = {
    dryRun: given['dry-run'] === true,
    tenant: option.required('--tenant'),
    name: option.optional('--name') ?? 'JAGS',
    ...known('app', option.optional('--app')),
    ...known('host', option.optional('--host')),
    ...known('identity', option.optional('--identity')),
    ...known('organiser', option.optional('--organiser')),
    ...known('facilitators', option.optional('--facilitators')),
    ...known('appPackage', option.optional('--app-package')),
    removeConsents: given['remove-consents'] === true,
    signIn: option.optional('--sign-in') ?? 'browser',
    graph: option.optional('--graph') ?? 'https://graph.microsoft.com',
    out: option.optional('--out') ?? 'infra/tenant/out',
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return wanted;
}

function parsed(args: readonly string[], problems: string[]): Readonly<Record<string, unknown>> {
  const text = Object.keys(kinds).map((name) => [name.slice(2), { type: 'string' as const }]);
  const flags = ['dry-run', 'apply', 'remove-consents'].map((name) => [name, { type: 'boolean' as const }]);
  const { values, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries([...text, ...flags]) as Record<string, { type: 'string' | 'boolean' }>,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional')
      problems.push(`Expected options only, got ${JSON.stringify(token.value)}.`);
    if (token.kind === 'option' && !(token.rawName in kinds) && !flags.some(([name]) => name === token.name))
      problems.push(`Expected a known option, got ${token.rawName}.`);
    if (token.kind === 'option' && token.rawName in kinds && token.value === undefined)
      problems.push(`Expected a value after ${token.rawName}.`);
  }
  return values;
}

function known<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}
