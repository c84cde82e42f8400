import { z } from 'zod';

/** An identifier that cannot be mistaken for that of another noun. */
const idOf = <Name extends string>(_name: Name) => z.string().min(1).max(64).brand<Name>();

export const StrandId = idOf('StrandId');
export type StrandId = z.infer<typeof StrandId>;
export const OrganisationId = idOf('OrganisationId');
export type OrganisationId = z.infer<typeof OrganisationId>;
export const PersonId = idOf('PersonId');
export type PersonId = z.infer<typeof PersonId>;
export const PlaceId = idOf('PlaceId');
export type PlaceId = z.infer<typeof PlaceId>;
export const MeetingId = idOf('MeetingId');
export type MeetingId = z.infer<typeof MeetingId>;
export const ChildId = idOf('ChildId');
export type ChildId = z.infer<typeof ChildId>;
export const ChecklistItemId = idOf('ChecklistItemId');
export type ChecklistItemId = z.infer<typeof ChecklistItemId>;
export const CriterionId = idOf('CriterionId');
export type CriterionId = z.infer<typeof CriterionId>;
export const RequestId = idOf('RequestId');
export type RequestId = z.infer<typeof RequestId>;
export const EvidenceId = idOf('EvidenceId');
export type EvidenceId = z.infer<typeof EvidenceId>;
export const FeedbackId = idOf('FeedbackId');
export type FeedbackId = z.infer<typeof FeedbackId>;
export const VersionId = idOf('VersionId');
export type VersionId = z.infer<typeof VersionId>;
/** Identifies a row of a noun that nothing else refers to. */
export const RowId = idOf('RowId');
export type RowId = z.infer<typeof RowId>;
