/**
 * Gives the memory of bytes back at once, after which they are empty. Left to the collector, a hundred megabytes of pieces
 * pile up before it looks. Only for bytes that nobody else holds.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
