import { readRestoreOptions, type RestoreOptions } from '../../src/backup/restore-options';

it.each<[string, RestoreOptions]>([
  ['--list', { kind: 'list' }],
  ['--from b --dry-run', { kind: 'restore', from: 'b', replace: false, apply: false }],
  ['--from b --apply --replace', { kind: 'restore', from: 'b', replace: true, apply: true }],
  [
    '--from b --apply --into-prefix jags2',
    { kind: 'restore', from: 'b', replace: false, apply: true, intoPrefix: 'jags2' },
  ],
  ['--review', { kind: 'review' }],
  [
    '--drop AAAA-1111 BBBB-2222 --by Ada',
    { kind: 'drop', references: ['AAAA-1111', 'BBBB-2222'], by: 'Ada' },
  ],
  ['--confirm --by Ada', { kind: 'confirm', by: 'Ada' }],
])('%s is understood', (args, wanted) => {
  expect(readRestoreOptions(args.split(' '))).toEqual(wanted);
});

it.each([
  ['', 'Expected one of'],
  ['--list --review', 'Expected one of'],
  ['--from b', 'either --dry-run or --apply'],
  ['--from b --apply --dry-run', 'either --dry-run or --apply'],
  ['--from b --apply --into-prefix Jags', 'Expected --into-prefix'],
  ['--confirm', 'Expected --by'],
  ['--drop AAAA-1111 --by  ', 'Expected --by'],
  ['--everything', '--everything'],
])('%j is refused with what is wrong', (args, wrong) => {
  expect(readRestoreOptions(args === '' ? [] : args.split(' '))).toEqual({
    wrong: expect.stringContaining(wrong) as unknown,
  });
});
