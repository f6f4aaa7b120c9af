/** Arbitraries for what people and programs send: of the right shape more often than not, with hostile things in it. */
import fc from 'fast-check';
import { EDGE_NUMBERS, HOSTILE_TEXTS, NAMES_OF_OBJECTS } from './hostile-values';

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

export const edgeNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(...EDGE_NUMBERS),
  fc.integer(),
  fc.double({ noNaN: true }),
);

/** Anything JSON can say, with the names of objects among its fields. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  edgeNumber,
  fc.constantFrom(null, true, false),
  fc.array(fc.oneof(hostileText, edgeNumber), { maxLength: 4 }),
  fc.dictionary(fc.oneof(fc.constantFrom(...NAMES_OF_OBJECTS), fc.string({ maxLength: 8 })), hostileText, {
    maxKeys: 4,
  }),
);

/** One of these as a rule, and now and then something that is none of them. */
export function mostly(
  usual: readonly unknown[],
  other: fc.Arbitrary<unknown> = hostileText,
): fc.Arbitrary<unknown> {
  return fc.oneof<[fc.WeightedArbitrary<unknown>, fc.WeightedArbitrary<unknown>]>(
    { weight: 6, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: other },
  );
}

/** An object with these fields, any of them left out, wrong or joined by others. */
export function fieldsOf(fields: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<object> {
  const known = Object.fromEntries(
    Object.entries(fields).map(([name, usual]) => [
      name,
      usual.length > 0 ? mostly(usual, hostileJson) : hostileJson,
    ]),
  );
  return fc
    .tuple(
      fc.record(known, { requiredKeys: [] }),
      fc.option(fc.dictionary(fc.constantFrom(...NAMES_OF_OBJECTS, 'another'), hostileJson, { maxKeys: 2 }), {
        freq: 4,
        nil: {},
      }),
    )
    .map(([some, more]) => ({ ...some, ...more }));
}
