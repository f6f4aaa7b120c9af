import type { Administration } from './administration';
import type { CallLog } from './call-log';
import { busyOf } from './busy';
import { changeEvent, dropJoinLink, removeEvent, respond } from './calendar';
import { findPerson } from './directory';
import type { Faults } from './faults';
import { mailControl, type MailControl } from './mail-control';
import type { LifecycleEvent, NoticeConditions, SentNotice } from './notices';
import type { Office } from './office';
import type {
  BusyItem,
  BusyTime,
  FreeBusy,
  Period,
  Rsvp,
  SentMail,
  StoredEvent,
  StoredMeeting,
  StoredSubscription,
  TenantState,
  WorkingHours,
} from './state';
import { dropSubscription } from './subscription-operations';
import type { Limits } from './throttle';

/** Busy time to put into a calendar; times are ISO text with an offset or Z. */
export type BusyRequest = Period & {
  status?: FreeBusy | undefined;
  subject?: string | undefined;
  isPrivate?: boolean | undefined;
  location?: string | undefined;
};

/** Control of the tenant: what a test arranges and looks at, and what a person in Outlook would do. */
export interface Tenant {
  readonly people: {
    /** Everything in a person's calendar that touches the period, as the bot could learn of it. */
    busy(mail: string, period: Period): BusyItem[];
    /** Returns the id to remove it by. */
    addBusy(mail: string, time: BusyRequest): string;
    removeBusy(id: string): void;
    setWorkingHours(mail: string, hours: WorkingHours): void;
  };
  readonly events: {
    /** Copies, oldest first. Cancelled and deleted ones are gone. */
    list(): StoredEvent[];
    find(id: string): StoredEvent | undefined;
    /** The answer an attendee gives in Outlook. */
    respond(id: string, mail: string, response: Rsvp): void;
    /** The organiser drags it to another time; everybody is asked again. */
    move(id: string, to: Period): void;
    /** The organiser deletes it; everybody gets a cancellation. */
    remove(id: string, comment?: string): void;
    /** The organiser invites one more, or somebody invited forwards it: to Exchange the same. */
    addAttendee(id: string, person: { mail: string; name?: string | undefined }): void;
    removeAttendee(id: string, mail: string): void;
    /** The organiser turns "Teams meeting" off. */
    dropJoinLink(id: string): void;
  };
  readonly subscriptions: {
    list(): StoredSubscription[];
    /** It is gone, and nobody is told. */
    remove(id: string): void;
    /** Tells whoever made it; `subscriptionRemoved` removes it too. */
    lifecycle(id: string, event: LifecycleEvent): void;
  };
  readonly notices: {
    /** Change its fields to change what becomes of notifications. */
    readonly conditions: NoticeConditions;
    sent(): readonly SentNotice[];
    /** Sends what is held back, and waits until nothing is on its way. */
    settled(): Promise<void>;
  };
  /** Every delta token given so far is answered with 410. */
  loseDeltaTokens(): void;
  readonly meetings: {
    list(): StoredMeeting[];
    /** The organiser changes options in Teams, behind the bot's back. */
    set(id: string, options: Partial<StoredMeeting['meeting']>): void;
  };
  readonly groups: {
    members(group: string): string[];
    /** Object ids; a group that was not there comes into being. */
    setMembers(group: string, ids: readonly string[]): void;
  };
  /** What an administrator has set up otherwise than usual, in place of what was before. */
  administer(otherwise: Administration): void;
  readonly apps: {
    /** Ids of the Teams apps somebody has. */
    of(mail: string): string[];
  };
  readonly outbox: {
    /** What Exchange sent, oldest first; to one address only when given. */
    list(to?: string): SentMail[];
    clear(): void;
  };
  /** The letters the organiser sent, which go to anybody anywhere. */
  readonly mail: MailControl;
  readonly faults: Omit<Faults, 'strike'>;
  readonly calls: Omit<CallLog, 'begin'>;
  /** Change its fields to change the limits. */
  readonly limits: Limits;
  state(): TenantState;
  /** Forgets calendars, mail, groups, faults and calls; limits stay as they were set. */
  reset(): void;
}

