/** A Playground's page sometimes loses what is typed while it draws itself anew: look, and do it again. */
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 5;

/** @param attempt does it and looks whether it is there; @param what for the error, "… in the message box". */
export async function patiently(attempt: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await attempt()) return;
    await pause(200);
  }
  throw new Error(`Expected ${what}, but after ${TRIES} tries it is not there.`);
}
