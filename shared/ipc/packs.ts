import { z } from 'zod';
import { ChildId, CriterionId } from '../domain/ids.ts';
import type { PackExport } from '../domain/pack.ts';
import { engaged } from './channel.ts';

export type PacksView = { readonly exports: readonly PackExport[] };

export const PackSubject = z.union([z.object({ childId: ChildId }), z.object({ criterionId: CriterionId })]);
export type PackSubject = z.infer<typeof PackSubject>;

/** One document of a pack before anything is written: its number, neutral name, and what stands in its way. */
export type PackDocument = {
  readonly number: number;
  readonly evidenceId: string;
  readonly title: string;
  readonly neutralName: string;
  readonly bytes: number;
  /** Codes of tracked children, other than the pack's own, whom the document's words name. */
  readonly namesOthers: readonly string[];
  /** Whether the document's words could be read and so were checked. */
  readonly wasRead: boolean;
};

export type PackPreview = {
  readonly subject: string;
  readonly documents: readonly PackDocument[];
  /** What belongs to the subject and the user leaves out of this pack. */
  readonly leftOut: readonly Pick<PackDocument, 'evidenceId' | 'title'>[];
  /** What the subject still lacks, in sentences. */
  readonly missing: readonly string[];
  /** Why the pack cannot be made, in sentences; empty when it can. */
  readonly stops: readonly string[];
  /** What needs a reason before the pack is made. */
  readonly cautions: readonly string[];
};

export type PackMade = {
  readonly folderName: string;
  readonly documents: number;
  readonly manifestSha256: string;
  /** Shown once; it is not kept. */
  readonly zipPassphrase: string;
};

export const packsChannels = {
  'packs:readPacks': engaged<PacksView>()(z.object({})),
  'packs:previewPack': engaged<PackPreview>()(
    z.object({ subject: PackSubject, leaveOut: z.array(z.string()).max(2000) }),
  ),
  /** Writes a BagIt folder and an AES-256 zip of it; null when the user closes the dialog. */
  'packs:exportPack': engaged<PackMade | null>()(
    z.object({
      subject: PackSubject,
      leaveOut: z.array(z.string()).max(2000),
      recipient: z.string().trim().max(200),
      /** Required when the preview has cautions. */
      reason: z.string().trim().max(500),
    }),
  ),
};
