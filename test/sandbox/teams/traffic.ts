/** Everything that went to and fro, for tests that look for text where it must not be. */
import { appendFileSync } from 'node:fs';

export interface TrafficEntry {
  readonly at: string;
  /** person→bot and bot→connector are what the bot sees; hub→person is what somebody is shown. */
  readonly way: 'person→bot' | 'bot→connector' | 'hub→person';
  /** Roster id ("29:…") of the person it came from or was shown to. */
  readonly person?: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly reply?: unknown;
}

export interface Traffic {
  readonly entries: readonly TrafficEntry[];
  record(entry: Omit<TrafficEntry, 'at'>): void;
}

/** @param file each entry is appended to it as one line of JSON, when given. */
export function createTraffic(file?: string): Traffic {
  const entries: TrafficEntry[] = [];
  return {
    entries,
    record(entry) {
      // A copy: activities are changed later, what was sent is not.
      const line = JSON.stringify({ at: new Date().toISOString(), ...entry });
      entries.push(JSON.parse(line) as TrafficEntry);
      if (file) appendFileSync(file, `${line}\n`);
    },
  };
}
