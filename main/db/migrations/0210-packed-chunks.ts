/** How long a piece of a document is unpacked (raw DEFLATE, RFC 1951); null where it is kept as it came. */
export const packedChunks = {
  version: 210,
  sql: `
    ALTER TABLE evidence_chunks ADD COLUMN unpacked_size INTEGER;
  `,
};
