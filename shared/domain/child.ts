import { z } from 'zod';
import { ChecklistItemId, ChildId, PersonId, RowId } from './ids.ts';
import { Sector } from './sector.ts';
import { IsoDate, IsoInstant } from './time.ts';

/** A tracked child, without the name, which is kept apart in `ChildName`. */
export const Child = z.object({
  id: ChildId,
  /** "A" to "F" and on: how the child is called everywhere but on its own page. */
  code: z.string().min(1).max(4),
  initials: z.string().max(6),
  /** The number that the child-level list calls the child by. */
  uniqueId: z.string().max(60),
  dateOfBirth: IsoDate.nullable(),
  upn: z.string().max(20),
  nhsNumber: z.string().max(20),
  postcode: z.string().max(12),
  address: z.string().max(300),
  need: z.string().max(160),
  sendStatus: z.string().max(60),
  setting: z.string().max(160),
  socialCareStatus: z.string().max(120),
  lastAnnualReview: IsoDate.nullable(),
  notes: z.string().max(4000),
});
export type Child = z.infer<typeof Child>;

/**
 * The key from a child's code to the child; read only by the child's page and by the checks that must not leak it. Both
 * names are empty until they are typed for a child who came from a list of numbers.
 */
export const ChildName = z.object({
  id: RowId,
  childId: ChildId,
  forename: z.string().trim().max(80),
  surname: z.string().trim().max(80),
  /** Other names the child is known by, parted by commas. */
  knownAs: z.string().max(200),
});
export type ChildName = z.infer<typeof ChildName>;

/** Somebody round the child: an agency, its practitioner, and since when. */
export const ChildAgency = z.object({
  id: RowId,
  childId: ChildId,
  sector: Sector,
  agency: z.string().trim().min(1).max(160),
  practitioner: z.string().max(160),
  personId: PersonId.nullable(),
  since: z.string().max(60),
});
export type ChildAgency = z.infer<typeof ChildAgency>;

export const ConsentParty = z.enum(['parent', 'young-person']);
export type ConsentParty = z.infer<typeof ConsentParty>;
export const ConsentState = z.enum(['not-asked', 'asked', 'given', 'refused', 'withdrawn']);
export type ConsentState = z.infer<typeof ConsentState>;

/** One answer, or one asking, in the history of a child's consent; the newest for each party counts. */
export const Consent = z.object({
  id: RowId,
  childId: ChildId,
  party: ConsentParty,
  state: ConsentState,
  /** Who asked or recorded it, and by what means. */
  recordedBy: z.string().max(160),
  at: IsoInstant,
  note: z.string().max(1000),
});
export type Consent = z.infer<typeof Consent>;

export const ChecklistState = z.enum(['missing', 'asked', 'received', 'not-applicable']);
export type ChecklistState = z.infer<typeof ChecklistState>;

export const DocumentStage = z.enum(['not-said', 'draft', 'final']);
export type DocumentStage = z.infer<typeof DocumentStage>;

/** Whether somebody has looked for other people in the document, and what came of it. */
export const ThirdPartyCheck = z.enum(['not-checked', 'clear', 'to-redact', 'redacted']);
export type ThirdPartyCheck = z.infer<typeof ThirdPartyCheck>;

/** An item that every newly tracked child's checklist begins with. */
export const ChecklistTemplate = z.object({
  id: RowId,
  position: z.number().int(),
  group: z.string().max(80),
  title: z.string().trim().min(1).max(200),
  ownerSector: Sector.nullable(),
  dueInWorkingDays: z.number().int().min(0).max(250),
  source: z.string().max(300),
  isVerified: z.boolean(),
});
export type ChecklistTemplate = z.infer<typeof ChecklistTemplate>;

/** A document that the inspectors will expect for this child. */
export const ChecklistItem = z.object({
  id: ChecklistItemId,
  childId: ChildId,
  position: z.number().int(),
  group: z.string().max(80),
  title: z.string().trim().min(1).max(200),
  ownerSector: Sector.nullable(),
  ownerId: PersonId.nullable(),
  ownerName: z.string().max(160),
  askedOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  state: ChecklistState,
  receivedOn: IsoDate.nullable(),
  /** As the document itself or its owner calls it: "2", "after tribunal". */
  version: z.string().max(40),
  stage: DocumentStage,
  thirdPartyCheck: ThirdPartyCheck,
  approvedBy: z.string().max(160),
  /** Why the item does not apply; required in that state. */
  reason: z.string().max(500),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;
