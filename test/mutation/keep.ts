/**
 * `node build/test/mutation/keep.js [report …]`: writes what was counted, file by file, into figures.json. Of a file that several
 * reports tell of the last one counts; without any, it is the report of the last run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { commitOf } from '../evidence/kept-figures';
import { figuresOf } from './figures';
import type { Report } from './report';

const [, , ...given] = process.argv;
const paths = given.length > 0 ? given : ['build/mutation/report.json'];
const reports = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Report);
const files = Object.assign({}, ...reports.map((report) => report.files)) as Report['files'];
const kept = {
  measuredAt: new Date().toISOString(),
  commit: commitOf(process.cwd()),
  files: figuresOf({ files }),
};
writeFileSync('test/mutation/figures.json', `${JSON.stringify(kept, null, 2)}\n`);
