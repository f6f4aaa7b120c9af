/**
 * The invented people of the sandbox and of the tests. Nobody here exists: every surname is a colour,
 * every address ends in `.example`.
 */
export interface SandboxPerson {
  /** Entra object id. */
  readonly id: string;
  /** The id Teams gives a member in a roster ("29:…"); not the Entra id. */
  readonly teamsId: string;
  readonly name: string;
  readonly mail: string;
  readonly job: string;
}

export const TENANT_ID = '7e4a0000-0000-4000-8000-000000000001';
export const ORGANISER_ID = '0a900000-0000-4000-8000-000000000001';
export const COORDINATORS_GROUP = 'c0020000-0000-4000-8000-000000000001';
export const QUALITY_GROUP = 'c0020000-0000-4000-8000-000000000002';
export const GOVERNANCE_GROUP = 'c0020000-0000-4000-8000-000000000003';
/** Domain of everybody in the simulated tenant. */
export const TENANT_DOMAIN = 'norfolk-sandbox.example';

function person(kind: string, n: number, name: string, job: string): SandboxPerson {
  const local = name.toLowerCase().replaceAll(' ', '.');
  const number = String(n).padStart(12, '0');
  return {
    id: `${kind}-0000-4000-8000-${number}`,
    teamsId: `29:${kind}-${n}`,
    name,
    mail: `${local}@${TENANT_DOMAIN}`,
    job,
  };
}

export const organiser: SandboxPerson = {
  id: ORGANISER_ID,
  teamsId: '29:organiser',
  name: 'JAGS bookings',
  mail: `jags.bookings@${TENANT_DOMAIN}`,
  job: 'Shared bookings account',
};

/** The three who have a Playground of their own come first in their list. */
export const practitioners = [
  person('9ac70000', 1, 'Petra Practice', 'Social worker, family support'),
  person('9ac70000', 2, 'Sam Saffron', 'Early help practitioner'),
  person('9ac70000', 3, 'Indigo Slate', 'Social worker, children in care'),
  person('9ac70000', 4, 'Tess Teal', 'Youth justice worker'),
  person('9ac70000', 5, 'Otto Ochre', 'Virtual school adviser'),
  person('9ac70000', 6, 'Mabel Mauve', 'Family support manager'),
] as const;

/** Whom facilitators can talk a session over with: the contact, then the deputy. */
export const supporters = [practitioners[4], practitioners[5]] as const;

/** Of the quality group and no other: sees released figures in the tab. */
export const qualityLead = practitioners[5];

/** Of the governance group and no other: answers requests about personal data. */
export const governanceOfficer = practitioners[4];

export const coordinators = [
  person('c0000000', 1, 'Cora Coordinate', 'NSCP coordinator'),
  person('c0000000', 2, 'Colin Cobalt', 'NSCP coordinator'),
] as const;

export const facilitators = [
  person('fac00000', 1, 'Fay Facilitate', 'Principal social worker'),
  person('fac00000', 2, 'Amber Azure', 'Independent reviewing officer'),
  person('fac00000', 3, 'Basil Bronze', 'Safeguarding adviser'),
  person('fac00000', 4, 'Cerise Copper', 'Practice educator'),
  person('fac00000', 5, 'Dale Denim', 'Early help adviser'),
  person('fac00000', 6, 'Esme Ebony', 'Youth justice manager'),
] as const;

/** People of other organisations: their calendars cannot be seen. */
export const outsiders = [
  { name: 'Hattie Hazel', mail: 'hattie.hazel@meadow-primary.example' },
  { name: 'Percy Plum', mail: 'percy.plum@police-sandbox.example' },
  { name: 'Nora Navy', mail: 'nora.navy@health-sandbox.example' },
  { name: 'Vera Violet', mail: 'vera.violet@voluntary-sandbox.example' },
] as const;

export const everybody: readonly SandboxPerson[] = [
  organiser,
  ...practitioners,
  ...coordinators,
  ...facilitators,
];
