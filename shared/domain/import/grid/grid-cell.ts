import { readGridTime } from './grid-time.ts';

/** What the words of a grid's cell say. Every line of the cell is in one of them. */
export type GridCell = {
  readonly title: string;
  readonly place: string | null;
  readonly names: readonly string[];
  readonly notes: readonly string[];
  /** A time of its own, where the cell gives one beside that of its row. */
  readonly time: { readonly start: number; readonly end: number | null } | null;
};

/** What a reader of cells knows of the engagement. */
export type KnownWords = {
  readonly isPerson: (text: string) => boolean;
  readonly isPlace: (text: string) => boolean;
};

const longestTitle = 200;
const labelledRoom = /^(?:room|rm|venue|location|where|place)\s*[:=\-–]\s*(.+)$/i;
const plainRoom = /^(?:in )?((?:room|rm|committee room|meeting room)\s+[\p{L}\p{N}.]{1,8})$/iu;
const online = /^(?:via |on )?(?:ms |microsoft )?(?:teams|zoom|online|virtual)(?: (?:call|link|meeting))?$/i;
const labelledNames =
  /^(?:attendees?|attending|with|who|people|participants?|present|invited|met by)\s*[:\-–]\s*(.+)$/i;
const between = /\s*(?:[,;]|\s&\s|\sand\s)\s*/;
const title = '(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame|cllr|councillor)\\.? )?';
const nameLike = new RegExp(
  `^${title}\\p{Lu}[\\p{L}'’.-]*(?: (?:de|da|van|von|al|bin|der|la|le))?(?: \\p{Lu}[\\p{L}'’-]+){1,3}(?: \\([^()]*\\))?$`,
  'iu',
);
const isCapital = (word: string): boolean =>
  /^(?:\p{Lu}|de$|da$|van$|von$|al$|bin$|der$|la$|le$|\()/u.test(word);

/** Takes a cell apart: title first, then room, names and whatever else, however they are written. */
export function readGridCell(text: string, known: KnownWords): GridCell {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = '', ...rest] = lines.map((line) => line.replace(/^'(?=\s*[=+\-@])/, ''));
  const notes: string[] = first.length > longestTitle ? [first] : [];
  const names: string[] = [];
  let place: string | null = null;
  let time: GridCell['time'] = null;
  for (const line of rest) {
    const room = roomIn(line, known);
    const span = readGridTime(line);
    const people = peopleIn(line, known);
    if (room !== null && place === null) place = room;
    else if (span !== null && time === null && /[-–—]|\bto\b/.test(line)) time = span;
    else if (people !== null) names.push(...people);
    else notes.push(line);
  }
  place ??= bracketed(first, known);
  return { title: first.slice(0, longestTitle), place, names: [...new Set(names)], notes, time };
}

/** "Health leaders (Committee 2)" names its room, where that is a room; the title stays as it is. */
function bracketed(text: string, known: KnownWords): string | null {
  const inside = /[([]([^()[\]]+)[)\]]$/.exec(text)?.[1];
  return inside === undefined ? null : roomIn(inside, known);
}

function roomIn(line: string, known: KnownWords): string | null {
  const labelled = labelledRoom.exec(line)?.[1];
  if (labelled) return labelled.trim();
  const plain = plainRoom.exec(line)?.[1];
  return plain ?? (online.test(line) || known.isPlace(line) ? line : null);
}

/** The names of a line in which there is nothing else; null otherwise. */
function peopleIn(line: string, known: KnownWords): readonly string[] | null {
  const said = labelledNames.exec(line)?.[1];
  const parts = (said ?? line).split(between).filter(Boolean);
  const areNames = parts.every((part) => known.isPerson(part) || soundsLikeName(part));
  return parts.length > 0 && areNames ? parts : null;
}

const soundsLikeName = (text: string): boolean =>
  nameLike.test(text) && text.split(' ').every((word) => isCapital(word));
