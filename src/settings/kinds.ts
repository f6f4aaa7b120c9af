/**
 * The kinds of value a setting can have. Each says what it expects in words, so that a wrong value is answered
 * with one sentence a person can act on, and parses with zod.
 */
import { z } from 'zod';

export interface Kind<Value> {
  /** Completes "Expected NAME to be …". */
  readonly expected: string;
  readonly schema: z.ZodType<Value, z.ZodTypeDef, string>;
  /** The value is never shown, not even when it is wrong. */
  readonly secret?: boolean;
}

/** An Entra id: of a person, a group, a tenant or an app. Compared in lower case, as Entra does. */
export function guid(what: string): Kind<string> {
  return { expected: what, schema: z.string().uuid().toLowerCase() };
}

/** A whole number, both ends included. */
export function wholeNumber(from: number, to: number, unit = ''): Kind<number> {
  const digits = z.string().regex(/^\d{1,9}$/);
  return {
    expected: `a whole number from ${from} to ${to}${unit && ` (${unit})`}`,
    schema: digits.transform(Number).pipe(z.number().min(from).max(to)),
  };
}

export function oneOf<const Word extends string>(...words: readonly [Word, ...Word[]]): Kind<Word> {
  return { expected: words.map((word) => `"${word}"`).join(' or '), schema: z.enum(words) };
}

/** A switch, written as one of two words. */
export function either(yes: string, no: string): Kind<boolean> {
  const { expected, schema } = oneOf(yes, no);
  return { expected, schema: schema.transform((word) => word === yes) };
}

export function matching(pattern: RegExp, expected: string): Kind<string> {
  return { expected, schema: z.string().regex(pattern) };
}

/** A sentence shown to people. */
export function sentence(longest: number): Kind<string> {
  return {
    expected: `a text of at most ${longest} characters`,
    schema: z.string().trim().min(1).max(longest),
  };
}

export function secret(expected: string, schema: z.ZodType<string, z.ZodTypeDef, string>): Kind<string> {
  return { expected, schema, secret: true };
}

export const localDate: Kind<string> = { expected: 'a day as YYYY-MM-DD', schema: z.string().date() };

/** Days from the first to the last, both included. */
export const daySpan: Kind<{ readonly from: string; readonly until: string }> = {
  expected: 'days as YYYY-MM-DD..YYYY-MM-DD',
  schema: z
    .string()
    .transform((text) => text.split('..'))
    .pipe(z.tuple([z.string().date(), z.string().date()]))
    .refine(([from, until]) => from <= until)
    .transform(([from, until]) => ({ from, until })),
};

export const clockTime = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm');

/** Several values of one kind, separated by commas. At least one. */
export function listOf<Value>(kind: Kind<Value>, expected: string): Kind<readonly Value[]> {
  const parts = z.string().transform((text) => text.split(',').map((part) => part.trim()));
  return { expected, schema: parts.pipe(z.array(kind.schema)) };
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a host, as `URL.hostname` gives it, is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname);
}

/** An address taken letter by letter, as issuers are compared. Plain http is for loopback: elsewhere tokens would be seen. */
export const exactAddress: Kind<string> = {
  expected: 'an https address (plain http on loopback only), without query or sign-in',
  schema: z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, search, hash, username } = new URL(text);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    return isSafe && !search && !hash && !username;
  }),
};

/** An address that paths are added to: kept without a slash at its end. */
export const webAddress: Kind<string> = {
  ...exactAddress,
  schema: exactAddress.schema.transform((text) => text.replace(/\/+$/, '')),
};
