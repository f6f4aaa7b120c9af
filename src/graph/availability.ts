/**
 * Free and busy time from Outlook. Subjects and places of what others do are dropped on receipt; whoever's diary cannot be
 * seen is unknown, never free (domain.md).
 */
import type { ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import type { Availability } from '../domain/availability';
import { type Instant, type Interval, MINUTE_MS, union } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import type { Calendars } from '../ports';
import type { Graph } from './client';
import { chunks, path } from './odata';
import { IN_UTC, instantIn } from './utc-time';
import { workingHours } from './working-hours';

/** https://learn.microsoft.com/graph/outlook-get-free-busy-schedule: 20 addresses, less than 62 days. */
const MOST_ADDRESSES = 20;
const LONGEST_WINDOW_MS = 61 * 24 * 60 * MINUTE_MS;
/** How fine the summary string is, which nobody reads here: as coarse as Graph allows within the window. */
const VIEW_MINUTES = { least: 5, most: 1440 };
/** The address belongs to nobody whose diary this tenant could see. */
const NOT_HERE: readonly unknown[] = ['5009', 'ErrorMailRecipientNotFound'];

export interface CalendarsNeeds {
  readonly graph: Graph;
  /** Object id of the account that asks. */
  readonly organiser: PersonId;
}

/** Reads diaries as the organiser, in as few calls as the limits allow. */
export function createCalendars({ graph, organiser }: CalendarsNeeds): Calendars {
  return {
    async availability(mails, over, tentativeIsBusy) {
      const wanted = [...new Set(mails.map((mail) => mail.toLowerCase()))];
      const windows = windowsOf(over);
      const calls = chunks(wanted, MOST_ADDRESSES).flatMap((some) => windows.map((one) => ask(some, one)));
      const told = byAddress((await Promise.all(calls)).flat());
      const answerFor = (mail: string): Availability => {
        const parts = told.get(mail.toLowerCase()) ?? [];
        return parts.length > 0 && parts.length === windows.length
          ? combined(parts, tentativeIsBusy)
          : NO_ANSWER;
      };
      return new Map(mails.map((mail) => [mail, answerFor(mail)]));
    },
  };

  async function ask(schedules: readonly string[], { start, end }: Interval): Promise<ScheduleInformation[]> {
    const { least, most } = VIEW_MINUTES;
    const minutes = Math.floor((end - start) / MINUTE_MS);
    const body = {
      schedules,
      startTime: utc(start),
      endTime: utc(end),
      availabilityViewInterval: Math.min(Math.max(minutes, least), most),
    };
    const { value } = await graph.ask<{ value: ScheduleInformation[] }>(
      path`/users/${organiser}/calendar/getSchedule`,
      body,
      IN_UTC,
    );
    return value;
  }
}

const NO_ANSWER: Availability = { known: false, why: 'no-answer' };

function byAddress(
  told: readonly ScheduleInformation[],
): ReadonlyMap<string, readonly ScheduleInformation[]> {
  const parts = new Map<string, ScheduleInformation[]>();
  for (const one of told) {
    const mail = one.scheduleId?.toLowerCase() ?? '';
    parts.set(mail, [...(parts.get(mail) ?? []), one]);
  }
  return parts;
}

/** The whole time in windows of the same length, none longer than Graph takes. None when there is no time. */
function windowsOf({ start, end }: Interval): Interval[] {
  const count = Math.max(0, Math.ceil((end - start) / LONGEST_WINDOW_MS));
  const edge = (i: number) => start + Math.round(((end - start) * i) / count);
  return Array.from({ length: count }, (_, i) => ({ start: edge(i), end: edge(i + 1) }));
}

/** What one person's windows say together; one that could not be seen makes the whole unknown. */
function combined(parts: readonly ScheduleInformation[], tentativeIsBusy: boolean): Availability {
  const unseen = parts.find(({ error, scheduleItems }) => error ?? !scheduleItems);
  if (unseen)
    return NOT_HERE.includes(unseen.error?.responseCode)
      ? { known: false, why: 'outside-tenant' }
      : NO_ANSWER;
  const items = parts.flatMap(({ scheduleItems }) => scheduleItems ?? []);
  const hours = workingHours(parts[0]?.workingHours);
  return {
    known: true,
    busy: union(items.filter((item) => isBusy(item, tentativeIsBusy)).map(interval)),
    ...(hours && { workingHours: hours }),
  };
}

/** A status that says nothing, or that came after this was written, counts as busy. */
function isBusy({ status }: ScheduleItem, tentativeIsBusy: boolean): boolean {
  if (status === 'tentative') return tentativeIsBusy;
  return status !== 'free' && status !== 'workingElsewhere';
}

function interval({ start, end }: ScheduleItem): Interval {
  return { start: instantIn(start), end: instantIn(end) };
}

function utc(at: Instant): { readonly dateTime: string; readonly timeZone: 'UTC' } {
  return { dateTime: new Date(at).toISOString().slice(0, -1), timeZone: 'UTC' };
}
