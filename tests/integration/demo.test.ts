import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../main/db/connection.ts';
import { closeSession, openSession } from '../../main/services/vault/session.ts';
import { withFixedDates } from '../../scripts/demo/fixed-dates.ts';
import { type DemoSummary, makeDemo } from '../../scripts/demo/make-demo.ts';
import { readIcs } from '../support/ics-reader.ts';
import { readZip } from '../support/read-zip.ts';
import { sha256 } from '../support/sha256.ts';
import { silentOutside } from '../support/temp-engagement.ts';

type Made = { readonly folder: string; readonly summary: DemoSummary };

let first: Made;
let second: Made;

beforeAll(async () => {
  first = await make();
  second = await make();
});
afterAll(() =>
  Promise.all([first, second].map(({ folder }) => rm(folder, { recursive: true, force: true }))),
);

async function make(): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'lano-demo-'));
  return { folder, summary: await makeDemo(folder, silentOutside) };
}

const read = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(first.folder, path)));

async function inFile<T>({ folder, summary }: Made, look: (db: Connection) => T): Promise<T> {
  const session = await openSession(join(folder, 'demo.lano'), summary.passphrase);
  try {
    return look(session.db);
  } finally {
    await closeSession(session);
  }
}

/** Every row of every table, bytes as their hash. */
function everything(db: Connection): Readonly<Record<string, readonly unknown[]>> {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  return Object.fromEntries(
    names.map((name) => [
      name,
      db
        .prepare(`SELECT * FROM ${name}`)
        .raw()
        .all()
        .map((row) => (row as unknown[]).map((cell) => (cell instanceof Uint8Array ? sha256(cell) : cell))),
    ]),
  );
}

describe('the demo', () => {
  it('is the same engagement each time, row by row', async () => {
    const [one, other] = [await inFile(first, everything), await inFile(second, everything)];

    expect(Object.values(one).flat().length).toBeGreaterThan(1000);
    expect(other).toEqual(one);
  });

  it('writes all that leaves the app, and nothing else', async () => {
    expect((await readdir(first.folder)).sort()).toEqual([
      'demo.lano',
      'pack',
      'pack.zip',
      'summary.json',
      'timetable.ics',
      'timetable.pdf',
      'timetable.xlsx',
    ]);
  });

  it('opens with the passphrase of its summary, and holds what the summary counts', async () => {
    const { counts } = first.summary;
    const count = (table: string) => (db: Connection) =>
      db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

    expect(await inFile(first, count('meetings'))).toBe(counts.meetings);
    expect(await inFile(first, count('evidence_items'))).toBe(counts.evidence);
    expect(await inFile(first, count('pack_exports'))).toBe(1);
    expect(counts).toMatchObject({ children: 6, inspectors: 6, feedback: 8 });
    expect(counts.clashes).toBeGreaterThan(0);
  });

  it('puts into its summary the SHA-256 of every file beside it', async () => {
    const summary: DemoSummary = JSON.parse(Buffer.from(await read('summary.json')).toString());

    expect(summary).toEqual(first.summary);
    for (const [path, facts] of Object.entries(summary.files)) {
      const bytes = await read(path);
      expect([path, bytes.length, sha256(bytes)]).toEqual([path, facts.bytes, facts.sha256]);
    }
    expect(Object.keys(summary.files)).toContain('pack/data/000 Index.pdf');
  });

  it('writes a calendar and a workbook that hold every scheduled meeting', async () => {
    const { events } = readIcs(await read('timetable.ics'));
    const sheets = await readXlsxFile(Buffer.from(await read('timetable.xlsx')));
    const flat = sheets.find(({ sheet }) => sheet === 'All meetings')?.data ?? [];

    const scheduled = first.summary.counts.scheduledMeetings;
    expect(events).toHaveLength(scheduled ?? 0);
    expect(new Set(events.map((event) => event.UID)).size).toBe(scheduled);
    expect(flat.slice(1).filter((row) => row[1] instanceof Date)).toHaveLength(scheduled ?? 0);
  });

  it('writes a pack whose lists of hashes hold', async () => {
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const lines = Buffer.from(await read(`pack/${list}`))
        .toString()
        .trimEnd()
        .split('\n');
      for (const line of lines) {
        const [, hash = '', path = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
        expect([path, sha256(await read(`pack/${path}`))]).toEqual([path, hash]);
      }
    }
    const manifest = await read('pack/manifest-sha256.txt');
    expect(sha256(manifest)).toBe(first.summary.pack.manifestSha256);
    expect(await readdir(join(first.folder, 'pack', 'data'))).toHaveLength(
      (first.summary.counts.packDocuments ?? 0) + 1,
    );
  });

  it('seals the same pack in a zip that opens with the password of the summary', async () => {
    const zip = await read('pack.zip');

    const [inner] = (await readZip(zip, first.summary.packPassword)).values();
    const files = await readZip(inner ?? new Uint8Array());

    const inFolder = Object.entries(first.summary.files).filter(([path]) => path.startsWith('pack/'));
    const withoutRoot = [...files].map(([path, bytes]) => [path.replace(/^[^/]+/, 'pack'), sha256(bytes)]);
    expect(withoutRoot.sort()).toEqual(inFolder.map(([path, facts]) => [path, facts.sha256]).sort());
    await expect(readZip(zip, second.summary.packPassword)).rejects.toThrow();
  });
});

describe('withFixedDates', () => {
  it('sets the dates a printer puts in, and leaves every other byte where it was', async () => {
    const printed =
      "%PDF-1.4\n\xe9\xff<</CreationDate (D:20261122084631+00'00')\n/ModDate (D:20261122084631+00'00')>>";
    const print = withFixedDates(async () => Buffer.from(printed, 'latin1'));

    const dated = Buffer.from(await print('', { title: '', marking: '' })).toString('latin1');

    expect(dated).toBe(printed.replaceAll('20261122084631', '20261124104200'));
  });
});
