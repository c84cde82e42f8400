import { z } from 'zod';
import { ChildId, CriterionId } from '../domain/ids.ts';
import type { PackExport } from '../domain/pack.ts';
import { engaged } from './channel.ts';

export type PacksView = { readonly exports: readonly PackExport[] };

export const PackSubject = z.union([z.object({ childId: ChildId }), z.object({ criterionId: CriterionId })]);
export type PackSubject = z.infer<typeof PackSubject>;

/** One document of a pack before anything is written: its number, neutral name, and what stands in its way. */
export type PackDocument = {
  /** Null while it is left out. */
  readonly number: number | null;
  readonly evidenceId: string;
  readonly title: string;
  /** Empty while it is left out. */
  readonly neutralName: string;
  readonly bytes: number;
  /** Codes of tracked children, other than the pack's own, whom the document's words name. */
  readonly namesOthers: readonly string[];
  /** Whether all of the document's words could be read and so were checked. */
  readonly wasRead: boolean;
};

/** What a check came to: in a few words what, and in a sentence or two where and what can be done. */
export type PackFinding = {
  readonly what: string;
  readonly where: string;
  /** The one document it is about; null where it is about several, or none. */
  readonly evidenceId: string | null;
};

export type PackPreview = {
  readonly subject: string;
  /** In the order of the pack; what is left out keeps its place, so that it can be put back. */
  readonly documents: readonly PackDocument[];
  /** What the subject still lacks, in sentences. */
  readonly missing: readonly string[];
  /** Why the pack cannot be made; empty when it can. */
  readonly stops: readonly PackFinding[];
  /** What needs a reason before the pack is made. */
  readonly cautions: readonly PackFinding[];
  /** What was checked and is well, in a few words each. */
  readonly passed: readonly string[];
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
