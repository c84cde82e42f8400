import { createHash } from 'node:crypto';
import type { PageSize } from '../../../../shared/domain/redaction/boxes.ts';
import { type OpenPdf, openPdf } from '../../page-picture/draw-pages.ts';
import type { Picture } from '../../page-picture/picture.ts';
import { type PageImage, readingDpi } from './burn.ts';
import { writeCopy } from './write-copy.ts';

/** A page as anybody sees it, and the hash by which the same page is known again. */
export type SeenPage = { readonly picture: Picture; readonly sha256: string };

/** Draws a page of a copy, counted from 1, in this thread: call it from a worker. */
export function seePage(pdf: OpenPdf, page: number): SeenPage {
  const picture = pdf.draw(page, readingDpi);
  const sha256 = createHash('sha256')
    .update(`${picture.width} ${picture.height} `)
    .update(picture.rgba)
    .digest('hex');
  return { picture, sha256 };
}

/**
 * The same of a picture that is going to be a page, by way of a file with that page alone: what is read is then what was
 * written, and not what was meant to be.
 */
export async function seeImage(size: PageSize, image: PageImage): Promise<SeenPage> {
  const pdf = await openPdf(await writeCopy([{ size, image, words: [] }]));
  try {
    return seePage(pdf, 1);
  } finally {
    pdf.close();
  }
}
