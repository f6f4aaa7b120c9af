/** What an administrator imports into Power Platform: the connector's solution, and the flows once the connector has a name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guid, matching } from '../../src/settings/kinds';
import { readPolicy } from '../../src/settings/policy';
import { tabLink } from '../../src/teams/tab-link';
import { safetyLine } from '../../src/wording/safety';
import { type Environment, given, type Settings } from './environment';
import type { Packed, Unpacked } from './packing';
import { createReading } from './reading';
import { filledText } from './filling';
import { type Files, zipped } from './zip';

const FOLDER = 'infra/power-platform';
const FLOWS = ['form-to-request', 'booked-to-notice'] as const;
/** The connector's logical name, as its solution has it: `_` is written `_5F` there. */
const CONNECTOR = 'Connector/jags_5Fjags';
/** Stands for the id in the address of a request, which the flow puts in its place. */
const REQUEST_ID = 'REQUEST_ID';
/** What the description calls the host and the tenant, which it cannot know. */
const PLACEHOLDER_HOST = 'jags.example.org';
const ANY_TENANT = 'https://login.microsoftonline.com/common/';

type Values = Readonly<Record<string, string>>;

/**
 * The zips, or all that is missing or wrong. Nothing where neither CONNECTOR_CLIENT_ID nor CONNECTOR_NAME is set: Power
 * Platform is not for everybody. The flows only with CONNECTOR_NAME, which there is none of until the connector is imported.
 */
export function packPowerPlatform(
  root: string,
  { name, settings }: Environment,
): readonly Packed[] | Unpacked {
  const isWanted = ['CONNECTOR_CLIENT_ID', 'CONNECTOR_NAME'].some(
    (each) => given(settings[each]) !== undefined,
  );
  if (!isWanted) return [];
  const problems: string[] = [];
  const values = readValues(settings, problems);
  if (problems.length > 0) return { problems };

  const folder = join(root, FOLDER);
  const version = versionOf(root);
  const flows = given(settings['CONNECTOR_NAME']) === undefined ? [] : FLOWS;
  return [
    { file: `jags-connector-${name}.zip`, bytes: zipped(connectorFiles(folder, values, version)) },
    ...flows.map((flow) => ({
      file: `jags-${flow}-${name}.zip`,
      bytes: zipped(solutionFiles(join(folder, 'flows', flow), values, version)),
    })),
  ];
}

/** What the `${{…}}` of the connector and the flows stand for. */
function readValues(settings: Settings, problems: string[]): Values {
  const { read, bot } = createReading(settings, problems);
  const { botId, publicUrl, publicHost } = bot();
  const policy = readPolicy(settings, problems);
  const isGiven = (setting: string) => given(settings[setting]) !== undefined;
  const clientId = read('CONNECTOR_CLIENT_ID', guid("the app id of the connector's own registration"));
  if (clientId !== '' && clientId === botId)
    problems.push(
      'Expected CONNECTOR_CLIENT_ID to be of a registration of its own, got BOT_ID: Entra gives no app a token for itself (AADSTS90009).',
    );
  return {
    BOT_ID: botId,
    PUBLIC_URL: publicUrl.replace(/\/$/, ''),
    PUBLIC_HOST: publicHost,
    BOT_TENANT_ID: read('BOT_TENANT_ID', guid("the tenant's id")),
    CONNECTOR_CLIENT_ID: clientId,
    CONNECTOR_CONTACT: read('CONNECTOR_CONTACT', CONTACT),
    CONNECTOR_NAME: isGiven('CONNECTOR_NAME') ? read('CONNECTOR_NAME', NAME) : '',
    SAFETY_LINE: safetyLine(policy),
    REQUEST_ADDRESS: requestAddress(
      publicHost,
      isGiven('TEAMS_APP_ID') ? read('TEAMS_APP_ID', guid("the app's id in the catalogue")) : undefined,
    ),
  };
}

/** Of the request's page in the tab: inside Teams, once the app is in the catalogue there. */
function requestAddress(publicHost: string, teamsAppId: string | undefined): string {
  const link = tabLink({
    publicUrl: `https://${publicHost}`,
    ...(teamsAppId !== undefined && { teamsAppId }),
  });
  return link!(REQUEST_ID);
}

const CONTACT = matching(/^[^@\s]+@[^@\s]+$/, 'the e-mail address that answers for the connector');

const NAME = matching(
  /^shared_[\w-]{3,100}$/,
  'what Power Platform calls the connector, such as shared_jags-5fjags-5f0123456789abcdef',
);

function connectorFiles(folder: string, values: Values, version: string): Files {
  const connector = join(folder, 'connector');
  const { properties } = JSON.parse(
    filledText('apiProperties.json', readFileSync(join(connector, 'apiProperties.json'), 'utf8'), values),
  ) as { properties: { connectionParameters: object; iconBrandColor: string } };
  const shell = { ...values, ICON_BRAND_COLOR: properties.iconBrandColor };
  return {
    ...solutionFiles(join(connector, 'solution'), shell, version),
    [`${CONNECTOR}_openapidefinition.json`]: json(describedAt(connector, values)),
    [`${CONNECTOR}_connectionparameters.json`]: json(properties.connectionParameters),
    [`${CONNECTOR}_policytemplateinstances.json`]: json([]),
    [`${CONNECTOR}_iconblob.Png`]: readFileSync(join(connector, 'icon.png')),
  };
}

/** The API's description, at the address and for the tenant of this environment. */
function describedAt(connector: string, { PUBLIC_HOST, BOT_TENANT_ID, CONNECTOR_CONTACT }: Values): object {
  const text = readFileSync(join(connector, 'apiDefinition.swagger.json'), 'utf8');
  const description = JSON.parse(
    text
      .replaceAll(PLACEHOLDER_HOST, PUBLIC_HOST!)
      .replaceAll(ANY_TENANT, `https://login.microsoftonline.com/${BOT_TENANT_ID}/`),
  ) as { info: { contact: object } };
  const contact = { ...description.info.contact, email: CONNECTOR_CONTACT };
  return { ...description, info: { ...description.info, contact } };
}

/** Every file of a solution, filled in. */
function solutionFiles(folder: string, values: Values, version: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => {
      const inside = path.slice(folder.length + 1).replaceAll('\\', '/');
      const text = filledText(inside, readFileSync(path, 'utf8'), values);
      const versioned =
        inside === 'solution.xml' ? text.replace('<Version>1.0.0.0<', `<Version>${version}<`) : text;
      return [inside, new TextEncoder().encode(versioned)];
    }),
  );
}

/** Four numbers, as Power Platform counts: an import replaces what is there with a higher one. */
function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return `${version}.0`;
}

function json(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}
