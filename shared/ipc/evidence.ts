import { z } from 'zod';
import type { EvidenceItem, EvidenceLink } from '../domain/evidence.ts';
import { EvidenceItem as EvidenceItemSchema, mostPasted } from '../domain/evidence.ts';
import type { HiddenFact } from '../domain/hidden-data.ts';
import {
  ChecklistItemId,
  ChildId,
  CriterionId,
  EvidenceId,
  MeetingId,
  RequestId,
  RowId,
} from '../domain/ids.ts';
import type { Naming } from '../domain/naming.ts';
import type { ScannedWord, ScanState } from '../domain/scan.ts';
import type { IsoInstant } from '../domain/time.ts';
import { engaged } from './channel.ts';

export type EvidenceSummary = EvidenceItem & {
  readonly hasText: boolean;
  /** How far its pictures of pages have been read; null where it has none. */
  readonly scan: ScanState | null;
};

/** The words read from the picture of one page, in reading order. */
export type ScannedPage = { readonly page: number; readonly words: readonly ScannedWord[] };
export type EvidenceView = {
  readonly items: readonly EvidenceSummary[];
  readonly links: readonly EvidenceLink[];
  /** The user stopped the reading of scans. */
  readonly isReadingStopped: boolean;
};

/** A document that was removed and can be put back. */
export type RemovedDocument = Pick<EvidenceItem, 'id' | 'title' | 'type' | 'size'> & {
  readonly removedAt: IsoInstant;
};

/** One thing that evidence is for. */
export const LinkTarget = z.union([
  z.object({ childId: ChildId }),
  z.object({ checklistItemId: ChecklistItemId }),
  z.object({ requestId: RequestId }),
  z.object({ criterionId: CriterionId }),
  z.object({ meetingId: MeetingId }),
]);
export type LinkTarget = z.infer<typeof LinkTarget>;

const PastedPicture = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length <= mostPasted,
  'Not the bytes of a picture that is small enough to be pasted.',
);

/** What became of each file: added, already there, or refused with the reason in a sentence. */
export type AddedFile = {
  readonly fileName: string;
  readonly outcome: 'added' | 'already-here' | 'refused';
  readonly evidenceId: EvidenceId | null;
  readonly reason: string;
};

/** The folder whose new files are taken in, and what came of the newest of them. */
export type WatchedState = {
  /** Its last name; null where none is watched. */
  readonly folder: string | null;
  /** Whether it is a folder of this computer. */
  readonly isHere: boolean;
  readonly isMissing: boolean;
  readonly files: readonly AddedFile[];
  readonly lastAt: IsoInstant | null;
};

/** A document whose text is nearly the same, and how much of it. */
export type AlikeDocument = { readonly evidenceId: EvidenceId; readonly percent: number };

/** In pixels, as far as the file says. */
export type SheetSize = { readonly width: number; readonly height: number };

/** What the viewer shows: bytes by address for PDFs and images, safe HTML or text for the rest. */
export type EvidenceContent =
  | { readonly kind: 'pdf' | 'image'; readonly url: string }
  /** Pages that are pictures; a page is behind the address with its number after it. */
  | { readonly kind: 'sheets'; readonly url: string; readonly sheets: readonly SheetSize[] }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly why: string };

export const evidenceChannels = {
  'evidence:readEvidence': engaged<EvidenceView>()(z.object({})),
  /**
   * Takes files into the engagement and ties them to the targets. Without tokens the user is asked to choose files.
   * A file tied to a checklist item makes that item received.
   */
  'evidence:addEvidence': engaged<readonly AddedFile[]>()(
    z.object({ tokens: z.array(z.string()).max(2000).optional(), targets: z.array(LinkTarget).max(20) }),
  ),
  /** Takes in pictures that were pasted and are no files, and ties them to the targets. */
  'evidence:addPasted': engaged<readonly AddedFile[]>()(
    z.object({ pictures: z.array(PastedPicture).min(1).max(20), targets: z.array(LinkTarget).max(20) }),
  ),
  'evidence:editEvidence': engaged<null>()(
    EvidenceItemSchema.pick({
      ...{ title: true, evidenceDate: true, from: true, notes: true },
      ...{ sector: true, sensitivity: true, replacesId: true, printedOfId: true },
    })
      .partial()
      .extend({ id: EvidenceId }),
  ),
  'evidence:linkEvidence': engaged<null>()(z.object({ id: EvidenceId, target: LinkTarget })),
  /** Ties each document to what was proposed for it, in one step; what has gone meanwhile is left out. */
  'evidence:linkProposed': engaged<{ readonly linked: number }>()(
    z.object({
      links: z
        .array(z.object({ id: EvidenceId, target: LinkTarget }))
        .min(1)
        .max(2000),
    }),
  ),
  'evidence:unlinkEvidence': engaged<null>()(z.object({ linkId: RowId })),
  'evidence:removeEvidence': engaged<null>()(z.object({ id: EvidenceId })),
  'evidence:readRemoved': engaged<readonly RemovedDocument[]>()(z.object({})),
  /** Puts a removed document back, tied again to whatever of its links is still there. */
  'evidence:restoreEvidence': engaged<null>()(z.object({ id: EvidenceId })),
  'evidence:readContent': engaged<EvidenceContent>()(z.object({ id: EvidenceId })),
  'evidence:readWatched': engaged<WatchedState>()(z.object({})),
  /** The user is asked for a folder whose new files are taken in from now on. */
  'evidence:chooseWatchedFolder': engaged<{ readonly chosen: boolean }>()(z.object({})),
  'evidence:stopWatching': engaged<null>()(z.object({})),
  /** Goes on reading scans after the user stopped it. */
  'evidence:resumeReading': engaged<null>()(z.object({})),
  /** What was read from pictures of its pages, and where each word stands. */
  'evidence:readScanned': engaged<readonly ScannedPage[]>()(z.object({ id: EvidenceId })),
  /** What a document holds that does not show on its pages, with children's names as codes. */
  'evidence:readHiddenData': engaged<readonly HiddenFact[]>()(z.object({ id: EvidenceId })),
  /** Documents whose text is nearly the same, the most alike first. */
  'evidence:readAlike': engaged<readonly AlikeDocument[]>()(z.object({ id: EvidenceId })),
  /** The documents that are for nobody yet and plainly name one tracked child or several. */
  'evidence:readNamings': engaged<readonly Naming[]>()(z.object({})),
  /** Keeps that a document does not belong with a child's papers, though it names the child. */
  'evidence:declineChild': engaged<null>()(z.object({ id: EvidenceId, childId: ChildId })),
  /** Writes a copy of the original where the user says. */
  'evidence:saveOriginal': engaged<{ readonly saved: boolean }>()(z.object({ id: EvidenceId })),
};
