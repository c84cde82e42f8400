import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleScript } from '../build.ts';
import { runCommand, runOrFail } from '../run-command.ts';
import { withTempFolder } from '../temp-folder.ts';
import { type Benchmark, PeerMissing } from './benchmark.ts';
import { largeKinds, writeIntakeFiles } from './intake-files.ts';
import type { PackAlone } from './pack-alone.ts';
import { alternate, median, timed } from './rounds.ts';
import { rowOf } from './rows.ts';

const ROUNDS = 2;

export const pack: Benchmark = {
  key: 'pack',
  about:
    '500 documents, 1 GB, out of an encrypted engagement as a pack, against reading them and against 7-Zip',
  run: () =>
    withTempFolder('lano-bench-', async (folder) => {
      if ((await runCommand('7z', ['i'], { output: 'collect' })).code !== 0)
        throw new PeerMissing('There is no 7z on this computer.');
      const documents = join(folder, 'documents');
      const file = join(folder, 'bench.lano');
      const script = await bundleScript('pack-alone', join(import.meta.dirname, 'pack-alone.ts'));
      const alone = (what: string, from: string, to: string): Promise<string> =>
        runOrFail(process.execPath, [script, what, from, to]);
      await mkdir(documents);
      await writeIntakeFiles(documents, largeKinds);
      await alone('fill', file, documents);
      const packs: PackAlone[] = [];
      const make = async (what: 'folder' | 'zip'): Promise<number> => {
        const one = await madeAndTested(join(folder, 'out'), (out) => alone(what, file, out));
        packs.push(one);
        return one.milliseconds;
      };
      const toFolder = await alternate(ROUNDS, {
        product: () => make('folder'),
        peer: async () => resultOf(await alone('read', file, folder)).milliseconds,
      });
      const toZip = await alternate(ROUNDS, {
        product: () => make('zip'),
        peer: () => sevenZip(documents, join(folder, 'peer.zip')),
      });
      const seconds = (found: readonly number[]) => median(found) / 1000;
      const worst = (figure: (one: PackAlone) => number) => Math.max(...packs.map(figure));
      return [
        rowOf(
          {
            name: 'pack of 1 GB in 500 documents to a folder, against reading and verifying them',
            ...{ unit: 's', value: seconds(toFolder.product), peer: seconds(toFolder.peer) },
          },
          { of: 'ratio', atMost: 1.5 },
        ),
        rowOf(
          {
            name: 'the same to an AES-256 zip in a zip, against 7z -mx=0 -mem=AES256 on the plain files',
            ...{ unit: 's', value: seconds(toZip.product), peer: seconds(toZip.peer) },
          },
          { of: 'ratio', atMost: 5 },
        ),
        rowOf(
          {
            name: 'peak memory of looking at it and making it, against Node alone',
            ...{
              unit: 'MB',
              value: worst((one) => one.peakMegabytes),
              peer: worst((one) => one.startMegabytes),
            },
          },
          { of: 'value', atMost: 250 },
        ),
        rowOf(
          {
            name: 'longest task of the main thread meanwhile, against its 99th in a hundred',
            ...{ unit: 'ms', value: worst((one) => one.longestTask), peer: worst((one) => one.usualLongest) },
          },
          { of: 'value', atMost: 100 },
        ),
      ];
    }),
};

const resultOf = (printed: string): PackAlone => JSON.parse(printed) as PackAlone;

/** A zip that 7-Zip does not find whole is no result. */
const madeAndTested = async (out: string, make: (out: string) => Promise<string>): Promise<PackAlone> => {
  await mkdir(out);
  try {
    const made = resultOf(await make(out));
    const zip = (await readdir(out)).find((name) => name.endsWith('.zip'));
    if (zip) await runOrFail('7z', ['t', `-p${made.passphrase}`, join(out, zip)]);
    return made;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
};

const sevenZip = async (from: string, to: string): Promise<number> => {
  try {
    return await timed(() => runOrFail('7z', ['a', '-tzip', '-mx=0', '-mem=AES256', '-pbench', to, from]));
  } finally {
    await rm(to, { force: true });
  }
};
