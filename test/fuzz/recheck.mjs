/** Reads regular expressions as JSON, `[{ source, flags }]`, and writes what recheck finds of each: `[{ status, attack? }]`. */
import { readFileSync } from 'node:fs';

// Its build in plain JavaScript: neither a machine's program nor Java.
process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** For one expression, many times what the slowest needs; those that need longer are unknown, and unknown is not safe. */
const PATIENCE_MS = 120_000;

const known = new Map();
const found = JSON.parse(readFileSync(0, 'utf8')).map(({ source, flags }) => {
  const key = `${flags}/${source}`;
  if (!known.has(key)) {
    const { status, attack } = checkSync(source, flags, { timeout: PATIENCE_MS });
    known.set(key, { status, ...(attack && { attack: attack.string }) });
  }
  return known.get(key);
});
process.stdout.write(JSON.stringify(found));
