/** Where it is kept who did what in the name of information governance, or of whoever runs the bot: it stays for its year. */
import type { TableName } from '../ports/backups';

export function isAccountedFor(table: TableName): boolean {
  return table === 'governance' || table === 'operations';
}
