/** Runs a compiled program of the bench or the load and takes the JSON it prints. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '..', '..', '..');
const MOST_OUTPUT = 16 * 2 ** 20;

/** `program` is below build/test; what it says on its error channel is part of the error when it fails. */
export async function seen<Seen>(
  program: string,
  options: { readonly node?: readonly string[]; readonly with?: readonly string[] } = {},
): Promise<Seen> {
  const file = join(ROOT, 'build', 'test', program);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...(options.node ?? []), file, ...(options.with ?? [])],
    { cwd: ROOT, maxBuffer: MOST_OUTPUT, env: { PATH: process.env['PATH'] } },
  );
  return JSON.parse(stdout) as Seen;
}
