/** Where the pages and files of monitoring are. */
import type { MeasureId } from '../../../domain/monitoring/measures';
import type { Period } from '../../../present/monitoring/period';

export const MONITORING = '/tab/monitoring';
export const REPORT = '/tab/monitoring/report';
export const RESPONSES = '/tab/monitoring/responses';
export const MEASURE_FILE = '/tab/monitoring/files/:measure';

export function measureFile(id: MeasureId): string {
  return `/tab/monitoring/files/${id}`;
}

export function reportPath({ kind, name }: Period): string {
  return `${REPORT}?${kind}=${name}`;
}
