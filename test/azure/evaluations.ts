/** Evaluations on the tables of a test: one session that is open for ten working days, and who was there. */
import { randomBytes } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { createEvaluations } from '../../src/azure/evaluation-table';
import type { Evaluated } from '../../src/ports/evaluations';
import { at } from '../builders';

export const NOW = at('2026-12-08T11:30');
export const ID = 'abcdefghjkmnpqrstvwxyz0123';
export const OTHER = '0123abcdefghjkmnpqrstvwxyz';
export const PETRA = 'petra@county.example';
export const SAM = 'sam@county.example';
export const HATTIE = 'hattie@school.example';
export const session: Evaluated = {
  requestId: ID,
  quarter: '2026-Q4',
  invited: 3,
  closesAt: at('2026-12-22T17:00'),
};

/** Opened, and seen by two instances with one clock. */
export async function openedOn(table: TableClient, over: Partial<Evaluated> = {}) {
  const clock = { now: NOW };
  const one = () => createEvaluations({ evaluations: table, now: () => clock.now });
  const evaluations = one();
  await evaluations.open({ ...session, ...over });
  return { evaluations, another: one(), clock };
}

/** As a page mints it. */
export function aSeat(): string {
  return randomBytes(32).toString('base64url');
}

/** Every row there is, by its key, with all that storage says of it. */
export async function rowsOf(table: TableClient): Promise<Record<string, Record<string, unknown>>> {
  const rows: Record<string, Record<string, unknown>> = {};
  for await (const row of table.listEntities()) rows[row.rowKey!] = row;
  return rows;
}
