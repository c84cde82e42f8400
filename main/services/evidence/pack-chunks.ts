import { deflateRawSync } from 'node:zlib';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import type { Chunk } from '../../db/evidence-intake.ts';

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

/** Packs the chunks where it is worth it, as the first of them shows; each can be unpacked alone. Half a millisecond each. */
export function packChunks(chunks: readonly Chunk[]): readonly Chunk[] {
  const [first, ...rest] = chunks;
  if (!first) return chunks;
  const tried = packChunk(first);
  return tried === first ? chunks : [tried, ...rest.map(packChunk)];
}

function packChunk(chunk: Chunk): Chunk {
  const size = chunk.bytes.length;
  if (size < leastSize) return chunk;
  const bytes = deflateRawSync(chunk.bytes, { level: 3 });
  return bytes.length > size * mostKept ? chunk : { ...chunk, bytes, unpackedSize: size };
}
