/** Privacy: what is over is erased, and what is erased stays so. */
import { runJest } from '../jest-run';
import type { Finding, Part } from '../part';

export const part: Part = {
  name: 'privacy',
  title: 'Privacy: erasing, and what is said to whom',
  async measure() {
    return { findings: [...(await erasing()), ...(await staysErased())] };
  },
};

async function erasing(): Promise<Finding[]> {
  const paths = ['test/retention', 'test/domain/retention', 'test/domain/legal-hold'];
  const { passed, failed, figures } = await runJest(paths);
  const command = `npx jest ${paths.join(' ')}`;
  const number = (name: string) => Number(figures[name] ?? NaN);
  return [
    {
      promise: 'Four hundred days after everything has ended, nothing that is stored has a person in it.',
      aim: '0 found',
      seen:
        `${number('rowsBefore')} rows before, ${number('rowsAfter')} after; searched for ${number('peopleLookedFor')} names, addresses and ids: ` +
        `${number('found')} found; the certificate counts ${number('naming')} rows with somebody in them`,
      met:
        number('found') === 0 && number('naming') === 0 && number('rowsBefore') > 1_000 ? 'met' : 'not-met',
      command,
    },
    {
      promise: 'Every kind of row stays as long as the data map says, and a legal hold keeps it.',
      seen: `${passed} tests passed, ${failed} failed`,
      met: failed === 0 && passed > 50 ? 'met' : 'not-met',
      command,
    },
  ];
}

async function staysErased(): Promise<Finding[]> {
  const { passed, failed } = await runJest(['test/backup/erasing', 'test/backup/restoring']);
  return [
    {
      promise: 'What has been erased does not come back with a backup of before.',
      seen: `${passed} tests passed, ${failed} failed`,
      met: failed === 0 && passed > 0 ? 'met' : 'not-met',
      command: 'npx jest test/backup/erasing test/backup/restoring',
    },
  ];
}
