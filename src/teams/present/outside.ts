/** How somebody asked who did not ask in Teams, for coordinators: what is known of them, and what is not. */
import type { Policy } from '../../domain/policy';
import { isPartner } from '../../domain/partners';
import type { Request } from '../../domain/request';
import type { Fact } from '../../present/stated';
import { isolated } from '../../wording/typed-text';
import { OUTSIDE } from '../wording/outside';

/** `own` for the view of one signed-in coordinator, which has the domain of their address too. */
export function outsideFacts({ requester }: Request, own: boolean, policy: Policy): Fact[] {
  const { outside, hasAccount, mail, unconfirmed } = requester;
  if (!outside) return [];
  const confirmed = hasAccount ? OUTSIDE.hasAccount : OUTSIDE.noAccount;
  return [
    {
      label: unconfirmed ? OUTSIDE.named : OUTSIDE.asked,
      value: [
        unconfirmed ? OUTSIDE.unconfirmed : confirmed,
        ...(mail === undefined ? [] : partnerInWords(mail, own, policy)),
      ].join('; '),
    },
  ];
}

/** Where no partners are listed, nothing can be said of any. */
function partnerInWords(mail: string, own: boolean, policy: Policy): string[] {
  const domain = own ? [isolated(mail.slice(mail.lastIndexOf('@') + 1))] : [];
  if (policy.partnerDomains.length === 0) return domain;
  return [...domain, isPartner(mail, policy) ? OUTSIDE.partner : OUTSIDE.unknown];
}
