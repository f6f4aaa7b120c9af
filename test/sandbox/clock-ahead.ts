/**
 * Loaded before the bot (`node --require`), so that it lives in a later time, or an earlier one: what takes weeks can be told in a story. The bot
 * is the same; only what it takes for the time of day has moved.
 */
const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? '0');

globalThis.Date = new Proxy(Date, {
  construct: (real, given: ConstructorParameters<typeof Date>, made) =>
    // `given` is empty for "now", whatever the types say.
    Reflect.construct(real, (given as unknown[]).length === 0 ? [real.now() + ahead] : given, made) as Date,
  apply: (real) => new real(real.now() + ahead).toString(),
  get: (real, name, self) =>
    name === 'now' ? () => real.now() + ahead : (Reflect.get(real, name, self) as unknown),
});