/** Gives typed control of a tenant. Copies go out, so that nobody changes its memory by accident. */
export function createTenant(office: Office): Tenant {
  const { store, faults, calls } = office;
  return {
    people: peopleControl(office),
    events: eventControl(office),
    meetings: {
      list: () => structuredClone(store.state.meetings),
      set(id, options) {
        const stored = store.state.meetings.find(({ meeting }) => meeting.id === id);
        if (!stored) throw new Error(`Expected the id of an online meeting, got "${id}".`);
        Object.assign(stored.meeting, options);
        store.save();
      },
    },
    subscriptions: subscriptionControl(office),
    notices: office.notices,
    loseDeltaTokens() {
      store.state.deltaGeneration += 1;
      store.save();
    },
    groups: {
      members: (group) => [...(store.state.groups[group] ?? [])],
      setMembers(group, ids) {
        store.state.groups[group] = ids.map((id) => personNamed(id).id);
        store.save();
      },
    },
    administer(otherwise) {
      store.state.administration = otherwise;
      store.save();
    },
    apps: { of: (mail) => [...(store.state.installedApps?.[personNamed(mail).id] ?? [])] },
    outbox: {
      list: (to) => structuredClone(store.state.outbox.filter((mail) => !to || same(mail.to, to))),
      clear() {
        store.state.outbox = [];
        store.save();
      },
    },
    mail: mailControl(office),
    faults,
    calls,
    limits: office.throttle.limits,
    state: () => structuredClone(store.state),
    reset() {
      store.reset();
      faults.clear();
      calls.clear();
      office.notices.reset();
    },
  };
}

function subscriptionControl(office: Office): Tenant['subscriptions'] {
  const { store, notices } = office;
  const named = (id: string): StoredSubscription => {
    const found = store.state.subscriptions.find((one) => one.id === id);
    if (!found) throw new Error(`Expected the id of a subscription, got "${id}".`);
    return found;
  };
  return {
    list: () => structuredClone(store.state.subscriptions),
    remove: (id) => dropSubscription(named(id), office),
    lifecycle(id, event) {
      const subscription = named(id);
      if (event === 'subscriptionRemoved') dropSubscription(subscription, office);
      notices.lifecycle(subscription, event);
    },
  };
}

function peopleControl(office: Office): Tenant['people'] {
  const { store } = office;
  return {
    busy: (mail, period) => busyOf(personNamed(mail), inUtc(period), office),
    addBusy(mail, time) {
      const added: BusyTime = {
        id: `busy-${store.nextNumber()}`,
        mail: personNamed(mail).mail,
        ...inUtc(time),
        status: time.status ?? 'busy',
        subject: time.subject ?? 'Busy',
        isPrivate: time.isPrivate ?? false,
        location: time.location ?? '',
      };
      store.state.busy.push(added);
      store.save();
      return added.id;
    },
    removeBusy(id) {
      store.state.busy = store.state.busy.filter((time) => time.id !== id);
      store.save();
    },
    setWorkingHours(mail, hours) {
      store.state.workingHours[personNamed(mail).mail] = hours;
      store.save();
    },
  };
}

function eventControl(office: Office): Tenant['events'] {
  const { state } = office.store;
  const find = (id: string) => state.events.find((event) => event.id === id || event.immutableId === id);
  const eventNamed = (id: string): StoredEvent => {
    const event = find(id);
    if (!event) throw new Error(`Expected the id of an event, got "${id}".`);
    return event;
  };
  const invite = (event: StoredEvent, attendees: StoredEvent['attendees']) =>
    changeEvent(
      event,
      {
        attendees: attendees.map(({ address, name, type }) => ({ emailAddress: { address, name }, type })),
        details: {},
      },
      { organiser: personNamed(event.organiserId), office },
    );
  return {
    list: () => structuredClone(state.events),
    find: (id) => structuredClone(find(id)),
    respond: (id, mail, response) => respond(eventNamed(id), mail, response, office),
    move(id, to) {
      const event = eventNamed(id);
      const { start, end } = inUtc(to);
      const change = {
        start: { instant: start, zone: event.startZone },
        end: { instant: end, zone: event.endZone },
        details: {},
      };
      changeEvent(event, change, { organiser: personNamed(event.organiserId), office });
    },
    remove: (id, comment = '') => removeEvent(eventNamed(id), comment, office),
    addAttendee(id, { mail, name = mail }) {
      const event = eventNamed(id);
      const added = { address: mail, name, type: 'required', response: 'none', respondedAt: null } as const;
      invite(event, [...event.attendees, added]);
    },
    removeAttendee(id, mail) {
      const event = eventNamed(id);
      invite(
        event,
        event.attendees.filter(({ address }) => !same(address, mail)),
      );
    },
    dropJoinLink: (id) => dropJoinLink(eventNamed(id), office),
  };
}

function personNamed(key: string) {
  const person = findPerson(key);
  if (!person) throw new Error(`Expected the address or the id of somebody in the sandbox, got "${key}".`);
  return person;
}

/** The same period as UTC ISO text. Throws on a time that is none. */
function inUtc({ start, end }: Period): Period {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
