import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { putTexts } from '../../main/db/evidence-content.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { write } from '../../main/services/context.ts';
import { indexWaiting } from '../../main/services/search/index-words.ts';
import { searchAll } from '../../main/services/search/search.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { noDetails } from '../../shared/domain/evidence.ts';
import { EvidenceId } from '../../shared/domain/ids.ts';
import { matchExpression, parseQuery } from '../../shared/domain/search-query.ts';
import { plainContext } from '../plain-context.ts';
import { withTempFolder } from '../temp-folder.ts';
import type { Benchmark } from './benchmark.ts';
import { alternate, median } from './rounds.ts';
import { type BenchRow, rowOf } from './rows.ts';
import { inventedQueries, inventedText, picker } from './search-words.ts';

const DOCUMENTS = 10_000;
const LETTERS = 2_000;
const ROUNDS = 5;
const SHOWN = 50;
const NOW = '2026-11-24T10:42:00.000Z';

export const search: Benchmark = {
  key: 'search',
  about: 'queries over 10,000 documents of 2 KB, ranked and with snippets, against plain SQLite FTS5',
  run: () =>
    withTempFolder('lano-bench-', async (folder) => {
      const pick = picker(20261124);
      const texts = Array.from({ length: DOCUMENTS }, () => inventedText(pick, LETTERS));
      const queries = inventedQueries(pick);
      const peer = makePeer(join(folder, 'peer.db'), texts);
      const session = await createSession(join(folder, 'bench.lano'), randomBytes(16).toString('hex'));
      try {
        const ctx = plainContext({ db: session.db, now: NOW });
        fill(ctx, texts);
        await indexWaiting(session.db);
        return await measure(
          queries,
          (typed) => searchAll(ctx, { typed, limit: SHOWN }).hits.length,
          (typed) => askPeer(peer, typed),
        );
      } finally {
        peer.close();
        await closeSession(session);
      }
    }),
};

type Ask = (typed: string) => number;

const measure = async (queries: readonly string[], product: Ask, peer: Ask): Promise<readonly BenchRow[]> => {
  for (const typed of queries) {
    const [own, other] = [product(typed), peer(typed)];
    if (own !== other) throw new Error(`“${typed}” found ${own} documents here and ${other} there.`);
  }
  const all = (ask: Ask) => () =>
    queries.map((typed) => {
      const startedAt = performance.now();
      ask(typed);
      return performance.now() - startedAt;
    });
  const found = await alternate(ROUNDS, { product: all(product), peer: all(peer) });
  // Of each query the middle of its rounds: what else the machine did in one of them is not the query's own.
  const p95 = (rounds: readonly (readonly number[])[]) => {
    const each = queries.map((_, at) => median(rounds.map((round) => round[at] ?? Number.NaN)));
    return each.sort((a, b) => a - b)[Math.floor(each.length * 0.95)] ?? Number.NaN;
  };
  const figures = { unit: 'ms', value: p95(found.product), peer: p95(found.peer) };
  return [
    rowOf(
      { name: 'search of 10,000 documents, p95, against plain SQLite FTS5', ...figures },
      { of: 'ratio', atMost: 1.3 },
    ),
    rowOf(
      { name: 'search of 10,000 documents as it is typed, p95', ...figures },
      { of: 'value', atMost: 50 },
    ),
  ];
};

const fill = (ctx: Parameters<typeof searchAll>[0], texts: readonly string[]): void =>
  write(ctx, { action: 'addEvidence', summary: 'Filled the file', kind: 'record' }, (tx) => {
    for (const [at, text] of texts.entries()) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      putTexts(tx, sha256, [text]);
      insertRow(tx, evidenceItems, {
        id: EvidenceId.parse(ctx.newId()),
        title: `Item ${at + 1}`,
        fileName: `${at + 1}.txt`,
        type: 'txt',
        sha256,
        size: text.length,
        receivedAt: NOW,
        evidenceDate: null,
        from: '',
        pages: null,
        notes: '',
        ...noDetails,
      });
    }
  });

const makePeer = (path: string, texts: readonly string[]): Database.Database => {
  const db = new Database(path);
  db.pragma('cache_size = -64000');
  db.exec(
    "CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
  );
  const put = db.prepare('INSERT INTO words (title, body) VALUES (?, ?)');
  db.transaction(() => {
    for (const [at, text] of texts.entries()) put.run(`Item ${at + 1}`, text);
  })();
  return db;
};

const askPeer = (db: Database.Database, typed: string): number =>
  db
    .prepare(
      `SELECT rowid, title, snippet(words, 1, '[', ']', ' ... ', 24) AS part FROM words
       WHERE words MATCH ? ORDER BY bm25(words, 6.0, 1.0) LIMIT ${SHOWN}`,
    )
    .all(matchExpression(parseQuery(typed)) ?? '').length;
