import { z } from 'zod';
import { RowId } from '../domain/ids.ts';
import { PackChoices, type PackExport, PackRecipe } from '../domain/pack.ts';
import type { IsoInstant } from '../domain/time.ts';
import { engaged } from './channel.ts';

export type PacksView = {
  readonly exports: readonly Omit<PackExport, 'contents'>[];
  readonly recipes: readonly PackRecipe[];
};

/** The choices, and the recipe that they are of. */
const Chosen = PackChoices.extend({ recipeId: RowId.nullable().default(null) });

/** One document of a pack before anything is written: its number, neutral name, and what stands in its way. */
export type PackDocument = {
  /** Null while it is left out. */
  readonly number: number | null;
  readonly evidenceId: string;
  readonly title: string;
  /** Empty while it is left out. */
  readonly neutralName: string;
  readonly bytes: number;
  /** The PDF that goes in its place: not made yet, made here, or saved by the program it was written in. */
  readonly printed: 'to-make' | 'here' | 'own' | null;
  /** Codes of tracked children, other than the pack's own, whom the document's words name. */
  readonly namesOthers: readonly string[];
  /** Whether all of the document's words could be read and so were checked. */
  readonly wasRead: boolean;
  /** When an earlier pack of the same recipe held it, so that this one leaves it out. */
  readonly givenAt: IsoInstant | null;
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
  /** Whether the report or briefing it is about goes in, before the documents. */
  readonly hasPaper: boolean;
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
  /** Null where only a zip was made. */
  readonly folderName: string | null;
  /** Null where only a folder was made. */
  readonly zipName: string | null;
  readonly hasPaper: boolean;
  readonly documents: number;
  readonly manifestSha256: string;
  /** Shown once; it is not kept. Empty where there is no zip. */
  readonly zipPassphrase: string;
  /** What packs that were cut short have left in the same place, by name. */
  readonly unfinished: readonly string[];
};

/** What became of a pack that was checked. */
export type PackVerdict = {
  readonly name: string;
  /** Empty where the pack has lost its list. */
  readonly manifestSha256: string;
  readonly same: number;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
  /** Whether its list of hashes is the one in the log, another than the log has, or the log knows nothing like it. */
  readonly log: 'same' | 'differs' | 'none';
  /** The pack in the log that it is, or was. */
  readonly made: { readonly at: IsoInstant; readonly subject: string; readonly recipient: string } | null;
};

export const packsChannels = {
  'packs:readPacks': engaged<PacksView>()(z.object({})),
  'packs:previewPack': engaged<PackPreview>()(Chosen),
  /** Writes a BagIt folder, an AES-256 zip of the same, or both; null when the user closes the dialog. */
  'packs:exportPack': engaged<PackMade | null>()(
    Chosen.extend({
      recipient: z.string().trim().max(200),
      /** Required when the preview has cautions. */
      reason: z.string().trim().max(500),
    }),
  ),
  'packs:saveRecipe': engaged<PackRecipe>()(PackRecipe.extend({ id: RowId.nullable() })),
  'packs:removeRecipe': engaged<null>()(z.object({ id: RowId })),
  /** Asks for a pack and checks it; null when the user closes the dialog. */
  'packs:verifyPack': engaged<PackVerdict | null>()(
    z.object({ from: z.enum(['folder', 'zip']), passphrase: z.string().max(200) }),
  ),
};
