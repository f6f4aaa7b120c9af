/** The tests themselves: the domain is changed in one place at a time, and some test has to notice. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { EXPLAINED } from '../../mutation/explained';
import { figuresOf, folderTable, mutationFindings } from '../../mutation/figures';
import type { Report } from '../../mutation/report';
import type { Part } from '../part';

export const part: Part = {
  name: 'mutation',
  title: 'Care of the code: what the tests of the domain notice',
  async measure() {
    // Its own result counts as failed where a mutant survived; whether it got to a report is seen by the report.
    const { error } = spawnSync(
      process.execPath,
      ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'test/mutation/stryker.config.json'],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (error) throw error;
    const report = JSON.parse(readFileSync('build/mutation/report.json', 'utf8')) as Report;
    return {
      findings: mutationFindings(report, EXPLAINED),
      text: folderTable(figuresOf(report)),
    };
  },
};
