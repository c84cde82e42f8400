import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { plainContext } from '../plain-context.ts';
import { runCommand, runOrFail } from '../run-command.ts';
import { withTempFolder } from '../temp-folder.ts';
import { type Benchmark, PeerMissing } from './benchmark.ts';
import { writeIntakeFiles } from './intake-files.ts';
import { alternate, median, timed } from './rounds.ts';
import { rowOf } from './rows.ts';

const ROUNDS = 3;

export const intake: Benchmark = {
  key: 'intake',
  about:
    '150 files, 300 MB, into an encrypted engagement, against openssl enc and sha256sum of each and a sync',
  run: async () => {
    await requirePeer();
    return withTempFolder('lano-bench-', async (folder) => {
      const documents = join(folder, 'documents');
      await mkdir(documents);
      const { paths, bytes } = await writeIntakeFiles(documents);
      await runCommand('sync', [], { output: 'collect' });
      const found = await alternate(ROUNDS, {
        product: () => takeIn(join(folder, 'bench.lano'), paths),
        peer: () => encryptEach(folder, documents),
      });
      const speed = (milliseconds: readonly number[]) => bytes / 1e6 / (median(milliseconds) / 1000);
      return [
        rowOf(
          {
            name: 'evidence intake, against openssl enc and sha256sum file by file',
            unit: 'MB/s',
            value: speed(found.product),
            peer: speed(found.peer),
          },
          { of: 'ratio', atLeast: 1.2 },
        ),
      ];
    });
  },
};

const takeIn = async (path: string, paths: readonly string[]): Promise<number> => {
  const session = await createSession(path, randomBytes(16).toString('hex'));
  try {
    const ctx = plainContext({
      db: session.db,
      now: '2026-11-24T10:42:00.000Z',
      outside: { chooseFiles: async () => paths },
    });
    return await timed(async () => {
      const added = await addEvidence(ctx, { targets: [] });
      const refused = added.find(({ outcome }) => outcome !== 'added');
      if (refused) throw new Error(`${refused.fileName} was not taken in. ${refused.reason}`);
    });
  } finally {
    await closeSession(session);
    await rm(path, { force: true });
  }
};

// One shell for all the files, so that starting it is not counted a hundred and fifty times.
const SCRIPT = `set -e
for file in "$1"/*; do
  name=\${file##*/}
  openssl enc -aes-256-cbc -K "$3" -iv "$4" -in "$file" -out "$2/$name"
  sha256sum "$file" >> "$2/sums"
done
sync "$2"/*`;

const encryptEach = async (folder: string, documents: string): Promise<number> => {
  const out = join(folder, 'encrypted');
  await mkdir(out);
  await writeFile(join(out, 'sums'), '');
  const keys = [randomBytes(32), randomBytes(16)].map((bytes) => bytes.toString('hex'));
  try {
    return await timed(() => runOrFail('sh', ['-c', SCRIPT, 'sh', documents, out, ...keys]));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
};

const requirePeer = async (): Promise<void> => {
  for (const [command, ...args] of [
    ['openssl', 'version'],
    ['sha256sum', '--version'],
  ] as const) {
    const { code } = await runCommand(command, args, { output: 'collect' });
    if (code !== 0) throw new PeerMissing(`"${command}" is not installed.`);
  }
};
