import { z } from 'zod';
import type { GridMeeting, UnreadText } from '../domain/import/grid.ts';
import { engaged } from './channel.ts';

export const ImportTarget = z.enum(['people', 'places', 'meetings', 'children', 'actions']);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** One row as the wizard shows it: what was read, what is wrong with it, and what it matches. */
export type ImportRow = {
  readonly rowNumber: number;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly field: string; readonly reason: string }[];
  /** A row that cannot be imported until it is mended in the spreadsheet. */
  readonly isBad: boolean;
  /** What was guessed or left open and the user should look at, in sentences. */
  readonly notes: readonly string[];
  /** Whether the row is chosen until the user says otherwise. */
  readonly startsChosen: boolean;
  readonly duplicateOf: ImportDuplicate | null;
};

/** The same thing elsewhere in the sheet or already in the engagement, proposed for merging. */
export type ImportDuplicate = {
  /** What it is called; a child by its code, never by name. */
  readonly label: string;
  /** The row it stands in, or null when it is in the engagement already. */
  readonly rowNumber: number | null;
  readonly reason: string;
  /** False when something else about the two disagrees. */
  readonly isLikely: boolean;
  /** What merging would not take over, in sentences. */
  readonly conflicts: readonly string[];
};

export type ImportField = {
  readonly field: string;
  readonly label: string;
  /** One of the fields of which at least one must have a column. */
  readonly isRequired: boolean;
};

/** What of a hand-made grid has to be matched: the headings of its columns, names, and rooms. */
export const GridPart = z.enum(['strands', 'people', 'places']);
export type GridPart = z.infer<typeof GridPart>;

/** What words of a grid become: something new, a remark in the notes, or the strand, person or place of an id. */
export type GridChoice = 'new' | 'notes' | (string & {});

export type GridMatch = {
  readonly text: string;
  /** What else a heading says. */
  readonly second: string;
  /** How many meetings it stands in. */
  readonly count: number;
  readonly choice: GridChoice;
  /** Known by the same name, and not a guess or the user's own word. */
  readonly isSure: boolean;
};

type GridOption = { readonly id: string; readonly name: string };

/** A hand-made grid as it was read. Every word of it is in a meeting, a heading, or unread. */
export type GridPreview = { readonly [Part in GridPart]: readonly GridMatch[] } & {
  readonly options: { readonly [Part in GridPart]: readonly GridOption[] };
  readonly unread: readonly UnreadText[];
  readonly meetings: readonly (GridMeeting & { readonly rowNumber: number })[];
};

/** Meetings that stand already on the days of those that are read, and may make room for them. */
export type TakenDays = {
  readonly count: number;
  /** All of them are as the framework put them there. */
  readonly areUntouched: boolean;
  /** Whether they make room until the user says otherwise. */
  readonly startsChosen: boolean;
};

export type ImportPreview = {
  /** Stands for the file, which main keeps; nothing is written until it is confirmed. */
  readonly token: string;
  readonly fileName: string;
  readonly target: ImportTarget;
  /** Read from pasted text, so there are no columns to match. */
  readonly isPasted: boolean;
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly fields: readonly ImportField[];
  /** Field to heading; a field that is not here is not imported. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly wasRemembered: boolean;
  /** Labels of the fields of which one is needed, while none has a column. */
  readonly missing: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly refusedColumns: readonly { readonly heading: string; readonly reason: string }[];
  readonly blankRows: number;
  /** Set for meetings whose days have some already. */
  readonly taken: TakenDays | null;
  /** Set when the workbook is a grid: then there are no columns to match. */
  readonly grid: GridPreview | null;
};

export type ImportResult = {
  readonly added: number;
  readonly merged: number;
  readonly left: number;
  /** What else came of it, in sentences: inspectors added, placeholders removed, clashes to settle. */
  readonly notes: readonly string[];
};

export const importsChannels = {
  /** Asks for a spreadsheet, or takes one that was dropped, and reads it; null when the user closes the dialog. */
  'imports:readImport': engaged<ImportPreview | null>()(
    z.object({ target: ImportTarget, token: z.string().optional() }),
  ),
  /** Reads the same file again with another sheet or mapping. */
  'imports:remapImport': engaged<ImportPreview>()(
    z.object({ token: z.string(), sheet: z.string(), mapping: z.record(z.string(), z.string()) }),
  ),
  /** Says what a heading, a name or a room of a grid means, and reads it again. */
  'imports:settleGrid': engaged<ImportPreview>()(
    z.object({ token: z.string(), part: GridPart, text: z.string().max(40_000), choice: z.string().max(64) }),
  ),
  /** Imports the chosen rows as one step that Undo takes back; duplicates among `merge` are merged, others added. */
  'imports:confirmImport': engaged<ImportResult>()(
    z.object({
      token: z.string(),
      rows: z.array(z.number().int()).max(50_000),
      merge: z.array(z.number().int()).max(50_000),
      /** What stands on the days of the imported meetings goes to the tray first, but for what is pinned or merged. */
      clearsDays: z.boolean().optional(),
    }),
  ),
  /** Lets go of a file that is not going to be imported. */
  'imports:dropImport': engaged<null>()(z.object({ token: z.string() })),
  /** Reads people out of a line pasted from an e-mail, to be confirmed like any import. */
  'imports:readPastedPeople': engaged<ImportPreview>()(z.object({ text: z.string().min(1).max(20_000) })),
};
