/** Throws when something that the code itself guarantees is not so; the text says why it was thought impossible. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${why}`);
}

/** Makes a missing case a compile error, and says so if it is ever reached. */
export function assertNever(value: never, why: string): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}: ${why}`);
}

/** Marks a promise as deliberately not awaited, and says where a failure goes. */
export function drop(promise: Promise<unknown>, report: (error: unknown) => void): void {
  promise.catch(report);
}
