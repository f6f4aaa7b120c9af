/** Linear algebra over the rationals, exactly: an oracle that shares nothing with the program's own. */

interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const ZERO: Rational = { n: 0n, d: 1n };

/** Whether a vector is a combination of the rows, with any factors. */
export function isInRowSpace(rows: readonly (readonly number[])[], vector: readonly number[]): boolean {
  const basis = eliminated(rows);
  return reducedBy(basis, vector.map(rational)).every(({ n }) => n === 0n);
}

interface BasisRow {
  readonly lead: number;
  readonly row: readonly Rational[];
}

function eliminated(rows: readonly (readonly number[])[]): BasisRow[] {
  const basis: BasisRow[] = [];
  for (const row of rows) {
    const left = reducedBy(basis, row.map(rational));
    const lead = left.findIndex(({ n }) => n !== 0n);
    if (lead !== -1) basis.push({ lead, row: left.map((each) => divided(each, left[lead]!)) });
  }
  return basis;
}

/** Each basis row was itself reduced by those before it: in their order, what has become zero stays so. */
function reducedBy(basis: readonly BasisRow[], vector: readonly Rational[]): Rational[] {
  let left = [...vector];
  for (const { lead, row } of basis) {
    const factor = left[lead]!;
    if (factor.n !== 0n) left = left.map((each, n) => minus(each, times(factor, row[n]!)));
  }
  return left;
}

function rational(value: number): Rational {
  return { n: BigInt(value), d: 1n };
}

function times(a: Rational, b: Rational): Rational {
  return lowest(a.n * b.n, a.d * b.d);
}

function divided(a: Rational, b: Rational): Rational {
  return lowest(a.n * b.d, a.d * b.n);
}

function minus(a: Rational, b: Rational): Rational {
  return lowest(a.n * b.d - b.n * a.d, a.d * b.d);
}

function lowest(n: bigint, d: bigint): Rational {
  if (n === 0n) return ZERO;
  const factor = divisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { n: n / factor, d: d / factor };
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}
