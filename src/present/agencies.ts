/** Which agencies think together. */
import { agencyName } from '../domain/agencies';
import { teamsOf } from '../domain/ask';
import type { Policy } from '../domain/policy';
import type { Request } from '../domain/request';

/** The names of the agencies taking part, the requester's first, each once. */
export function agenciesOf(
  { requester, ask }: Pick<Request, 'requester' | 'ask'>,
  { agencies }: Policy,
): string[] {
  return [...new Set(teamsOf(requester, ask).map((team) => agencyName(agencies, team)))];
}

export function agenciesInWords(count: number): string {
  return `${count} ${count === 1 ? 'agency' : 'agencies'}`;
}
