/**
 * What a session can say of the system around it, for the partnership to learn from: a coded list, so that nothing of a case
 * can be written. *Policy*: a setting (`POLICY_THEMES`) with this default.
 */
export type ThemeCode = string;

export interface Theme {
  readonly code: ThemeCode;
  readonly name: string;
}

export const defaultThemes: readonly Theme[] = [
  { code: 'thresholds', name: 'Different views of thresholds' },
  { code: 'communication', name: 'Communication between agencies' },
  { code: 'roles', name: 'Unclear roles, or who leads' },
  { code: 'disagreement', name: 'Disagreement between agencies' },
  { code: 'capacity', name: 'Workload, vacancies and turnover' },
  { code: 'services', name: 'A service that is missing or full' },
  { code: 'family-voice', name: 'Working with families who do not want it' },
  { code: 'child-voice', name: "The child's voice is hard to hear" },
  { code: 'own-support', name: 'Too little supervision for those who do the work' },
  { code: 'transitions', name: 'Moves between services or areas' },
];

/** The theme's name. An unlisted code is shown as it is. */
export function themeName(themes: readonly Theme[], code: ThemeCode): string {
  return themes.find((each) => each.code === code)?.name ?? code;
}
