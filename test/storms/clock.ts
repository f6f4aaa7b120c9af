/** The time of a town: it runs `rate` times as fast as ours, and jumps. */
import { join } from 'node:path';
import type { Instant } from '../../src/domain/intervals';
import { SETTING } from './clock-of-its-own';

/** Compiled, wherever this file is. */
const PRELOADED = join(
  __dirname.replace(/([/\\])build[/\\]test[/\\]storms$/, '$1test$1storms'),
  '..',
  '..',
  'build',
  'test',
  'storms',
  'clock-of-its-own.js',
);

export interface StormClock {
  readonly now: () => Instant;
  /** Those who live on it have to be told. */
  jump(ms: number): void;
  /** The environment of a process that is to live on it. */
  environment(aheadMs?: number): Readonly<Record<string, string>>;
}

export function createStormClock(startsAt: Instant, rate: number): StormClock {
  const realAt = Date.now();
  let at = startsAt;
  return {
    now: () => Math.floor(at + (Date.now() - realAt) * rate),
    jump: (ms) => void (at += ms),
    environment: (aheadMs = 0) => ({
      [SETTING]: JSON.stringify({ realAt, at, rate, aheadMs }),
      NODE_OPTIONS: `--require ${PRELOADED}`,
    }),
  };
}
