import { describe, expect, it } from 'vitest';
import { burnIn, pageImage } from '../../../../../main/services/redaction/copy/burn.ts';
import { seeImage } from '../../../../../main/services/redaction/copy/see-page.ts';
import { verifyCopy } from '../../../../../main/services/redaction/copy/verify-copy.ts';
import { writeCopy } from '../../../../../main/services/redaction/copy/write-copy.ts';

const size = { width: 72, height: 108 };
const mark = { left: 0.2, top: 0.3, width: 0.3, height: 0.1 };
const nobody = { profile: 'names', own: null, children: [], adults: [] } as const;

/** A page of one shade with the mark burnt in, as it is kept and as it is seen. */
async function burntPage(shade: number, marks = [mark]) {
  const rgba = new Uint8Array(200 * 300 * 4).fill(shade);
  const picture = { width: 200, height: 300, rgba };
  burnIn(picture, size, marks);
  const image = pageImage(picture, false);
  return { image, seen: await seeImage(size, image) };
}

const problemsOf = async (
  images: readonly { readonly image: ReturnType<typeof pageImage>; readonly words?: readonly string[] }[],
  seen: readonly string[],
) =>
  verifyCopy({
    bytes: await writeCopy(
      images.map(({ image, words = [] }) => ({
        ...{ size, image },
        words: words.map((text) => ({ text, box: { ...mark, top: 0.6 } })),
      })),
    ),
    pages: seen.map((hash) => ({ size, marks: [mark], allowed: [], read: '', seen: hash })),
    watched: nobody,
    terms: [],
  });

describe('verifyCopy', () => {
  it('takes pages that are drawn pixel for pixel as they were when they were read, whatever lies unseen on them', async () => {
    const [white, grey] = [await burntPage(255), await burntPage(200)];

    const problems = await problemsOf(
      [{ image: white.image, words: ['left', 'as', 'it', 'was'] }, { image: grey.image }],
      [white.seen.sha256, grey.seen.sha256],
    );

    expect(problems).toEqual([]);
  });

  it('refuses a page that shows anything else than what was read', async () => {
    const [white, grey] = [await burntPage(255), await burntPage(200)];

    const problems = await problemsOf(
      [{ image: grey.image }, { image: white.image }],
      [white.seen.sha256, grey.seen.sha256],
    );

    expect(problems.map(({ page }) => page)).toEqual([1, 2]);
  });

  it('refuses a page on which a mark is not black, even one that was read so', async () => {
    const bare = await burntPage(255, []);

    expect(await problemsOf([bare], [bare.seen.sha256])).toEqual([
      { page: 1, what: 'A mark does not cover what it has to.' },
    ]);
  });
});
