import type { Picture } from '../page-picture/picture.ts';

/** Pixels, or the bytes of a PNG, JPEG, WebP or TIFF file. */
export type Readable = (Picture & { readonly dpi?: number }) | { readonly file: Uint8Array };

/** In pixels from the top left of the picture as it was given. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Confidence goes from 0 to 100. */
export type RecognisedWord = { readonly text: string; readonly confidence: number; readonly box: Box };

export type Recognised = {
  /** Of the picture as it was given, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Of all its words together; 0 where there are none. */
  readonly confidence: number;
  readonly words: readonly RecognisedWord[];
};
