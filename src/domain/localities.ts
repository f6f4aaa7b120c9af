/**
 * The coded list of localities: where a facilitator is at home, and where a session in person would be. *Policy*: a setting
 * (`POLICY_LOCALITIES`) whose default is the county's seven districts.
 */
export type LocalityCode = string;

export interface Locality {
  readonly code: LocalityCode;
  readonly name: string;
}

export const defaultLocalities: readonly Locality[] = [
  { code: 'breckland', name: 'Breckland' },
  { code: 'broadland', name: 'Broadland' },
  { code: 'great-yarmouth', name: 'Great Yarmouth' },
  { code: 'west', name: "King's Lynn and West Norfolk" },
  { code: 'north', name: 'North Norfolk' },
  { code: 'norwich', name: 'Norwich' },
  { code: 'south', name: 'South Norfolk' },
];

/** The locality's name. An unlisted code is shown as it is. */
export function localityName(localities: readonly Locality[], code: LocalityCode): string {
  return localities.find((each) => each.code === code)?.name ?? code;
}
