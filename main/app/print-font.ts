import { readFile } from 'node:fs/promises';
import { engineFile } from '../services/engine-file.ts';

/** What each file of the type holds, as its package says. */
const ranges = {
  'inter-latin.woff2':
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'inter-latin-ext.woff2':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
} as const;

let faces: Promise<string> | null = null;

/**
 * The app's own type as rules of a stylesheet that need nothing from outside, so that paper looks the same wherever it
 * is printed and what was fitted to its letters fits.
 */
export function printFontFaces(): Promise<string> {
  faces ??= Promise.all([faceOf('inter-latin.woff2'), faceOf('inter-latin-ext.woff2')]).then((rules) =>
    rules.join('\n'),
  );
  return faces;
}

async function faceOf(file: keyof typeof ranges): Promise<string> {
  const bytes = await readFile(engineFile(file), 'base64');
  return `@font-face { font-family: "Inter Variable"; font-weight: 100 900; src: url(data:font/woff2;base64,${bytes}) format("woff2"); unicode-range: ${ranges[file]}; }`;
}
