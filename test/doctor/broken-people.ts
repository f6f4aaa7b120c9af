/** People, groups and the pool, each thing broken. */
import { addDays, localDate } from '../../src/domain/calendar';
import {
  coordinators,
  COORDINATORS_GROUP,
  GOVERNANCE_GROUP,
  QUALITY_GROUP,
  supporters,
} from '../sandbox/people';
import { sandboxPool } from '../sandbox/pool';
import { type Breakage, AFTER_COORDINATORS, NOBODY } from './breakage';

const [cora, colin] = coordinators;

export const BROKEN_PEOPLE: readonly Breakage[] = [
  {
    when: 'one person alone coordinates',
    fails: ['coordinators'],
    blocks: AFTER_COORDINATORS,
    says: /1 person can decide; .*\n.*COORDINATORS_GROUP/,
    broken: ({ tenant }) => tenant.groups.setMembers(COORDINATORS_GROUP, [cora.id]),
  },
  {
    when: 'the other coordinator’s account is disabled',
    fails: ['coordinators'],
    blocks: AFTER_COORDINATORS,
    says: '1 person can decide (not counted: 1 disabled)',
    broken: ({ tenant }) => tenant.administer({ disabled: [colin.id] }),
  },
  {
    when: 'the other coordinator is a guest',
    fails: ['coordinators'],
    blocks: AFTER_COORDINATORS,
    says: '1 person can decide (not counted: 1 guest)',
    broken: ({ tenant }) => tenant.administer({ guests: [colin.id] }),
  },
  {
    when: 'COORDINATORS_GROUP names no group',
    fails: ['coordinators'],
    blocks: AFTER_COORDINATORS,
    says: 'COORDINATORS_GROUP names no group of this tenant.',
    broken: ({ settings }) => void (settings['COORDINATORS_GROUP'] = NOBODY),
  },
  {
    when: 'groups may not be read',
    fails: ['coordinators', 'quality-group', 'governance-group'],
    blocks: AFTER_COORDINATORS,
    says: 'GroupMember.Read.All',
    broken: ({ tenant }) => tenant.administer({ missing: ['GroupMember.Read.All'] }),
  },
  {
    when: 'the app sees no more of accounts than who they are',
    fails: [],
    notes: ['coordinators'],
    says: 'Whether accounts are in use is not shown to the app; look in Entra.',
    broken: ({ tenant }) => tenant.administer({ basicAccountsOnly: true }),
  },
  {
    when: 'nobody is in the quality group',
    fails: ['quality-group'],
    says: 'Nobody is in the group of QUALITY_GROUP.',
    broken: ({ tenant }) => tenant.groups.setMembers(QUALITY_GROUP, []),
  },
  {
    when: 'nobody is in the governance group',
    fails: ['governance-group'],
    says: 'Nobody is in the group of GOVERNANCE_GROUP.',
    broken: ({ tenant }) => tenant.groups.setMembers(GOVERNANCE_GROUP, []),
  },
  {
    when: 'LEAD names nobody',
    fails: ['lead'],
    says: 'LEAD names nobody of this tenant.',
    broken: ({ settings }) => void (settings['LEAD'] = NOBODY),
  },
  {
    when: 'the account of one who supports facilitators is disabled',
    fails: ['facilitator-support'],
    says: 'An account of FACILITATOR_SUPPORT is disabled.',
    broken: ({ tenant }) => tenant.administer({ disabled: [supporters[0].id] }),
  },
  {
    when: 'nobody’s training is valid any more',
    fails: ['pool'],
    says: /only the trained are appointed\.\n.*coordinators’ tab/,
    broken: ({ pool }) =>
      pool.put(
        sandboxPool(Date.now()).map((each) => ({
          ...each,
          trainedUntil: addDays(localDate(Date.now()), -1),
        })),
      ),
  },
];
