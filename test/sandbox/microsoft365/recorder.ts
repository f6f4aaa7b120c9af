import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** A Graph request with its response, as a checker of recorded traffic reads it. */
export interface GraphRecord {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
  /** Absent when no answer left. */
  response?: { status: number; headers: Record<string, string>; body?: unknown };
}

export type Recorder = (record: GraphRecord) => void;

/** Appends every exchange to the file as one line of JSON; without a file it does nothing. All of it is invented, so nothing is left out. */
export function createRecorder(recordFile: string | undefined): Recorder {
  if (!recordFile) return () => undefined;
  mkdirSync(path.dirname(recordFile), { recursive: true });
  return (record) => appendFileSync(recordFile, `${JSON.stringify(record)}\n`);
}

/** The address as it would be at Microsoft. */
export function graphAddress(pathAndQuery: string): string {
  return `https://graph.microsoft.com${pathAndQuery}`;
}
