type Sides<T> = { readonly product: () => T | Promise<T>; readonly peer: () => T | Promise<T> };

/** Runs product and peer by turns, A B A B, so that whatever else the machine does falls on both alike. */
export const alternate = async <T>(
  rounds: number,
  { product, peer }: Sides<T>,
): Promise<{ readonly product: readonly T[]; readonly peer: readonly T[] }> => {
  const found: { product: T[]; peer: T[] } = { product: [], peer: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.product.push(await product());
    found.peer.push(await peer());
  }
  return found;
};

export const median = (figures: readonly number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
};

/** How long the work takes, in milliseconds. */
export const timed = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};
