/** The parts of src, which of them may import which, and which packages: the table behind import-rule.ts. */

export interface Rule {
  /** Parts of src that may be imported; `type …` for their types only. */
  readonly parts: readonly string[];
  readonly packages: readonly string[];
}

export const NODE = 'node:*';

/** The parts of src. A file directly in src belongs to the part that names it in FILES. */
export const RULES: Readonly<Record<string, Rule>> = {
  domain: { parts: ['domain'], packages: [] },
  ports: { parts: ['domain', 'ports'], packages: [] },
  wording: { parts: ['domain', 'wording'], packages: ['luxon'] },
  // What each person sees and may do, as plain data: the same on cards and on pages.
  present: { parts: ['present', 'domain', 'wording', 'type ports'], packages: ['papaparse'] },
  ids: { parts: ['type domain'], packages: [NODE] },
  workflow: { parts: ['domain', 'ports', 'workflow', 'ids'], packages: ['p-limit', NODE] },
  teams: {
    parts: ['teams', 'domain', 'ports', 'wording', 'present', 'ids', 'type workflow'],
    packages: [
      'botbuilder',
      'botframework-connector',
      '@microsoft/teams-ai',
      'adaptivecards-templating',
      'adaptive-expressions',
      'qrcode-generator',
      'zod',
      NODE,
    ],
  },
  graph: {
    parts: ['graph', 'domain', 'ports', 'ids', 'type workflow'],
    packages: [
      '@microsoft/microsoft-graph-client',
      '@microsoft/microsoft-graph-types',
      '@azure/identity',
      'p-limit',
      'zod',
      NODE,
    ],
  },
  azure: {
    parts: ['azure', 'domain', 'ports', 'type workflow'],
    packages: [
      '@azure/data-tables',
      '@azure/storage-blob',
      '@azure/storage-queue',
      '@azure/identity',
      'p-limit',
      'zod',
      NODE,
    ],
  },
  // Microsoft's sign-in, for every door whose callers bring a token.
  entra: { parts: ['entra'], packages: ['jsonwebtoken', 'jwks-rsa', 'zod'] },
  power: {
    parts: ['power', 'domain', 'ports', 'wording', 'present', 'ids', 'entra', 'type workflow', 'type server'],
    packages: ['ajv', 'ajv-formats', 'ipaddr.js', 'rate-limiter-flexible', 'zod', NODE],
  },
  web: {
    parts: ['web', 'domain', 'ports', 'wording', 'present', 'ids', 'entra', 'type workflow', 'type server'],
    packages: [
      'preact',
      'preact-render-to-string',
      'echarts',
      'papaparse',
      'qrcode-generator',
      'restify',
      'zod',
      NODE,
    ],
  },
  config: { parts: ['config', 'domain'], packages: ['zod'] },
  log: { parts: ['log'], packages: ['pino'] },
  // Looks at all the others, and is looked at by none: put around them where the program is put together.
  telemetry: {
    parts: ['telemetry', 'domain', 'ports', 'log', 'type workflow', 'type graph', 'type server'],
    packages: ['@azure/monitor-opentelemetry', '@opentelemetry/api', '@azure/identity', NODE],
  },
  server: { parts: ['server', 'type log', 'config'], packages: ['restify', 'pino', NODE] },
  version: { parts: [], packages: [NODE] },
  credentials: { parts: ['type config'], packages: ['@azure/identity'] },
  main: {
    parts: [
      'domain',
      'ports',
      'workflow',
      'teams',
      'graph',
      'azure',
      'power',
      'web',
      'present',
      'config',
      'log',
      'ids',
      'server',
      'credentials',
      'telemetry',
      // What a command says at the console.
      'wording',
      'version',
      // Itself, in more than one file.
      'main',
    ],
    packages: [NODE],
  },
};

export const FILES: Readonly<Record<string, string>> = {
  'ports.ts': 'ports',
  'ids.ts': 'ids',
  'workflow.ts': 'workflow',
  'worker.ts': 'workflow',
  'appointing.ts': 'workflow',
  'pool-keeping.ts': 'workflow',
  'config.ts': 'config',
  'log.ts': 'log',
  'log-fields.ts': 'log',
  'fault-report.ts': 'log',
  'server.ts': 'server',
  'credentials.ts': 'credentials',
  'version.ts': 'version',
  'rebuild-figures.ts': 'main',
  'backup.ts': 'main',
  'restore.ts': 'main',
  'certificate.ts': 'main',
  'standing-by.ts': 'main',
  'doctor.ts': 'main',
  'main.ts': 'main',
};

/** Folders that hold the smaller pieces of a part. */
export const FOLDERS: Readonly<Record<string, string>> = {
  settings: 'config',
  http: 'server',
  performing: 'workflow',
  watching: 'workflow',
  counting: 'workflow',
  backup: 'workflow',
  retention: 'workflow',
  starting: 'main',
  doctor: 'main',
};

/** Packages of single files, where the rest of their part may have none. */
export const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'domain/calendar.ts': ['luxon', 'date-holidays'],
  // For its list of Windows' names of time zones.
  'graph/working-hours.ts': ['adaptive-expressions'],
  // Looks whether there are backups, and how old the newest is.
};
