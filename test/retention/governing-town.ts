/** What information governance stands on, on tables of its own, with requests erased by their rows alone: cards and events are elsewhere's. */
import { createDatedRows } from '../../src/azure/table-export';
import type { LegalHold } from '../../src/domain/legal-hold';
import { isOnHold } from '../../src/domain/legal-hold';
import type { RequestErasing } from '../../src/ports/retention';
import { createGoverning } from '../../src/starting/governance';
import type { BackupTown } from '../backup/backup-town';
import { theCoordinator } from '../builders';

export function governingIn({ backups, requests, clock }: BackupTown) {
  const erasing: RequestErasing = {
    async eraseRequest(id, why) {
      const loaded = await requests.load(id);
      if (!loaded) return 'not-found';
      const { request } = loaded;
      if (request.state !== 'closed') return 'open';
      const over = { start: request.submittedAt, end: request.closedAt };
      if (isOnHold(await governing.holds.all(), { requestId: id, over })) return 'on-hold';
      await backups.erasures.erase([{ table: 'requests', partitionKey: id, why }]);
      return 'erased';
    },
  };
  const governing = createGoverning({ backups, erasing, now: clock.now });
  const dated = createDatedRows(backups.storage);
  return { ...governing, dated };
}

export function aHold(of: LegalHold['of'], over: Partial<LegalHold> = {}): LegalHold {
  return {
    id: '1e9a1000-0000-4000-8000-000000000001',
    ...{ of, why: 'A claim', setBy: theCoordinator, setAt: 1 },
    ...over,
  };
}
