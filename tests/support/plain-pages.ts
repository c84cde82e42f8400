import { createDecipheriv } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { keyFromPassphrase, pageSize, readSalt } from '../../main/db/cipher.ts';
import { testPassphrase } from './temp-engagement.ts';

/** Sixteen bytes of IV and 64 of HMAC end each page of the SQLCipher 4 format. */
const reserved = 80;
const salted = 16;

/** Everything that stands in a test engagement's file once it is decrypted: every page, used or free, as latin1 text. */
export async function plainPages(path: string): Promise<string> {
  const { key } = await keyFromPassphrase(testPassphrase, await readSalt(path));
  const bytes = await readFile(path);
  const pages: string[] = [];
  for (let start = 0; start < bytes.length; start += pageSize) {
    const page = bytes.subarray(start, start + pageSize);
    const end = pageSize - reserved;
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16)).setAutoPadding(false);
    const plain = Buffer.concat([
      decipher.update(page.subarray(start === 0 ? salted : 0, end)),
      decipher.final(),
    ]);
    pages.push(plain.toString('latin1'));
  }
  return pages.join('\n');
}
