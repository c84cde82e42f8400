import { AppError } from '../../../shared/errors.ts';
import type { Picture } from '../page-picture/picture.ts';
import type { Box, Readable, Recognised } from './recognised.ts';
import { startTesseract } from './tesseract.ts';
import { unpackTiff } from './unpack-tiff.ts';

/** EXIF's numbers for a picture as it is, turned a quarter to the right, upside down, and a quarter to the left. */
const upright = 1;
const turns = [6, 3, 8] as const;
type Turn = typeof upright | (typeof turns)[number];

/** Print that is read the right way up is read with more confidence than this; a page lying on its side, with less. */
const wellRead = 65;

let started: ReturnType<typeof startTesseract> | null = null;

/**
 * Reads the words in a picture, in this thread: call it from a worker. A page that lies on its side or upside down is
 * turned first. Fails with `evidence/unreadable` where there is no picture.
 */
export async function readPicture(picture: Readable): Promise<Recognised> {
  started ??= startTesseract();
  const { engine, api } = await started;
  engine.FS.writeFile('/input', 'file' in picture ? unpackTiff(picture.file) : asPgm(picture));
  api.SetVariable('user_defined_dpi', String(Math.round(('dpi' in picture && picture.dpi) || 300)));

  const readTurned = (turn: Turn): Recognised => {
    if (api.SetImageFile(turn, 0) !== 0) throw new AppError('evidence/unreadable', 'It is not a picture.');
    if (api.Recognize(null) !== 0) throw new AppError('evidence/unreadable');
    const found = tableOf(api.GetTSVText(0), turn);
    const confidence = found.words.length === 0 ? 0 : api.MeanTextConf();
    return { ...found, text: api.GetUTF8Text().trim(), confidence };
  };

  try {
    const first = readTurned(upright);
    if (first.confidence >= wellRead || first.words.length === 0) return first;
    return turns.reduce<Recognised>((best, turn) => {
      if (best.confidence >= wellRead) return best;
      const turned = readTurned(turn);
      return turned.confidence > best.confidence ? turned : best;
    }, first);
  } finally {
    api.Clear();
  }
}

/**
 * Draws the first page of an image file as a PNG, in this thread: call it from a worker. Fails with
 * `evidence/unreadable` where it is packed in a way that the engine does not know.
 */
export async function redrawPicture(file: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  started ??= startTesseract();
  const { engine, api } = await started;
  engine.FS.writeFile('/input', unpackTiff(file));
  try {
    if (api.SetImageFile(upright, 0) !== 0) throw new AppError('evidence/unreadable', 'It is not a picture.');
    api.WriteImage(0);
    return engine.FS.readFile('/image.png');
  } finally {
    api.Clear();
  }
}

const pageLevel = 1;
const wordLevel = 5;

/** Reads the engine's table: a line for the page, each block, paragraph and line of print, and each word. */
function tableOf(table: string, turn: Turn): Pick<Recognised, 'width' | 'height' | 'words'> {
  const lines = table.split('\n').map((line) => line.split('\t'));
  const boxOf = ([, , , , , , x, y, width, height]: readonly string[]): Box => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  });
  const page = lines.find(([level]) => Number(level) === pageLevel);
  const whole = page ? boxOf(page) : { x: 0, y: 0, width: 0, height: 0 };
  const words = lines
    .filter(([level, , , , , , , , , , , text]) => Number(level) === wordLevel && text?.trim())
    .map((line) => ({
      text: line[11]?.trim() ?? '',
      confidence: Math.round(Number(line[10])),
      box: turnedBack(boxOf(line), whole, turn),
    }));
  const { width, height } = turnedBack(whole, whole, turn);
  return { width, height, words };
}

/** Where a box of the turned picture lies in the picture as it was given. */
function turnedBack({ x, y, width, height }: Box, whole: Box, turn: Turn): Box {
  switch (turn) {
    case 6:
      return { x: y, y: whole.width - x - width, width: height, height: width };
    case 3:
      return { x: whole.width - x - width, y: whole.height - y - height, width, height };
    case 8:
      return { x: whole.height - y - height, y: x, width: height, height: width };
    default:
      return { x, y, width, height };
  }
}

/** A picture in grey, in the plainest of formats. */
function asPgm({ width, height, rgba }: Picture): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const file = new Uint8Array(head.length + width * height);
  file.set(head);
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = [rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2]];
    file[head.length + at] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return file;
}
