import { z } from 'zod';
import { ChildId, EvidenceId, RowId } from '../domain/ids.ts';
import { PaperFormat } from '../domain/paper-format.ts';
import type { Box, PageSize } from '../domain/redaction/boxes.ts';
import {
  type Redaction,
  RedactionMark,
  RedactionProfile,
  RedactionReason,
  type RedactionState,
} from '../domain/redaction/redaction.ts';
import type { SearchKind } from '../domain/redaction/searches.ts';
import { engaged } from './channel.ts';

export type RedactionSummary = Redaction & {
  readonly state: RedactionState;
  /** Of the document that is redacted, without children's names. */
  readonly title: string;
  /** How many places are marked, and how many were left as they are. */
  readonly marked: number;
  readonly kept: number;
  /** What may look different from the document, where its pages were made by this app. */
  readonly mayDiffer: string;
};

/** A place where something that the profile wants gone stands, and that is neither marked nor left. */
export type FoundPlace = {
  readonly page: number;
  /** One for each line that it stands on. */
  readonly boxes: readonly Box[];
  readonly what: SearchKind;
  readonly reason: RedactionReason;
  readonly code: string | null;
};

export type PagesFound = {
  readonly sizes: readonly PageSize[];
  readonly places: readonly FoundPlace[];
  /** Pages that are pictures, whose words were read from them. */
  readonly pictures: readonly number[];
  /** Pages on which no word could be read, and that somebody has to look at. */
  readonly blank: readonly number[];
};

/** Where a copy still told something, so that it was not kept. The words themselves are not repeated. */
export type CopyProblem = {
  /** Null where it is not on one page. */
  readonly page: number | null;
  readonly what: string;
  /** Places that can be marked to mend it. */
  readonly boxes: readonly Box[];
};

export type CopyOutcome =
  | { readonly made: true; readonly redaction: Redaction }
  | { readonly made: false; readonly problems: readonly CopyProblem[] };

const NewMark = RedactionMark.omit({ id: true, redactionId: true });

export const redactionsChannels = {
  'redactions:readRedactions': engaged<readonly RedactionSummary[]>()(z.object({})),
  /**
   * Begins to redact a document. What is no PDF is printed to one first, unless `baseId` names a PDF that stands for it.
   */
  'redactions:startRedaction': engaged<Redaction>()(
    z.object({
      evidenceId: EvidenceId,
      profile: RedactionProfile,
      childId: ChildId.nullable(),
      baseId: EvidenceId.nullable().default(null),
    }),
  ),
  'redactions:editRedaction': engaged<null>()(
    z.object({ id: RowId, profile: RedactionProfile, childId: ChildId.nullable() }),
  ),
  'redactions:removeRedaction': engaged<null>()(z.object({ id: RowId })),
  'redactions:readMarks': engaged<readonly RedactionMark[]>()(z.object({ id: RowId })),
  'redactions:addMarks': engaged<null>()(z.object({ id: RowId, marks: z.array(NewMark).min(1).max(5000) })),
  'redactions:editMark': engaged<null>()(
    NewMark.pick({ left: true, top: true, width: true, height: true, reason: true, isLeft: true })
      .partial()
      .extend({ id: RowId }),
  ),
  'redactions:removeMarks': engaged<null>()(z.object({ ids: z.array(RowId).min(1).max(5000) })),
  /** Reads every page and says where what the profile wants gone stands. */
  'redactions:findPlaces': engaged<PagesFound>()(z.object({ id: RowId })),
  /** Marks every place of a word or number; says how many there were. */
  'redactions:markWord': engaged<{ readonly count: number }>()(
    z.object({ id: RowId, word: z.string().trim().min(2).max(200), reason: RedactionReason }),
  ),
  'redactions:recordCheck': engaged<null>()(z.object({ id: RowId, checkedBy: z.string().trim().max(120) })),
  /** Makes the copy and keeps it only if nothing that was marked is found in it. */
  'redactions:makeCopy': engaged<CopyOutcome>()(z.object({ id: RowId })),
  /** Saves what was done, without any of the words; false when the user closes the dialog. */
  'redactions:saveReport': engaged<{ readonly saved: boolean }>()(
    z.object({ id: RowId, format: PaperFormat }),
  ),
};
