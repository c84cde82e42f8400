import { createHash, pbkdf2, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { putChunk, putTexts } from '../../main/db/evidence-content.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { type Context, write } from '../../main/services/context.ts';
import { readEvidence } from '../../main/services/evidence/evidence.ts';
import { closeSession, createSession, openSession } from '../../main/services/vault/session.ts';
import { noDetails } from '../../shared/domain/evidence.ts';
import { EvidenceId } from '../../shared/domain/ids.ts';
import { plainContext } from '../plain-context.ts';
import { withTempFolder } from '../temp-folder.ts';
import type { Benchmark } from './benchmark.ts';
import { alternate, median, timed } from './rounds.ts';
import { rowOf } from './rows.ts';

const ROUNDS = 11;
const DOCUMENTS = 2_000;
const DOCUMENT_BYTES = 20 * 1024;
const PAGES = 4;
const PAGE_OF_WORDS = 'The plan was reviewed with the family. '.repeat(50);
const NOW = '2026-11-24T10:42:00.000Z';
/** What SQLCipher 4 asks of a passphrase. */
const KEY_ROUNDS = 256_000;

const deriveKey = promisify(pbkdf2);

export const openFile: Benchmark = {
  key: 'open-file',
  about:
    'a file of 2,000 documents opened by its passphrase and its documents listed, against deriving the key alone',
  run: () =>
    withTempFolder('lano-bench-', async (folder) => {
      const path = join(folder, 'bench.lano');
      const passphrase = randomBytes(16).toString('hex');
      await makeFile(path, passphrase);
      const salt = randomBytes(16);
      const found = await alternate(ROUNDS, {
        product: () => openOnce(path, passphrase),
        peer: () => timed(() => deriveKey(passphrase, salt, KEY_ROUNDS, 32, 'sha512')),
      });
      return [
        rowOf(
          {
            name: 'opening a file of 2,000 documents, against key derivation alone',
            unit: 'ms',
            value: median(found.product),
            peer: median(found.peer),
          },
          { of: 'ratio', atMost: 1.5 },
        ),
      ];
    }),
};

const openOnce = async (path: string, passphrase: string): Promise<number> => {
  const startedAt = performance.now();
  const session = await openSession(path, passphrase);
  const { items } = readEvidence(plainContext({ db: session.db, now: NOW }));
  const took = performance.now() - startedAt;
  await closeSession(session);
  if (items.length !== DOCUMENTS) throw new Error(`${items.length} of ${DOCUMENTS} documents were listed.`);
  return took;
};

const makeFile = async (path: string, passphrase: string): Promise<void> => {
  const session = await createSession(path, passphrase);
  try {
    const ctx = plainContext({ db: session.db, now: NOW });
    write(ctx, { action: 'addEvidence', summary: 'Filled the file', kind: 'record' }, (tx) => {
      for (let number = 1; number <= DOCUMENTS; number += 1) putDocument(ctx, tx, number);
    });
  } finally {
    await closeSession(session);
  }
};

const putDocument = (ctx: Context, tx: Parameters<Parameters<typeof write>[2]>[0], number: number): void => {
  const bytes = randomBytes(DOCUMENT_BYTES);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  putChunk(tx, sha256, 0, bytes);
  putTexts(
    tx,
    sha256,
    Array.from({ length: PAGES }, (_, page) => `Page ${page + 1} of document ${number}. ${PAGE_OF_WORDS}`),
  );
  insertRow(tx, evidenceItems, {
    id: EvidenceId.parse(ctx.newId()),
    title: `Document ${number}`,
    fileName: `Document ${number}.pdf`,
    type: 'pdf',
    sha256,
    size: bytes.length,
    receivedAt: NOW,
    evidenceDate: null,
    from: '',
    pages: PAGES,
    notes: '',
    ...noDetails,
  });
};
