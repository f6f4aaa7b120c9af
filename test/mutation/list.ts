/** `node build/test/mutation/list.js [part of a file's name]`: the mutants that survived and that nobody has explained. */
import { readFileSync } from 'node:fs';
import { EXPLAINED } from './explained';
import { isExplained, type Report, survivorsOf } from './report';

const [, , named = ''] = process.argv;
const report = JSON.parse(readFileSync('build/mutation/report.json', 'utf8')) as Report;
for (const survivor of survivorsOf(report)) {
  const { file, line, original, replacement } = survivor;
  if (file.includes(named) && !isExplained(survivor, EXPLAINED))
    process.stdout.write(`${file}:${line}\n    ${original}\n    ${replacement}\n`);
}
