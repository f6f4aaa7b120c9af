/** What this part of the program says to the log. Errors go as `err`: the log lets nothing of what people wrote through. */
export interface TeamsLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
