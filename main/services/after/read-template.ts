import { readFile, stat } from 'node:fs/promises';
import { EngagementTemplate } from '../../../shared/domain/template.ts';
import { AppError } from '../../../shared/errors.ts';

/** A template holds words alone; a larger file is not one. */
const largestTemplate = 8 * 1024 * 1024;

/** Reads a template file. Fails with `template/not-one` for any other file, and with `disk/cannot-read`. */
export async function readTemplate(path: string): Promise<EngagementTemplate> {
  const { size } = await stat(path).catch(() => {
    throw new AppError('disk/cannot-read');
  });
  if (size > largestTemplate) throw new AppError('template/not-one');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AppError('disk/cannot-read');
  });
  const read = EngagementTemplate.safeParse(asJson(text));
  if (!read.success) throw new AppError('template/not-one');
  return read.data;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
