/**
 * The coded lists of agencies and teams. *Policy*: no source fixes them; they are a setting (`POLICY_TEAMS`)
 * with this default, so that independence can be judged by code and never by comparing free text.
 */
export type TeamCode = string;
export type AgencyCode = string;

export interface Team {
  readonly code: TeamCode;
  readonly name: string;
  readonly agency: AgencyCode;
  /** A catch-all entry: two people who chose it may or may not share a team, so it cannot be checked. */
  readonly uncheckable?: boolean;
}

export interface Agency {
  readonly code: AgencyCode;
  readonly name: string;
  readonly teams: readonly Team[];
  /** Schools follow term dates; see domain.md, "Working days". */
  readonly school?: boolean;
}

function agency(code: AgencyCode, name: string, teams: Record<string, string>, school = false): Agency {
  const listed = Object.entries(teams).map(([short, teamName]) => ({
    code: `${code}-${short}`,
    name: teamName,
    agency: code,
  }));
  const other: Team = { code: `${code}-other`, name: 'another team', agency: code, uncheckable: true };
  return { code, name, teams: [...listed, other], ...(school && { school }) };
}

/** Chosen for any agency that is not in the list: it is nobody in particular, so nobody is missing where it did not come. */
export const ANOTHER_AGENCY: AgencyCode = 'ot';

export const defaultAgencies: readonly Agency[] = [
  agency('cs', "Children's Services", {
    fs: 'family support',
    cp: 'child protection and court',
    cic: 'children in care',
    lc: 'leaving care',
    dis: 'children with disabilities',
    eh: 'early help',
    iro: 'quality and review',
  }),
  agency(
    'ed',
    'School or college',
    { eys: 'early years', pri: 'primary', sec: 'secondary', spe: 'special', col: 'college' },
    true,
  ),
  agency('hl', 'Health', {
    hv: 'health visiting',
    sn: 'school nursing',
    mh: 'mental health',
    ac: 'hospital',
    gp: 'GP practice',
  }),
  agency('po', 'Police', { ch: 'child abuse investigation', ne: 'neighbourhood', ex: 'exploitation' }),
  agency('yj', 'Youth justice', { cm: 'community' }),
  agency('as', 'Adult social care', { mh: 'mental health', lo: 'locality' }),
  agency('ho', 'Housing', { di: 'district council' }),
  agency('vs', 'Voluntary sector', { da: 'domestic abuse', fa: 'family', yo: 'youth' }),
  agency('pr', 'Probation', {}),
  agency(ANOTHER_AGENCY, 'Another agency', {}),
];

/** The team with that code, or undefined when the code is not in the lists. */
export function findTeam(agencies: readonly Agency[], code: TeamCode): Team | undefined {
  return agencies.flatMap((each) => each.teams).find((team) => team.code === code);
}

/** The agency a team code belongs to, or undefined when the code is not in the lists. */
export function findAgency(agencies: readonly Agency[], code: TeamCode): Agency | undefined {
  return agencies.find((each) => each.teams.some((team) => team.code === code));
}

/** "Health: school nursing", as people read it on cards and in lists. An unlisted code is shown as it is. */
export function teamLabel(agencies: readonly Agency[], code: TeamCode): string {
  const owner = findAgency(agencies, code);
  const team = findTeam(agencies, code);
  return owner && team ? `${owner.name}: ${team.name}` : code;
}

/** The agency's name for a team code. An unlisted code is shown as it is. */
export function agencyName(agencies: readonly Agency[], code: TeamCode): string {
  return findAgency(agencies, code)?.name ?? code;
}
