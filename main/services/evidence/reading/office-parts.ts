import { AppError } from '../../../../shared/errors.ts';
import { openZip, type ZipEntry } from '../zip-file.ts';

/** What the XML of one document may come to unpacked, and all of it with its pictures. */
const mostXml = 256 * 1024 * 1024;
const mostUnpacked = 768 * 1024 * 1024;
/** Deflate reaches such a ratio only on repeated bytes. */
const highestRatio = 400;
const ratioMatters = 4 * 1024 * 1024;

export type OfficeParts = {
  readonly names: readonly string[];
  /** The text of an XML part; empty where there is none. */
  readonly xml: (name: string) => Promise<string>;
  readonly all: (wanted: (name: string) => boolean) => Promise<ReadonlyMap<string, Buffer>>;
};

/** Opens an Office document; fails with `evidence/unreadable` when it would unpack to more than any real one. */
export async function openParts(bytes: Uint8Array): Promise<OfficeParts> {
  const zip = await openZip({
    size: bytes.length,
    read: async (at, length) => bytes.subarray(at, at + length),
  });
  const isXml = ({ name }: ZipEntry) => /\.(xml|rels)$/i.test(name);
  const total = (entries: readonly ZipEntry[]) => entries.reduce((sum, { size }) => sum + size, 0);
  const isBomb = zip.entries.some(
    ({ size, packedSize }) => size > ratioMatters && size > packedSize * highestRatio,
  );
  if (isBomb || total(zip.entries) > mostUnpacked || total(zip.entries.filter(isXml)) > mostXml) {
    throw new AppError('evidence/unreadable', 'It would unpack to far more than a document holds.');
  }
  if (zip.entries.some((entry) => entry.isEncrypted)) throw new AppError('evidence/password-protected');
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const unpacked = async (name: string) => {
    const entry = byName.get(name);
    return entry ? Buffer.from(await zip.unpack(entry)) : Buffer.alloc(0);
  };
  return {
    names: [...byName.keys()],
    xml: async (name) => xmlText(await unpacked(name)),
    all: async (wanted) => {
      const parts = new Map<string, Buffer>();
      for (const name of byName.keys())
        if (!name.endsWith('/') && wanted(name)) parts.set(name, await unpacked(name));
      return parts;
    },
  };
}

/** XML is UTF-8 unless it begins with a UTF-16 mark. */
function xmlText(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}
