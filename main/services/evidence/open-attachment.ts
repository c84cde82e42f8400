import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import { typeOfBytes } from './inspect-path.ts';
import type { OpenedFile } from './open-ahead.ts';
import type { Attachment } from './reading/attachment.ts';

/** Tells from the bytes of an attachment what it is; fails as a file of those bytes would. */
export async function openAttachment({ bytes }: Attachment): Promise<Omit<OpenedFile, 'file'>> {
  if (bytes.length === 0) throw new AppError('evidence/empty');
  const type = await typeOfBytes(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { size: bytes.length, type, print: { sha256, bytes } };
}
