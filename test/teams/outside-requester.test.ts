/** Somebody who asked on the page, as coordinators see them. */
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import type { Requester } from '../../src/domain/people';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { aRequest, aRequester } from '../builders';
import { outsiders } from '../sandbox/people';

const [hattie] = outsiders;
const policy: Policy = { ...defaultPolicy, partnerDomains: ['meadow-primary.example'] };
const LABEL = 'Asked on the page, not in Teams';

function factFor(over: Partial<Requester>, coordinator: boolean, of = policy): string | undefined {
  const request = aRequest.submitted({ requester: aRequester({ ...hattie, outside: true, ...over }) });
  const { facts } = presentForCoordinators(request, of, {
    refresh: { userIds: [], button: true },
    coordinator,
  });
  return facts.find(({ label }) => label === LABEL)?.value;
}

describe('A requester who asked on the page', () => {
  it.each<[string, Partial<Requester>, boolean, string]>([
    ['of a known partner', {}, false, 'outside the tenant, e-mail confirmed; from a known partner'],
    [
      'of a known partner',
      {},
      true,
      'outside the tenant, e-mail confirmed; meadow-primary.example; from a known partner',
    ],
    [
      'of nobody known',
      { mail: 'hattie.hazel@not-meadow-primary.example' },
      true,
      'outside the tenant, e-mail confirmed; not-meadow-primary.example; not from a known partner, so please make sure who they are',
    ],
    [
      'with an account',
      { hasAccount: true },
      false,
      'has an account here, e-mail confirmed; from a known partner',
    ],
  ])('%s is shown as such: %j, own view: %s', (_who, over, own, value) => {
    expect(factFor(over, own)).toBe(value);
  });

  it('named by a form says so, until they have confirmed it', () => {
    const request = aRequest.submitted({
      requester: aRequester({ ...hattie, outside: true, unconfirmed: true }),
    });
    const { facts } = presentForCoordinators(request, policy, {
      refresh: { userIds: [], button: true },
      coordinator: false,
    });
    expect(facts).toContainEqual({
      label: 'Sent through a form, not in Teams',
      value:
        'e-mail NOT confirmed yet: please make sure that they asked before you decide; from a known partner',
    });
  });

  it('is said to be of no partner only where partners are listed', () => {
    expect(factFor({}, false, defaultPolicy)).toBe('outside the tenant, e-mail confirmed');
  });

  it('is never told by their address in the channel', () => {
    const request = aRequest.submitted({ requester: aRequester({ ...hattie, outside: true }) });
    const shown = presentForCoordinators(request, policy, {
      refresh: { userIds: [], button: true },
      coordinator: false,
    });
    expect(JSON.stringify(shown)).not.toContain('meadow-primary.example');
  });

  it('who asked in Teams has no such line', () => {
    const request = aRequest.submitted();
    const { facts } = presentForCoordinators(request, policy, {
      refresh: { userIds: [], button: true },
      coordinator: true,
    });
    expect(facts.map(({ label }) => label)).not.toContain(LABEL);
  });
});
