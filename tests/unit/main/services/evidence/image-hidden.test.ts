import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageWords } from '../../../../../main/services/evidence/reading/image-hidden.ts';
import type { ByteSource } from '../../../../../main/services/evidence/zip-file.ts';
import { makePng } from '../../../../support/make-documents.ts';
import { makePhoto } from '../../../../support/make-hidden.ts';

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

const types = ['png', 'jpeg', 'webp', 'tiff', 'heic'] as const;

describe('imageWords', () => {
  it('reads whatever stands where its data should be, without failing', async () => {
    const photo = makePhoto({ description: 'The gate' });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...types),
        fc.nat(photo.length - 1),
        fc.uint8Array({ maxLength: 80 }),
        async (type, at, bytes) => {
          const broken = Uint8Array.from(photo);
          broken.set(bytes.subarray(0, broken.length - at), at);
          const cut = broken.subarray(type === 'tiff' ? 30 : 0, at + bytes.length);
          expect((await imageWords(type, sourceOf(cut))).texts[0]).toBe('');
          expect((await imageWords(type, sourceOf(broken))).texts[0]).toBe('');
        },
      ),
    );
  });

  it('reads what a PNG says in its own text, and the XMP of any image', async () => {
    const text = Buffer.from('Comment\0By the pond', 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const chunk = Buffer.concat([length, Buffer.from('tEXt'), text, Buffer.alloc(4)]);
    const plain = makePng();
    const png = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
    const xmp = Buffer.from(
      '<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Ann &amp; Bo</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>',
    );

    expect((await imageWords('png', sourceOf(png))).facts).toEqual([
      { kind: 'description', count: 1, said: ['By the pond'] },
    ]);
    const photo = await imageWords('jpeg', sourceOf(Buffer.concat([makePhoto(), xmp])));
    expect(photo.facts.at(-1)).toEqual({
      kind: 'author',
      count: 1,
      said: ['Ann & Bo'],
    });
  });

  it('finds what stands anywhere in a large image, across the places where it is read in parts', async () => {
    const author = '<x:xmpmeta><dc:creator><rdf:li>Ann</rdf:li></dc:creator></x:xmpmeta>';
    await fc.assert(
      fc.asyncProperty(fc.nat(40), async (before) => {
        const image = Buffer.concat([
          Buffer.alloc(256 * 1024 - before),
          Buffer.from(author),
          Buffer.alloc(90),
        ]);

        expect((await imageWords('heic', sourceOf(image))).facts).toEqual([
          { kind: 'author', count: 1, said: ['Ann'] },
        ]);
      }),
    );
  });
});
