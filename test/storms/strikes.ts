/** Breaks what a plan says is to be broken, at the calls it names, and keeps what was really broken. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, AroundCall, AskedCall } from '../crash/gate';
import type { How, Member, Side, Strike } from './plan';

export interface Struck {
  readonly strike: Strike;
  /** Real time. */
  readonly at: number;
  readonly call: string;
  /** What it was about, as far as its path and body say. */
  readonly text: string;
  /** Whether the caller cannot know what became of it. */
  readonly unknown: boolean;
}

export interface Strikes {
  /** To be put around the calls of one process, or of all of them. */
  around(member: Member | undefined): AroundCall;
  /** Begins to count from 1, with these. */
  begin(strikes: readonly Strike[]): void;
  /** Nothing is broken any more. */
  calm(): void;
  readonly struck: readonly Struck[];
}

/** Longer than any patience on a clock that is faster. */
const SILENCE_MS = 2_000;
const SLOW_MS = 350;
/** How many calls an outage lasts. */
const OUTAGE_CALLS = 12;

const UNKNOWN: readonly How[] = ['lost', 'done-then-500', 'silence', 'silence-after', 'kill-after', 'slow'];

export function createStrikes(kill: (member: Member) => Promise<void>): Strikes {
  let waiting: Strike[] = [];
  let counts = new Map<string, number>();
  let outages = new Map<string, number>();
  const struck: Struck[] = [];

  return {
    struck,
    begin(strikes) {
      waiting = [...strikes];
      counts = new Map();
      outages = new Map();
    },
    calm() {
      waiting = [];
      outages = new Map();
    },
    around: (member) => async (call, pass) => {
      const strike = next(member, call);
      if (!strike) return pass();
      struck.push({
        strike,
        at: Date.now(),
        call: `${call.method} ${call.to} ${call.path}`,
        text: decodeURIComponent(call.path) + call.body.toString(),
        unknown: UNKNOWN.includes(strike.how),
      });
      return fall(strike, call, pass);
    },
  };

  function next(member: Member | undefined, call: AskedCall): Strike | undefined {
    const side = call.to as Side;
    const key = `${member}/${side}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const out = outages.get(key) ?? 0;
    if (out > 0) {
      outages.set(key, out - 1);
      return { member, side, nth: count, how: 'outage' };
    }
    const due = waiting.find(
      (each) => each.member === member && each.side === side && each.nth <= count && fits(each, call),
    );
    if (!due) return undefined;
    waiting = waiting.filter((each) => each !== due);
    if (due.how === 'outage') outages.set(key, OUTAGE_CALLS);
    return due;
  }

  async function fall(
    { how, side, member }: Strike,
    call: AskedCall,
    pass: () => Promise<Answer>,
  ): Promise<Answer> {
    switch (how) {
      case 'status-429':
        return refusal(side, 429);
      case 'status-500':
        return refusal(side, 500);
      case 'status-503':
      case 'outage':
        return refusal(side, 503);
      case 'cut':
        throw new Broken(call);
      case 'lost':
        await pass();
        throw new Broken(call);
      case 'done-then-500':
        await pass();
        return refusal(side, 500);
      case 'slow':
        await pause(SLOW_MS);
        return pass();
      case 'silence':
        await pause(SILENCE_MS);
        throw new Broken(call);
      case 'silence-after':
        await pass();
        await pause(SILENCE_MS);
        throw new Broken(call);
      case 'redelivered':
        return { status: 204, headers: {}, body: Buffer.alloc(0) };
      case 'kill-before':
        await kill(member!);
        throw new Broken(call);
      case 'kill-after':
        await pass();
        await kill(member!);
        throw new Broken(call);
    }
  }
}

/** What a strike of that kind can befall at all. */
function fits({ how }: Strike, { method }: AskedCall): boolean {
  return how !== 'redelivered' || method === 'DELETE';
}

class Broken extends Error {
  constructor({ method, to }: AskedCall) {
    super(`Broken on purpose: ${method} ${to}`);
  }
}

/** In the form of whoever is struck. */
function refusal(side: Side, status: number): Answer {
  const message = 'Fault on demand';
  const code = status === 429 ? 'TooManyRequests' : status === 503 ? 'ServerBusy' : 'InternalServerError';
  const body =
    side === 'queue'
      ? `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
      : JSON.stringify(
          side === 'table'
            ? { 'odata.error': { code, message: { lang: 'en-US', value: message } } }
            : { error: { code, message } },
        );
  return {
    status,
    headers: {
      'content-type': side === 'queue' ? 'application/xml' : 'application/json',
      ...(status === 429 && { 'retry-after': '2' }),
      ...(side === 'queue' && { 'x-ms-error-code': code }),
    },
    body: Buffer.from(body),
  };
}
