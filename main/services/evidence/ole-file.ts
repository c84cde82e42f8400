import { AppError } from '../../../shared/errors.ts';
import type { ByteSource } from './zip-file.ts';

const headerSize = 512;
const mostDirectorySectors = 64;
const endOfChain = 0xfffffffa;

/**
 * The names of the streams in an OLE compound file (Outlook messages, Office before 2007, protected Office files), as
 * Microsoft's [MS-CFB] lays them out. Reads the header and the directory only.
 */
export async function listOleNames(source: ByteSource): Promise<readonly string[]> {
  const header = Buffer.from(await source.read(0, headerSize));
  if (header.length < headerSize) throw new AppError('evidence/unreadable', 'Its end is missing.');
  const sectorSize = 2 ** header.readUInt16LE(30);
  if (sectorSize !== 512 && sectorSize !== 4096) throw new AppError('evidence/unreadable');
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let seen = 0; sector < endOfChain && seen < mostDirectorySectors; seen += 1) {
    const bytes = Buffer.from(await source.read((sector + 1) * sectorSize, sectorSize));
    if (bytes.length < sectorSize) break;
    names.push(...namesIn(bytes));
    sector = await nextSector(source, header, sectorSize, sector);
  }
  return names;
}

function namesIn(directory: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    if (length >= 2 && length <= 64) names.push(directory.toString('utf16le', at, at + length - 2));
  }
  return names;
}

/** Follows the allocation table as far as the header itself lists it: the first 109 of its sectors, several megabytes. */
async function nextSector(
  source: ByteSource,
  header: Buffer,
  sectorSize: number,
  sector: number,
): Promise<number> {
  const perSector = sectorSize / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return endOfChain;
  const table = header.readUInt32LE(76 + index * 4);
  if (table >= endOfChain) return endOfChain;
  const at = (table + 1) * sectorSize + (sector % perSector) * 4;
  const bytes = Buffer.from(await source.read(at, 4));
  return bytes.length === 4 ? bytes.readUInt32LE(0) : endOfChain;
}
