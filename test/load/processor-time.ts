/** Who took how much of the processors, as Linux counts it (proc(5)): ticks of 10 ms. */
import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

/** Processor time of a process so far, in milliseconds. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name, and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Of the whole machine so far, all its processors together, in milliseconds: at work, and at all. */
export function machineMs(): { readonly busy: number; readonly all: number } {
  const line = readFileSync('/proc/stat', 'utf8').split('\n')[0]!;
  // user nice system idle iowait irq softirq steal; what guests take is in user already.
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const all = ticks.reduce((sum, each) => sum + each, 0);
  return { busy: (all - ticks[3]! - ticks[4]!) * TICK_MS, all: all * TICK_MS };
}

/** Processes that this one has started and that still run. */
export function children(): readonly number[] {
  return readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
