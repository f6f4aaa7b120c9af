/** The doors the guide can lead to, as codes: where a practitioner goes next. */
export const DOORS = [
  'cads',
  'social-worker',
  'professional-disagreement',
  'statutory-meeting',
  'tafs',
  'group-supervision',
  'case-supervision',
  'jags',
] as const;
export type Door = (typeof DOORS)[number];
