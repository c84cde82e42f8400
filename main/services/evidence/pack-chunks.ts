import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import type { Chunk } from '../../db/evidence-intake.ts';

const deflate = promisify(deflateRaw);

/** Their own programs have packed them as small as they get. */
const packedAlready: ReadonlySet<EvidenceType> = new Set([
  ...(['png', 'jpeg', 'gif', 'webp', 'heic'] as const),
  ...(['docx', 'xlsx', 'pptx'] as const),
]);
/** The file grows by whole pages, so that less than this is not worth it. */
const leastSize = 16 * 1024;
const mostKept = 0.9;

/** Whether a document of this type may take less room than it has bytes. */
export const canShrink = (type: EvidenceType): boolean => !packedAlready.has(type);

/**
 * Packs the chunks where it is worth it, as a look into the first of them shows; each can be unpacked alone. It is done
 * beside, by the threads that Node keeps for such work.
 */
export async function packChunks(chunks: readonly Chunk[]): Promise<readonly Chunk[]> {
  const [first] = chunks;
  return first && (await isWorthIt(first.bytes)) ? Promise.all(chunks.map(packChunk)) : chunks;
}

async function isWorthIt(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length < leastSize) return false;
  const middle = Math.floor((bytes.length - leastSize) / 2);
  return (await packed(bytes.subarray(middle, middle + leastSize))) !== null;
}

async function packChunk(chunk: Chunk): Promise<Chunk> {
  const bytes = chunk.bytes.length < leastSize ? null : await packed(chunk.bytes);
  return bytes ? { ...chunk, bytes, unpackedSize: chunk.bytes.length } : chunk;
}

/** Null where it would stay nearly as large. */
async function packed(bytes: Uint8Array): Promise<Uint8Array | null> {
  const less = await deflate(bytes, { level: 3 });
  return less.length > bytes.length * mostKept ? null : less;
}
