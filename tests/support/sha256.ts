import { createHash } from 'node:crypto';

/** The hash of some bytes as the app writes it down. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
