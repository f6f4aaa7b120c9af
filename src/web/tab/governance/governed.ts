/** What the pages of information governance need, and how each of its acts is written down. */
import { createHash } from 'node:crypto';
import type { Policy } from '../../../domain/policy';
import type { Figures } from '../../../ports/figures';
import type { GovernanceEntry, GovernanceLog, LegalHolds } from '../../../ports/governance';
import type { Hold } from '../../../ports/operations';
import type { PersonErasing, PersonRecords } from '../../../ports/person-records';
import type { RequestErasing } from '../../../ports/retention';
import type { Asked } from '../page';

export interface Governance {
  readonly records: PersonRecords;
  readonly personErasing: PersonErasing;
  readonly erasing: RequestErasing;
  readonly holds: LegalHolds;
  readonly log: GovernanceLog;
  /** Whether a backup is being restored, or waits to be confirmed. */
  readonly hold: Pick<Hold, 'find'>;
}

export interface Governed extends Governance {
  readonly figures: Pick<Figures, 'monitoring'>;
  readonly policy: Policy;
}

/** Before its outcome is shown: what could not be written down is not done in the dark. */
export async function noted(
  { log }: Pick<Governance, 'log'>,
  { by, now }: Pick<Asked, 'by' | 'now'>,
  what: GovernanceEntry['what'],
  detail: GovernanceEntry['detail'],
): Promise<void> {
  const { id, name } = by;
  await log.note({ at: now, by: { id, name }, what, detail });
}

/** What is typed to confirm: of this person or case and no other, and nothing of it can be read out of it. */
export function confirmationOf(key: string): string {
  const hex = createHash('sha256').update(`confirm ${key}`).digest('hex').toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}`;
}

/** However it is typed. */
export function isConfirmed(typed: string, key: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-F]/g, '');
  return plain(typed) === plain(confirmationOf(key));
}
