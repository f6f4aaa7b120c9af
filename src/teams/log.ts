/** What this part of the program says to the log. Never what people typed, and never a card. */
export interface TeamsLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/**
 * An error without its content: clients of Teams and of storage put the whole refused message into theirs.
 * Name, code and the frames are enough to find the place.
 */
export function faultFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: error.name, statusCode, code, frames: frames?.slice(0, 8).join('\n') };
}
