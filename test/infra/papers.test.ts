/** The papers beside the deployment say what is so: every place where data is kept, every proof that is named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the data map', () => {
  const kept = [...read('src/azure/clients.ts').matchAll(/\$\{prefix\}-?([A-Za-z-]+)`/g)].map(
    ([, name]) => name!,
  );

  it('is held against every table and queue there is', () => expect(kept.length).toBeGreaterThan(12));

  it.each(kept)('says what is kept in %s', (name) => {
    expect(read('infra/dpia.md')).toMatch(new RegExp(`^\\| [^|]*\`${name}\``, 'm'));
  });
});

describe('the threat model', () => {
  const rows = read('infra/threat-model.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| door') && !line.startsWith('| ---'));
  const proofs = rows.flatMap((row) =>
    [
      ...row
        .split('|')
        .at(-2)!
        .matchAll(/`([^`]+)`/g),
    ].map(([, name]) => name!),
  );
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/^(node_modules|build|\.git|dist|\.sandbox)[/\\]/.test(path),
  );

  it('names a proof for every door', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row.split('|').at(-2)).toMatch(/`[^`]+`/);
  });

  it.each(proofs)('names a proof that is there: %s', (proof) => {
    expect(files.some((path) => path === proof || path.startsWith(`test/${proof}`))).toBe(true);
  });
});
