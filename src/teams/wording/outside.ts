/** What coordinators read of a requester who came by a page. */
export const OUTSIDE = {
  asked: 'Asked on the page, not in Teams',
  noAccount: 'outside the tenant, e-mail confirmed',
  hasAccount: 'has an account here, e-mail confirmed',
  partner: 'from a known partner',
  unknown: 'not from a known partner, so please make sure who they are',
} as const;
