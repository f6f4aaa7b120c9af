/**
 * What the log may say of an error. Errors of Graph, storage and the connector carry requests, responses and tokens as
 * properties, so nothing is copied from them but what is named here; and their messages may quote what people wrote.
 */
export interface FaultReport {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  /** Where it happened: the frames without the message that a stack starts with. */
  readonly stack?: readonly string[];
  readonly cause?: FaultReport;
}

const LONGEST_MESSAGE = 300;
const MOST_FRAMES = 12;
const MOST_CAUSES = 3;

/** Anything thrown, without request and response bodies, headers or other properties. */
export function reportFault(thrown: unknown, causes = MOST_CAUSES): FaultReport {
  if (typeof thrown === 'string') return { name: 'Error', message: withoutData(thrown) };
  if (!(thrown instanceof Error)) return { name: 'NotAnError', message: typeof thrown };
  const { code, status, statusCode } = thrown as { code?: unknown; status?: unknown; statusCode?: unknown };
  const frames = thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    name: isWord(thrown.name) ? thrown.name : 'Error',
    message: withoutData(thrown.message),
    ...((isWord(code) || typeof code === 'number') && { code }),
    ...firstStatus(status, statusCode),
    ...(frames.length > 0 && { stack: frames.slice(0, MOST_FRAMES).map((frame) => frame.trim()) }),
    ...(thrown.cause !== undefined && causes > 0 && { cause: reportFault(thrown.cause, causes - 1) }),
  };
}

function firstStatus(...candidates: readonly unknown[]): { readonly status?: number } {
  const status = candidates.find((each) => typeof each === 'number');
  return status === undefined ? {} : { status };
}

/** A name that code has given: letters, digits and hyphens, as in `ECONNRESET` or `find-matches`. */
export function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][\w-]{0,39}$/.test(value);
}

/** What may come from people or hold a secret, and how it looks in messages. In this order. */
const DATA: readonly (readonly [RegExp, string])[] = [
  [/\bUnexpected token .*/, 'Unexpected token …'], // JSON.parse quotes what is around it, from the middle of a text
  [/[{[<].*/, '{…}'], // a body quoted as JSON or XML: everything from its start
  [/["“`][^"”`]*["”`]?/g, '"…"'],
  [/(?<![\p{L}\d])['‘][^'’]*['’]/gu, "'…'"],
  [/\b(https?:\/\/[^\s/?#]+)\S*/gi, '$1/…'],
  [/\bBearer\s+\S+/gi, 'Bearer …'],
  [/[^\s(,;:]+@[^\s),;:]+/g, '…@…'],
  [/(?<![\w:/.])\/[^\s,;)]+/g, '/…'], // a path: it may end in a token
  [/\b\d\d:[\w-]{9,}/g, '…'], // an id Teams gives a person or a conversation
  [/\beyJ[\w.-]+/g, '…'], // a JWT
  [/[\w+/=-]{40,}/g, '…'], // a key or an opaque token; a GUID is shorter
  [/(?<![\w-])\+?\d[\d ]{8,}\d(?![\w-])/g, '…'], // a telephone number
];

/** The first line of a message, with everything that looks like data taken out, and not too long. */
export function withoutData(message: string): string {
  const [line = ''] = message.split(/\r?\n/, 1);
  const safe = DATA.reduce(
    (text, [pattern, instead]) => text.replace(pattern, instead),
    line.slice(0, 2_000),
  );
  return safe.length > LONGEST_MESSAGE ? `${safe.slice(0, LONGEST_MESSAGE)}…` : safe;
}
