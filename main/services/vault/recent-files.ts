import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { RecentFile } from '../../../shared/ipc/vault.ts';

/** The list of files opened on this computer. Holds the engagement's title and folder, and nobody's name. */
const Entry = z.object({
  path: z.string(),
  title: z.string(),
  kind: z.string(),
  lastOpened: z.string(),
  /** The key under the operating system's own protection, where it truly protects; base64. */
  sealedKey: z.string().nullable().default(null),
});
export type RecentEntry = z.infer<typeof Entry>;

const limit = 12;

export const tokenFor = (path: string): string =>
  createHash('sha256').update(path).digest('hex').slice(0, 32);

export async function readRecent(folder: string): Promise<readonly RecentEntry[]> {
  const text = await readFile(listPath(folder), 'utf8').catch(() => '[]');
  const parsed = z.array(Entry).safeParse(safeJson(text));
  return parsed.success ? parsed.data : [];
}

/** Puts a file at the head of the list. */
export async function rememberRecent(folder: string, entry: RecentEntry): Promise<void> {
  const others = (await readRecent(folder)).filter((other) => other.path !== entry.path);
  await writeRecent(folder, [entry, ...others].slice(0, limit));
}

export async function forgetRecent(folder: string, token: string): Promise<void> {
  await writeRecent(
    folder,
    (await readRecent(folder)).filter((entry) => tokenFor(entry.path) !== token),
  );
}

export function describeRecent(entry: RecentEntry): Omit<RecentFile, 'lastBackup'> {
  const restored = /from the backup of [\d-]+ [\d.]+( \(\d+\))?/.exec(basename(entry.path))?.[0];
  return {
    token: tokenFor(entry.path),
    title: entry.title,
    kind: restored ? `Copy ${restored.replace(/\.$/, '')}` : entry.kind,
    folder: basename(dirname(entry.path)),
    lastOpened: entry.lastOpened,
    isMissing: !existsSync(entry.path),
    isRemembered: entry.sealedKey !== null,
  };
}

async function writeRecent(folder: string, entries: readonly RecentEntry[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${listPath(folder)}.new`;
  await writeFile(draft, JSON.stringify(entries, null, 1));
  await rename(draft, listPath(folder));
}

const listPath = (folder: string) => join(folder, 'recent.json');

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
