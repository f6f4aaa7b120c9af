/** Reads settings by name and gathers every problem, so that one start names them all. */
import type { Kind } from './kinds';

export type Environment = Readonly<Record<string, string | undefined>>;
type Kinds = Readonly<Record<string, Kind<unknown>>>;
type ValueOf<K> = K extends Kind<infer Value> ? Value : never;

/** Thrown at start, with everything that is wrong with the settings. Contains no secret. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`${problems.join('\n')} See .env.sample.`);
    this.name = 'SettingsError';
  }
}

/** A wrong value, fit for a message: not too long, and without a password an address may carry. */
function shown(text: string): string {
  const safe = text.replace(/\/\/.*@/, '//…@');
  return safe.length > 80 ? `${safe.slice(0, 80)}…` : safe;
}

export interface Reader<Known extends Kinds> {
  /** Set to anything but blanks: hosting portals keep cleared settings as empty texts. */
  has(name: keyof Known & string): boolean;
  optional<Name extends keyof Known & string>(name: Name): ValueOf<Known[Name]> | undefined;
  /** When it is missing or wrong, there is a problem, and the result must not be used. */
  required<Name extends keyof Known & string>(name: Name): ValueOf<Known[Name]>;
  /** A setting that would be ignored misleads whoever reads it: refused. */
  absent(name: keyof Known & string, because: string): void;
  complain(problem: string): void;
}

/** @param from the settings there are, the environment they are read from, and where problems are gathered. */
export function createReader<Known extends Kinds>(from: {
  readonly kinds: Known;
  readonly environment: Environment;
  readonly problems: string[];
}): Reader<Known> {
  const { kinds, environment, problems } = from;
  const textOf = (name: string) => environment[name]?.trim() ?? '';
  const complain = (problem: string) => void problems.push(problem);

  function parse(name: string): unknown {
    const { expected, schema, secret } = kinds[name]!;
    const text = textOf(name);
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    const got = secret && text ? `${text.length} characters (not shown)` : JSON.stringify(shown(text));
    complain(`Expected ${name} to be ${expected}, got ${got}.`);
    return undefined;
  }

  return {
    has: (name) => textOf(name) !== '',
    optional: (name) => (textOf(name) === '' ? undefined : (parse(name) as never)),
    required: (name) => parse(name) as never,
    absent(name, because) {
      if (textOf(name) !== '') complain(`Expected ${name} to be left out ${because}.`);
    },
    complain,
  };
}
