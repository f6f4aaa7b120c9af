/** The field on a coordinator's card in which it is said why one match was chosen and not the first. */
export function becauseId(matchId: string): string {
  return `because-${matchId}`;
}
