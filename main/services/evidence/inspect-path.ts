import { type FileHandle, open, stat } from 'node:fs/promises';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import {
  firstBytesWanted,
  inspectFile,
  largestFile,
  officeTypeOf,
  oleTypeOf,
} from '../../../shared/domain/file-type.ts';
import { AppError } from '../../../shared/errors.ts';
import { listOleNames } from './ole-file.ts';
import { type ByteSource, openZip } from './zip-file.ts';

export type InspectedFile = { readonly file: FileHandle; readonly size: number; readonly type: EvidenceType };

/**
 * Opens a file that the user chose and tells from its bytes what it is; the caller closes it. Fails with
 * `disk/cannot-read` for what is no ordinary file, and as `inspectFile` does.
 */
export async function openInspected(path: string): Promise<InspectedFile> {
  // Looked at before it is opened: opening a pipe would wait for ever.
  const before = await stat(path).catch(cannotRead);
  if (before.isDirectory())
    throw new AppError('disk/cannot-read', 'It is a folder with no files in it that could be taken in.');
  if (!before.isFile())
    throw new AppError(
      'disk/cannot-read',
      'It is no ordinary file, such as a document, but something that the computer works with.',
    );
  const file = await open(path, 'r').catch(cannotRead);
  try {
    const { size } = await file.stat();
    const source = sourceOf(file, size);
    if (size > largestFile) throw new AppError('evidence/too-large');
    const kind = inspectFile(await source.read(0, Math.min(size, firstBytesWanted)), size);
    return { file, size, type: await typeOf(kind, source) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** What kind of document these bytes are; fails as `inspectFile` does. */
export function typeOfBytes(bytes: Uint8Array): Promise<EvidenceType> {
  const kind = inspectFile(bytes.subarray(0, firstBytesWanted), bytes.length);
  return typeOf(kind, {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  });
}

async function typeOf(kind: ReturnType<typeof inspectFile>, source: ByteSource): Promise<EvidenceType> {
  if (kind === 'zip') return officeTypeOf((await openZip(source)).entries.map((entry) => entry.name));
  if (kind === 'ole') return oleTypeOf(await listOleNames(source));
  return kind;
}

function sourceOf(file: FileHandle, size: number): ByteSource {
  return {
    size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset).catch(cannotRead);
      return bytes.subarray(0, bytesRead);
    },
  };
}

/** Fails with `disk/cannot-read`, and says why in words of use to whoever has to get at the file. */
export function cannotRead(error: { readonly code?: string }): never {
  throw new AppError('disk/cannot-read', whyUnreadable(error.code));
}

/** By the codes that Node gives on every system; a file that another program holds is EBUSY on Windows. */
function whyUnreadable(code = ''): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'It is no longer where it was. Find it and add it again.';
    case 'EBUSY':
      return 'Another program has it open. Close it there and add it again.';
    case 'EACCES':
    case 'EPERM':
      return 'You may not open it. Ask whoever keeps it, and add it again.';
    default:
      return 'The disk or drive it is on did not give it. Add it again once that can be reached.';
  }
}
