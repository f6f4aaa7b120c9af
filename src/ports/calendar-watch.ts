/** What is needed to notice that somebody changed a session in Outlook; see ports.ts. */
import type { Instant, Interval } from '../domain/intervals';

/** What Graph says of a subscription itself, besides changes. */
export const LIFECYCLE_EVENTS = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

/** Graph's promise to tell of changes in the organiser's calendar, until then. */
export interface Subscription {
  readonly id: string;
  readonly expiresAt: Instant;
}

export interface Subscriptions {
  /** Makes one, for as long as it may last. Throws a `Fault` when Graph cannot reach us, as for everything else. */
  create(clientState: string): Promise<Subscription>;
  /** Lengthens it and says that we may still have it; `gone` when there is none any more. */
  renew(id: string): Promise<Subscription | 'gone'>;
  /** Done when there is none. */
  remove(id: string): Promise<void>;
}

export interface Changes {
  /** Ids of events that are new or changed. */
  readonly changed: readonly string[];
  /** Ids of events that are gone, or outside of the window now. */
  readonly removed: readonly string[];
  /** Where the next changes begin: opaque, and not for ever. */
  readonly link: string;
}

export interface CalendarChanges {
  /** Every event of the organiser's in that time, as changed. */
  all(window: Interval): Promise<Changes>;
  /** `lost`: Graph has forgotten where that was, and only `all` helps. */
  since(link: string): Promise<Changes | 'lost'>;
}

/** The one subscription of an installation, as all its instances know it. */
export interface KnownSubscription {
  /** What every notification of it must carry. */
  readonly clientState: string;
  /** Where its notifications go. */
  readonly notificationUrl: string;
  /** Absent while it is being made. */
  readonly subscription?: Subscription;
  /** When it was made or last renewed; while it is being made, when that began. */
  readonly since: Instant;
}

/** How far the organiser's calendar has been read, as all instances know it. */
export interface CalendarReading {
  /** When somebody last began to read. */
  readonly begunAt: Instant;
  /** Absent until the whole window has been read. */
  readonly read?: {
    readonly link: string;
    /** When the window was laid. */
    readonly windowFrom: Instant;
  };
}

/** A row as it was read, with what is needed to write it back. */
export interface Kept<Row> {
  readonly row: Row;
  readonly version: string;
}

/** One row of an installation; conditional writes, so that of several instances one gets it. */
export interface SharedRow<Row> {
  find(): Promise<Kept<Row> | undefined>;
  /** In place of what was read (or of nothing); `conflict` when somebody wrote in between. */
  put(row: Row, was: Kept<Row> | undefined): Promise<Kept<Row> | 'conflict'>;
}

/** What there is to look at: events by id, all of them, or what Graph says of the subscription. */
export type CalendarNews =
  | { readonly kind: 'events'; readonly ids: readonly string[] }
  | { readonly kind: 'everything' }
  | { readonly kind: 'lifecycle'; readonly event: LifecycleEvent };

/** Kept until it is worked, however long that takes. */
export interface CalendarQueue {
  send(news: CalendarNews): Promise<void>;
  receive(): Promise<readonly ReceivedNews[]>;
}

export interface ReceivedNews {
  readonly news: CalendarNews;
  done(): Promise<void>;
  /** Shows up again after a while, which grows with how often it has come, with only that left to do. */
  later(left: CalendarNews): Promise<void>;
}
