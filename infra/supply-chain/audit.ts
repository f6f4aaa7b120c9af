/**
 * Asks the registry for advisories about what is installed: `npm run audit`. Ends with 0 where it knows of none that
 * matter, 1 where it does, 2 where it could not be asked: not knowing is no pass.
 */
import { spawnSync } from 'node:child_process';

export type Severity = 'info' | 'low' | 'moderate' | 'high' | 'critical';

export type Audited =
  | { readonly kind: 'answered'; readonly found: readonly Advisory[] }
  | { readonly kind: 'not-asked'; readonly why: string };

export interface Advisory {
  readonly name: string;
  readonly severity: Severity;
  /** One word for each thing that is wrong, or the package it comes by. */
  readonly by: readonly string[];
}

interface NpmAnswer {
  readonly message?: string;
  readonly error?: { readonly summary?: string; readonly code?: string };
  readonly vulnerabilities?: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly severity: Severity;
        readonly via: readonly (string | { readonly title: string })[];
      }
    >
  >;
}

/** What npm's answer (`npm audit --json`) says, whatever its exit code: it has the same for a finding and for a failure. */
export function readAudit(stdout: string): Audited {
  const answer = parsed(stdout);
  if (!answer) return { kind: 'not-asked', why: 'npm gave no answer that can be read' };
  if (!answer.vulnerabilities)
    return {
      kind: 'not-asked',
      why: withoutHosts(answer.error?.summary || answer.message || 'no reason given'),
    };
  return {
    kind: 'answered',
    found: Object.values(answer.vulnerabilities).map(({ name, severity, via }) => ({
      name,
      severity,
      by: via.map((each) => (typeof each === 'string' ? each : each.title)),
    })),
  };
}

function parsed(text: string): NpmAnswer | undefined {
  try {
    return JSON.parse(text) as NpmAnswer;
  } catch {
    return undefined;
  }
}

/** Which registry a machine uses is its own affair. */
function withoutHosts(text: string): string {
  return text.replace(/https?:\/\/[^/\s]+/g, '…');
}

/** @param root the folder of the checkout. Only what runs is asked about. */
export function audit(root: string): Audited {
  const { stdout, error } = spawnSync('npm', ['audit', '--json', '--omit=dev', '--audit'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return error ? { kind: 'not-asked', why: error.message } : readAudit(stdout);
}

const MATTERS: readonly Severity[] = ['high', 'critical'];

/** What is said at the console, and the exit code. */
export function toldOf(audited: Audited): {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
} {
  if (audited.kind === 'not-asked')
    return {
      lines: [
        `Nothing is known: the registry could not be asked (${audited.why}).`,
        'Run it again from a network whose registry answers npm audit, or hold the bill of materials (npm run sbom) against a list of advisories.',
      ],
      exitCode: 2,
    };
  const { found } = audited;
  const matter = found.filter(({ severity }) => MATTERS.includes(severity));
  return {
    lines: [
      ...found.map(({ name, severity, by }) => `${severity}: ${name} (${by.join('; ')})`),
      found.length === 0
        ? 'The registry knows of no advisory about what runs.'
        : `${found.length} packages with an advisory, ${matter.length} of them high or critical. What is known about each: infra/dependencies.md.`,
    ],
    exitCode: matter.length > 0 ? 1 : 0,
  };
}

if (require.main === module) {
  // npm starts every script in the folder of package.json.
  const { lines, exitCode } = toldOf(audit(process.cwd()));
  for (const line of lines) console.log(line);
  process.exitCode = exitCode;
}
