/** An audit that could not be made says so, and never passes. */
import { readAudit, toldOf } from '../../../infra/supply-chain/audit';

const answer = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });
const one = (severity: string) => ({
  invented: { name: 'invented', severity, via: [{ title: 'Invented fault' }, 'other'] },
});

it.each([
  ['', 'npm gave no answer that can be read'],
  ['{}', 'no reason given'],
  [
    JSON.stringify({
      message: '405 Method Not Allowed - POST https://registry.example.org/-/npm/v1/security',
      error: { summary: '' },
    }),
    '405 Method Not Allowed - POST …/-/npm/v1/security',
  ],
  [JSON.stringify({ error: { code: 'ENOLOCK', summary: 'there is no lockfile' } }), 'there is no lockfile'],
])('%s: nothing is known', (stdout, why) => {
  const audited = readAudit(stdout);
  expect(audited).toEqual({ kind: 'not-asked', why });
  const { lines, exitCode } = toldOf(audited);
  expect(exitCode).toBe(2);
  expect(lines[0]).toBe(`Nothing is known: the registry could not be asked (${why}).`);
});

it('passes where the registry knows of nothing', () => {
  expect(toldOf(readAudit(answer({})))).toEqual({
    lines: ['The registry knows of no advisory about what runs.'],
    exitCode: 0,
  });
});

it.each([
  ['low', 0],
  ['moderate', 0],
  ['high', 1],
  ['critical', 1],
])('one that is %s is named, and ends with %i', (severity, exitCode) => {
  const told = toldOf(readAudit(answer(one(severity))));
  expect(told.exitCode).toBe(exitCode);
  expect(told.lines[0]).toBe(`${severity}: invented (Invented fault; other)`);
});
