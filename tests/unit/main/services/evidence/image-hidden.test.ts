import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageWords } from '../../../../../main/services/evidence/reading/image-hidden.ts';
import { makePng } from '../../../../support/make-documents.ts';
import { makePhoto } from '../../../../support/make-hidden.ts';

const types = ['png', 'jpeg', 'webp', 'tiff', 'heic'] as const;

describe('imageWords', () => {
  it('reads whatever stands where its data should be, without failing', () => {
    const photo = makePhoto({ description: 'The gate' });
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.nat(photo.length - 1),
        fc.uint8Array({ maxLength: 80 }),
        (type, at, bytes) => {
          const broken = Uint8Array.from(photo);
          broken.set(bytes.subarray(0, broken.length - at), at);
          const cut = broken.subarray(type === 'tiff' ? 30 : 0, at + bytes.length);
          expect(imageWords(type, cut).texts[0]).toBe('');
          expect(imageWords(type, broken).texts[0]).toBe('');
        },
      ),
    );
  });

  it('reads what a PNG says in its own text, and the XMP of any image', () => {
    const text = Buffer.from('Comment\0By the pond', 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const chunk = Buffer.concat([length, Buffer.from('tEXt'), text, Buffer.alloc(4)]);
    const plain = makePng();
    const png = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
    const xmp = Buffer.from(
      '<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Ann &amp; Bo</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>',
    );

    expect(imageWords('png', png).facts).toEqual([{ kind: 'description', count: 1, said: ['By the pond'] }]);
    expect(imageWords('jpeg', Buffer.concat([makePhoto(), xmp])).facts.at(-1)).toEqual({
      kind: 'author',
      count: 1,
      said: ['Ann & Bo'],
    });
  });
});
