/** What `npm run restore` is asked for. */
import { parseArgs } from 'node:util';

export type RestoreOptions =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'restore';
      readonly from: string;
      readonly intoPrefix?: string;
      readonly replace: boolean;
      readonly apply: boolean;
    }
  | { readonly kind: 'review' }
  | { readonly kind: 'drop'; readonly references: readonly string[]; readonly by: string }
  | { readonly kind: 'confirm'; readonly by: string };

export const RESTORE_USAGE = `Usage:
  npm run restore -- --list                                     every backup there is
  npm run restore -- --from <backup> --dry-run                  reads it through, says what would be done
  npm run restore -- --from <backup> --apply [--replace] [--into-prefix <prefix>]
                                                                restores it; with --replace in place of what is there
  npm run restore -- --review                                   what waits to go outward
  npm run restore -- --drop <reference> … --by "<your name>"    takes away what waits for a request
  npm run restore -- --confirm --by "<your name>"               lets everything else go`;

const PREFIX = /^[a-z][a-z0-9]{0,19}$/;

/** Exactly one of them, or what is wrong in one sentence. */
export function readRestoreOptions(args: readonly string[]): RestoreOptions | { readonly wrong: string } {
  const read = parsed(args);
  if ('wrong' in read) return read;
  const { values, positionals } = read;
  const { list, from, review, drop, confirm, replace = false } = values;
  if ([list, from, review, drop, confirm].filter((each) => each !== undefined).length !== 1)
    return { wrong: 'Expected one of --list, --from, --review, --drop and --confirm.' };
  if (list) return { kind: 'list' };
  if (review) return { kind: 'review' };
  if (from !== undefined) {
    const { apply, 'dry-run': dryRun, 'into-prefix': intoPrefix } = values;
    if ((apply === true) === (dryRun === true))
      return { wrong: 'Expected either --dry-run or --apply with --from.' };
    if (intoPrefix !== undefined && !PREFIX.test(intoPrefix))
      return {
        wrong:
          'Expected --into-prefix to be at most 20 small letters and digits, starting with a letter, like STORAGE_PREFIX.',
      };
    return {
      kind: 'restore',
      from,
      replace,
      apply: apply === true,
      ...(intoPrefix !== undefined && { intoPrefix }),
    };
  }
  const by = values.by?.trim() ?? '';
  if (by === '')
    return { wrong: 'Expected --by with your name: it is kept who decided what goes out after a restore.' };
  return confirm ? { kind: 'confirm', by } : { kind: 'drop', by, references: [drop!, ...positionals] };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        from: { type: 'string' },
        'into-prefix': { type: 'string' },
        'dry-run': { type: 'boolean' },
        apply: { type: 'boolean' },
        replace: { type: 'boolean' },
        review: { type: 'boolean' },
        drop: { type: 'string' },
        confirm: { type: 'boolean' },
        by: { type: 'string' },
      },
    });
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
