/**
 * Gives the memory of bytes back at once, after which they are empty. Left to the collector, a hundred megabytes of pieces
 * pile up before it looks. Only for bytes that nobody else holds.
 */
export function giveBack(bytes: Uint8Array): void {
  if (isAlone(bytes)) bytes.buffer.transfer(0);
}

/** The bytes with their memory to themselves, as handing them to a thread needs; copied where it is shared. */
export const alone = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => (isAlone(bytes) ? bytes : bytes.slice());

const isAlone = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.byteLength;
