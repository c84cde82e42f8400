import type { IDocumentDefaultsOptions } from 'docx';

/** A4 in twentieths of a point, as Word counts; the library turns it where the page lies on its side. */
export const a4 = { width: 11_906, height: 16_838 } as const;

/** What every Word document of ours is written in: one font, British English; the size in half points. */
export const wordRun = (size: number): IDocumentDefaultsOptions => ({
  run: { font: 'Arial', size, language: { value: 'en-GB' } },
});
