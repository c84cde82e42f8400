import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { type BenchRow, rowOf } from './rows.ts';

const CAPTURES = 30;
const SAID = 'They told us that families wait too long for advice.';

/**
 * What was said, from the press that stores it until the window says that it is in the file, against a row that is put
 * into a plain SQLite file, safe on the disk.
 */
export const captureRow = async (window: Page, folder: string): Promise<BenchRow> => {
  const product: number[] = [];
  await window.evaluate(watchForStored);
  for (let capture = 0; capture < CAPTURES; capture += 1) {
    await window.keyboard.press('F8');
    await window.getByRole('dialog').locator('textarea').first().fill(`${SAID} ${capture}`);
    await window.keyboard.press('Control+Enter');
    await window.getByRole('dialog').waitFor({ state: 'hidden' });
    product.push(await window.evaluate(tookToStore));
  }
  return rowOf(
    {
      name: 'quick capture stored, from the press to the word of it, among 2,000 of each (p95), against a row in plain SQLite',
      unit: 'ms',
      value: p95(product),
      peer: p95(plainRows(join(folder, 'plain.db'))),
    },
    { of: 'value', atMost: 100 },
  );
};

const p95 = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.ceil(figures.length * 0.95) - 1] ?? Number.NaN;

/** In the window: notes when the keys were pressed, and when it says that the entry is there. */
const watchForStored = (): void => {
  const watch = { pressedAt: 0, saidAt: 0 };
  Object.assign(globalThis, { captureWatch: watch });
  addEventListener(
    'keydown',
    ({ key, ctrlKey }) => {
      if (key === 'Enter' && ctrlKey) watch.pressedAt = performance.now();
    },
    { capture: true },
  );
  new MutationObserver((changes) => {
    const isSaid = changes.some(({ addedNodes }) =>
      [...addedNodes].some((node) => node.textContent?.includes('Feedback logged')),
    );
    if (isSaid && watch.saidAt < watch.pressedAt) watch.saidAt = performance.now();
  }).observe(document.body, { childList: true, subtree: true });
};

const tookToStore = (): number => {
  const { captureWatch: watch } = globalThis as unknown as {
    captureWatch: { readonly pressedAt: number; readonly saidAt: number };
  };
  if (watch.saidAt < watch.pressedAt || watch.pressedAt === 0)
    throw new Error('It was not said to be stored.');
  return watch.saidAt - watch.pressedAt;
};

const plainRows = (path: string): readonly number[] => {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const put = db.prepare('INSERT INTO said (text) VALUES (?)');
  const took = Array.from({ length: CAPTURES }, (_, capture) => {
    const startedAt = performance.now();
    put.run(`${SAID} ${capture}`);
    return performance.now() - startedAt;
  });
  db.close();
  return took;
};
