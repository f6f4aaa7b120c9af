/** PowerShell as text and as a process: Exchange and Teams can be set up in no other way. */
import { spawnSync } from 'node:child_process';

/**
 * A text as a PowerShell literal, in which nothing is expanded. PowerShell takes typographic quotes for the plain one, so these
 * are doubled too.
 */
export function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** Whether PowerShell 7 is installed here. */
export function thereIsPowerShell(): boolean {
  return (
    spawnSync('pwsh', ['-NoProfile', '-Command', 'exit 0'], { stdio: 'ignore', env: process.env }).status ===
    0
  );
}

/** Runs a script where whoever started this sees it and can sign in; false when it ended in an error. */
export function runScript(file: string): boolean {
  const { status, error } = spawnSync('pwsh', ['-NoProfile', '-File', file], {
    stdio: 'inherit',
    env: process.env,
  });
  if (error) throw error;
  return status === 0;
}
