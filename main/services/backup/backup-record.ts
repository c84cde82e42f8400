import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupRule } from '../../../shared/domain/backup.ts';

/** What this computer knows of the backups of one engagement file. */
const FileRecord = z.object({
  series: z.string(),
  folder: z.string(),
  lastAt: z.string(),
  lastName: z.string(),
  /** What the first page of the file looked like in the newest backup. */
  print: z.string(),
  rehearsedAt: z.string().nullable().default(null),
});
export type FileRecord = z.infer<typeof FileRecord>;

const BackupRecord = z.object({
  folder: z.string().nullable().default(null),
  rule: BackupRule.default(BackupRule.parse({})),
  /** By the path of the engagement file. */
  files: z.record(z.string(), FileRecord).default({}),
});
export type BackupRecord = z.infer<typeof BackupRecord>;

export type BackupRecordStore = {
  readonly read: () => Promise<BackupRecord>;
  readonly edit: (change: (record: BackupRecord) => BackupRecord) => Promise<BackupRecord>;
};

/** Keeps where backups go, for how long, and when the last was made: in one small file of this computer's settings. */
export function openBackupRecord(folder: string): BackupRecordStore {
  const path = join(folder, 'backups.json');
  let known: Promise<BackupRecord> | null = null;
  const read = (): Promise<BackupRecord> => {
    known ??= readFile(path, 'utf8').then(
      (text) => parse(text),
      () => parse('{}'),
    );
    return known;
  };
  let writing: Promise<void> = Promise.resolve();
  const save = async (record: BackupRecord): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(record, null, 1));
    await rename(`${path}.new`, path);
  };
  return {
    read,
    edit: async (change) => {
      known = read().then(change);
      const record = await known;
      // What cannot be written down still holds until the app ends.
      writing = writing.then(() => save(record)).catch(() => {});
      await writing;
      return record;
    },
  };
}

function parse(text: string): BackupRecord {
  try {
    return BackupRecord.parse(JSON.parse(text));
  } catch {
    return BackupRecord.parse({});
  }
}
