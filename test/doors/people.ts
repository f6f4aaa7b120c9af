/** Who is what to the requests of the builders. */
import {
  coordinators,
  facilitators,
  governanceOfficer,
  practitioners,
  qualityLead,
  type SandboxPerson,
} from '../sandbox/people';
import type { PersonRole } from './rules';

export const AS: Readonly<Record<PersonRole, SandboxPerson>> = {
  practitioner: practitioners[3],
  quality: qualityLead,
  governance: governanceOfficer,
  requester: practitioners[0],
  colleague: practitioners[2],
  participant: practitioners[1],
  facilitator: facilitators[0],
  'facilitator of another': facilitators[1],
  coordinator: coordinators[0],
};
