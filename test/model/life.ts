/** A process that can be killed at any of its calls, just before one is made or just after it has taken effect. */
export interface Life {
  readonly dead: () => boolean;
  /** Dies at the call but so many, or between it and its answer. */
  dieAfter(steps: number): void;
  /** Does something once so many more steps have been made, before the process goes on. */
  meanwhile(steps: number, act: () => Promise<void>): void;
  /** Resolves when it dies. */
  readonly died: Promise<void>;
  /** The same, as this process calls it. */
  lived<T extends object>(port: T): T;
}

interface Waiting {
  left: number;
  readonly act: () => Promise<void>;
}

/** One at a time: whoever waits for one does not begin another. */
async function count(acts: Waiting[]): Promise<void> {
  for (const each of acts) each.left -= 1;
  const due = acts.findIndex(({ left }) => left < 0);
  if (due >= 0) await acts.splice(due, 1)[0]!.act();
}

export function createLife(): Life {
  let left = Infinity;
  let isDead = false;
  let die: () => void = () => undefined;
  const acts: Waiting[] = [];
  const died = new Promise<void>((resolve) => (die = resolve));

  async function step(): Promise<void> {
    await count(acts);
    left -= 1;
    if (left < 0 && !isDead) {
      isDead = true;
      die();
    }
    // Whoever is dead never hears of an answer, and makes no other call.
    if (isDead) await new Promise<never>(() => undefined);
  }

  return {
    dead: () => isDead,
    died,
    dieAfter: (steps) => void (left = steps),
    meanwhile: (left, act) => void acts.push({ left, act }),
    lived<T extends object>(port: T): T {
      return new Proxy(port, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return async (...given: unknown[]): Promise<unknown> => {
            await step();
            const answer: unknown = await (member as (...given: unknown[]) => unknown).apply(target, given);
            await step();
            return answer;
          };
        },
      });
    },
  };
}
