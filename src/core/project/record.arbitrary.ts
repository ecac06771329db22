import fc from 'fast-check';

/** An ISO 8601 time in UTC. */
export function arbitraryTime(): fc.Arbitrary<string> {
  return fc.nat(4e8).map((seconds) => new Date((1.6e9 + seconds) * 1000).toISOString());
}

/** The value, or undefined half of the time; for optional fields, with `present`. */
export function maybe(arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 1 });
}

/** The row without its undefined fields: an absent key is how the model says "unset". */
export function present<T extends object>(row: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}
