import { createHmac, pbkdf2, pbkdf2Sync, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * The SQLCipher 4 file format, as its designers publish it: 4,096-byte pages, the first 16 bytes of the file are the
 * salt, each page ends in a 16-byte IV and an HMAC-SHA512 over its ciphertext, IV and page number.
 */
export const pageSize = 4096;
const saltSize = 16;
const reservedSize = 80;
const macSize = 64;
const rounds = 256_000;

/** The 32 bytes that open one file. Derived from a passphrase and the file's salt, or typed from the recovery sheet. */
export type FileKey = { readonly key: Uint8Array; readonly salt: Uint8Array };

const deriveKey = promisify(pbkdf2);

/** Derives a file's key from its passphrase, off the main thread (about 130 ms). */
export async function keyFromPassphrase(passphrase: string, salt: Uint8Array): Promise<FileKey> {
  const key = await deriveKey(passphrase.normalize('NFC'), salt, rounds, 32, 'sha512');
  return { key, salt };
}

/** A key for a new file, with a salt of its own. */
export function newKey(passphrase: string): Promise<FileKey> {
  return keyFromPassphrase(passphrase, randomBytes(saltSize));
}

/** The key as SQLCipher takes it raw: 64 hexadecimal digits of key and 32 of salt. */
export function rawKeyPragma({ key, salt }: FileKey): string {
  return `"x'${Buffer.from(key).toString('hex')}${Buffer.from(salt).toString('hex')}'"`;
}

export type PageReport = { readonly pages: number; readonly good: number; readonly bad: readonly number[] };

/**
 * Checks the authentication code of up to `limit` pages, spread evenly over the file, without opening the database.
 * A right key on a damaged file leaves some pages good; a wrong key leaves none: SQLite itself cannot tell the two apart.
 */
export async function checkPages(
  file: FileHandle,
  key: FileKey,
  limit = Number.POSITIVE_INFINITY,
): Promise<PageReport> {
  const { size } = await file.stat();
  const pages = Math.floor(size / pageSize);
  const step = Math.max(1, Math.ceil(pages / limit));
  const macKey = pbkdf2Sync(key.key, Buffer.from(key.salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const bad: number[] = [];
  let good = 0;
  for (let page = 1; page <= pages; page += step) {
    if (await isPageGood(file, page, macKey)) good += 1;
    else bad.push(page);
  }
  if (size % pageSize !== 0) bad.push(pages + 1);
  return { pages, good, bad };
}

async function isPageGood(file: FileHandle, page: number, macKey: Buffer): Promise<boolean> {
  const bytes = Buffer.alloc(pageSize);
  const { bytesRead } = await file.read(bytes, 0, pageSize, (page - 1) * pageSize);
  if (bytesRead !== pageSize) return false;
  const macAt = pageSize - macSize;
  const number = Buffer.alloc(4);
  number.writeUInt32LE(page);
  const from = page === 1 ? saltSize : 0;
  const mac = createHmac('sha512', macKey)
    .update(bytes.subarray(from, pageSize - reservedSize + saltSize))
    .update(number)
    .digest();
  return mac.equals(bytes.subarray(macAt));
}

/** Reads the salt that the first 16 bytes of every file of this format are. */
export async function readSalt(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const salt = new Uint8Array(saltSize);
    await file.read(salt, 0, saltSize, 0);
    return salt;
  } finally {
    await file.close();
  }
}
