import { z } from 'zod';
import { ChildId, CriterionId, PersonId, RowId } from './ids.ts';
import { Sector } from './sector.ts';
import { IsoDate } from './time.ts';

export const AuditKind = z.enum(['strength', 'gap', 'action']);
export type AuditKind = z.infer<typeof AuditKind>;

export const auditKindLabels: Readonly<Record<AuditKind, string>> = {
  strength: 'Strength',
  gap: 'Gap',
  action: 'Action',
};

/** What the agencies together found about one child's case, against one criterion or none. */
export const AuditFinding = z.object({
  id: RowId,
  childId: ChildId,
  criterionId: CriterionId.nullable(),
  kind: AuditKind,
  text: z.string().trim().min(1).max(1000),
  /** Whose finding it is, or who is to act. */
  sector: Sector.nullable(),
  ownerId: PersonId.nullable(),
  dueOn: IsoDate.nullable(),
  isDone: z.boolean(),
});
export type AuditFinding = z.infer<typeof AuditFinding>;
