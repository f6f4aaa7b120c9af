/** What was measured last of each part, kept in the repository: a part that is not measured again keeps its figures, with their date. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './part';

export interface KeptPart extends Measured {
  readonly title: string;
  /** ISO 8601, in UTC. */
  readonly measuredAt: string;
  /** The commit it was measured on; with `+` where files were changed since. */
  readonly commit: string;
  readonly machine: string;
  readonly minutes: number;
}

export type KeptFigures = Readonly<Record<string, KeptPart>>;

const FILE = join('test', 'evidence', 'figures.json');

/** @param root of the checkout */
export function readKept(root: string): KeptFigures {
  const path = join(root, FILE);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as KeptFigures) : {};
}

/** By name of the part, so that the file differs only where a figure does. */
export function writeKept(root: string, figures: KeptFigures): void {
  const sorted = Object.fromEntries(Object.entries(figures).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(join(root, FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Where there is no git, as in an unpacked archive, the commit is not known. */
export function commitOf(root: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', ':!test/EVIDENCE.md', ':!test/evidence/figures.json');
    return git('rev-parse', '--short', 'HEAD') + (changed === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

/** What figures depend on, without the machine's name. */
export function machineInWords(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  const [load] = loadavg();
  return `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GiB, Node ${process.version}, load ${load!.toFixed(1)} at the start`;
}
