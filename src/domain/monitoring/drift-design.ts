/**
 * The design of the chart that watches for drift; all of it is here. It is *policy*: no source fixes it.
 *
 * What: a Bernoulli CUSUM (Reynolds & Stoumbos 1999). Every assessable session counts once: one that drifted adds 4, any other
 * takes 1 away, and the sum never falls below 0. So it climbs only while more than one in five drift.
 *
 * Why not XmR by month: the share of 3 to 15 sessions jumps by chance. It gives a false alarm every few years at best, at 3 a
 * month almost every year, and misses as many rises to 25 % all the same, or more (`npm run simulate:drift`).
 *
 * Why 4 and 1: with 15 % as the baseline (in any practice some sessions show a sign) these are, to a whole number, the log
 * likelihood ratios of 26 % against 15 %. A chart made for 37 % (3 and 1) sees a rise to 40 % no sooner, with false alarms as
 * rare, and misses half as many again of the rises to 25 %.
 *
 * Why by release blocks: the sum is taken over a whole block at once, not session by session. A sum that went along the
 * sessions would show by where it ends which session of a block had drifted: with 1 of 3, at 2, 3 or 4. Taken at once, the
 * chart is worked out of figures that are released anyhow, and says nothing more. It costs next to nothing: nobody sees a
 * signal before the block is released, and asking chance less often allows for a lower limit (the simulation shows this).
 *
 * Why these limits: each is the smallest that keeps false alarms at 10 % a year at most with as many sessions as its line
 * says, month by month the same or as chance has it. The more sessions, the more often chance is asked, and the higher it is.
 * They come of an exact Markov chain, and a test works them out again.
 */
export const DRIFT_DESIGN = {
  /** The share of sessions that drift when all is well. */
  baseline: 0.15,
  /** What a rise is meant that should be seen: the sum is most sensitive a little above. */
  target: 0.25,
  /** How many false alarms there may be in a year. */
  falseAlarmsAYear: 0.1,
  drifted: 4,
  other: -1,
  /** By the assessable sessions of a year, up to as many. */
  limits: [
    { sessions: 36, limit: 18 },
    { sessions: 48, limit: 19 },
    { sessions: 84, limit: 21 },
    { sessions: 120, limit: 22 },
    { sessions: 180, limit: 23 },
    { sessions: 240, limit: 24 },
    // Holds up to 360 a year, twice what is expected.
    { sessions: Infinity, limit: 26 },
  ],
  /** Fewer assessable sessions than this are "too few to tell" as a share. */
  rolling: 20,
} as const;

/** The limit at which the sum is a signal, with so many assessable sessions a year. */
export function limitFor(sessionsAYear: number): number {
  return DRIFT_DESIGN.limits.find(({ sessions }) => sessionsAYear <= sessions)!.limit;
}
