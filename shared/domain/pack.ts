import { z } from 'zod';
import { ChildId, CriterionId, MeetingId, RequestId, RowId } from './ids.ts';
import { RedactionProfile } from './redaction/redaction.ts';
import { IsoInstant } from './time.ts';

export const PackAudience = z.enum(['inspector', 'peer-team', 'family', 'data-subject', 'board', 'member']);
export type PackAudience = z.infer<typeof PackAudience>;

export const audienceLabels: Readonly<Record<PackAudience, string>> = {
  inspector: 'An inspector',
  'peer-team': 'The peer team',
  family: 'The child’s family',
  'data-subject': 'A person asking for their own data',
  board: 'A board',
  member: 'A council member',
};

/** What has to be gone from its documents: nothing, or what a redaction's profile says. */
export const PackProfile = z.enum(['none', ...RedactionProfile.options]);
export type PackProfile = z.infer<typeof PackProfile>;

export const packProfileLabels: Readonly<Record<PackProfile, string>> = {
  none: 'Documents as they are',
  others: 'Other people’s names taken out',
  names: 'All children’s names taken out',
  public: 'Fit for the public',
};

/** What each reader implies for what may go in and what is checked. */
export const audienceHints: Readonly<Record<PackAudience, string>> = {
  inspector: 'What is internal or restricted takes a reason.',
  'peer-team': 'What is internal takes a reason; nothing restricted goes in.',
  family:
    'Each document is to be checked for other people and approved; nothing internal or restricted goes in.',
  'data-subject':
    'Each document is to be checked for other people and approved; nothing internal or restricted goes in.',
  board:
    'Each document is to be checked for other people and approved; what is internal takes a reason, and nothing restricted goes in.',
  member:
    'Each document is to be checked for other people and approved; nothing internal or restricted goes in.',
};

/** What a pack is about: everything tied to it is what the pack can hold. */
export const PackSubject = z.union([
  z.strictObject({ childId: ChildId }),
  z.strictObject({ criterionId: CriterionId }),
  z.strictObject({ requestId: RequestId }),
  /** A meeting: its own documents, and the child's where it is about one. */
  z.strictObject({ meetingId: MeetingId }),
  z.strictObject({ reportId: RowId }),
  z.strictObject({ briefingId: RowId }),
  z.strictObject({ whole: z.literal(true) }),
]);
export type PackSubject = z.infer<typeof PackSubject>;

/** Everything that is chosen about a pack, and that a recipe keeps. */
export const PackChoices = z.object({
  subject: PackSubject,
  audience: PackAudience.default('inspector'),
  profile: PackProfile.default('none'),
  leaveOut: z.array(z.string()).max(5000).default([]),
  /** Documents in the user's order; one that is not in it follows in the usual order. */
  order: z.array(z.string()).max(5000).default([]),
  /** Said on the cover sheet. */
  note: z.string().trim().max(4000).default(''),
  /** In place of the engagement's own marking; null keeps that. */
  marking: z.string().trim().max(80).nullable().default(null),
  /** "2", "draft for sign-off": on the cover, the index and in the folder's name. */
  version: z.string().trim().max(20).default(''),
  /** PDFs in the place of Office files, messages and pictures: their printed forms, made where there is none. */
  hasPdfCopies: z.boolean().default(false),
  /** Page numbers that run through the whole set, and the marking, on copies of its PDFs. */
  isNumbered: z.boolean().default(false),
  /** Index and PDFs as one PDF, with bookmarks and links. */
  isCombined: z.boolean().default(false),
  hasWordIndex: z.boolean().default(false),
  /** A zip alone leaves nothing on the disk that can be read. */
  saveAs: z.enum(['both', 'folder', 'zip']).default('both'),
  /** Only what no earlier pack of the same recipe held. */
  isOnlyNew: z.boolean().default(false),
});
export type PackChoices = z.infer<typeof PackChoices>;

export const PackRecipe = z.object({
  id: RowId,
  name: z.string().trim().min(1).max(80),
  choices: PackChoices,
});
export type PackRecipe = z.infer<typeof PackRecipe>;

/** One file that was in a pack, and the document that it was made of. */
export const PackedFile = z.object({
  path: z.string(),
  sha256: z.string().length(64),
  /** The hash of the document as it is kept; null for an index. */
  original: z.string().length(64).nullable(),
});
export type PackedFile = z.infer<typeof PackedFile>;

/** A pack that was made: what it was about, how much was in it, and the hash that proves what was given. */
export const PackExport = z.object({
  id: RowId,
  at: IsoInstant,
  /** "Child C" or a line of enquiry's title; never a child's name. */
  subject: z.string().min(1).max(300),
  childId: ChildId.nullable(),
  criterionId: CriterionId.nullable(),
  requestId: RequestId.nullable(),
  audience: PackAudience,
  recipient: z.string().max(200),
  version: z.string().max(20),
  documents: z.number().int().min(0),
  bytes: z.number().int().min(0),
  manifestSha256: z.string().length(64),
  reason: z.string().max(500),
  recipeId: RowId.nullable(),
  /** Empty for a pack made before this was kept. */
  contents: z.array(PackedFile),
});
export type PackExport = z.infer<typeof PackExport>;

/** A pack about this with nothing else chosen. */
export const plainPack = (subject: PackSubject): PackChoices & { readonly recipeId: null } => ({
  ...PackChoices.parse({ subject }),
  recipeId: null,
});
