/** A table as a file to download. */
import { CSV_TYPE } from '../../present/csv';
import type { Download } from './page';

export function csvFile(file: string, content: string): Download {
  return { file, type: CSV_TYPE, content };
}
