import type { Connection, ReadableDb } from './connection.ts';
import { statement } from './statement.ts';

/** A folder of one computer, whose new files are taken in; it is not in the change log, since Undo cannot take them back. */
export type WatchedFolder = { readonly path: string; readonly computer: string };

/** The folder, or null where none is watched. */
export function readWatchedFolder(db: ReadableDb): WatchedFolder | null {
  const row = statement(db, 'SELECT path, computer FROM watched_folder').get() as WatchedFolder | undefined;
  return row ?? null;
}

/** Watches a folder from now on, or none. What was taken from the folder before is forgotten. */
export function putWatchedFolder(db: Connection, folder: WatchedFolder | null): void {
  db.transaction(() => {
    statement(db, 'DELETE FROM watched_folder').run();
    statement(db, 'DELETE FROM watched_files').run();
    if (folder)
      statement(db, 'INSERT INTO watched_folder (id, path, computer) VALUES (1, ?, ?)').run(
        folder.path,
        folder.computer,
      );
  })();
}

/** What was taken from the folder: by name, the size and date that each file had. */
export function readWatchedFiles(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = statement(db, 'SELECT name, print FROM watched_files').all() as {
    name: string;
    print: string;
  }[];
  return new Map(rows.map(({ name, print }) => [name, print]));
}

/** Keeps that these files were taken, so that they are not taken again, also once their documents are removed. */
export function putWatchedFiles(db: Connection, files: ReadonlyMap<string, string>): void {
  db.transaction(() => {
    for (const [name, print] of files)
      statement(db, 'INSERT OR REPLACE INTO watched_files (name, print) VALUES (?, ?)').run(name, print);
  })();
}
