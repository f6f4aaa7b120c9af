/** Removes backups before they are too old, and what is left of those that were not finished. */
import type { Instant } from '../domain/intervals';
import type { BackupStore } from '../ports/backups';
import { begunAt } from './exporting';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** No backup is kept longer. */
export const KEPT_DAYS = 30;
/** Whoever prunes comes by the hour: none gets older than it may before the next does. */
const BEFORE_THEN_MS = 3 * HOUR_MS;
/** No backup takes so long. */
const LEFTOVER_AFTER_MS = DAY_MS;

/** What was removed. What is none of ours in there is left, and falls to the account's own rule. */
export async function pruneBackups(
  store: Pick<BackupStore, 'ids' | 'manifest' | 'remove'>,
  now: Instant,
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const id of await store.ids()) {
    const age = now - (begunAt(id) ?? now);
    const isOld = age >= KEPT_DAYS * DAY_MS - BEFORE_THEN_MS;
    const isLeftover = !isOld && age >= LEFTOVER_AFTER_MS && !(await store.manifest(id));
    if (!isOld && !isLeftover) continue;
    await store.remove(id);
    removed.push(id);
  }
  return removed;
}

/** The newest that was finished. */
export async function newestBackup(store: Pick<BackupStore, 'ids' | 'manifest'>) {
  for (const id of [...(await store.ids())].reverse()) {
    const manifest = await store.manifest(id);
    if (manifest) return manifest;
  }
  return undefined;
}
