import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { engineFile } from '../engine-file.ts';

/** As much of the engine as is used here; its package has no types. */
export type Tesseract = {
  readonly FS: {
    readonly writeFile: (path: string, bytes: Uint8Array) => void;
    readonly readFile: (path: string) => Uint8Array<ArrayBuffer>;
  };
  readonly TessBaseAPI: new () => TessBaseApi;
};

export type TessBaseApi = {
  readonly Init: (folder: null, language: string, engine: number) => number;
  readonly SetVariable: (name: string, value: string) => void;
  /** Reads the file "/input", turned as EXIF numbers turns and then by an angle; 1 is a failure. */
  readonly SetImageFile: (exifTurn: number, angle: number) => number;
  /** Writes the picture that was set to "/image.png", in the form that the number says: 0 is as it came. */
  readonly WriteImage: (form: 0) => void;
  readonly Recognize: (monitor: null) => number;
  readonly GetUTF8Text: () => string;
  readonly GetTSVText: (page: number) => string;
  readonly MeanTextConf: () => number;
  readonly Clear: () => void;
};

type Start = (options: {
  readonly wasmBinary: Uint8Array;
  readonly TesseractProgress: (percent: number) => void;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<Tesseract>;

const neuralNetsOnly = 1;
const columnsAndParagraphs = '3';
const requireFrom = createRequire(import.meta.url);

/** Starts the engine with the bundled English model; nothing is looked for anywhere else. */
export async function startTesseract(): Promise<{ readonly engine: Tesseract; readonly api: TessBaseApi }> {
  const start = requireFrom(engineFile('tesseract.cjs')) as Start;
  const [wasmBinary, model] = await Promise.all([
    readFile(engineFile('tesseract.wasm')),
    readFile(engineFile('eng.traineddata.gz')).then(promisify(gunzip)),
  ]);
  const silent = (): void => {};
  const engine = await start({ wasmBinary, TesseractProgress: silent, print: silent, printErr: silent });
  engine.FS.writeFile('eng.traineddata', model);
  const api = new engine.TessBaseAPI();
  if (api.Init(null, 'eng', neuralNetsOnly) !== 0) throw new Error('The model does not fit the engine');
  api.SetVariable('tessedit_pageseg_mode', columnsAndParagraphs);
  return { engine, api };
}
