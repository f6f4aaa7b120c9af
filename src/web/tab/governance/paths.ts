/** Where the pages of information governance are. Whom somebody looks for is never part of an address. */
export const GOVERNANCE = '/tab/governance';
export const SEARCH = `${GOVERNANCE}/search`;
export const PERSON = `${GOVERNANCE}/person`;
export const PERSON_FILE = `${GOVERNANCE}/person/file`;
export const PERSON_ERASE = `${GOVERNANCE}/person/erase`;
export const CASE = `${GOVERNANCE}/case`;
export const CASE_FILE = `${GOVERNANCE}/case/file`;
export const CASE_ERASE = `${GOVERNANCE}/case/erase`;
export const HOLDS = `${GOVERNANCE}/holds`;
export const HOLD_LIFT = `${GOVERNANCE}/holds/:id/lift`;
export const FIGURES_FILE = `${GOVERNANCE}/figures`;

export function liftPath(id: string): string {
  return HOLD_LIFT.replace(':id', encodeURIComponent(id));
}
