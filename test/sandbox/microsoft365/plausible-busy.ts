import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { organiser, type SandboxPerson } from '../people';
import type { BusyItem, FreeBusy } from './state';

const ZONE = 'Europe/London';
/** One week back, because a diary has a past, and ten to come. */
const FIRST_WEEK = -1;
const LAST_WEEK = 10;

/** A number from 0 up to 1 that is always the same for the same words. */
function chance(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join('|')).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of the choices, always the same for the same words. */
function pick<Choice>(choices: readonly [Choice, ...Choice[]], ...words: (string | number)[]): Choice {
  return choices[Math.floor(chance(...words) * choices.length)] ?? choices[0];
}

/**
 * Weeks of busy time as a practitioner's diary might hold them, around the anchor day: meetings, lunch,
 * leave, a school run. Depends on the person and the week only. Every working day that is not leave keeps
 * one free stretch of 90 minutes. The bookings account has no diary.
 */
export function plausibleBusy(person: SandboxPerson, anchor: string): readonly BusyItem[] {
  if (person.id === organiser.id) return [];
  const thisMonday = DateTime.fromISO(anchor, { zone: ZONE }).startOf('week');
  const key = `${person.mail} ${thisMonday.toISODate()}`;
  const diary = laidOut.get(key) ?? layOut(person, thisMonday);
  laidOut.set(key, diary);
  return diary;
}

/** Laying weeks out takes longer than a call to Graph should, and always gives the same. */
const laidOut = new Map<string, readonly BusyItem[]>();

function layOut(person: SandboxPerson, thisMonday: DateTime): BusyItem[] {
  const weeks = Array.from({ length: LAST_WEEK - FIRST_WEEK + 1 }, (_, n) => FIRST_WEEK + n);
  return weeks.flatMap((n) => weekOf(person.mail, thisMonday.plus({ weeks: n })));
}

function weekOf(mail: string, monday: DateTime): BusyItem[] {
  const week = monday.toISODate() ?? '';
  if (chance(mail, week, 'leave') < 0.09) {
    return [item(monday, 0, 5 * 24 * 60, 'oof', 'Annual leave')];
  }
  return [0, 1, 2, 3, 4].flatMap((day) => dayOf(mail, monday.plus({ days: day })));
}

function dayOf(mail: string, midnight: DateTime): BusyItem[] {
  const date = midnight.toISODate() ?? '';
  if (chance(mail, date, 'day off') < 0.04) return [item(midnight, 0, 24 * 60, 'oof', 'Leave')];
  // The free stretch is 09:30–11:00 or 13:15–14:45; whatever else the day holds is put around it.
  const freeInTheMorning = chance(mail, date, 'free') < 0.5;
  return [
    ...lunch(mail, midnight, date),
    ...meeting(mail, midnight, date, freeInTheMorning ? 'afternoon' : 'morning'),
    ...lateMeeting(mail, midnight, date),
    ...schoolRun(mail, midnight),
    ...teamMeeting(mail, midnight),
  ];
}

function lunch(mail: string, midnight: DateTime, date: string): BusyItem[] {
  return chance(mail, date, 'lunch') < 0.7 ? [item(midnight, at(12, 30), 45, 'busy', 'Lunch')] : [];
}

function meeting(mail: string, midnight: DateTime, date: string, half: 'morning' | 'afternoon'): BusyItem[] {
  if (chance(mail, date, 'meeting') < 0.25) return [];
  const start =
    half === 'morning'
      ? pick([at(9, 30), at(10), at(10, 30)], mail, date)
      : pick([at(13, 30), at(14)], mail, date);
  const subject = pick(
    ['Core group', 'Supervision', 'Strategy discussion', 'Duty', 'Training'],
    mail,
    date,
    half,
  );
  const status = pick<FreeBusy>(
    ['busy', 'busy', 'busy', 'tentative', 'workingElsewhere'],
    mail,
    date,
    'status',
  );
  return [item(midnight, start, pick([60, 90], mail, date, 'length'), status, subject)];
}

function lateMeeting(mail: string, midnight: DateTime, date: string): BusyItem[] {
  if (chance(mail, date, 'late') < 0.65) return [];
  const isPrivate = chance(mail, date, 'private') < 0.3;
  return [{ ...item(midnight, at(16), 45, 'busy', isPrivate ? 'Dentist' : 'Handover'), isPrivate }];
}

/** The same day each week, for everybody who shares it. */
function teamMeeting(mail: string, midnight: DateTime): BusyItem[] {
  const weekday = pick([1, 2, 3, 4], mail, 'team meeting');
  return midnight.weekday === weekday ? [item(midnight, at(11, 30), 60, 'busy', 'Team meeting')] : [];
}

function schoolRun(mail: string, midnight: DateTime): BusyItem[] {
  if (chance(mail, 'school run') < 0.7) return [];
  return [{ ...item(midnight, at(15), 45, 'tentative', 'School run'), isPrivate: true }];
}

/** Minutes after midnight. */
function at(hour: number, minute = 0): number {
  return hour * 60 + minute;
}

/** Minutes from midnight are minutes on the clock here: British clocks change on Sundays only, when no item runs. */
function item(
  midnight: DateTime,
  start: number,
  minutes: number,
  status: FreeBusy,
  subject: string,
): BusyItem {
  const instant = (minute: number) => new Date(midnight.toMillis() + minute * 60_000).toISOString();
  return {
    start: instant(start),
    end: instant(start + minutes),
    status,
    subject,
    isPrivate: false,
    location: '',
  };
}
