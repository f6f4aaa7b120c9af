import { z } from 'zod';

const reads = z.union([z.number().int().positive(), z.literal('for ever')]);
/** Options that the bot turns off so that a reflective space is not recorded. */
const RECORDING = ['allowRecording', 'allowTranscription', 'recordAutomatically'];
const options = z.array(z.string()).default(RECORDING);
const refusal = {
  status: z.number().int().min(400).max(599),
  code: z.string().optional(),
  message: z.string().optional(),
  /** Seconds, may be decimal ("0.5"). */
  retryAfter: z.union([z.string(), z.number()]).optional(),
};
const match = {
  /** Any method when absent. */
  method: z.string().toUpperCase().optional(),
  /** Regular expression on the decoded path with its query, case ignored; any path when absent. */
  path: z.string().refine(isPattern, 'Expected a regular expression').optional(),
  /** Strikes from the nth matching call on; 1 is the next one. */
  nth: z.number().int().positive().default(1),
  /** How many matching calls it strikes. */
  times: z.union([z.number().int().positive(), z.literal('always')]).default(1),
};

/** What can go wrong on demand. Matching fields are the same for every kind. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), ...refusal, ...match }).strict(),
  z.object({ kind: z.literal('slow'), ms: z.number().int().positive(), ...match }).strict(),
  z.object({ kind: z.literal('never-answer'), ...match }).strict(),
  z.object({ kind: z.literal('reset'), ...match }).strict(),
  z.object({ kind: z.literal('commit-then-reset'), ...match }).strict(),
  z.object({ kind: z.literal('commit-then-status'), ...refusal, ...match }).strict(),
  z.object({ kind: z.literal('missing-join-link'), reads, ...match }).strict(),
  z.object({ kind: z.literal('wrong-provider'), reads, ...match }).strict(),
  z.object({ kind: z.literal('options-ignored'), options, ...match }).strict(),
  z.object({ kind: z.literal('options-refused'), options, ...match }).strict(),
  /** The organiser's mailbox is full: nothing new and no change is taken, what there is can be read and cancelled. */
  z.object({ kind: z.literal('over-quota'), ...match }).strict(),
]);

/** A fault as a test writes it: matching fields optional. */
export type FaultRequest = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

export interface Faults {
  /** Adds a fault; throws when it is not one. The first added strikes first. */
  add(fault: FaultRequest): void;
  list(): readonly Fault[];
  clear(): void;
  /** The fault that strikes this call, if any. A call that one fault strikes does not count for those added later. */
  strike(method: string, path: string): Fault | undefined;
}

/** The faults waiting to strike. They belong to a run and are not saved with the state. */
export function createFaults(): Faults {
  let waiting: { fault: Fault; seen: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault: faultSchema.parse(fault), seen: 0 });
    },
    list: () => waiting.map((entry) => entry.fault),
    clear() {
      waiting = [];
    },
    strike(method, path) {
      for (const entry of waiting) {
        if (!matches(entry.fault, method, path)) continue;
        entry.seen += 1;
        if (entry.seen < entry.fault.nth) continue;
        waiting = waiting.filter((other) => other !== entry || !isSpent(entry.fault, entry.seen));
        return entry.fault;
      }
      return undefined;
    },
  };
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method !== method) return false;
  if (fault.kind === 'over-quota' && !isSaving(method, path)) return false;
  return fault.path === undefined || new RegExp(fault.path, 'i').test(path);
}

/** Whether the call puts more into the mailbox. */
function isSaving(method: string, path: string): boolean {
  return ['POST', 'PATCH'].includes(method) && /\/events(\/[^/]+)?$/i.test(path);
}

function isSpent(fault: Fault, seen: number): boolean {
  return fault.times !== 'always' && seen >= fault.nth + fault.times - 1;
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false; // zod turns this into its own message, which names the field
  }
}
