import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackZip } from '../../main/services/pack/read-pack-zip.ts';
import { startSealedZip } from '../../main/services/pack/zip.ts';
import {
  directoryRecord,
  endRecords,
  localHeader,
  sizesAfter,
} from '../../main/services/pack/zip-records.ts';
import { codeOf } from '../support/code-of.ts';
import { readZip } from '../support/read-zip.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lano-zip-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Part = { readonly path: string; readonly pieces: readonly Uint8Array[] };

async function seal(parts: readonly Part[], passphrase = 'harbour violet'): Promise<Uint8Array> {
  const path = join(folder, `${randomBytes(8).toString('hex')}.zip`);
  const zip = startSealedZip(path, passphrase, '2026-11-24T10:42:00.000Z');
  for (const part of parts) {
    const entry = zip.begin(part.path, 0);
    for (const piece of part.pieces) entry.add(piece);
    entry.end();
  }
  zip.finish();
  zip.close();
  return new Uint8Array(await readFile(path));
}

const innerOf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await readZip(bytes, 'harbour violet')).get('pack.zip') ?? new Uint8Array();

describe('startSealedZip', () => {
  it('gives another program the same bytes back, however they came in', async () => {
    const piece = fc
      .integer({ min: 0, max: 600_000 })
      .map((size) => Buffer.alloc(size, randomBytes(1 + (size % 977))));
    const parts = fc.array(fc.array(piece, { maxLength: 3 }), { maxLength: 4 });

    await fc.assert(
      fc.asyncProperty(parts, async (files) => {
        const named = files.map((pieces, at) => ({ path: `Ø pack/${at} é.pdf`, pieces }));

        const found = await readZip(await innerOf(await seal(named)));

        expect([...found].map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(
          named.map(({ path, pieces }) => [path, Buffer.concat(pieces)]),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('opens with its passphrase alone, and not when a byte of it was changed', async () => {
    const bytes = await seal([{ path: 'a.txt', pieces: [Buffer.from('His views')] }]);

    await expect(readZip(bytes, 'another')).rejects.toThrow();
    const at = bytes.length - 200;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await expect(readZip(bytes, 'harbour violet')).rejects.toThrow();
  });
});

describe('readPackZip', () => {
  const files = [
    { path: 'Pack/manifest-sha256.txt', pieces: [Buffer.from('a list')] },
    { path: 'Pack/data/001 Ø.pdf', pieces: [randomBytes(1_500_000), randomBytes(700_001)] },
    { path: 'Pack/data/002.txt', pieces: [Buffer.from('His views')] },
  ];
  const hashOf = (pieces: readonly Uint8Array[]) =>
    createHash('sha256').update(Buffer.concat(pieces)).digest('hex');
  const saved = async (bytes: Uint8Array): Promise<string> => {
    const path = join(folder, 'Pack.zip');
    await writeFile(path, bytes);
    return path;
  };

  it('hashes what is in a sealed zip where it is, and keeps its lists', async () => {
    const found = await readPackZip(await saved(await seal(files)), 'harbour violet');

    expect([...found.hashes]).toEqual(
      files.map(({ path, pieces }) => [path.replace('Pack/', ''), hashOf(pieces)]),
    );
    expect(await found.text('manifest-sha256.txt')).toBe('a list');
    expect(await found.text('data/002.txt')).toBeNull();
  });

  it('finds the one file in which a byte was changed, wherever that is', async () => {
    const bytes = await seal(files);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10_000, max: bytes.length - 10_000 }), async (at) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 0x10;

        const { hashes } = await readPackZip(await saved(changed), 'harbour violet');

        const wrong = files.filter(
          ({ path, pieces }) => hashes.get(path.replace('Pack/', '')) !== hashOf(pieces),
        );
        expect(wrong.map(({ path }) => path)).toEqual(['Pack/data/001 Ø.pdf']);
      }),
      { numRuns: 10 },
    );
  });

  it('reads what another program sealed again and compressed, unless it is too large for that', async () => {
    const inner = await innerOf(await seal(files));
    const zip = new ZipWriter(new Uint8ArrayWriter(), { password: 'harbour violet', encryptionStrength: 3 });
    await zip.add('pack.zip', new Uint8ArrayReader(inner), { level: 6 });
    const path = await saved(await zip.close());

    const found = await readPackZip(path, 'harbour violet');

    expect([...found.hashes.values()]).toEqual(files.map(({ pieces }) => hashOf(pieces)));
    expect(await codeOf(() => readPackZip(path, 'harbour violet', 1_000_000))).toBe('pack/zip-too-large');
  });

  it('tells a wrong passphrase from what is no pack', async () => {
    const path = await saved(await seal(files));

    expect(await codeOf(() => readPackZip(path, 'another'))).toBe('pack/wrong-passphrase');
    expect(await codeOf(() => readPackZip(path, ''))).toBe('pack/wrong-passphrase');
    const none = await saved(randomBytes(5000));
    expect(await codeOf(() => readPackZip(none, 'harbour violet'))).toBe('pack/not-a-pack');
  });
});

describe('the long form of zip', () => {
  const far = 5_000_000_000;
  const entry = {
    ...({ name: 'a', method: 8, flags: 0x0808, madeAt: '2026-11-24T10:42:00.000Z', isLong: true } as const),
    ...{ extra: new Uint8Array(), offset: far, crc: 7, packed: far + 1, size: far + 2 },
  };

  it('takes sizes and places beyond 4 GB, in the order that the standard gives', () => {
    const record = Buffer.from(directoryRecord(entry));
    const extra = record.subarray(47);

    expect([record.readUInt32LE(20), record.readUInt32LE(24), record.readUInt32LE(42)]).toEqual([
      0xffff_ffff, 0xffff_ffff, 0xffff_ffff,
    ]);
    expect([extra.readUInt16LE(0), extra.readUInt16LE(2)]).toEqual([1, 24]);
    expect([4, 12, 20].map((at) => Number(extra.readBigUInt64LE(at)))).toEqual([far + 2, far + 1, far]);
    const after = Buffer.from(sizesAfter(entry));
    expect([8, 16].map((at) => Number(after.readBigUInt64LE(at)))).toEqual([far + 1, far + 2]);
    expect(localHeader(entry)).toHaveLength(30 + 1 + 20);
  });

  it('says where a far directory is, and points at itself', () => {
    const end = Buffer.from(endRecords(3, { at: far, size: 200 }));

    expect(Number(end.readBigUInt64LE(48))).toBe(far);
    expect(Number(end.readBigUInt64LE(56 + 8))).toBe(far + 200);
    expect(end.readUInt32LE(76 + 16)).toBe(0xffff_ffff);
    expect(endRecords(3, { at: 100, size: 200 })).toHaveLength(22);
  });

  it('counts more files than the short form can', () => {
    const end = Buffer.from(endRecords(70_000, { at: 100, size: 200 }));

    expect(Number(end.readBigUInt64LE(32))).toBe(70_000);
    expect(end.readUInt16LE(76 + 10)).toBe(0xffff);
  });
});
