/**
 * `node build/test/mutation/list.js [part of a file's name]`: the mutants that survived and that nobody has explained, and
 * what is explained and has not survived.
 */
import { readFileSync } from 'node:fs';
import { EXPLAINED } from './explained';
import { heldAgainst, type Report, survivorsOf } from './report';

const [, , named = ''] = process.argv;
const report = JSON.parse(readFileSync('build/mutation/report.json', 'utf8')) as Report;
const { unexplained, idle } = heldAgainst(survivorsOf(report), EXPLAINED);
for (const { file, line, original, replacement } of unexplained)
  if (file.includes(named)) process.stdout.write(`${file}:${line}\n    ${original}\n    ${replacement}\n`);
for (const { file, original, replacement } of idle)
  if (file.includes(named))
    process.stdout.write(`${file}: explained, and not among them\n    ${original}\n    ${replacement}\n`);
