/** A Graph call as the tenant saw it. */
export interface Call {
  readonly at: string;
  readonly method: string;
  /** With the version and the query, decoded: `/v1.0/users/…?$filter=…`. */
  readonly path: string;
  readonly inBatch: boolean;
  /** False when no operation of the tenant answers to this method and path. */
  readonly known: boolean;
  /** Kind of the fault that struck, if one did. */
  readonly fault?: string;
  /** Null while unanswered, and for ever when the answer never left. */
  readonly status: number | null;
}

export interface CallLog {
  /** Notes a call as it comes in; `finish` later gives it its status. */
  begin(call: Omit<Call, 'status'>): { finish(status: number): void };
  list(): readonly Call[];
  /** Calls that no operation answers to: a test of the bot wants none. */
  unknown(): readonly Call[];
  clear(): void;
}

/** Keeps the calls of this run, oldest first; a restart begins a new log. */
export function createCallLog(): CallLog {
  let calls: Call[] = [];
  return {
    begin(call) {
      const noted: { -readonly [Key in keyof Call]: Call[Key] } = { ...call, status: null };
      calls.push(noted);
      return {
        finish(status) {
          noted.status = status;
        },
      };
    },
    list: () => [...calls],
    unknown: () => calls.filter((call) => !call.known),
    clear() {
      calls = [];
    },
  };
}
