import { readdir, readFile } from 'node:fs/promises';

/** What a process and all that it started hold in memory, in MB, each shared page counted once among its sharers. Linux only. */
export const treeMemory = async (root: number): Promise<number> => {
  const parents = await readParents();
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  const sizes = await Promise.all([...family].map(readPss));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
};

const readParents = async (): Promise<ReadonlyMap<number, number>> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const pairs = await Promise.all(
    ids.map(async (id): Promise<readonly [number, number]> => {
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
      // The name, in brackets, may hold spaces and brackets of its own; state and parent come after it.
      return [id, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)];
    }),
  );
  return new Map(pairs);
};

const readPss = async (id: number): Promise<number> => {
  const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
};
