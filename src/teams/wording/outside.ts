/** What coordinators read of a requester who came by a page, or was named by a form. */
export const OUTSIDE = {
  asked: 'Asked on the page, not in Teams',
  named: 'Sent through a form, not in Teams',
  unconfirmed: 'e-mail NOT confirmed yet: please make sure that they asked before you decide',
  noAccount: 'outside the tenant, e-mail confirmed',
  hasAccount: 'has an account here, e-mail confirmed',
  partner: 'from a known partner',
  unknown: 'not from a known partner, so please make sure who they are',
} as const;
