/** What administrators have set up otherwise than an installation needs: each thing that can be wrong in a tenant. */
import { organiser, type SandboxPerson } from '../people';
import { mailboxOwner } from './directory';
import { GraphRefusal } from './graph-refusal';
import type { Office } from './office';

/** As in the app's token, or in its assignments by RBAC for Applications. */
export type Permission =
  | 'Calendars.ReadWrite'
  | 'Calendars.ReadBasic'
  | 'Mail.Read'
  | 'Mail.Send'
  | 'OnlineMeetings.ReadWrite.All'
  | 'GroupMember.Read.All'
  | 'TeamsAppInstallation.ReadWriteSelfForUser.All';

/** Object ids of accounts, and permissions. Absent: as it has to be. */
export interface Administration {
  /** Cannot sign in. */
  disabled?: string[];
  /** Of another organisation, invited into this one. */
  guests?: string[];
  /** Deleted. */
  gone?: string[];
  withoutTeams?: string[];
  withoutMailbox?: string[];
  /** Whose free and busy time the scope leaves out. */
  unseen?: string[];
  /** The app has not got them at all. */
  missing?: Permission[];
  /** Consented in place of scoped, or granted to everybody: they open every mailbox. */
  tenantWide?: Permission[];
  /** The app sees no more of accounts than User.ReadBasic.All shows. */
  basicAccountsOnly?: boolean;
}

/**
 * The mailbox in the path, if the app may get into it with that permission. Usually the bookings account's is the only one:
 * what the app has is scoped to it (RBAC for Applications), so any other answers 403.
 */
export function mailboxFor(permission: Permission, key: string, office: Office): SandboxPerson {
  const person = mailboxOwner(key);
  const { tenantWide = [], withoutMailbox = [] } = administrationOf(office);
  refuseWithout(permission, office);
  if (person.id !== organiser.id && !tenantWide.includes(permission)) throw accessDenied();
  if (withoutMailbox.includes(person.id))
    throw new GraphRefusal(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  return person;
}

/** Graph's refusal of what the app has no permission for. */
export function refuseWithout(permission: Permission, office: Office): void {
  if (administrationOf(office).missing?.includes(permission)) throw accessDenied();
}

export function administrationOf({ store }: Pick<Office, 'store'>): Administration {
  return store.state.administration ?? {};
}

function accessDenied(): GraphRefusal {
  return new GraphRefusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}
