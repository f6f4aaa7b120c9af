/** The functions the flows use. One that is not here is refused, so that no flow relies on what was never tried. */
import { DateTime } from 'luxon';

/** What the engine does not know: the definition or the engine is wrong then, and it must not look like a failed action. */
export class NotSupported extends Error {}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

interface Function_ {
  readonly least: number;
  readonly most: number;
  readonly apply: (...values: Json[]) => Json;
}

const MANY = Number.POSITIVE_INFINITY;

function of(least: number, most: number, apply: Function_['apply']): Function_ {
  return { least, most, apply };
}

export const FUNCTIONS: Readonly<Record<string, Function_ | undefined>> = {
  and: of(2, MANY, (...values) => values.map(truth).every(Boolean)),
  or: of(2, MANY, (...values) => values.map(truth).some(Boolean)),
  not: of(1, 1, (value) => !truth(value)),
  if: of(3, 3, (when, then, otherwise) => (truth(when) ? then! : otherwise!)),
  equals: of(2, 2, (one, other) => JSON.stringify(one) === JSON.stringify(other)),
  greater: of(2, 2, (one, other) => number(one) > number(other)),
  coalesce: of(1, MANY, (...values) => values.find((value) => value !== null) ?? null),
  empty: of(1, 1, (value) => value === null || sized(value) === 0),
  length: of(1, 1, (value) => sized(value)),
  contains: of(2, 2, (within, what) => {
    if (typeof within === 'string') return within.includes(string(what));
    if (Array.isArray(within)) return within.some((each) => JSON.stringify(each) === JSON.stringify(what));
    return Object.hasOwn(object(within), string(what));
  }),
  first: of(1, 1, (value) => (typeof value === 'string' ? (value[0] ?? '') : (array(value)[0] ?? null))),
  createArray: of(1, MANY, (...values) => values),
  concat: of(1, MANY, (...values) => values.map(textOf).join('')),
  join: of(2, 2, (values, between) => array(values).map(textOf).join(string(between))),
  trim: of(1, 1, (value) => string(value).trim()),
  toLower: of(1, 1, (value) => string(value).toLowerCase()),
  startsWith: of(2, 2, (value, start) => string(value).toLowerCase().startsWith(string(start).toLowerCase())),
  replace: of(3, 3, (value, old, fresh) => string(value).replaceAll(string(old), string(fresh))),
  string: of(1, 1, (value) => textOf(value)),
  json: of(1, 1, (value) => (typeof value === 'string' ? parsed(value) : value!)),
  base64ToString: of(1, 1, (value) => Buffer.from(string(value), 'base64').toString()),
  ticks: of(1, 1, (value) => instant(value) * 10_000),
  convertFromUtc: of(3, 3, (value, zone, format) => dayIn(string(zone), string(format), instant(value))),
};

/** By Windows' name of the zone, and the one format the flows write days in. */
function dayIn(zone: string, format: string, at: number): string {
  if (zone !== 'GMT Standard Time' || format !== 'dddd d MMMM yyyy')
    throw new NotSupported(`Expected a zone and a format this engine knows, got ${zone} and ${format}`);
  return DateTime.fromMillis(at, { zone: 'Europe/London', locale: 'en-GB' }).toFormat('cccc d LLLL yyyy');
}

/** As it is put into a text: nothing for null, JSON for what has parts. */
export function textOf(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function truth(value: Json): boolean {
  if (typeof value !== 'boolean') throw wrong('true or false', value);
  return value;
}

function number(value: Json): number {
  if (typeof value !== 'number') throw wrong('a number', value);
  return value;
}

function string(value: Json): string {
  if (typeof value !== 'string') throw wrong('a text', value);
  return value;
}

function array(value: Json): Json[] {
  if (!Array.isArray(value)) throw wrong('an array', value);
  return value;
}

function object(value: Json): { [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('an object', value);
  return value;
}

function sized(value: Json): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return Object.keys(object(value)).length;
}

function instant(value: Json): number {
  const made = Date.parse(string(value));
  if (Number.isNaN(made)) throw wrong('a date and time', value);
  return made;
}

function parsed(value: string): Json {
  return JSON.parse(value) as Json;
}

/** Never the value itself: it could be what somebody wrote in the Form. */
function wrong(expected: string, value: Json): Error {
  const got = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
  return new Error(`Expected ${expected}, got ${got}`);
}
