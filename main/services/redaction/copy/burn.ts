import { deflateSync } from 'node:zlib';
import { type Box, type PageSize, paddedBox } from '../../../../shared/domain/redaction/boxes.ts';
import type { Picture } from '../../page-picture/picture.ts';
import { blockSize, encodeJpeg } from './jpeg.ts';

/** A picture as it stands in a PDF: one sample a pixel where there is no colour in it, else three. */
export type PageImage = {
  readonly width: number;
  readonly height: number;
  readonly samples: 1 | 3;
  /** How the samples are compressed, as PDF calls it. */
  readonly filter: 'FlateDecode' | 'DCTDecode';
  readonly data: Uint8Array;
};

/** The dots to the inch that pages are drawn at: print can be read, and a file of pictures stays small. */
export const readingDpi = 200;

/** Red, green and blue none, and opaque, in the order that every processor this runs on keeps bytes in. */
const black = 0xff000000;

/**
 * Paints the padded box of each mark black in the pixels themselves, whole pixels outwards; on a scan whole squares of
 * its JPEG, so that nothing beside a box shimmers into it.
 */
export function burnIn(picture: Picture, page: PageSize, marks: readonly Box[], isScan = false): void {
  const { rgba, width } = picture;
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  for (const mark of marks) {
    const { from, to } = pixelsOf(paddedBox(mark, page), picture, isScan ? blockSize : 1);
    for (let y = from.y; y < to.y; y += 1) pixels.fill(black, y * width + from.x, y * width + to.x);
  }
}

/** Whether every pixel well inside the padded box of each mark is black, as it must be in what was made. */
export function isBurnt(picture: Picture, page: PageSize, marks: readonly Box[]): boolean {
  return marks.every((mark) => {
    const { from, to } = pixelsOf(paddedBox(mark, page), picture);
    for (let y = from.y + rim; y < to.y - rim; y += 1)
      for (let x = from.x + rim; x < to.x - rim; x += 1)
        if ((picture.rgba[(y * picture.width + x) * 4] ?? 255) > nearlyBlack) return false;
    return true;
  });
}

/** The pixels at the very edge are mixed with their neighbours when a picture is drawn at another size. */
const rim = 2;
const nearlyBlack = 24;

function pixelsOf(box: Box, { width, height }: Picture, step = 1) {
  const kept = (at: number, most: number) => Math.max(0, Math.min(most, at));
  const down = (at: number) => Math.floor(at / step) * step;
  const up = (at: number) => Math.ceil(at / step) * step;
  return {
    from: { x: kept(down(box.left * width), width), y: kept(down(box.top * height), height) },
    to: {
      x: kept(up((box.left + box.width) * width), width),
      y: kept(up((box.top + box.height) * height), height),
    },
  };
}

/** Channels further apart than this are a colour, and not the fringe of a letter. */
const fringe = 12;

/** A page that takes less without loss is left so: print on clean paper is smaller that way, and sharper. */
const smallEnough = 200_000;

/**
 * Compresses the pixels for a PDF, with nothing else of the picture: exactly but for the lowest bits, which nobody sees;
 * a scan as a JPEG where that is smaller, as it is many times for photographs and grained paper.
 */
export function pageImage(picture: Picture, isScan: boolean): PageImage {
  const exact = exactImage(picture);
  if (!isScan || exact.data.length <= smallEnough) return exact;
  const data = encodeJpeg(picture, exact.samples);
  return data.length < exact.data.length ? { ...exact, filter: 'DCTDecode', data } : exact;
}

function exactImage({ width, height, rgba }: Picture): PageImage {
  const samples = isGrey(rgba) ? 1 : 3;
  const line = width * samples;
  const raw = new Uint8Array(line * height);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let sample = 0; sample < samples; sample += 1) {
      const value = rgba[pixel * 4 + (samples === 1 ? 1 : sample)] ?? 0;
      raw[pixel * samples + sample] = (value & keptBits) | (value >> 5);
    }
  return { width, height, samples, filter: 'FlateDecode', data: deflateSync(raw, { level: 6 }) };
}

const keptBits = 0xf8;

function isGrey(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > fringe) return false;
  }
  return true;
}
