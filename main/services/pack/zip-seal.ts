import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { invariant } from '../../../shared/assert.ts';
import { giveBack } from '../give-back.ts';

/** WinZip's AES, "AE-2", with a key of 256 bits: www.winzip.com/en/support/aes-encryption, sections II and III. */
export const aesExtra = Uint8Array.of(0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 0, 0);
export const saltLength = 16;
export const verifierLength = 2;
export const tagLength = 10;
const keyLength = 32;
const blockLength = 16;

export type ZipKeys = { readonly cipher: Buffer; readonly mac: Buffer; readonly verifier: Buffer };

/** The keys that a passphrase and a salt come to. */
export function zipKeys(passphrase: string, salt: Uint8Array): ZipKeys {
  const all = pbkdf2Sync(passphrase, salt, 1000, keyLength * 2 + verifierLength, 'sha1');
  return {
    cipher: all.subarray(0, keyLength),
    mac: all.subarray(keyLength, keyLength * 2),
    verifier: all.subarray(keyLength * 2),
  };
}

/**
 * Makes what turns plain bytes into sealed ones and back, in place: AES in counter mode, where the counter begins with 1
 * and its lowest byte comes first, which no cipher of OpenSSL's does. `at` is how far into the file the bytes are, and
 * begins a block; there are at most `most` of them.
 */
export function zipCipher({ cipher }: ZipKeys, most: number): (bytes: Uint8Array, at: number) => void {
  invariant(most % blockLength === 0, 'pieces end with a block');
  const ecb = createCipheriv('aes-256-ecb', cipher, null).setAutoPadding(false);
  const counters = new Uint32Array(most / 4);
  return (bytes, at) => {
    invariant(at % blockLength === 0 && bytes.length <= most, 'a piece begins with a block and fits');
    const blocks = Math.ceil(bytes.length / blockLength);
    const first = at / blockLength + 1;
    for (let block = 0, low = first >>> 0, high = Math.floor(first / 2 ** 32); block < blocks; block += 1) {
      counters[block * 4] = low;
      counters[block * 4 + 1] = high;
      low = (low + 1) >>> 0;
      if (low === 0) high += 1;
    }
    const stream = ecb.update(new Uint8Array(counters.buffer, 0, blocks * blockLength));
    const words = bytes.byteOffset % 8 === 0 && stream.byteOffset % 8 === 0 ? bytes.length >> 3 : 0;
    const target = new BigUint64Array(bytes.buffer, words ? bytes.byteOffset : 0, words);
    const mask = new BigUint64Array(stream.buffer, words ? stream.byteOffset : 0, words);
    for (let word = 0; word < words; word += 1) target[word] = (target[word] ?? 0n) ^ (mask[word] ?? 0n);
    for (let byte = words * 8; byte < bytes.length; byte += 1)
      bytes[byte] = (bytes[byte] ?? 0) ^ (stream[byte] ?? 0);
    giveBack(stream);
  };
}

export type Sealer = {
  /** Stands before the sealed bytes. */
  readonly head: Uint8Array;
  /** Seals the next bytes in place; all but the last are whole blocks. */
  readonly seal: (bytes: Uint8Array) => void;
  /** Stands after the sealed bytes, and proves them. */
  readonly tag: () => Uint8Array;
};

/** Starts sealing one file under a passphrase. */
export function startSealing(passphrase: string, most: number): Sealer {
  const salt = randomBytes(saltLength);
  const keys = zipKeys(passphrase, salt);
  const cipher = zipCipher(keys, most);
  const mac = createHmac('sha1', keys.mac);
  let at = 0;
  return {
    head: Buffer.concat([salt, keys.verifier]),
    seal: (bytes) => {
      cipher(bytes, at);
      mac.update(bytes);
      at += bytes.length;
    },
    tag: () => mac.digest().subarray(0, tagLength),
  };
}
